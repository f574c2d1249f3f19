/** The events of a run through the states of a search: what replays it in the walk. */
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import { sameState } from '#model/state.ts';
import type { System } from '#model/system.ts';
import type { Search } from './search.ts';

/** The events of a shortest run to a state of a search. */
export function shortestRun(system: System, search: Search, number: number): readonly Event[] {
  return eventsAlong(
    system,
    search.wayTo(number).map((each) => search.state(each)),
  );
}

/**
 * The events that lead from each state to the next; of several that do, the first.
 * @throws {Error} if none does: the search and the interpreter disagree, a bug.
 */
export function eventsAlong(system: System, states: readonly State[]): readonly Event[] {
  return states.slice(1).map((after, at) => {
    const before = states[at] as State;
    const event = system.enabled(before).find((each) => sameState(system.apply(before, each), after));
    if (event === undefined) throw new Error(`step ${at + 1} of a run found by the search is not possible`);
    return event;
  });
}
