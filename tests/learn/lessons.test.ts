/** Every lesson's narration says what its run holds, and nothing that the run does not hold. */
import { describe, expect, it } from 'vitest';
import { findScenario } from '#detach/scenario.ts';
import { scenarioOfBeat, sessionOfScenario } from '#learn/lesson.ts';
import { lessons } from '#learn/lessons.ts';
import { freeWords, narrate } from '#learn/narration.ts';
import { questionAt } from '#learn/questionsOfRun.ts';
import { sayValue } from '#model/field.ts';

/** Names that have a digit in them and are no values of a run. */
const namesWithDigits = /\b(S2c|IKEv2|DSMIPv6|A1|A3|TS 24\.234|TR 24\.801)\b/g;

const beats = lessons.flatMap((lesson) =>
  lesson.beats.map((beat, at) => ({ lesson, beat, name: `${lesson.name} ${at}` })),
);

describe('lessons', () => {
  it('are about all that the issue asks for', () => {
    const asked = [
      'actors',
      'ue-initiated',
      'network-initiated',
      'two-layers',
      'protocol-id',
      'order',
      'loss',
      'crossing',
      'two-pdns',
      'i-wlan',
    ];
    expect(lessons.map(({ name }) => name)).toEqual(expect.arrayContaining(asked));
  });

  it('are at least ten, with names of their own', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(10);
    expect(new Set(lessons.map(({ name }) => name)).size).toBe(lessons.length);
    expect(lessons.every((each) => each.beats.some(({ ask }) => ask !== undefined))).toBe(true);
  });

  it.each(beats)('$name: the run has every value that is named', ({ lesson, beat }) => {
    const session = sessionOfScenario(scenarioOfBeat(lesson, beat));
    expect(beat.step).toBeLessThanOrEqual(session.trace.steps.length);
    const said = narrate(beat.say, session, beat.step);
    expect(said.map(({ text }) => text).join('')).not.toMatch(/[{}]/);
  });

  it.each(beats)('$name: it is at most two sentences', ({ beat }) => {
    const sentences = beat.say.split(/[.?!]\)?(?: |$)/).filter((each) => each !== '');
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.length).toBeLessThanOrEqual(2);
  });

  it.each(beats)('$name: it names a value of its run', ({ beat }) => {
    expect(beat.say).toMatch(/\{[^{}]+\}/);
  });

  it.each(beats)('$name: no value stands in the words themselves', ({ lesson, beat }) => {
    const { system } = sessionOfScenario(scenarioOfBeat(lesson, beat)).trace;
    const free = freeWords(beat.say);
    expect(free.replace(namesWithDigits, '')).not.toMatch(/\d|[{}]/);
    const claims = system.definition.fields.flatMap((field) => field.domain.map((value) => sayValue(field, value)));
    expect(claims.filter((claim) => free.toLowerCase().includes(claim.toLowerCase()))).toEqual([]);
  });

  it.each(beats.filter(({ beat }) => beat.ask !== undefined))('$name: its question can be made', ({ lesson, beat }) => {
    const session = sessionOfScenario(scenarioOfBeat(lesson, beat));
    for (const seed of [1, 2, 3]) {
      expect(questionAt(session, beat.step, beat.ask ?? 'next', seed)).toBeDefined();
    }
  });
});

describe('narrate', () => {
  const session = sessionOfScenario(findScenario('ue-initiated') ?? expect.fail());

  it('puts the values of the step, or of another one, in place of references', () => {
    const said = narrate('Now {ue.phase}; later {ue.phase@5}.', session, 0);
    expect(said.map(({ text }) => text).join('')).toBe('Now the UE is attached; later the UE is detached.');
    expect(narrate('{rows:Binding Cache}', session, 2)[0]?.text).toBe('No row');
    expect(narrate('{message:1}', session, 1)[0]?.text).toBe('Binding Update, lifetime 0');
  });

  it.each([
    '{ue.nothing}',
    '{ue.phase@6}',
    '{ue.phase@x}',
    '{message:1}',
    '{message:one}',
    '{table:Binding Cache/nothing}',
    '{table:No Table/state}',
    '{table:Binding Cache/careOfAddress@5}',
    '{other:Binding Cache}',
  ])('refuses %s, which the run does not have', (say) => {
    expect(() => narrate(say, session, 0)).toThrow(RangeError);
  });
});
