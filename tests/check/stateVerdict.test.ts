import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaksProperty, judgeState } from '#check/stateVerdict.ts';
import { detach } from '#detach/detach.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { DetachProperty } from '#detach/property.ts';
import { defaultVariant } from '#detach/variant.ts';
import { both, either, having, holds, inFlight, is, isOneOf, lacks, not } from '#model/condition.ts';
import { randomWalk } from '#run/play.ts';
import { stateAt } from '#run/trace.ts';
import { kind, mood, toySystem, voice } from '../model/toySystem.ts';
import { conditionsOf } from './conditions.ts';
import { canSpeak, heard, hoarseOnce, toyProperty, traced } from './toyProperties.ts';

const toy = toySystem();

function reached(...texts: readonly string[]) {
  const trace = traced(toy, ...texts);
  return stateAt(trace, trace.steps.length);
}

/** The false parts of a claim in a state, as words. */
function falseOf(claim: Parameters<typeof toyProperty>[1]['claim'], ...texts: readonly string[]) {
  return judgeState(toy, reached(...texts), toyProperty('claim', { modality: 'always', claim })).false;
}

describe('what a property says of a state of the toy', () => {
  it('always: of every state, with the part that is false and what it rests on', () => {
    expect(judgeState(toy, toy.initial, canSpeak)).toEqual({ speaks: true, holds: true, false: [] });
    expect(judgeState(toy, reached('hoarse'), canSpeak)).toEqual({
      speaks: true,
      holds: false,
      false: [{ words: 'b can speak', now: 'b cannot speak', bases: ['T-voice'] }],
    });
  });

  it('at rest: not before nothing is left to happen; and only where the premise is so', () => {
    expect(judgeState(toy, reached('ask'), heard)).toMatchObject({
      speaks: false,
      silent: 'not at rest',
      holds: false,
    });
    expect(judgeState(toy, reached('ask', 'deliver question', 'deliver reply'), heard)).toMatchObject({
      speaks: true,
      holds: true,
    });
    const unasked = { ...heard, modality: 'always' } as const;
    expect(judgeState(toy, toy.initial, unasked)).toMatchObject({ speaks: false, silent: 'premise', holds: false });
  });

  it('sometimes: whether this state bears it out; no state breaks it', () => {
    expect(judgeState(toy, toy.initial, hoarseOnce).holds).toBe(false);
    expect(judgeState(toy, reached('hoarse'), hoarseOnce).holds).toBe(true);
    expect(breaksProperty(toy, toy.initial, hoarseOnce, true)).toBe(false);
  });

  it('of several parts those that are false, each by itself', () => {
    const claim = both(is(mood, 'idle', 'T-ask'), holds(voice, 'T-voice'), not(lacks(voice, 'T-voice')));
    expect(falseOf(claim, 'ask', 'hoarse').map(({ words, now }) => `${words}; ${now}`)).toEqual([
      'a is idle; a is waiting',
      'b can speak; b cannot speak',
      'b can speak; b cannot speak',
    ]);
    expect(falseOf(claim, 'hoarse')).toHaveLength(2);
  });

  it('"not A, or B" asks for B where A is so', () => {
    const claim = either(not(is(mood, 'waiting', 'T-ask')), holds(voice, 'T-voice'));
    expect(falseOf(claim, 'ask', 'hoarse').map(({ words }) => words)).toEqual(['b can speak']);
  });

  it('alternatives that all fail are one part', () => {
    expect(falseOf(isOneOf(mood, ['content', 'resigned'], 'T-hear'), 'ask')).toEqual([
      { words: 'a is content or is resigned', now: 'a is waiting', bases: ['T-hear'] },
    ]);
  });

  it('says what is in flight', () => {
    const nothing = not(inFlight([having(kind, 'question')], 'T-ask'));
    expect(falseOf(nothing, 'ask')).toEqual([
      { words: 'no message with the message question is in flight', now: 'in flight: question', bases: ['T-ask'] },
    ]);
  });

  it('names a false part exactly where the claim is false, whatever the claim', () => {
    const states = randomWalk(toy, { seed: 4, most: 40, faults: true }).steps.map(({ state }) => state);
    fc.assert(
      fc.property(conditionsOf(toy, 'T-ask', 'any'), fc.constantFrom(...states), (claim, state) => {
        const verdict = judgeState(toy, state, toyProperty('claim', { modality: 'always', claim }));
        expect(verdict.holds).toBe(toy.holds(state, claim));
        expect(verdict.false.length === 0).toBe(verdict.holds);
      }),
    );
  });
});

describe('what a property says of a state of the detach', () => {
  const system = detach(defaultVariant);
  const property = (id: string): DetachProperty => {
    const found = propertiesOf(system.parts).find((each) => each.id === id);
    if (found === undefined) throw new Error(`there is no ${id}`);
    return found;
  };

  it('P6 after a DELETE that comes first: the SA is gone, and that is all', () => {
    const trace = traced(system, 'detach backToBackDeleteFirst', 'deliver deleteRequest');
    expect(judgeState(system, stateAt(trace, 2), property('P6')).false).toEqual([
      {
        words: "the PDN GW's BU/BA ESP SA pair is there",
        now: "the PDN GW's BU/BA ESP SA pair is gone",
        bases: ['A12'],
      },
    ]);
  });

  it('P4 is silent while something is in flight, P4n is not', () => {
    const texts = ['detach deleteThenBu', 'deliver deleteRequest', 'deliver deleteResponse', 'timer bindingUpdate'];
    const trace = traced(system, ...texts);
    expect(judgeState(system, stateAt(trace, 1), property('P4'))).toMatchObject({ silent: 'not at rest' });
    expect(judgeState(system, stateAt(trace, 1), property('P4n'))).toMatchObject({ silent: 'premise', holds: true });
  });

  it('at the start no property of any preset is broken', () => {
    for (const preset of presets) {
      const own = detach(presetVariant(preset));
      for (const each of propertiesOf(own.parts)) {
        expect(judgeState(own, own.initial, each).holds, `${preset.name} ${each.id}`).toBe(true);
      }
    }
  });
});
