/** The brackets of the figure in its left margin, one for each part of the procedure, each with its upright word. */
import { type Bracket, bracketWords } from './groupBrackets.ts';
import { INK, SMALL, svgElement, svgPath, svgText } from './svgShapes.ts';
import { textWidth } from './textWidth.ts';

const LANE = 17;
const LEFT = 3;
const HOOK = 4;

/** The height that the longest word needs. */
export const BRACKET_WORD = Math.max(...Object.values(bracketWords).map((word) => textWidth(word, SMALL))) + 4;

export function drawBracket({ group, lane, top, bottom, wordTop, wordBottom }: Bracket): string {
  const x = LEFT + (lane + 1) * LANE - HOOK;
  const d = svgPath('M', x + HOOK, top, 'L', x, top, 'L', x, bottom, 'L', x + HOOK, bottom);
  return svgElement('g', {}, [
    svgElement('path', { d, fill: 'none', stroke: INK.bracket, 'stroke-width': 1 }),
    svgText(
      { x: x - 3, y: (wordTop + wordBottom) / 2, anchor: 'middle', size: SMALL, fill: INK.bracket, upright: true },
      bracketWords[group],
    ),
  ]);
}
