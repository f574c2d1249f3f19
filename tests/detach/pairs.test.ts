import { describe, expect, it } from 'vitest';
import { detach, startState } from '#detach/detach.ts';
import { scenarioStart, scenarios, scenarioVariant } from '#detach/scenario.ts';
import { defaultVariant } from '#detach/variant.ts';
import { explore } from './explore.ts';
import { eachFaultOnce, readings } from './readings.ts';
import { unhandledIn } from './unhandled.ts';

/** Enough for every rule and every pair of message and phase; the whole graph is the checker's work. */
const most = 2_000;

describe('every message that arrives finds a rule in every phase, and only one for each choice', () => {
  for (const { name, variant } of readings) {
    it(name, () => {
      const system = detach(variant, eachFaultOnce);
      const unhandled = new Set<string>();
      // `enabled` itself throws where two rules answer to the same text.
      explore(system, most, (state, events) => {
        for (const pair of unhandledIn(system, state, events)) unhandled.add(pair);
      });
      expect([...unhandled]).toEqual([]);
    });
  }

  for (const scenario of scenarios.filter(({ start }) => start !== undefined)) {
    it(`from the start of ${scenario.name}`, () => {
      const system = detach(scenarioVariant(scenario), eachFaultOnce);
      const unhandled = new Set<string>();
      explore(
        system,
        most,
        (state, events) => {
          for (const pair of unhandledIn(system, state, events)) unhandled.add(pair);
        },
        scenarioStart(scenario, system),
      );
      expect([...unhandled]).toEqual([]);
    });
  }

  it('would see a message without a rule', () => {
    const system = detach(defaultVariant, eachFaultOnce);
    const state = startState(system, { inFlight: [{ queue: 'toUe', type: 'bindingUpdate' }] });
    expect(unhandledIn(system, state, system.enabled(state))).toEqual(['bindingUpdate to ue while attached']);
  });
});
