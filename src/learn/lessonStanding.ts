/** How far a lesson has been taken: it is done once its last beat was seen and each of its questions was answered, right or wrong. */
import type { Lesson } from './lesson.ts';
import { scenarioOfBeat } from './lesson.ts';
import type { Answered, Progress } from './progress.ts';
import { questionPlace } from './question.ts';

export interface LessonStanding {
  readonly beats: number;
  readonly seen: number;
  readonly questions: number;
  readonly answered: number;
  /** Of the questions answered, those that were right at once. */
  readonly right: number;
  readonly done: boolean;
  /** The first beat that was not seen, or whose question is not answered; undefined where the lesson is done. */
  readonly left: number | undefined;
}

/** A question counts by its place and kind, whatever seed it was made by: a set of a teacher has a seed of its own. */
export function standingOf(
  lesson: Lesson,
  { lessons, answers }: Pick<Progress, 'lessons' | 'answers'>,
): LessonStanding {
  const beats = lesson.beats.length;
  const seen = Math.min(lessons[lesson.name] ?? 0, beats);
  const given = lesson.beats.map((beat) => {
    if (beat.ask === undefined) return 'not asked';
    const place = questionPlace(scenarioOfBeat(lesson, beat).name, beat.step, beat.ask);
    return Object.entries(answers).find(([id]) => id.startsWith(place))?.[1] ?? 'open';
  });
  const isAnswer = (each: (typeof given)[number]): each is Answered => typeof each === 'object';
  const left = given.findIndex((each, at) => at >= seen || each === 'open');
  return {
    beats,
    seen,
    questions: given.filter((each) => each !== 'not asked').length,
    answered: given.filter(isAnswer).length,
    right: given.filter((each) => isAnswer(each) && each.firstRight).length,
    done: left === -1,
    left: left === -1 ? undefined : left,
  };
}
