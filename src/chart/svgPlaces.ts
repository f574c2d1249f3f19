/** The rows of the figure one below the other. */
import { type RowStanding, rowStanding, underWay } from './rowStanding.ts';
import type { SequenceRow } from './sequenceRow.ts';
import type { Columns } from './svgColumns.ts';
import { lookOf } from './svgLook.ts';
import { drawRow, type RowDrawing } from './svgRows.ts';

export const MARGIN = 8;
export const HEAD_HEIGHT = 30;
export const ROW_GAP = 12;
/** Where the first row begins. */
export const START = MARGIN + HEAD_HEIGHT + ROW_GAP;

export interface PlacedRow extends RowDrawing {
  readonly row: SequenceRow;
  readonly top: number;
  readonly bottom: number;
  readonly current: boolean;
}

const ALIKE: RowStanding = { current: false, flies: false, later: false };

/** At a step of the run, or else with all rows alike. @throws {RangeError} unknown lifeline. */
export function placeRows(columns: Columns, rows: readonly SequenceRow[], step?: number): readonly PlacedRow[] {
  let top = START;
  return rows.map((row) => {
    const standing = step === undefined ? ALIKE : rowStanding(row, step);
    const shown = row.kind === 'message' && standing.flies ? underWay(row) : row;
    const drawing = drawRow(shown, columns, top, lookOf(standing));
    const placed = { ...drawing, row, top, bottom: top + drawing.height, current: standing.current };
    top = placed.bottom + ROW_GAP;
    return placed;
  });
}
