/** The questions that can be asked of a run, at any of its steps, by a seed. */
import type { Session } from '#session/session.ts';
import { chanceOf } from './chance.ts';
import { clauseQuestion } from './clauseQuestion.ts';
import { nextQuestion, possibleQuestion } from './eventQuestions.ts';
import type { Question, QuestionKind } from './question.ts';
import { questionKinds } from './question.ts';
import { tableQuestion } from './tableQuestion.ts';

const makers = {
  next: nextQuestion,
  possible: possibleQuestion,
  table: tableQuestion,
  clause: clauseQuestion,
} as const;

/** A question of one kind at a step; undefined where the run gives none. The same seed asks the same. */
export function questionAt(session: Session, step: number, kind: QuestionKind, seed: number): Question | undefined {
  return makers[kind](session, step, chanceOf(seed, step, kind));
}

/** All questions at a step, at most one of each kind: what may answer another one comes after it. */
export function questionsAt(session: Session, step: number, seed: number): readonly Question[] {
  return questionKinds.flatMap((kind) => questionAt(session, step, kind, seed) ?? []);
}
