import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, is } from '#model/condition.ts';
import { choiceField, countField, indexOf, sayValue, valueAt } from '#model/field.ts';
import type { State } from '#model/state.ts';
import { read, sameState } from '#model/state.ts';
import { System } from '#model/system.ts';
import { randomSystem } from './randomSystem.ts';
import { mood, toyDefinition, toySystem } from './toySystem.ts';

const system = toySystem();

/** The state after events by their texts. */
function stateAfter(texts: readonly string[], of: System = system): State {
  return texts.reduce((state, text) => {
    const event = of.enabled(state).find((each) => each.text === text);
    if (event === undefined) throw new Error(`${text} is not possible`);
    return of.apply(state, event);
  }, of.initial);
}

function textsIn(state: State, of: System = system): readonly string[] {
  return of.enabled(state).map((event) => event.text);
}

describe('stepping', () => {
  it('goes from the question to the reply', () => {
    expect(textsIn(system.initial)).toEqual(['ask', 'hoarse']);
    expect(textsIn(stateAfter(['ask']))).toEqual(['deliver question', 'hoarse', 'lose question', 'copy question']);
    const end = stateAfter(['ask', 'deliver question', 'deliver reply']);
    expect(read(system.places, end, mood)).toBe('content');
    expect(end.queues).toEqual([[], []]);
  });

  it('refuses an event that is not possible', () => {
    const [ask] = system.enabled(system.initial);
    const asked = stateAfter(['ask']);
    expect(() => system.apply(asked, ask!)).toThrow('"ask" is not possible here');
    const deliver = system.enabled(asked)[0]!;
    expect(() => system.apply(system.initial, deliver)).toThrow(RangeError);
    expect(() => system.apply(asked, { ...deliver, at: { queue: 0, position: 7 } })).toThrow(RangeError);
    expect(() => system.apply(asked, { rule: 'nobody', text: 'nothing' })).toThrow(RangeError);
    expect(() => system.apply(asked, { rule: 'network.lose.toB', text: 'lose' })).toThrow(RangeError);
    expect(() => system.apply(system.initial, { ...ask!, at: { queue: 0, position: 0 } })).toThrow(RangeError);
  });

  it('numbers messages of one name, the oldest first', () => {
    const copied = stateAfter(['ask', 'copy question']);
    expect(textsIn(copied)).toEqual(['deliver question', 'hoarse', 'lose question', 'lose question.2']);
    const second = stateAfter(['ask', 'copy question', 'lose question.2']);
    expect(second.queues[0]).toEqual([[0, 1]]);
  });

  it('delivers the oldest of a queue, or any if it is not ordered', () => {
    const steps = ['ask', 'copy question'];
    const unordered = toySystem({ ordering: 'unordered' });
    expect(textsIn(stateAfter(steps)).filter((text) => text.startsWith('deliver'))).toEqual(['deliver question']);
    expect(textsIn(stateAfter(steps, unordered), unordered).filter((text) => text.startsWith('deliver'))).toEqual([
      'deliver question',
      'deliver question.2',
    ]);
  });

  it('applies an "otherwise" rule exactly where no other rule of the stimulus does', () => {
    const stray = ['ask', 'copy question', 'deliver question', 'deliver question', 'deliver reply'];
    const ruleOf = (state: State) => system.enabled(state).find((event) => event.text === 'deliver reply')?.rule;
    expect(ruleOf(stateAfter(stray.slice(0, 4)))).toBe('a.hear');
    expect(ruleOf(stateAfter(stray))).toBe('a.stray');
    const event = system.enabled(stateAfter(stray)).find((each) => each.rule === 'a.stray')!;
    expect(system.perform(stateAfter(stray), event).effects.at(-1)).toEqual({
      type: 'discarded',
      reason: 'nobody waits for it',
      basis: 'T-stray',
    });
    const displaced = { ...event, rule: 'a.stray' };
    expect(() => system.apply(stateAfter(stray.slice(0, 4)), displaced)).toThrow(RangeError);
  });

  it('calls two rules with one text, and a queue that overflows, bugs in the rules', () => {
    const definition = toyDefinition();
    const ask = definition.rules[0]!;
    const twice = new System({ ...definition, rules: [ask, { ...ask, id: 'a.askToo' }] });
    expect(() => twice.enabled(twice.initial)).toThrow('a.askToo');
    const narrow = new System({ ...definition, queueLength: 0 });
    expect(() => narrow.apply(narrow.initial, narrow.enabled(narrow.initial)[0]!)).toThrow('overflows');
    expect(() => new System({ ...definition, rules: [ask, ask] })).toThrow(RangeError);
    expect(() => new System({ ...definition, fields: [mood, mood] })).toThrow(RangeError);
  });

  it('is a function of the state, for any system: the same events, the state before untouched', () => {
    fc.assert(
      fc.property(randomSystem, fc.array(fc.nat(), { maxLength: 20 }), (any, picks) => {
        let state = any.initial;
        for (const pick of picks) {
          const events = any.enabled(state);
          expect(any.enabled(structuredClone(state))).toEqual(events);
          const event = events[pick % Math.max(1, events.length)];
          if (event === undefined) return;
          const before = structuredClone(state);
          const once = any.apply(state, event);
          expect(sameState(any.apply(before, event), once)).toBe(true);
          expect(state).toEqual(before);
          state = once;
        }
      }),
    );
  });
});

describe('explaining', () => {
  it('says each condition of a rule and whether it holds', () => {
    const waiting = stateAfter(['ask']);
    expect(system.explain(system.rule('a.askAgain'), waiting).map(({ words, holds: now }) => [words, now])).toEqual([
      ['a is waiting', true],
      ['the number of questions is below 3', true],
      ['no message with the message question is in flight', false],
    ]);
  });

  it('speaks of a message only where there is one, and of the one asked for', () => {
    const hear = system.rule('a.hear');
    expect(system.explain(hear, system.initial).map((each) => each.words)).toEqual(['a is waiting']);
    const replied = stateAfter(['ask', 'deliver question']);
    expect(system.explain(hear, replied, { queue: 1, position: 0 }).every((each) => each.holds)).toBe(true);
    const elsewhere = { ...replied, queues: [[], [[0, 0]]] };
    expect(system.explain(hear, elsewhere).map((each) => each.holds)).toEqual([false, true]);
  });

  it('agrees with what is possible, for any system', () => {
    fc.assert(
      fc.property(randomSystem, fc.array(fc.nat(), { maxLength: 10 }), (any, picks) => {
        let state = any.initial;
        for (const pick of picks) {
          const events = any.enabled(state);
          const possible = new Set(events.map((event) => event.rule));
          for (const rule of any.rules.filter((each) => each.stimulus.message === undefined)) {
            expect(any.explain(rule, state).every((each) => each.holds)).toBe(possible.has(rule.id));
          }
          const event = events[pick % Math.max(1, events.length)];
          if (event === undefined) return;
          state = any.apply(state, event);
        }
      }),
    );
  });
});

describe('fields', () => {
  it('refuse an initial value that they cannot have, and bounds that are none', () => {
    expect(() => choiceField('x', ['a', 'b'], 'c' as 'a')).toThrow(RangeError);
    expect(() => countField('x', -1, 'x')).toThrow(RangeError);
    expect(() => countField('x', 1.5, 'x')).toThrow(RangeError);
  });

  it('turn values into places and back, and say them', () => {
    for (const value of mood.domain) expect(valueAt(mood, indexOf(mood, value))).toBe(value);
    expect(() => valueAt(mood, 4)).toThrow(RangeError);
    expect(sayValue(mood, 'content')).toBe('a is content');
    expect(() => read(system.places, system.initial, choiceField('no.such', ['a'], 'a'))).toThrow(RangeError);
    expect(system.holds(system.initial, is(mood, 'idle', 'T'))).toBe(true);
    expect(() =>
      system.holds(system.initial, holds({ ...mood, id: 'b.mood', domain: [false, true], initial: false }, 'T')),
    ).toThrow(RangeError);
  });
});
