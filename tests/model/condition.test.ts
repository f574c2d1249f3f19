import { describe, expect, it } from 'vitest';
import type { Condition } from '#model/condition.ts';
import {
  atLeast,
  basesOf,
  below,
  both,
  either,
  having,
  holds,
  inFlight,
  is,
  isNot,
  isOneOf,
  lacks,
  messageIs,
  messageIsNot,
  not,
  ofField,
  ofMessage,
} from '#model/condition.ts';
import { conditionHolds } from '#model/evaluate.ts';
import type { State } from '#model/state.ts';
import { fieldsOf, sayCondition } from '#model/words.ts';
import { copies, counters, kind, mood, toySystem, voice } from './toySystem.ts';

const system = toySystem();
const { asked } = counters();
/** a waits after two questions, b can speak; a question is under way. */
const state: State = { values: [1, 1, 2, 0, 0], queues: [[[0, 0]], []] };
const question = { queue: 0, position: 0, message: [0, 0] };

describe('conditions', () => {
  it.each<[Condition, boolean, string, string]>([
    [is(mood, 'waiting', 'T'), true, 'a is waiting', 'a is not waiting'],
    [is(mood, 'idle', 'T'), false, 'a is idle', 'a is not idle'],
    [isNot(mood, 'waiting', 'T'), false, 'a is not waiting', 'it is not so that a is not waiting'],
    [
      isOneOf(mood, ['waiting', 'content'], 'T'),
      true,
      'a is waiting or is content',
      'it is not so that a is waiting or is content',
    ],
    [holds(voice, 'T'), true, 'b can speak', 'b cannot speak'],
    [lacks(voice, 'T'), false, 'b cannot speak', 'b can speak'],
    [
      below(asked, 3, 'T'),
      true,
      'the number of questions is below 3',
      'it is not so that the number of questions is below 3',
    ],
    [
      below(asked, 2, 'T'),
      false,
      'the number of questions is below 2',
      'it is not so that the number of questions is below 2',
    ],
    [
      atLeast(asked, 2, 'T'),
      true,
      'the number of questions is at least 2',
      'it is not so that the number of questions is at least 2',
    ],
    [
      atLeast(asked, 3, 'T'),
      false,
      'the number of questions is at least 3',
      'it is not so that the number of questions is at least 3',
    ],
    [messageIs(kind, 'question', 'T'), true, 'the message is a question', 'the message is a reply'],
    [messageIsNot(kind, 'question', 'T'), false, 'the message is a reply', 'it is not so that the message is a reply'],
    [
      inFlight([having(kind, 'question')], 'T'),
      true,
      'a message with the message question is in flight',
      'no message with the message question is in flight',
    ],
    [
      inFlight([having(kind, 'question'), having(copies, 1)], 'T'),
      false,
      'a message with the message question and the number of its copies 1 is in flight',
      'no message with the message question and the number of its copies 1 is in flight',
    ],
    [
      both(is(mood, 'waiting', 'T'), lacks(voice, 'T')),
      false,
      'a is waiting, and b cannot speak',
      'it is not so that a is waiting, and b cannot speak',
    ],
    [
      either(is(mood, 'idle', 'T'), holds(voice, 'T')),
      true,
      'a is idle, or b can speak',
      'it is not so that a is idle, or b can speak',
    ],
    [both(), true, 'always', 'it is not so that always'],
    [either(), false, 'never', 'it is not so that never'],
  ])('%# holds, says itself and its contrary', (condition, expected, words, contrary) => {
    expect(conditionHolds(system.places, state, condition, question)).toBe(expected);
    expect(conditionHolds(system.places, state, not(condition), question)).toBe(!expected);
    expect(sayCondition(condition)).toBe(words);
    expect(sayCondition(not(condition))).toBe(contrary);
  });

  it('compare fields with arguments of the message', () => {
    const same: Condition = { type: 'compare', left: ofMessage(copies), test: '=', right: ofField(asked), basis: 'T' };
    expect(conditionHolds(system.places, state, same, question)).toBe(false);
    expect(conditionHolds(system.places, state, same, { ...question, message: [0, 2] })).toBe(true);
    expect(sayCondition(same)).toBe('the number of its copies = the number of questions');
  });

  it('that speak of a message are a bug where there is none', () => {
    expect(() => conditionHolds(system.places, state, messageIs(kind, 'question', 'T'))).toThrow(RangeError);
  });

  it('name what they rest on and look at, without repeats', () => {
    const condition = both(is(mood, 'idle', 'T-1'), either(holds(voice, 'T-2'), is(mood, 'content', 'T-1')));
    expect(basesOf(condition)).toEqual(['T-1', 'T-2']);
    expect(fieldsOf(condition)).toEqual([mood, voice]);
    expect(basesOf(not(inFlight([having(kind, 'reply')], 'T-3')))).toEqual(['T-3']);
  });
});
