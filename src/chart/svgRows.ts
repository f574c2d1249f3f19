/** One row of a sequence diagram as shapes of a picture, from a height on downwards. */
import type { MessageRow, SequenceRow, TimerMark } from './sequenceRow.ts';
import { messageDetails, messageTitle } from './sequenceText.ts';
import { INK, PAGE_WIDTH, svgElement, svgPath, svgText } from './svgShapes.ts';
import { textWidth } from './textWidth.ts';
import { timerWords } from './timerMarks.ts';
import { wrapLabel } from './wrapLabel.ts';

/** A lifeline as it is drawn. */
export interface Column {
  readonly x: number;
  readonly name: string;
  /** Where its timers and actions stand, and how much room is there. */
  readonly side: 'left' | 'right';
  readonly sideWidth: number;
}

export type Columns = ReadonlyMap<string, Column>;

export interface RowDrawing {
  readonly height: number;
  readonly shapes: readonly string[];
}

const SIZE = 13;
const SMALL = 12;
const LINE = 16;
const SMALL_LINE = 15;
/** Between a label and the arrow below it, or the edge of its box. */
const PAD = 6;
const CONDITION_WIDTH = 220;
const HEAD = 10;
/** From a lifeline to the words beside it. */
const SIDE_GAP = 14;

/** @throws {RangeError} unknown lifeline of a message. */
export function drawRow(row: SequenceRow, columns: Columns, top: number): RowDrawing {
  if (row.kind === 'message')
    return row.fate === 'notSent' ? drawNotSent(row, columns, top) : drawMessage(row, columns, top);
  const column = columns.get(row.over);
  if (column === undefined) return drawAcross(row.text, top);
  return row.kind === 'condition' ? drawBox([row.text], column, top, true) : drawBeside(row, column, top);
}

function drawMessage(row: MessageRow, columns: Columns, top: number): RowDrawing {
  const from = columnOf(columns, row.from);
  const to = columnOf(columns, row.to);
  const width = Math.abs(to.x - from.x) - 2 * PAD;
  const middle = (from.x + to.x) / 2;
  const head = wrap(messageTitle(row), width, SIZE);
  const details = messageDetails(row).flatMap((line) => wrap(line, width, SMALL));
  const shapes: string[] = [];
  let y = top;
  for (const line of head) {
    y += LINE;
    shapes.push(svgText({ x: middle, y: y - 4, anchor: 'middle' }, line));
  }
  const arrow = y + PAD;
  shapes.push(...drawArrow(row, from.x, to.x, arrow));
  y = arrow + PAD;
  for (const line of details) {
    y += SMALL_LINE;
    shapes.push(svgText({ x: middle, y: y - 3, anchor: 'middle', size: SMALL, italic: true, fill: INK.quiet }, line));
  }
  const started = drawMarks(row.started, from, arrow);
  const stopped = drawMarks(row.fate === 'inFlight' ? [] : row.stopped, to, arrow);
  const bottom = Math.max(y, started.bottom, stopped.bottom);
  return { height: bottom - top, shapes: [...shapes, ...started.shapes, ...stopped.shapes] };
}

/** Lost: a cross half way. Discarded: a cross at the receiver. In flight: an open head short of it. */
function drawArrow(row: MessageRow, from: number, to: number, y: number): readonly string[] {
  const way = to > from ? 1 : -1;
  const end = { inFlight: 0.85, lost: 0.6, delivered: 1, discarded: 1, notSent: 0 }[row.fate];
  const tip = from + (to - from) * end;
  const stroke = { stroke: INK.line, 'stroke-width': 1.5, fill: 'none' };
  const dashes = row.dashed ? { 'stroke-dasharray': '7 4' } : {};
  const crossed = row.fate === 'lost' || row.fate === 'discarded';
  const shaft = row.fate === 'delivered' ? tip - way * (HEAD - 2) : crossed ? tip - way * HEAD : tip;
  const line = svgElement('line', { x1: from, y1: y, x2: shaft, y2: y, ...stroke, ...dashes });
  if (crossed) {
    const x = tip - way * HEAD;
    return [
      line,
      svgElement('path', {
        d: svgPath('M', x - 5, y - 5, 'L', x + 5, y + 5, 'M', x - 5, y + 5, 'L', x + 5, y - 5),
        ...stroke,
        'stroke-width': 2,
      }),
    ];
  }
  const back = tip - way * HEAD;
  const path = svgPath('M', back, y - 5, 'L', tip, y, 'L', back, y + 5);
  return row.fate === 'inFlight'
    ? [line, svgElement('path', { d: path, ...stroke })]
    : [line, svgElement('path', { d: svgPath(path, 'Z'), fill: INK.line, stroke: 'none' })];
}

/** Timers that start or stop with a message, beside its arrow: a short bar at the lifeline, and the words. */
function drawMarks(marks: readonly TimerMark[] = [], column: Column, arrow: number) {
  const shapes: string[] = [];
  const way = column.side === 'left' ? -1 : 1;
  let y = arrow - SMALL_LINE / 2;
  for (const mark of marks) {
    const at = y + SMALL_LINE / 2;
    const bar = { x1: column.x, y1: at, x2: column.x + way * (SIDE_GAP - 4), y2: at };
    shapes.push(svgElement('line', { ...bar, stroke: INK.quiet, 'stroke-width': 1 }));
    for (const line of wrap(timerWords(mark), column.sideWidth, SMALL)) {
      y += SMALL_LINE;
      shapes.push(besideText(line, column, y - 4));
    }
  }
  return { shapes, bottom: marks.length === 0 ? 0 : y };
}

/** A timer that runs out, or an action of a person, in the margin beside its lifeline. */
function drawBeside(row: SequenceRow & { readonly text: string }, column: Column, top: number): RowDrawing {
  const way = column.side === 'left' ? -1 : 1;
  const lines = wrap(row.text, column.sideWidth, SMALL);
  const height = lines.length * SMALL_LINE;
  const y = top + height / 2;
  const far = column.x + way * (SIDE_GAP - 4);
  const tip = svgPath('M', far - way * 5, y - 4, 'L', column.x, y, 'L', far - way * 5, y + 4, 'Z');
  return {
    height,
    shapes: [
      svgElement('line', { x1: far, y1: y, x2: column.x, y2: y, stroke: INK.line, 'stroke-width': 1 }),
      svgElement('path', { d: tip, fill: INK.line, stroke: 'none' }),
      ...lines.map((line, at) => besideText(line, column, top + (at + 1) * SMALL_LINE - 4)),
    ],
  };
}

function besideText(line: string, column: Column, y: number): string {
  const [x, anchor] =
    column.side === 'left' ? [column.x - SIDE_GAP, 'end' as const] : [column.x + SIDE_GAP, 'start' as const];
  return svgText({ x, y, anchor, size: SMALL }, line);
}

function drawNotSent(row: MessageRow, columns: Columns, top: number): RowDrawing {
  return drawBox([messageTitle(row), ...messageDetails(row)], columnOf(columns, row.from), top, false);
}

/** A box over a lifeline: round for a state condition, square and dashed for what did not happen. */
function drawBox(texts: readonly string[], column: Column, top: number, round: boolean): RowDrawing {
  const lines = texts.flatMap((text) => wrap(text, CONDITION_WIDTH, SIZE));
  const width = Math.max(...lines.map((line) => textWidth(line, SIZE))) + 4 * PAD;
  const height = lines.length * LINE + PAD;
  const box = { x: column.x - width / 2, y: top, width, height, fill: round ? INK.condition : INK.paper };
  const edge = { stroke: INK.line, 'stroke-width': 1, ...(round ? { rx: 9, ry: 9 } : { 'stroke-dasharray': '3 3' }) };
  return {
    height,
    shapes: [
      svgElement('rect', { ...box, ...edge }),
      ...lines.map((line, at) => svgText({ x: column.x, y: top + (at + 1) * LINE - 1, anchor: 'middle' }, line)),
    ],
  };
}

/** What befalls the network, across all lifelines. */
function drawAcross(text: string, top: number): RowDrawing {
  const width = PAGE_WIDTH * 0.62;
  const lines = wrap(text, width - 2 * PAD, SMALL);
  const height = lines.length * SMALL_LINE + PAD;
  const box = { x: (PAGE_WIDTH - width) / 2, y: top, width, height, fill: INK.paper };
  return {
    height,
    shapes: [
      svgElement('rect', { ...box, stroke: INK.quiet, 'stroke-width': 1 }),
      ...lines.map((line, at) =>
        svgText(
          { x: PAGE_WIDTH / 2, y: top + (at + 1) * SMALL_LINE, anchor: 'middle', size: SMALL, italic: true },
          line,
        ),
      ),
    ],
  };
}

function wrap(text: string, width: number, size: number): readonly string[] {
  return wrapLabel(
    text,
    width,
    (line) => textWidth(line, size),
    (line) => line,
  );
}

function columnOf(columns: Columns, lifeline: string): Column {
  const column = columns.get(lifeline);
  if (column === undefined) throw new RangeError(`no lifeline "${lifeline}"`);
  return column;
}
