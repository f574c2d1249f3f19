/**
 * The signs of a timer as message sequence charts have them (ITU-T Z.120), beside a lifeline and joined to it: an hourglass where it is
 * started, a cross where it is stopped, an hourglass with an arrow into the lifeline where it runs out.
 */
import type { TimerMark, TimerRow } from '#chart/sequenceRow.ts';
import { timerWords } from '#chart/timerMarks.ts';
import { type MeasureText, wrapLabel } from '#chart/wrapLabel.ts';
import type { SequenceLayout } from './sequenceLayout.ts';
import { svgElement } from './svgElement.ts';

/** From the lifeline to the far side of the sign, with a little air: the words begin here. */
export const SYMBOL_REACH = 34;

const STEM = 16;
const HALF_WIDTH = 6;
/** Less than a row reaches below its arrow: what is below that is cut off at the end of a chunk. */
const HALF_HEIGHT = 8;

/** One sign whose stem leaves the lifeline at `x`, `y`; `away` is -1 for a sign on its left, 1 on its right. */
export function timerSymbol(action: TimerRow['action'], x: number, y: number, away: -1 | 1): SVGGElement {
  const group = svgElement('g', { class: 'seqTimer', 'data-timer': action });
  const near = x + away * STEM;
  const centre = near + away * HALF_WIDTH;
  const path = (name: string, d: string) => group.append(svgElement('path', { class: name, d }));
  const stem = action === 'stopped' ? centre : near;
  path('seqTimerStem', `M${x},${y} H${stem}`);
  if (action === 'stopped') {
    const arm = HALF_WIDTH + 1;
    path('seqTimerCross', `M${centre - arm},${y - arm} l${2 * arm},${2 * arm} m0,${-2 * arm} l${-2 * arm},${2 * arm}`);
    return group;
  }
  const [left, top] = [centre - HALF_WIDTH, y - HALF_HEIGHT];
  path(
    'seqHourglass',
    `M${left},${top} h${2 * HALF_WIDTH} l${-2 * HALF_WIDTH},${2 * HALF_HEIGHT} h${2 * HALF_WIDTH} Z`,
  );
  if (action === 'fired') {
    const back = x + away * 9;
    path('seqTimerHead', `M${x},${y} L${back},${y - 4.5} V${y + 4.5} Z`);
  }
  return group;
}

/**
 * The timers of one kind that go with a message, in the margin at its arrow: one sign, and all their words beside it, unless the layout has
 * them in the message's label. Empty without timers.
 */
export function timersInMargin(
  marks: readonly TimerMark[],
  at: { readonly x: number; readonly y: number; readonly away: -1 | 1 },
  layout: SequenceLayout,
  measure: MeasureText,
): readonly SVGElement[] {
  const [first] = marks;
  if (first === undefined) return [];
  const symbol = timerSymbol(first.action, at.x, at.y, at.away);
  if (layout.limits.timerWords === 'label') return [symbol];
  const lines = marks.flatMap((mark) => wrapLabel(timerWords(mark), layout.limits.timer, measure));
  const pitch = Math.round(1.15 * layout.sideFontSize);
  const words = lines.map((line, i) => {
    const text = svgElement('text', {
      class: 'seqText seqSide seqTimerWords',
      x: at.x + at.away * SYMBOL_REACH,
      y: at.y + BASE_LINE - (lines.length - 1 - i) * pitch,
      'text-anchor': at.away < 0 ? 'end' : 'start',
    });
    text.textContent = line;
    return text;
  });
  return [symbol, ...words];
}

/** Of the last line of words, below the arrow: the lines above it grow upwards, clear of the row below. */
const BASE_LINE = 6;
