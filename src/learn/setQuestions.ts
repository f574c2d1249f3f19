/** The questions of a set: drawn by its seed from all that can be asked about the runs of its lessons. */
import type { Scenario } from '#detach/scenario.ts';
import { findScenario } from '#detach/scenario.ts';
import type { Session } from '#session/session.ts';
import { chanceOf, shuffled } from './chance.ts';
import type { LearnSet } from './learnSet.ts';
import { sessionOfScenario } from './lesson.ts';
import { findLesson } from './lessons.ts';
import type { Question } from './question.ts';
import { questionId, questionKinds } from './question.ts';
import { questionAt } from './questionsOfRun.ts';

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
  const places = [...names].flatMap((name) => {
    const scenario = findScenario(name);
    if (scenario === undefined) return [];
    return [...scenario.events.keys()].flatMap((step) => questionKinds.map((kind) => ({ scenario, step, kind })));
  });
  const sessions = new Map<Scenario, Session>();
  const placed: PlacedQuestion[] = [];
  // Questions take their time to make: no more of them are made than are asked.
  for (const { scenario, step, kind } of shuffled(places, chanceOf(seed, 'set'))) {
    if (placed.length === questions) break;
    const session = sessions.get(scenario) ?? sessionOfScenario(scenario);
    sessions.set(scenario, session);
    const question = questionAt(session, step, kind, seed);
    if (question !== undefined) placed.push({ id: questionId(scenario.name, question, seed), scenario, question });
  }
  return placed;
}
