import { arrowReach } from '#chart/arrowReach.ts';
import type { MessageFate } from '#chart/sequenceRow.ts';
import { svgElement } from './svgElement.ts';

/**
 * The arrow of a message along Mermaid's line, with the head drawn as a path so that it takes the page's colours.
 *
 * | delivered | discarded | lost | in flight | not sent |
 * | filled head at the receiver | cross at the receiver | cross mid-way, no further | open head, on its way | short line and cross at the sender |
 *
 * A copy has a double line.
 */
export function drawArrow(line: SVGLineElement, fate: MessageFate, copy = false): readonly SVGElement[] {
  const dashed = line.style.strokeDasharray !== '';
  const at = (name: string) => Number(line.getAttribute(name));
  const [from, y] = [at('x1'), at('y1')];
  // Mermaid stops a line short of the lifeline, to make room for its own heads.
  const forward = Math.sign(at('x2') - from);
  const to = at('x2') + forward * SHORT_BY;
  const x = from + (to - from) * arrowReach[fate];
  const name = dashed ? 'seqLine seqDashed' : 'seqLine';
  const parallel = (end: number, by: number) =>
    svgElement('line', { class: name, x1: from, x2: end, y1: y + by, y2: y + by });
  const body = (end: number) => {
    const offsets = copy ? [-DOUBLE_LINE, DOUBLE_LINE] : [0];
    const lines = offsets.map((by) => parallel(end, by));
    lines[0]?.setAttribute('data-et', 'message');
    return lines;
  };
  switch (fate) {
    case 'delivered':
      return [...body(x - forward * 8), svgElement('path', { class: 'seqHead', d: filledHead(x, y, forward) })];
    case 'inFlight':
      return [...body(x), svgElement('path', { class: 'seqOpenHead', d: openHead(x, y, forward) })];
    case 'discarded':
      return [...body(x - forward * 9), svgElement('path', { class: 'seqCross', d: cross(x - forward * 9, y) })];
    case 'lost':
    case 'notSent':
      return [...body(x), svgElement('path', { class: 'seqCross', d: cross(x, y) })];
    default:
      return fate satisfies never;
  }
}

const SHORT_BY = 3;
/** From the middle of a double line to each of its lines. */
const DOUBLE_LINE = 2.25;

function filledHead(x: number, y: number, forward: number): string {
  const back = x - forward * 13;
  return `M${x},${y} L${back},${y - 5.5} V${y + 5.5} Z`;
}

function openHead(x: number, y: number, forward: number): string {
  const back = x - forward * 11;
  return `M${back},${y - 6} L${x},${y} L${back},${y + 6}`;
}

function cross(x: number, y: number): string {
  return `M${x - 6},${y - 6} L${x + 6},${y + 6} M${x + 6},${y - 6} L${x - 6},${y + 6}`;
}
