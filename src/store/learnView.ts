/** What the Learn drawer shows: lessons with their progress, the beat in view, questions, challenges, results. */

import type { Scenario } from '#detach/scenario.ts';
import type { Challenge, ChallengeVerdict } from '#learn/challenge.ts';
import { judgeChallenge, sayLosses } from '#learn/challenge.ts';
import { challenges, findChallenge } from '#learn/challenges.ts';
import { hashOf } from '#learn/chance.ts';
import type { LearnSet } from '#learn/learnSet.ts';
import { mostQuestions } from '#learn/learnSet.ts';
import type { Lesson } from '#learn/lesson.ts';
import { scenarioOfBeat, sessionOfScenario } from '#learn/lesson.ts';
import type { LessonStanding } from '#learn/lessonStanding.ts';
import { standingOf } from '#learn/lessonStanding.ts';
import { findLesson, lessons } from '#learn/lessons.ts';
import type { NarrationPart } from '#learn/narration.ts';
import { narrate } from '#learn/narration.ts';
import type { Progress, Score } from '#learn/progress.ts';
import { scoreOf, stepsOf } from '#learn/progress.ts';
import type { Mark, Question } from '#learn/question.ts';
import { markAnswer, questionId } from '#learn/question.ts';
import { questionAt, questionsAt } from '#learn/questionsOfRun.ts';
import type { ResultRow } from '#learn/resultFile.ts';
import type { ResultOrder, ResultTable } from '#learn/resultTable.ts';
import { sortedRows, totalOf } from '#learn/resultTable.ts';
import type { PlacedQuestion } from '#learn/setQuestions.ts';
import { questionsOfSet } from '#learn/setQuestions.ts';
import type { Session } from '#session/session.ts';
import { lastOf } from './lastOf.ts';
import type { LearnState } from './learnStore.ts';
import { session } from './view.ts';
import type { WalkState } from './walkState.ts';

export interface LessonCard {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly standing: LessonStanding;
}

const cardsFor = lastOf((progress: Progress, set: LearnSet | undefined): readonly LessonCard[] =>
  lessons
    .filter(({ name }) => set === undefined || set.lessons.includes(name))
    .map((lesson) => {
      const { name, title, about } = lesson;
      return { name, title, about, standing: standingOf(lesson, progress) };
    }),
);

export function lessonCards({ progress, set }: LearnState): readonly LessonCard[] {
  return cardsFor(progress, set);
}

/** All there is, for a teacher who makes a set. */
export const choicesOfSet = {
  lessons: lessons.map(({ name, title }) => ({ name, title })),
  challenges: challenges.map(({ name, title }) => ({ name, title })),
  mostQuestions,
};

export interface AskedQuestion {
  readonly id: string;
  readonly question: Question;
}

export interface LessonView {
  readonly lesson: Lesson;
  readonly beat: number;
  readonly said: readonly NarrationPart[];
  readonly asked: AskedQuestion | undefined;
  /** The run that belongs to the beat, and its step. */
  readonly scenario: Scenario;
  readonly step: number;
}

const lessonFor = lastOf((name: string, beat: number, seed: number): LessonView | undefined => {
  const lesson = findLesson(name);
  const now = lesson?.beats[beat];
  if (lesson === undefined || now === undefined) return undefined;
  const scenario = scenarioOfBeat(lesson, now);
  const run = sessionOfScenario(scenario);
  const question = now.ask === undefined ? undefined : questionAt(run, now.step, now.ask, seed);
  return {
    lesson,
    beat,
    said: narrate(now.say, run, now.step),
    asked: question === undefined ? undefined : { id: questionId(scenario.name, question, seed), question },
    scenario,
    step: now.step,
  };
});

/** The lesson under way at its beat; undefined where there is none. */
export function lessonView({ lesson, set }: LearnState): LessonView | undefined {
  return lesson === undefined ? undefined : lessonFor(lesson.name, lesson.beat, set?.seed ?? 1);
}

const walkQuestionsFor = lastOf((concrete: Session, step: number, seed: number): readonly AskedQuestion[] => {
  const { trace, parts } = concrete;
  const run = JSON.stringify([parts.variant, trace.steps.slice(0, step + 1).map(({ event }) => event.text)]);
  return questionsAt(concrete, step, seed).map((question) => ({
    id: `run/${hashOf(run).toString(16)}/${step}/${question.kind}/${seed}`,
    question,
  }));
});

/** What can be asked about the run in view, at the step in view; one question may answer those before it, never one behind it. */
export function walkQuestions(walk: WalkState, seed: number): readonly AskedQuestion[] {
  return walkQuestionsFor(session(walk), walk.run.step, seed);
}

/** Which of the questions about the step in view a person has turned to: the first, as soon as the step is another one. */
export function walkQuestionAt(all: readonly AskedQuestion[], turned: string | undefined): number {
  return Math.max(
    0,
    all.findIndex(({ id }) => id === turned),
  );
}

/** How far the lesson under way has been taken. */
export function lessonStanding({ lesson, progress }: LearnState): LessonStanding | undefined {
  const found = findLesson(lesson?.name ?? '');
  return found === undefined ? undefined : standingFor(found, progress);
}

const standingFor = lastOf((lesson: Lesson, progress: Progress) => standingOf(lesson, progress));

const setQuestionsFor = lastOf((set: LearnSet | undefined): readonly PlacedQuestion[] =>
  set === undefined ? [] : questionsOfSet(set),
);

/** The questions of the set under way; none without a set. */
export function setQuestions({ set }: LearnState): readonly PlacedQuestion[] {
  return setQuestionsFor(set);
}

export interface ChallengeCard {
  readonly name: string;
  readonly title: string;
  readonly task: string;
  /** "At most 1 message may be lost; nothing else may go wrong." */
  readonly bounds: string;
  /** How many messages may be lost. */
  readonly losses: number;
  /** In how many steps it was solved; undefined before. */
  readonly solvedIn: number | undefined;
}

const challengesFor = lastOf((progress: Progress, set: LearnSet | undefined): readonly ChallengeCard[] =>
  challenges
    .filter(({ name }) => set === undefined || set.challenges.includes(name))
    .map((challenge) => ({
      name: challenge.name,
      title: challenge.title,
      task: challenge.task,
      bounds: boundsOf(challenge),
      losses: challenge.losses,
      solvedIn: stepsOf(challenge.name, progress.challenges[challenge.name] ?? []),
    })),
);

export function challengeCards({ progress, set }: LearnState): readonly ChallengeCard[] {
  return challengesFor(progress, set);
}

const verdictFor = lastOf((name: string, trace: WalkState['run']['trace'], step: number) => {
  const challenge = findChallenge(name);
  const events = trace.steps.slice(0, step).map(({ event }) => event.text);
  return challenge === undefined ? undefined : judgeChallenge(challenge, events);
});

/** How the run in view stands to a challenge, up to the step in view. */
export function challengeVerdict(walk: WalkState, name: string): ChallengeVerdict | undefined {
  return verdictFor(name, walk.run.trace, walk.run.step);
}

/** What a marked answer is told: right or not, and why, for each option that was chosen or left out wrongly. */
export function markOf(question: Question, chosen: readonly string[]): Mark {
  return markAnswer(question, chosen);
}

const scoreFor = lastOf((progress: Progress): Score => scoreOf(progress));

export function score({ progress }: LearnState): Score {
  return scoreFor(progress);
}

const rowsFor = lastOf((table: ResultTable | undefined, order: ResultOrder): readonly ResultRow[] =>
  table === undefined ? [] : sortedRows(table.rows, order),
);

/** The rows of the results that a teacher has opened, in the order asked for. */
export function resultRows({ table, order }: LearnState): readonly ResultRow[] {
  return rowsFor(table, order);
}

const totalFor = lastOf(totalOf);

export function resultTotal(learn: LearnState): Score {
  return totalFor(resultRows(learn));
}

function boundsOf({ losses }: Challenge): string {
  const words = sayLosses(losses);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} may be lost; nothing else may go wrong.`;
}
