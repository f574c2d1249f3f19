/** What can be chosen in the top bar. */
import { presetOf, presets } from '#detach/presets.ts';
import { scenarios } from '#detach/scenario.ts';
import type { WalkState } from './walkStore.ts';

export const presetChoices = presets;

/** The scenarios in groups: the procedures, the edge cases, the others. */
export const scenarioGroups = group();

/** The preset that the reading in use is; undefined for a reading of one's own. */
export function currentReading(state: WalkState) {
  return presetOf(state.variant);
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
