/** One row of the figure as shapes, from a height on downwards. */
import type { ConditionRow, MessageRow, SequenceRow } from './sequenceRow.ts';
import { messageDetails, messageTitle } from './sequenceText.ts';
import { ARROW_HALF, drawArrow } from './svgArrow.ts';
import { type Column, type Columns, columnOf, GUTTER, RIGHT_EDGE, wrap } from './svgColumns.ts';
import type { Look } from './svgLook.ts';
import { INK, SMALL, SMALL_LINE, svgElement, svgPath, svgText } from './svgShapes.ts';
import { drawBeside, drawMarks } from './svgTimers.ts';
import { textWidth } from './textWidth.ts';

export interface RowDrawing {
  readonly height: number;
  readonly shapes: readonly string[];
}

const SIZE = 13;
const LINE = 16;
/** Between a label and the arrow below it, or the edge of its frame. */
const PAD = 6;
const CONDITION_WIDTH = 220;

/** @throws {RangeError} unknown lifeline of a message. */
export function drawRow(row: SequenceRow, columns: Columns, top: number, look: Look): RowDrawing {
  if (row.kind === 'message') return drawMessage(row, columns, top, look);
  const column = columns.get(row.over);
  if (column === undefined) return drawAcross(row.text, top, look);
  return row.kind === 'condition' ? drawCondition(row, column, top, look) : drawBeside(row, column, top, look);
}

function drawMessage(row: MessageRow, columns: Columns, top: number, look: Look): RowDrawing {
  const from = columnOf(columns, row.from);
  const to = columnOf(columns, row.to);
  const width = Math.abs(to.x - from.x) - 2 * PAD;
  const middle = { x: (from.x + to.x) / 2, anchor: 'middle', bold: look.bold } as const;
  const shapes: string[] = [];
  let y = top;
  for (const line of wrap(messageTitle(row), width, SIZE, look)) {
    y += LINE;
    shapes.push(svgText({ ...middle, y: y - 4, fill: look.ink }, line));
  }
  for (const line of messageDetails(row).flatMap((detail) => wrap(detail, width, SMALL, look))) {
    y += SMALL_LINE;
    shapes.push(svgText({ ...middle, y: y - 4, size: SMALL, italic: true, fill: look.quiet }, line));
  }
  const arrow = y + PAD;
  const started = drawMarks(row.started ?? [], from, arrow, look);
  const stopped = drawMarks(row.fate === 'inFlight' ? [] : (row.stopped ?? []), to, arrow, look);
  shapes.push(...drawArrow(row, from.x, to.x, arrow, look), ...started.shapes, ...stopped.shapes);
  return { height: Math.max(arrow + ARROW_HALF, started.bottom, stopped.bottom) - top, shapes };
}

/** A state condition in the hexagon that message sequence charts have for it, over its lifeline as far as the page allows. */
function drawCondition({ text }: ConditionRow, column: Column, top: number, look: Look): RowDrawing {
  const lines = wrap(text, CONDITION_WIDTH, SIZE, look);
  const width = Math.max(...lines.map((line) => textWidth(line, SIZE, look.bold))) + 4 * PAD;
  const height = lines.length * LINE + PAD;
  const left = Math.max(GUTTER + 2, Math.min(column.x - width / 2, RIGHT_EDGE - width));
  const right = left + width;
  const [middle, bottom, slant] = [top + height / 2, top + height, 8];
  const upper = ['M', left, middle, 'L', left + slant, top, 'L', right - slant, top, 'L', right, middle];
  const d = svgPath(...upper, 'L', right - slant, bottom, 'L', left + slant, bottom, 'Z');
  const place = { x: left + width / 2, anchor: 'middle', bold: look.bold, fill: look.ink } as const;
  return {
    height,
    shapes: [
      svgElement('path', { d, fill: look.condition, stroke: look.ink, 'stroke-width': Math.min(look.stroke, 2) }),
      ...lines.map((line, at) => svgText({ ...place, y: top + (at + 1) * LINE - 1 }, line)),
    ],
  };
}

/** What befalls the network, across all lifelines. */
function drawAcross(text: string, top: number, look: Look): RowDrawing {
  const xs = { x: 2 * GUTTER, width: RIGHT_EDGE - 3 * GUTTER };
  const lines = wrap(text, xs.width - 2 * PAD, SMALL, look);
  const height = lines.length * SMALL_LINE + PAD;
  const place = { x: xs.x + xs.width / 2, anchor: 'middle', size: SMALL, italic: true } as const;
  return {
    height,
    shapes: [
      svgElement('rect', { ...xs, y: top, height, fill: INK.paper, stroke: look.quiet, 'stroke-width': 1 }),
      ...lines.map((line, at) =>
        svgText({ ...place, y: top + (at + 1) * SMALL_LINE, bold: look.bold, fill: look.ink }, line),
      ),
    ],
  };
}
