/**
 * The measures of a drawn sequence diagram, in the diagram's own units (px at scale 1). `wide` is for the panel of a projector screen,
 * `narrow` for a telephone; between their widths the picture is scaled.
 */
import { type LabelLimits, WIDE_LIMITS } from '#chart/sequenceText.ts';

/** Measured and drawn in this family; without a semicolon, or Mermaid drops it. */
export const FONT_FAMILY = 'Arial, Helvetica, sans-serif';

export interface SequenceLayout {
  readonly name: 'wide' | 'narrow';
  /** Font size of messages and conditions. */
  readonly fontSize: number;
  /** Font size of timers, actions and reasons. */
  readonly sideFontSize: number;
  /** From the left edge to the first lifeline, and from the last lifeline to the right edge. */
  readonly left: number;
  readonly right: number;
  /** From one lifeline to the next. */
  readonly span: number;
  /** Width of one column of brackets in the left gutter. */
  readonly lane: number;
  readonly limits: LabelLimits;
}

const wide: SequenceLayout = {
  name: 'wide',
  fontSize: 20,
  sideFontSize: 16,
  left: 198,
  right: 154,
  span: 416,
  lane: 26,
  limits: WIDE_LIMITS,
};

const narrow: SequenceLayout = {
  name: 'narrow',
  fontSize: 16,
  sideFontSize: 15,
  left: 72,
  right: 48,
  span: 270,
  lane: 20,
  limits: {
    message: 246,
    condition: 180,
    side: 200,
    timer: 170,
    sidePlacement: 'inside',
    timerWords: 'label',
  },
};

/** The layout for a panel of this width in CSS px. */
export function layoutFor(panelWidth: number): SequenceLayout {
  return panelWidth < 560 ? narrow : wide;
}

/** Width of the whole picture for this many lifelines. */
export function pictureWidth(layout: SequenceLayout, lifelines: number): number {
  return layout.left + layout.span * Math.max(lifelines - 1, 0) + layout.right;
}
