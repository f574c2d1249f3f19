/** Sets, progress and result files: they come back as they went, and any text in them stays text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { challenges } from '#learn/challenges.ts';
import { decodeSet, encodeSet } from '#learn/learnSet.ts';
import { lessons } from '#learn/lessons.ts';
import { answered, mergeProgress, noProgress, readProgress, sawBeat, scoreOf, solved } from '#learn/progress.ts';
import { writeResult } from '#learn/resultFile.ts';
import { resultTable } from '#learn/resultTable.ts';
import { questionsOfSet } from '#learn/setQuestions.ts';

const set = { title: 'Monday', lessons: ['actors', 'loss'], questions: 5, seed: 17, challenges: ['crossing'] };
const payloads = [
  '<img src=x onerror=alert(1)>',
  '"; drop',
  '#;+%',
  'a\nb\u2028c',
  '\u202eevil',
  '👩‍🏫',
  "=cmd|'x'!A1",
  '__proto__',
];

describe('a set', () => {
  it('comes back as it went, whatever its title', () => {
    fc.assert(
      fc.property(
        fc.subarray(
          lessons.map(({ name }) => name),
          { minLength: 1 },
        ),
        fc.subarray(challenges.map(({ name }) => name)),
        fc.nat(50),
        fc.nat(1e9),
        fc.constantFrom(...payloads.map((each) => each.replace(/[\n\u2028]/g, ' '))),
        (some, others, questions, seed, title) => {
          const made = { title, lessons: some, questions, seed, challenges: others };
          expect(decodeSet(encodeSet(made))).toEqual({ ok: true, set: made, left: [] });
          const fragment = new URLSearchParams({ 'set-of': encodeSet(made) }).toString();
          expect(decodeSet(new URLSearchParams(fragment).get('set-of') ?? '')).toMatchObject({ set: made });
        },
      ),
    );
  });

  it('says what is wrong in one sentence, and takes what it knows', () => {
    expect(decodeSet('actors+unheard;q3.1;;')).toMatchObject({
      ok: true,
      left: ['unheard'],
      set: { lessons: ['actors'] },
    });
    for (const cut of ['', 'actors', 'actors;q3', 'actors;q3.1;;a;b', 'unheard;q3.1;;', ';q1.1;;%E0%A4%A']) {
      const read = decodeSet(cut);
      if (read.ok) expect.fail(cut);
      expect(read.error).toMatch(/^The set .*\.$/);
    }
    fc.assert(fc.property(fc.string(), (text) => void decodeSet(text)));
  });

  it('asks the same questions of everybody, none twice', () => {
    const asked = questionsOfSet(set);
    expect(asked).toHaveLength(5);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(5);
    expect(questionsOfSet(set)).toEqual(asked);
    expect(questionsOfSet({ ...set, seed: 18 }).map(({ id }) => id)).not.toEqual(asked.map(({ id }) => id));
  });
});

describe('progress', () => {
  const some = solved(answered(answered(sawBeat(noProgress, 'actors', 4), 'q', false), 'q', true), 'crossing', [
    'orderDetach',
    'detach buThenDelete',
  ]);

  it('counts the first answer, and the shortest run of a challenge; a lesson that was only seen is not done', () => {
    expect(scoreOf(some)).toEqual({ lessonsDone: 0, answersRight: 0, answers: 1, challenges: 1 });
    expect(some.answers.q).toEqual({ firstRight: false, tries: 2 });
    const longer = solved(some, 'crossing', ['a', 'b', 'c']);
    expect(longer.challenges.crossing).toHaveLength(2);
  });

  it('of two times is put together, and nothing of either is lost', () => {
    const later = answered(sawBeat(noProgress, 'loss', 1), 'q', true);
    const whole = mergeProgress(some, answered(later, 'r', true));
    expect(whole.lessons).toEqual({ actors: 5, loss: 2 });
    expect(whole.answers).toEqual({ q: { firstRight: false, tries: 3 }, r: { firstRight: true, tries: 1 } });
    expect(whole.challenges).toEqual(some.challenges);
    expect(mergeProgress(some, noProgress)).toEqual(some);
    expect(mergeProgress(noProgress, some)).toEqual(some);
  });

  it('is read again from what was stored, and what is broken is left out', () => {
    expect(readProgress(JSON.parse(JSON.stringify(some)))).toEqual(some);
    expect(readProgress('text')).toBeUndefined();
    expect(readProgress({ lessons: { actors: 'many' }, answers: [1], challenges: { crossing: [1] } })).toEqual(
      noProgress,
    );
    fc.assert(fc.property(fc.anything(), (value) => void readProgress(value)));
  });
});

describe('result files', () => {
  it('open as one table; broken, foreign and later ones give a sentence each', () => {
    const good = writeResult('Ada', set, answered(noProgress, 'q', true));
    const { rows, refused } = resultTable([
      { file: 'b.json', text: writeResult('Bob', undefined, noProgress) },
      { file: 'a.json', text: good },
      { file: 'cut.json', text: good.slice(0, 60) },
      { file: 'other.json', text: '{"format":"x"}' },
      { file: 'later.json', text: good.replace('"version": 1', '"version": 2') },
      { file: 'empty.json', text: '{"format":"lifetime-zero.result","version":1}' },
    ]);
    expect(rows.map(({ name, set: title, answersRight }) => [name, title, answersRight])).toEqual([
      ['Ada', 'Monday', 1],
      ['Bob', '', 0],
    ]);
    expect(refused).toHaveLength(4);
    for (const sentence of refused) expect(sentence).toMatch(/^"[a-z]+\.json" .*\.$/);
    expect(refused[2]).toContain('later version');
  });

  it('count a challenge by its events alone', () => {
    const text = writeResult('Eve', undefined, { ...noProgress, challenges: { crossing: ['lose nothing'] } });
    expect(resultTable([{ file: 'eve.json', text }]).rows[0]?.challenges).toBe(0);
  });

  it.each(payloads)('keep %j as one line of text', (payload) => {
    const text = writeResult(payload, { ...set, title: payload }, noProgress);
    const table = resultTable([{ file: payload, text }]);
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0]?.name).not.toMatch(/[\n\u2028\t]/);
  });
});
