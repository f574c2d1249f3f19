/** What is being written: a new comment, or a change of one's own. */
import type { Comment, CommentPlace, CommentSet } from '#report/comments.ts';
import type { Sets } from './commentActs.ts';

export interface CommentDraft extends CommentWords {
  readonly place: CommentPlace;
  /** Of the comment that is changed; undefined for a new one. */
  readonly id: string | undefined;
}

export type CommentWords = Omit<Comment, 'id' | 'place'>;

/** Without a word, and without its place. */
export const newDraft = { comment: '', proposed: '', status: 'open', id: undefined } as const;

/** Whether something is lost with what was being written. */
export function isWorth({ id, comment, proposed, status }: CommentDraft, { comments }: CommentSet): boolean {
  const from = comments.find((each) => each.id === id) ?? { comment: '', proposed: '', status: 'open' };
  return comment !== from.comment || proposed !== from.proposed || (id !== undefined && status !== from.status);
}

/** What is being written stays, unless the comment that it changes is there no longer: then it is a new one. */
export function stillThere(draft: CommentDraft | undefined, { mine }: Sets): CommentDraft | undefined {
  if (draft?.id === undefined || mine.comments.some(({ id }) => id === draft.id)) return draft;
  return { ...draft, id: undefined };
}
