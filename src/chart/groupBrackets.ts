/** Where the brackets beside a sequence diagram stand: one for each part of the procedure that has messages. */
export type BracketGroup = 'deregistration' | 'ikeClosing';

export const bracketWords: Readonly<Record<BracketGroup, string>> = {
  deregistration: 'de-registration',
  ikeClosing: 'IKEv2 closing',
};

export interface Bracket {
  readonly group: BracketGroup;
  readonly top: number;
  readonly bottom: number;
  /** Column in the gutter, from 0 at the diagram outwards: brackets side by side never share one. */
  readonly lane: number;
  /** Where its word may stand, so that it is whole also beside a bracket that is shorter than the word. */
  readonly wordTop: number;
  readonly wordBottom: number;
}

export interface GroupedRow {
  readonly group?: string | undefined;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Spans each group from its first row to its last. `labelLength` is the height that a bracket's upright word needs; beside a shorter
 * bracket the word may stand anywhere as long as it reaches the bracket, but not above the diagram.
 */
export function groupBrackets(rows: readonly GroupedRow[], labelLength: number): readonly Bracket[] {
  const spans = (['deregistration', 'ikeClosing'] as const).flatMap((group) => {
    const own = rows.filter((row) => row.group === group);
    const first = own[0];
    const last = own.at(-1);
    return first === undefined || last === undefined ? [] : [{ group, top: first.top, bottom: last.bottom }];
  });
  spans.sort((a, b) => a.top - b.top);
  const ends: number[] = [];
  return spans.map((span) => {
    const spare = Math.max(0, labelLength - (span.bottom - span.top));
    const wordTop = Math.max(0, span.top - spare);
    const wordBottom = Math.max(span.bottom + spare, wordTop + labelLength);
    const free = ends.findIndex((end) => end <= wordTop);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = wordBottom;
    return { ...span, lane, wordTop, wordBottom };
  });
}
