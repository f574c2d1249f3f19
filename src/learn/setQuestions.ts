/** The questions of a set: drawn by its seed from all that can be asked about the runs of its lessons. */
import type { Scenario } from '#detach/scenario.ts';
import { findScenario } from '#detach/scenario.ts';
import { chanceOf, shuffled } from './chance.ts';
import type { LearnSet } from './learnSet.ts';
import { sessionOfScenario } from './lesson.ts';
import { findLesson } from './lessons.ts';
import type { Question } from './question.ts';
import { questionsAt } from './questionsOfRun.ts';

export interface PlacedQuestion {
  /** What stored answers know it by. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly question: Question;
}

/** The same for everybody who has the set; fewer than it asks for where its lessons give no more. */
export function questionsOfSet({ lessons, questions, seed }: LearnSet): readonly PlacedQuestion[] {
  const names = new Set(
    lessons.flatMap((name) => {
      const lesson = findLesson(name);
      return lesson === undefined ? [] : [lesson.scenario, ...lesson.beats.flatMap(({ scenario }) => scenario ?? [])];
    }),
  );
  const all = [...names].flatMap((name) => {
    const scenario = findScenario(name);
    if (scenario === undefined) return [];
    const session = sessionOfScenario(scenario);
    return [...session.trace.steps.keys()].flatMap((step) =>
      questionsAt(session, step, seed).map((question) => ({
        id: questionId(name, question, seed),
        scenario,
        question,
      })),
    );
  });
  return shuffled(all, chanceOf(seed, 'set')).slice(0, questions);
}

/** "h-03/2/table/7": scenario, step, kind, seed. */
export function questionId(scenario: string, { step, kind }: Question, seed: number): string {
  return `${scenario}/${step}/${kind}/${seed}`;
}
