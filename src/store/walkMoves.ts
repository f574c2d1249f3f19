/** The events that keys and buttons mean in a state of the walk. */
import type { Event } from '#model/event.ts';
import type { Run } from '#run/branches.ts';
import { take } from '#run/branches.ts';
import { nextByTime } from '#run/play.ts';
import type { Trace } from '#run/trace.ts';
import { flightAt, stateAt } from '#run/trace.ts';
import type { TimingValues } from '#session/timing.ts';
import { clockOf, timingOf } from './clockOf.ts';
import { lastOf } from './lastOf.ts';
import type { WalkState } from './walkState.ts';

/** The event that Step takes at the cursor: the loaded run's next one, or what comes next by virtual time. */
export function nextEvent({ run, timing }: Pick<WalkState, 'run' | 'timing'>): Event | undefined {
  const loaded = run.trace.steps[run.step];
  if (loaded !== undefined) return loaded.event;
  return nextByTime(run.trace, clockOf({ run, timing }), timingOf({ timing }));
}

/** The run as Step leaves it, undefined where nothing is left; remembered, since it is asked for before Step is pressed. */
export const runAfterStep = lastOf((run: Run, timing: TimingValues): Run | undefined => {
  const event = nextEvent({ run, timing });
  return event === undefined ? undefined : take(run, event);
});

/** A network act on the selected message, if it is in flight, or else on the oldest in flight. */
export function eventOnMessage(state: Pick<WalkState, 'run' | 'selected'>, name: string): Event | undefined {
  const { run, selected } = state;
  const { system } = run.trace;
  const flight = flightAt(run.trace, run.step);
  const possible = system
    .enabled(stateAt(run.trace, run.step))
    .filter((event) => system.rule(event.rule).stimulus.name === name)
    .map((event) => ({ event, number: flight[event.at?.queue ?? -1]?.[event.at?.position ?? -1] ?? Infinity }))
    .sort((a, b) => a.number - b.number);
  return (possible.find((each) => each.number === selected) ?? possible[0])?.event;
}

/** The first timer that may fire; undefined where none runs. */
export function timerEvent({ trace, step }: Run): Event | undefined {
  return trace.system.enabled(stateAt(trace, step)).find((event) => kindOf(trace.system, event) === 'timer');
}

function kindOf(system: Trace['system'], event: Event) {
  return system.rule(event.rule).stimulus.kind;
}
