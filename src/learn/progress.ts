/** What a learner has done so far: which beats were seen, which questions were answered, which challenges were solved. */
import { isRecord } from '#report/jsonText.ts';
import { judgeChallenge } from './challenge.ts';
import { findChallenge } from './challenges.ts';
import { standingOf } from './lessonStanding.ts';
import { lessons as allLessons } from './lessons.ts';

export interface Progress {
  /** By lesson: how many of its beats were seen. */
  readonly lessons: Readonly<Record<string, number>>;
  /** By question: whether the first answer was right, and how many answers were given. */
  readonly answers: Readonly<Record<string, Answered>>;
  /** By challenge: the events of the shortest run that solved it. */
  readonly challenges: Readonly<Record<string, readonly string[]>>;
}

export interface Answered {
  readonly firstRight: boolean;
  readonly tries: number;
}

export const noProgress: Progress = { lessons: {}, answers: {}, challenges: {} };

/** More entries than this are not read from a file: nobody answers so many questions. */
const MOST_ENTRIES = 5_000;

export interface Score {
  readonly lessonsDone: number;
  readonly answersRight: number;
  readonly answers: number;
  readonly challenges: number;
}

export function sawBeat(progress: Progress, lesson: string, beat: number): Progress {
  const seen = Math.max(progress.lessons[lesson] ?? 0, beat + 1);
  return { ...progress, lessons: { ...progress.lessons, [lesson]: seen } };
}

/** The first answer counts for the score; later ones are practice. */
export function answered(progress: Progress, question: string, right: boolean): Progress {
  const before = progress.answers[question];
  const now = before === undefined ? { firstRight: right, tries: 1 } : { ...before, tries: before.tries + 1 };
  return { ...progress, answers: { ...progress.answers, [question]: now } };
}

export function solved(progress: Progress, challenge: string, events: readonly string[]): Progress {
  const before = progress.challenges[challenge];
  if (before !== undefined && before.length <= events.length) return progress;
  return { ...progress, challenges: { ...progress.challenges, [challenge]: events } };
}

/** What two of them hold together: nothing that was done in either is lost. */
export function mergeProgress(older: Progress, newer: Progress): Progress {
  const seen = Object.entries(newer.lessons).reduce(
    (whole, [lesson, beats]) => (beats === 0 ? whole : sawBeat(whole, lesson, beats - 1)),
    older,
  );
  const answers = Object.entries(newer.answers).map(([id, { firstRight, tries }]): [string, Answered] => {
    const before = older.answers[id];
    return [id, before === undefined ? { firstRight, tries } : { ...before, tries: before.tries + tries }];
  });
  return Object.entries(newer.challenges).reduce((whole, [challenge, events]) => solved(whole, challenge, events), {
    ...seen,
    answers: { ...older.answers, ...Object.fromEntries(answers) },
  });
}

/** Lessons and challenges are marked anew from what was done: a number written into a file by hand counts for nothing. */
export function scoreOf(progress: Progress): Score {
  const given = Object.values(progress.answers);
  const solutions = Object.entries(progress.challenges);
  return {
    lessonsDone: allLessons.filter((lesson) => standingOf(lesson, progress).done).length,
    answersRight: given.filter(({ firstRight }) => firstRight).length,
    answers: given.length,
    challenges: solutions.filter(([name, events]) => stepsOf(name, events) !== undefined).length,
  };
}

/** How many steps the run takes to solve a challenge; undefined where it does not. */
export function stepsOf(name: string, events: readonly string[]): number | undefined {
  const challenge = findChallenge(name);
  const verdict = challenge === undefined ? undefined : judgeChallenge(challenge, events);
  return verdict?.type === 'solved' ? verdict.steps : undefined;
}

/** Progress from what was stored or read; what is not of this form is left out. Undefined where nothing of it is. */
export function readProgress(stored: unknown): Progress | undefined {
  if (!isRecord(stored)) return undefined;
  return {
    lessons: entries(stored.lessons, (value) => (isCount(value) ? value : undefined)),
    answers: entries(stored.answers, readAnswered),
    challenges: entries(stored.challenges, readEvents),
  };
}

function readAnswered(value: unknown): Answered | undefined {
  if (!isRecord(value) || typeof value.firstRight !== 'boolean' || !isCount(value.tries)) return undefined;
  return { firstRight: value.firstRight, tries: value.tries };
}

function readEvents(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length > 200) return undefined;
  return value.every((each) => typeof each === 'string') ? value : undefined;
}

function entries<Value>(stored: unknown, read: (value: unknown) => Value | undefined): Readonly<Record<string, Value>> {
  if (!isRecord(stored)) return {};
  const pairs = Object.entries(stored)
    .slice(0, MOST_ENTRIES)
    .flatMap(([key, value]) => {
      const found = read(value);
      return found === undefined || key === '__proto__' ? [] : [[key, found] as const];
    });
  return Object.fromEntries(pairs);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e6;
}
