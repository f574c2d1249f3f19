/** The shortest run that solves a challenge, found by the checker: among all runs of its reading, so nobody can do better. */
import { checkedSystem } from '#check/checkReading.ts';
import { shortestRun } from '#check/shortestRun.ts';
import { startSearch } from '#check/startSearch.ts';
import type { Challenge } from './challenge.ts';
import { challengeVariant, goalOf } from './challenge.ts';

export interface BestRun {
  /** The texts of its events; undefined where no run within the bounds solves it. */
  readonly events: readonly string[] | undefined;
  readonly states: number;
}

/** States looked at between two words of progress. */
const STRETCH = 2_000;

/** Searches until the goal is met, or all states were seen; yields how many states were. */
export function* bestRun(
  challenge: Challenge,
): Generator<{ readonly states: number; readonly depth: number }, BestRun> {
  const system = checkedSystem(challengeVariant(challenge));
  const goal = goalOf(challenge, system);
  const { name: id, title, task: meaning } = challenge;
  const search = startSearch(system, [{ id, title, meaning, basis: 'L-20', modality: 'sometimes', claim: goal }]);
  for (;;) {
    const done = search.advance(STRETCH);
    const witness = search.result().properties[0]?.witness;
    const { states, depth } = search.progress();
    if (witness !== undefined) {
      return { events: shortestRun(system, search, witness).map((event) => event.text), states };
    }
    if (done) return { events: undefined, states };
    yield { states, depth };
  }
}
