/**
 * The arrow of a message in the figure, by what became of it, as on screen:
 *
 * | delivered | discarded | lost | in flight | not sent |
 * | filled head at the receiver | cross at the receiver | cross half way | open head, on its way | cross close to the sender |
 *
 * A copy has a double line.
 */
import { arrowReach } from './arrowReach.ts';
import type { MessageRow } from './sequenceRow.ts';
import type { Look } from './svgLook.ts';
import { svgElement, svgPath } from './svgShapes.ts';

/** Half the height of heads and crosses: what is below an arrow stands clear of it. */
export const ARROW_HALF = 5;
const HEAD = 10;
/** From the middle of a double line to each of its lines. */
const DOUBLE_LINE = 2;

export function drawArrow(row: MessageRow, from: number, to: number, y: number, look: Look): readonly string[] {
  const way = to > from ? 1 : -1;
  const tip = from + (to - from) * arrowReach[row.fate];
  const stroke = { stroke: look.ink, 'stroke-width': look.stroke, fill: 'none' };
  const dashes = row.dashed ? { 'stroke-dasharray': '7 4' } : {};
  const lines = (end: number) =>
    (row.copy ? [-DOUBLE_LINE, DOUBLE_LINE] : [0]).map((by) =>
      svgElement('line', {
        x1: from,
        y1: y + by,
        x2: end,
        y2: y + by,
        ...stroke,
        ...(row.copy ? { 'stroke-width': Math.min(look.stroke, 1.5) } : {}),
        ...dashes,
      }),
    );
  const back = tip - way * HEAD;
  const head = svgPath('M', back, y - ARROW_HALF, 'L', tip, y, 'L', back, y + ARROW_HALF);
  switch (row.fate) {
    case 'delivered':
      return [
        ...lines(tip - way * (HEAD - 2)),
        svgElement('path', { d: svgPath(head, 'Z'), fill: look.ink, stroke: 'none' }),
      ];
    case 'inFlight':
      return [...lines(tip), svgElement('path', { d: head, ...stroke })];
    case 'discarded':
      return [...lines(back), cross(back, y, look)];
    case 'lost':
    case 'notSent':
      return [...lines(tip), cross(tip, y, look)];
    default:
      throw row.fate satisfies never;
  }
}

/** A stroke each way through a point. */
export function cross(x: number, y: number, look: Look): string {
  const [left, right, top, bottom] = [x - ARROW_HALF, x + ARROW_HALF, y - ARROW_HALF, y + ARROW_HALF];
  const d = svgPath('M', left, top, 'L', right, bottom, 'M', left, bottom, 'L', right, top);
  return svgElement('path', { d, stroke: look.ink, 'stroke-width': look.stroke + 0.5, fill: 'none' });
}
