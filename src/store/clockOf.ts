/** The virtual clock of the line in view; it grows with the line, and starts anew only with another one. */
import type { Clock, Timing } from '#run/clock.ts';
import { advance, startClock } from '#run/clock.ts';
import type { Trace } from '#run/trace.ts';
import type { TimingValues } from '#session/timing.ts';
import { clockTiming } from '#session/timing.ts';
import { growing } from './growing.ts';
import { lastOf } from './lastOf.ts';

const timingFor = lastOf((values: TimingValues): Timing => clockTiming(values));

/** What virtual time runs on. */
export function timingOf({ timing }: { readonly timing: TimingValues }): Timing {
  return timingFor(timing);
}

const clockFor = growing((trace: Trace, before: Clock | undefined, timing: Timing) =>
  advance(before ?? startClock, trace, timing),
);

/** The clock after all steps of the line in view. */
export function clockOf(state: { readonly run: { readonly trace: Trace }; readonly timing: TimingValues }): Clock {
  return clockFor(state.run.trace, timingOf(state));
}
