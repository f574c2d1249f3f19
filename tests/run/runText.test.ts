import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageIs } from '#model/condition.ts';
import { System } from '#model/system.ts';
import { mostEvents, readRunText, replay, splitRunText, writeRunText } from '#run/runText.ts';
import { kind, toyDefinition, toySystem } from '../model/toySystem.ts';
import { anyTrace, eventsOf, textsOf, toy, toyTrace } from './toyRuns.ts';

describe('the text form of a run', () => {
  it('survives a round trip, and the run read is the run written', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        const text = writeRunText(eventsOf(trace));
        expect(readRunText(trace.system, text)).toEqual({ trace });
        expect(readRunText(trace.system, text.replaceAll('\n', ','))).toEqual({ trace });
        expect(readRunText(trace.system, text.replaceAll('\n', '\r\n\r\n# remark, lose it\r\n'))).toEqual({ trace });
      }),
    );
  });

  it('survives another order of the rules', () => {
    const definition = toyDefinition({ losses: 3, copies: 2 });
    const turned = new System({ ...definition, rules: definition.rules.toReversed() });
    const texts = ['ask', 'copy question', 'deliver question', 'lose question', 'deliver reply'];
    expect(textsOf(replay(turned, texts).trace)).toEqual(texts);
  });

  it('is read with remarks, blanks, blank lines, commas and any kind of line end', () => {
    expect(
      splitRunText('\ufeff# a, b\r\n\r\n  ask ,, deliver \t question\n#deliver reply\r  # x\u2028deliver reply'),
    ).toEqual(['ask', 'deliver question', 'deliver reply']);
    expect(splitRunText('')).toEqual([]);
  });

  it('may be any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { trace, stopped } = readRunText(toy, `ask\n${text}`);
        expect(trace.steps.length).toBeGreaterThanOrEqual(stopped?.at === 1 ? 0 : 1);
        expect(stopped?.reason ?? '').not.toMatch(/\p{Cc}|\p{Cs}/u);
      }),
    );
  });

  it('has at most 10000 events, and says so in a sentence', () => {
    const endless = toySystem({ most: 1 });
    const texts = Array.from({ length: mostEvents + 5 }, (_, at) => (at % 2 === 0 ? 'hoarse' : 'heal'));
    const { trace, stopped } = replay(endless, texts);
    expect(trace.steps).toHaveLength(mostEvents);
    expect(stopped).toEqual({ at: mostEvents + 1, text: 'hoarse', reason: 'A run has at most 10000 events.' });
  }, 30_000);

  it('is told of shortly, however long a wrong word is', () => {
    const { stopped } = readRunText(toy, 'x'.repeat(1_000_000));
    expect(stopped?.reason.length).toBeLessThan(400);
    expect(stopped?.text).toHaveLength(80);
  });
});

describe('a text that does not fit', () => {
  it.each([
    ['ask\n\nask', 3, 'Event 2, "ask", is not possible here: it needs that a is idle, but a is waiting.'],
    [
      '# x\nshout',
      2,
      'Event 1, "shout", is unknown: nothing called "shout" can happen; there is ask, deliver, timer, hoarse, heal, lose, copy.',
    ],
    ['ask@home', 1, 'Event 1, "ask@home", is unknown: nothing called "ask@home" can happen; there is ask.'],
    ['ask loudly', 1, 'Event 1, "ask loudly", is unknown: "ask" leaves no choice, so "loudly" means nothing.'],
    ['ask, timer', 1, 'Event 2, "timer", is unknown: it leaves a choice open; there is question.'],
    ['ask, timer tea', 1, 'Event 2, "timer tea", is unknown: there is no choice "tea"; there is question.'],
    ['ask, lose', 1, 'Event 2, "lose", is unknown: it names no message.'],
    ['ask, deliver reply', 1, 'Event 2, "deliver reply", is not possible here: no message "reply" is in flight.'],
    [
      'ask, lose question.2',
      1,
      'Event 2, "lose question.2", is not possible here: of "question" one message is in flight: there is no "question.2".',
    ],
    [
      'ask, copy question, deliver question.2',
      1,
      'Event 3, "deliver question.2", is not possible here: question is delivered first.',
    ],
    [
      'ask, timer question',
      1,
      'Event 2, "timer question", is not possible here: it needs that no message with the message question is in flight, but in flight: question.',
    ],
  ])('%j stops at line %i', (text, line, reason) => {
    const { stopped } = readRunText(toy, text);
    expect(stopped?.reason).toBe(reason);
    expect(stopped?.line).toBe(line);
  });

  it('goes as far as it can, and hands over the conditions that fail, with what they rest on', () => {
    const { trace, stopped } = readRunText(toy, 'ask\nlose question\ntimer question\nask\ndeliver question');
    expect(textsOf(trace)).toEqual(['ask', 'lose question', 'timer question']);
    expect(stopped).toMatchObject({ at: 4, line: 4, text: 'ask' });
    expect(stopped?.failing).toMatchObject([
      { words: 'a is idle', now: 'a is waiting', holds: false, bases: ['T-ask'] },
    ]);
  });
});

describe('a delivery that no rule answers', () => {
  it('is explained by the rule that is made for its message', () => {
    const definition = toyDefinition();
    const hear = definition.rules.find((rule) => rule.id === 'a.hear')!;
    const echo = { ...hear, id: 'a.echo', when: [messageIs(kind, 'question', 'T-hear')] };
    const rules = [echo, ...definition.rules.filter((rule) => rule.id !== 'a.stray')];
    const late = 'ask, copy question, deliver question, deliver question, deliver reply, deliver reply';
    const { stopped } = readRunText(new System({ ...definition, rules }), late);
    expect(stopped?.reason).toBe(
      'Event 6, "deliver reply", is not possible here: it needs that a is waiting, but a is content.',
    );
  });
});

describe('a replay', () => {
  it('is the same run on the same system', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        expect(replay(trace.system, textsOf(trace))).toEqual({ trace });
      }),
    );
  });

  it('on another system goes as far as it fits, and says where it parted', () => {
    const texts = textsOf(toyTrace('ask', 'lose question', 'timer question', 'lose question', 'timer question'));
    const { trace, stopped } = replay(toySystem({ most: 3, losses: 1 }), texts);
    expect(textsOf(trace)).toEqual(texts.slice(0, 3));
    expect(stopped).toMatchObject({ at: 4, text: 'lose question' });
    expect(stopped?.reason).toContain('it needs that the number of losses is below 1, but the number of losses is 1');
    expect(stopped?.line).toBeUndefined();
  });
});
