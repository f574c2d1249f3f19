/**
 * What stands beside a lifeline of the figure: actions, and timers with the signs of message sequence charts (ITU-T Z.120): an
 * hourglass where one is started, a cross where it is stopped, an hourglass with an arrow into the lifeline where it runs out.
 */
import type { EventRow, TimerMark, TimerRow } from './sequenceRow.ts';
import { cross } from './svgArrow.ts';
import { type Column, wrap } from './svgColumns.ts';
import type { Look } from './svgLook.ts';
import { INK, SMALL, SMALL_LINE, svgElement, svgPath, svgText } from './svgShapes.ts';
import { timerWords } from './timerMarks.ts';

const STEM = 10;
const HALF_WIDTH = 5;
const HALF_HEIGHT = 6.5;
/** From a lifeline to the words, with a sign between and without. */
const SIGN_GAP = 26;
const GAP = 14;

/** Timers that start or stop with a message: a sign at its arrow, and the words beside it. `bottom` is where the last of them ends. */
export function drawMarks(marks: readonly TimerMark[], column: Column, arrow: number, look: Look) {
  const [first] = marks;
  if (first === undefined) return { shapes: [], bottom: 0 };
  const lines = marks.flatMap((mark) => wrap(timerWords(mark), column.room - SIGN_GAP, SMALL, look));
  const top = arrow - SMALL_LINE / 2;
  return {
    shapes: [...sign(first.action, column, arrow, look), ...words(lines, column, SIGN_GAP, top, look)],
    bottom: Math.max(top + lines.length * SMALL_LINE, arrow + HALF_HEIGHT),
  };
}

/** A timer without a message, or an action of a person: a row of its own in the margin. */
export function drawBeside(row: TimerRow | EventRow, column: Column, top: number, look: Look) {
  const gap = row.kind === 'timer' ? SIGN_GAP : GAP;
  const lines = wrap(row.text, column.room - gap, SMALL, look);
  const height = Math.max(lines.length * SMALL_LINE, 2 * HALF_HEIGHT);
  const y = top + height / 2;
  const shapes = row.kind === 'timer' ? sign(row.action, column, y, look) : arrowInto(column, y, STEM, look);
  return { height, shapes: [...shapes, ...words(lines, column, gap, top, look)] };
}

function words(lines: readonly string[], column: Column, gap: number, top: number, look: Look): readonly string[] {
  const place = {
    x: column.x + column.away * gap,
    anchor: column.away < 0 ? 'end' : 'start',
    size: SMALL,
    bold: look.bold,
    fill: look.ink,
  } as const;
  return lines.map((line, at) => svgText({ ...place, y: top + (at + 1) * SMALL_LINE - 4 }, line));
}

function sign(action: TimerRow['action'], { x, away }: Column, y: number, look: Look): readonly string[] {
  const near = x + away * STEM;
  const centre = near + away * HALF_WIDTH;
  const stroke = { stroke: look.ink, 'stroke-width': Math.min(look.stroke, 1.5) };
  const stem = (end: number) => svgElement('line', { x1: x, y1: y, x2: end, y2: y, ...stroke });
  if (action === 'stopped') return [stem(centre), cross(centre, y, { ...look, stroke: Math.min(look.stroke, 1.5) })];
  const [left, right] = [centre - HALF_WIDTH, centre + HALF_WIDTH];
  const [top, bottom] = [y - HALF_HEIGHT, y + HALF_HEIGHT];
  const d = svgPath('M', left, top, 'L', right, top, 'L', left, bottom, 'L', right, bottom, 'Z');
  const hourglass = svgElement('path', { d, ...stroke, fill: INK.paper, 'stroke-linejoin': 'round' });
  return action === 'fired' ? [...arrowInto({ x, away }, y, STEM, look), hourglass] : [stem(near), hourglass];
}

function arrowInto({ x, away }: Pick<Column, 'x' | 'away'>, y: number, length: number, look: Look): readonly string[] {
  const [far, back] = [x + away * length, x + away * 6];
  return [
    svgElement('line', { x1: far, y1: y, x2: back, y2: y, stroke: look.ink, 'stroke-width': 1 }),
    svgElement('path', {
      d: svgPath('M', back, y - 4, 'L', x, y, 'L', back, y + 4, 'Z'),
      fill: look.ink,
      stroke: 'none',
    }),
  ];
}
