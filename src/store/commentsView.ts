/** What is shown of comments: their table beside the run in view, and what a comment can be about here. */
import type { CommentPlace, CommentRow, CommentStatus } from '#report/comments.ts';
import { anotherRunSentence, commentStatuses, commentTable } from '#report/comments.ts';
import { clauseTexts } from './clauseView.ts';
import type { CommentState } from './comments.ts';
import { lastOf } from './lastOf.ts';
import { sentenceInView } from './view.ts';
import type { WalkState } from './walkState.ts';

/** The choices of a comment's status, for a select. */
export const statusGroups = [{ options: commentStatuses.map((each) => ({ value: each, label: each })) }];

/** The status that a choice names. */
export function statusOf(value: string): CommentStatus {
  return commentStatuses.find((each) => each === value) ?? 'open';
}

export interface CommentTable {
  readonly rows: readonly CommentRow[];
  /** One sentence where some are about another run; empty where none is. */
  readonly anotherRun: string;
}

/** The table of all comments, one's own as set 0. */
export function tableOf(
  { mine, others }: Pick<CommentState, 'mine' | 'others'>,
  trace: WalkState['run']['trace'],
): CommentTable {
  const events = trace.steps.map(({ event }) => event.text);
  const rows = commentTable([mine, ...others], events);
  return { rows, anotherRun: anotherRunSentence(rows) };
}

const placeFor = lastOf((run: WalkState['run'], scenario: string, clause: string): CommentPlace => {
  const step = run.trace.steps[run.step - 1];
  if (step === undefined) return { type: 'clause', clause };
  const events = run.trace.steps.slice(0, run.step).map(({ event }) => event.text);
  return { type: 'step', clause, step: run.step, title: step.rule.title, scenario, events };
});

/** The step in view; before the first step the clause that is shown. */
export function placeInView(state: WalkState): CommentPlace {
  return placeFor(state.run, state.scenario.title, sentenceInView(state).clause);
}

/** The clauses of the text that a comment can be about. */
export const clausePlaces: readonly CommentPlace[] = clauseTexts.map(({ clause }) => placeOfClause(clause));

/** A clause as the place of a comment, named as the sentences of it are. */
export function placeOfClause(clause: string): CommentPlace {
  const named = clause === 'Discussion' ? 'contribution to TR 24.801, discussion part' : `TR 24.801 ${clause}`;
  return { type: 'clause', clause: named };
}
