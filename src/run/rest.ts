/** At rest: nothing is in flight, and no event is possible that is not a fault. */
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';

export function atRest(system: System, state: State): boolean {
  return (
    state.queues.every((queue) => queue.length === 0) &&
    system.enabled(state).every((event) => system.rule(event.rule).stimulus.kind === 'fault')
  );
}
