/** Where the lifelines of the figure stand, and how text is broken to the room beside and between them. */
import type { Lifeline } from './sequenceRow.ts';
import type { Look } from './svgLook.ts';
import { PAGE_WIDTH } from './svgShapes.ts';
import { textWidth } from './textWidth.ts';
import { wrapLabel } from './wrapLabel.ts';

/** A lifeline as it is drawn. */
export interface Column {
  readonly x: number;
  readonly name: string;
  /** Where its timers and actions stand, -1 for its left, and how far they may reach. */
  readonly away: -1 | 1;
  readonly room: number;
}

export type Columns = ReadonlyMap<string, Column>;

/** Room for two brackets, and the bar of the current step. */
export const GUTTER = 40;
/** What is drawn ends here. */
export const RIGHT_EDGE = PAGE_WIDTH - 4;
const FIRST = 154;
const LAST = PAGE_WIDTH - 132;

export function columnsOf(lifelines: readonly Lifeline[]): Columns {
  const last = lifelines.length - 1;
  const step = last <= 0 ? 0 : (LAST - FIRST) / last;
  return new Map(
    lifelines.map(({ id, name }, at): [string, Column] => {
      const x = FIRST + at * step;
      if (at === 0) return [id, { x, name, away: -1, room: x - GUTTER - 4 }];
      return [id, { x, name, away: 1, room: at === last ? RIGHT_EDGE - x : step / 3 }];
    }),
  );
}

/** @throws {RangeError} unknown lifeline. */
export function columnOf(columns: Columns, lifeline: string): Column {
  const column = columns.get(lifeline);
  if (column === undefined) throw new RangeError(`no lifeline "${lifeline}"`);
  return column;
}

/** The lines of a text that is drawn in this size, no wider than so many px. */
export function wrap(text: string, width: number, size: number, { bold }: Pick<Look, 'bold'>): readonly string[] {
  return wrapLabel(
    text,
    width,
    (line) => textWidth(line, size, bold),
    (line) => line,
  );
}
