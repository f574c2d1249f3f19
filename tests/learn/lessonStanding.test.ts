/** When a lesson is done: all of it was seen, and each of its questions was answered, whatever the answer. */
import { describe, expect, it } from 'vitest';
import type { Lesson } from '#learn/lesson.ts';
import { standingOf } from '#learn/lessonStanding.ts';
import { lessons } from '#learn/lessons.ts';
import { answered, noProgress, sawBeat, scoreOf } from '#learn/progress.ts';

const lesson: Lesson = {
  name: 'made',
  title: 'Made here',
  about: '',
  scenario: 'ue-initiated',
  beats: [
    { step: 0, say: '', ask: 'next' },
    { step: 1, say: '' },
    { scenario: 'h-03', step: 2, say: '', ask: 'table' },
  ],
};
const seen = sawBeat(noProgress, 'made', 2);

describe('a lesson', () => {
  it('that was only seen is not done, and says where the open question is', () => {
    expect(standingOf(lesson, noProgress)).toMatchObject({ seen: 0, answered: 0, questions: 2, done: false, left: 0 });
    expect(standingOf(lesson, seen)).toEqual({
      beats: 3,
      seen: 3,
      questions: 2,
      answered: 0,
      right: 0,
      done: false,
      left: 0,
    });
    const one = answered(seen, 'ue-initiated/0/next/1', true);
    expect(standingOf(lesson, one)).toMatchObject({ answered: 1, right: 1, done: false, left: 2 });
  });

  it('is done when all is seen and answered, right or wrong, by whatever seed it was asked', () => {
    const both = answered(answered(seen, 'ue-initiated/0/next/9', false), 'h-03/2/table/123', true);
    expect(standingOf(lesson, both)).toMatchObject({ answered: 2, right: 1, done: true, left: undefined });
    const unseen = { ...both, lessons: { made: 2 } };
    expect(standingOf(lesson, unseen)).toMatchObject({ answered: 2, done: false, left: 2 });
  });

  it('takes no answer to another question, nor more beats than it has', () => {
    const other = answered(answered(seen, 'ue-initiated/0/possible/1', true), 'h-03/22/table/1', true);
    expect(standingOf(lesson, other)).toMatchObject({ answered: 0, done: false });
    expect(standingOf(lesson, { ...noProgress, lessons: { made: 99 } }).seen).toBe(3);
  });

  it('counts in the score only when it is done', () => {
    const walked = lessons.reduce((progress, { name, beats }) => sawBeat(progress, name, beats.length - 1), noProgress);
    expect(scoreOf(walked).lessonsDone).toBe(0);
  });
});
