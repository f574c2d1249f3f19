/** How a row of the figure looks by its standing. Grey is never the only sign: later rows have thin lines, current ones a bar at the edge. */
import type { RowStanding } from './rowStanding.ts';
import { INK } from './svgShapes.ts';

export interface Look {
  readonly ink: string;
  /** Of what is said about a message's way. */
  readonly quiet: string;
  readonly stroke: number;
  readonly bold: boolean;
  readonly condition: string;
}

const PLAIN: Look = { ink: INK.line, quiet: INK.quiet, stroke: 1.5, bold: false, condition: INK.condition };
const CURRENT: Look = { ...PLAIN, stroke: 2.5, bold: true, condition: INK.paper };
const LATER: Look = { ink: INK.later, quiet: INK.later, stroke: 1, bold: false, condition: INK.paper };

export function lookOf({ current, later }: RowStanding): Look {
  if (later) return LATER;
  return current ? CURRENT : PLAIN;
}
