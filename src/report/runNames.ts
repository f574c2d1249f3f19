/** A run as the names and values of an address: whoever opens these has the run before them. */
import { scenarios } from '#detach/scenario.ts';
import { defaultVariant, differences } from '#detach/variant.ts';
import { sessionOptionNames } from '#session/options.ts';
import { writePatches } from '#session/patch.ts';
import { timingPairs } from '#session/timingText.ts';
import type { SavedRun } from './runFile.ts';

/** All that the run has, whatever scenario it is of: its reading by what differs from the one as tabled. */
export function namesOfRun(saved: SavedRun): Readonly<Record<string, string>> {
  const { scenario, reading, options, timing, without, events, step, patches } = saved;
  const set = differences(defaultVariant, reading).map((name) => [name, reading[name]] as const);
  return {
    scenario: scenario ?? usualStart(),
    preset: 'as-tabled',
    ...(set.length === 0 ? {} : { set: pairsText(set) }),
    session: pairsText(sessionOptionNames.map((name) => [name, options[name]])),
    timing: pairsText(timingPairs(timing)),
    ...(without === undefined ? {} : { without }),
    events: events.join(','),
    ...(patches.length === 0 ? {} : { patch: writePatches(patches) }),
    step: String(step),
  };
}

/** "order:buThenDelete,loss:0", as an address carries several values under one name; empty for none. */
export function pairsText(pairs: readonly (readonly [string, string | number])[]): string {
  return pairs.map(([name, value]) => `${name}:${value}`).join(',');
}

/** A run without a scenario begins where most scenarios do. */
function usualStart(): string {
  const scenario = scenarios.find(({ start }) => start === undefined);
  if (scenario === undefined) throw new Error('every scenario has a start of its own');
  return scenario.name;
}
