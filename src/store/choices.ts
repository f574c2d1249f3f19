/** What can be chosen in the top bar. */
import { presetOf, presets } from '#detach/presets.ts';
import { scenarios } from '#detach/scenario.ts';
import type { WalkState } from './walkState.ts';

export const presetChoices = presets;

/** The scenarios in groups: the procedures, the edge cases, the others. */
export const scenarioGroups = group();

/** The preset that the reading in use is; undefined for a reading of one's own. */
export function currentReading(state: WalkState) {
  return presetOf(state.variant);
}

/** Whether the run in view is one that a check has found, goes on from it, or is it on another reading: then it is no scenario's. */
export function isOnFoundRun({ run, reread, shown }: Pick<WalkState, 'run' | 'reread' | 'shown'>): boolean {
  const line = reread?.to === run.trace ? reread.from : run.trace;
  // A run that is shown has a system of its own.
  return line.system === shown?.trace.system;
}

function group() {
  const first = new Set(['ue-initiated', 'network-initiated']);
  const entry = (each: (typeof scenarios)[number]) => ({
    name: each.name,
    label: each.title,
  });
  return [
    { title: 'The two procedures', scenarios: scenarios.filter((each) => first.has(each.name)).map(entry) },
    {
      title: 'Other runs',
      scenarios: scenarios.filter((each) => !first.has(each.name) && each.hazard === undefined).map(entry),
    },
    { title: 'Edge cases and hazards', scenarios: scenarios.filter((each) => each.hazard !== undefined).map(entry) },
  ];
}
