import { describe, expect, it } from 'vitest';
import type { DetachSystem } from '#detach/detach.ts';
import { detach, detachWith, rulesOf } from '#detach/detach.ts';
import { partsOf } from '#detach/parts.ts';
import { scenarioStart, scenarioSystem, scenarios } from '#detach/scenario.ts';
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import { explore, keyOf, play } from './explore.ts';
import { eachFaultOnce, readings } from './readings.ts';
import { unhandledIn } from './unhandled.ts';

/**
 * Rules whose loss neither a scenario nor the test of pairs would show, each with the reason. A rule of the second PDN
 * connection is made by the same function as that of the first, and is not listed.
 */
const unobserved: Readonly<Record<string, string>> = {};

interface Use {
  readonly system: DetachSystem;
  readonly state: State;
  readonly event: Event;
}

/** For each rule one place where a scenario uses it. */
const inScenarios = new Map<string, Use>();
for (const scenario of scenarios) {
  const { trace } = play(scenario);
  const system = scenarioSystem(scenario);
  let state = scenarioStart(scenario, system);
  for (const step of trace.steps) {
    if (!inScenarios.has(step.event.rule)) inScenarios.set(step.event.rule, { system, state, event: step.event });
    state = step.state;
  }
}

/** For each rule one place where it answers a message, as the test of pairs sees it. */
const inPairs = new Map<string, Use>();
for (const { variant } of readings) {
  const system = detach(variant, eachFaultOnce);
  explore(system, 1_500, (state, events) => {
    for (const event of events) {
      const isNew = !inPairs.has(event.rule) && system.rule(event.rule).stimulus.kind === 'delivery';
      if (isNew) inPairs.set(event.rule, { system, state, event });
    }
  });
}

/** Whether the system without the rule does something else where the rule was used. */
function shows(id: string, { system, state, event }: Use): boolean {
  const lesser = detachWith(
    system.parts,
    system.rules.filter((rule) => rule.id !== id),
  );
  const other = lesser.enabled(state).find(({ text }) => text === event.text);
  if (other === undefined) return true;
  return keyOf(lesser.apply(state, other)) !== keyOf(system.apply(state, event));
}

const ruleIds = [
  ...new Set(readings.flatMap(({ variant }) => rulesOf(partsOf(variant, eachFaultOnce)).map(({ id }) => id))),
];

describe('no rule can be dropped unseen', () => {
  for (const id of ruleIds.filter((each) => !each.includes('@') && unobserved[each] === undefined)) {
    it(id, () => {
      const uses = [inScenarios.get(id), inPairs.get(id)].filter((use) => use !== undefined);
      expect(uses.some((use) => shows(id, use))).toBe(true);
    });
  }

  it('gives a reason only for rules that exist and are not seen', () => {
    for (const id of Object.keys(unobserved)) {
      expect(ruleIds).toContain(id);
      const uses = [inScenarios.get(id), inPairs.get(id)].filter((use) => use !== undefined);
      expect(
        uses.some((use) => shows(id, use)),
        id,
      ).toBe(false);
    }
  });

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
