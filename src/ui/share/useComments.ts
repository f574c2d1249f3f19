/** The comments in React. */
import type { CommentActions, CommentState } from '#store/comments.ts';
import { openComments } from '#store/openComments.ts';
import { useStoreWith } from '#store/react.ts';

/** A part of their state; the component renders again when that part is another one. */
export function useComments<Part>(part: (state: CommentState & CommentActions) => Part): Part {
  return useStoreWith(openComments(), part);
}

/** The actions: they never change. */
export function useCommentActions(): CommentActions {
  return openComments().getState();
}
