/** A row of the diagram as an eye sees it, on screen or in the figure: in these words both are compared. */

export interface SeenArrow {
  /** The lifeline where it begins: the left one or the right one. */
  readonly from: 'left' | 'right';
  /** How far it comes, sign and all: 1 is the other lifeline. */
  readonly reach: number;
  readonly sign: 'filled' | 'open' | 'cross';
  readonly dashed: boolean;
  readonly double: boolean;
}

export type Mark = 'hourglass' | 'cross' | 'none';

export interface SeenRow {
  /** All that is written in it, without blanks. */
  readonly words: string;
  /** Undefined for what is no message. */
  readonly arrow: SeenArrow | undefined;
  /** Beside the left lifeline, over it, over both, and so on. */
  readonly place: 'leftOf' | 'overLeft' | 'across' | 'overRight' | 'rightOf';
  /** The signs of timers on the left and on the right of both lifelines. */
  readonly marks: readonly [left: Mark, right: Mark];
  readonly later: boolean;
  readonly current: boolean;
}

export interface SeenDiagram {
  readonly rows: readonly SeenRow[];
  /** For each bracket, from the left and from above, the first and the last row that it has beside itself. */
  readonly brackets: readonly { readonly first: number; readonly last: number }[];
}

/** Where a span from `from` to `to` stands, 0 being the left lifeline and 1 the right one. */
export function placeOf(from: number, to: number): SeenRow['place'] {
  if (to <= 0.01) return 'leftOf';
  if (from >= 0.99) return 'rightOf';
  if (from < 0.35 && to > 0.65) return 'across';
  return (from + to) / 2 < 0.5 ? 'overLeft' : 'overRight';
}
