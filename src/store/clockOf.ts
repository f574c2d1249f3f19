/** The virtual clock of the line in view; it grows with the line, and starts anew only with another one. */
import type { Clock, Timing } from '#run/clock.ts';
import { advance, startClock } from '#run/clock.ts';
import type { Trace } from '#run/trace.ts';
import type { TimingValues } from '#session/timing.ts';
import { clockTiming } from '#session/timing.ts';
import { lastOf } from './lastOf.ts';

const timingFor = lastOf((values: TimingValues): Timing => clockTiming(values));

/** What virtual time runs on. */
export function timingOf({ timing }: { readonly timing: TimingValues }): Timing {
  return timingFor(timing);
}

let seen: { readonly trace: Trace; readonly timing: Timing; readonly clock: Clock } | undefined;

/** The clock after all steps of the line in view. */
export function clockOf(state: { readonly run: { readonly trace: Trace }; readonly timing: TimingValues }): Clock {
  const { trace } = state.run;
  const timing = timingOf(state);
  if (seen?.trace === trace && seen.timing === timing) return seen.clock;
  const last = seen?.trace.steps.length ?? 0;
  const grown = seen?.timing === timing && last > 0 && trace.steps[last - 1] === seen.trace.steps[last - 1];
  const clock = advance(grown && seen !== undefined ? seen.clock : startClock, trace, timing);
  seen = { trace, timing, clock };
  return clock;
}
