import { describe, expect, it } from 'vitest';
import type { DetachSystem } from '#detach/detach.ts';
import { detach, detachWith, rulesOf } from '#detach/detach.ts';
import { partsOf } from '#detach/parts.ts';
import { scenarioStart, scenarios, scenarioVariant } from '#detach/scenario.ts';
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import { byHandRuns, playByHand } from './byHandRuns.ts';
import { explore, keyOf, play } from './explore.ts';
import { eachFaultOnce, readings } from './readings.ts';
import { unhandledIn } from './unhandled.ts';

interface Use {
  readonly system: DetachSystem;
  readonly state: State;
  readonly event: Event;
}

/** For each rule one place where a scenario, or a run by hand, uses it. */
const inScenarios = new Map<string, Use>();
for (const { system, trace } of [...scenarios.map(play), ...byHandRuns.map(playByHand)]) {
  let state = trace.initial;
  for (const step of trace.steps) {
    if (!inScenarios.has(step.event.rule)) inScenarios.set(step.event.rule, { system, state, event: step.event });
    state = step.state;
  }
}

/** For each rule one place where it answers a message, as the test of pairs sees it. */
const inPairs = new Map<string, Use>();
function look(system: DetachSystem, start: State): void {
  explore(
    system,
    1_000,
    (state, events) => {
      for (const event of events) {
        const isNew = !inPairs.has(event.rule) && system.rule(event.rule).stimulus.kind === 'delivery';
        if (isNew) inPairs.set(event.rule, { system, state, event });
      }
    },
    start,
  );
}
for (const { variant } of readings) {
  const system = detach(variant, eachFaultOnce);
  look(system, system.initial);
}
for (const scenario of scenarios.filter(({ start }) => start !== undefined)) {
  const system = detach(scenarioVariant(scenario), eachFaultOnce);
  look(system, scenarioStart(scenario, system));
}

/** Whether the system without the rule does something else where the rule was used. */
function shows(id: string, { system, state, event }: Use): boolean {
  const lesser = detachWith(
    system.parts,
    system.rules.filter((rule) => rule.id !== id),
  );
  const other = lesser.enabled(state).find(({ text }) => text === event.text);
  if (other === undefined) return true;
  return outcomeOf(lesser, state, other) !== outcomeOf(system, state, event);
}

/** What an event leads to, and the reason it shows for a message that is discarded. */
function outcomeOf(system: DetachSystem, state: State, event: Event): string {
  const { state: next, effects } = system.perform(state, event);
  const reasons = effects.flatMap((effect) => (effect.type === 'discarded' ? [effect.reason] : []));
  return [keyOf(next), ...reasons].join(' ');
}

const ruleIds = [
  ...new Set(readings.flatMap(({ variant }) => rulesOf(partsOf(variant, eachFaultOnce)).map(({ id }) => id))),
];

// A rule of the second PDN connection is made by the same function as that of the first, and is not tried again.
describe('no rule can be dropped unseen: a scenario or the test of pairs would show it', () => {
  for (const id of ruleIds.filter((each) => !each.includes('@'))) {
    it(id, () => {
      const uses = [inScenarios.get(id), inPairs.get(id)].filter((use) => use !== undefined);
      expect(uses.some((use) => shows(id, use))).toBe(true);
    });
  }

  it('the second PDN connection has the rules of the first, but for circumstances that only the first has', () => {
    const second = ruleIds.filter((id) => id.endsWith('@ims')).map((id) => id.replace('@ims', ''));
    expect(second.filter((id) => !ruleIds.includes(id))).toEqual([]);
    expect(second.length).toBeGreaterThan(20);
  });

  it('a message without a rule counts as unhandled', () => {
    const use = inScenarios.get('pdnGw.bindingUpdate.deregisters');
    if (use === undefined) throw new Error('no scenario has a BU');
    const lesser = detachWith(
      use.system.parts,
      use.system.rules.filter(({ id }) => id !== 'pdnGw.bindingUpdate.deregisters'),
    );
    expect(unhandledIn(lesser, use.state, lesser.enabled(use.state))).toEqual(['bindingUpdate to pdnGw while bound']);
  });
});
