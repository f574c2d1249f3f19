/** A figure that is higher than a page, in parts of like height; what happens in one step stays together. */
import type { Lifeline, SequenceRow } from './sequenceRow.ts';
import { columnsOf } from './svgColumns.ts';
import { MARGIN, type PlacedRow, placeRows, ROW_GAP, START } from './svgPlaces.ts';

interface Block {
  readonly rows: readonly SequenceRow[];
  readonly height: number;
}

/** How much lower the parts are tried, in px, to make them alike. */
const TRY = 10;

/**
 * The rows of one picture if that is no higher than `most` px, else of as few as are none higher than `page`. A part has at least one
 * row; no rows are one part.
 */
export function rowsByPage(
  lifelines: readonly Lifeline[],
  rows: readonly SequenceRow[],
  most: number,
  page = most,
): readonly (readonly SequenceRow[])[] {
  const placed = placeRows(columnsOf(lifelines), rows);
  if (rows.length === 0 || START + heightOf(placed) + MARGIN <= most) return [rows];
  const room = page - START - MARGIN;
  const blocks = blocksOf(placed, room);
  let parts = fill(blocks, room);
  for (let less = room - TRY; less > 0; less -= TRY) {
    const lower = fill(blocks, less);
    if (lower.length > parts.length) break;
    parts = lower;
  }
  return parts.map((part) => part.flatMap((block) => block.rows));
}

/** The rows of each step, or single rows where a step alone is higher than the room. */
function blocksOf(placed: readonly PlacedRow[], room: number): readonly Block[] {
  const steps: PlacedRow[][] = [];
  for (const each of placed) {
    const last = steps.at(-1);
    if (last?.[0]?.row.step === each.row.step) last.push(each);
    else steps.push([each]);
  }
  return steps
    .flatMap((step) => (heightOf(step) > room ? step.map((each) => [each]) : [step]))
    .map((block) => ({ rows: block.map(({ row }) => row), height: heightOf(block) }));
}

function heightOf(placed: readonly PlacedRow[]): number {
  return placed.reduce((height, row) => height + row.height + ROW_GAP, 0);
}

function fill(blocks: readonly Block[], room: number): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let height = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    const part = parts.at(-1);
    if (part !== undefined && height + block.height <= room) {
      part.push(block);
      height += block.height;
    } else {
      parts.push([block]);
      height = block.height;
    }
  }
  return parts;
}
