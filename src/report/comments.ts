/** Comments on the text and on steps of a run, and the table in which a review lists them: number, clause, comment, change, status. */

export const commentStatuses = ['open', 'accepted', 'rejected', 'withdrawn'] as const;
export type CommentStatus = (typeof commentStatuses)[number];

/** What a comment is about. */
export type CommentPlace =
  | { readonly type: 'clause'; readonly clause: string }
  | {
      readonly type: 'step';
      /** The clause that the step rests on. */
      readonly clause: string;
      readonly step: number;
      readonly title: string;
      /** The scenario's title. */
      readonly scenario: string;
      /** The texts of the events up to and with the step: they tell the run. */
      readonly events: readonly string[];
    };

export interface Comment {
  /** One of its kind among the comments of its author. */
  readonly id: string;
  readonly place: CommentPlace;
  readonly comment: string;
  /** The change that is proposed; empty for none. */
  readonly proposed: string;
  readonly status: CommentStatus;
}

/** The comments of one person. */
export interface CommentSet {
  /** Empty where no name was given. */
  readonly author: string;
  readonly comments: readonly Comment[];
}

export interface CommentRow extends Comment {
  /** From 1, in the order of the table. */
  readonly number: number;
  readonly author: string;
  /** Which of the sets it is from, from 0. */
  readonly set: number;
  /** "step 3 of The UE detaches: Send DELETE", empty for a comment on a clause. */
  readonly where: string;
  /** Whether it is about a step that the run in view does not have. */
  readonly ofAnotherRun: boolean;
}

/** All comments by clause, then by step; `events` are those of the run in view. */
export function commentTable(sets: readonly CommentSet[], events: readonly string[]): readonly CommentRow[] {
  const rows = sets.flatMap(({ author, comments }, set) => comments.map((comment) => ({ ...comment, author, set })));
  return rows.toSorted(byPlace).map((row, at) => ({
    ...row,
    number: at + 1,
    where: whereOf(row.place),
    ofAnotherRun: row.place.type === 'step' && !row.place.events.every((each, index) => events[index] === each),
  }));
}

/** One sentence where comments are about another run than the one in view; empty where none is. */
export function anotherRunSentence(rows: readonly CommentRow[]): string {
  const count = rows.filter(({ ofAnotherRun }) => ofAnotherRun).length;
  if (count === 0) return '';
  return count === 1
    ? 'One comment is about a step of another run than the one in view; it is marked.'
    : `${count} comments are about steps of another run than the one in view; they are marked.`;
}

function whereOf(place: CommentPlace): string {
  return place.type === 'clause' ? '' : `step ${place.step} of ${place.scenario}: ${place.title}`;
}

function byPlace(a: Pick<Comment, 'place'>, b: Pick<Comment, 'place'>): number {
  const byClause = a.place.clause.localeCompare(b.place.clause, 'en', { numeric: true });
  return byClause === 0 ? stepOf(a.place) - stepOf(b.place) : byClause;
}

function stepOf(place: CommentPlace): number {
  return place.type === 'clause' ? 0 : place.step;
}
