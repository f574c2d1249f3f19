/** Where the brackets beside a sequence diagram stand: one for each part of the procedure that has messages. */
export type BracketGroup = 'deregistration' | 'ikeClosing';

export interface Bracket {
  readonly group: BracketGroup;
  readonly top: number;
  readonly bottom: number;
  /** Column in the gutter, from 0 at the diagram outwards: brackets side by side never share one. */
  readonly lane: number;
}

export interface GroupedRow {
  readonly group?: string | undefined;
  readonly top: number;
  readonly bottom: number;
}

/** Spans each group from its first row to its last. `labelLength` is the height that a bracket's upright word needs. */
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
    const spare = Math.max(0, labelLength - (span.bottom - span.top)) / 2;
    const free = ends.findIndex((end) => end <= span.top - spare);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = span.bottom + spare;
    return { ...span, lane };
  });
}
