/** One comment being written: what it is about, the comment, the change that is proposed, its status. */
import { useEffect, useId, useRef } from 'react';
import type { CommentPlace } from '#report/comments.ts';
import type { CommentDraft } from '#store/commentDraft.ts';
import { clausePlaces, placeInView, statusGroups, statusOf } from '#store/commentsView.ts';
import { Select } from '../controls/Select.tsx';
import { useWalk } from '../useWalk.ts';
import { useCommentActions } from './useComments.ts';

export function CommentForm({ draft }: { readonly draft: CommentDraft }) {
  const { type, write, leave } = useCommentActions();
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    first.current?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="commentForm"
      aria-label={draft.id === undefined ? 'New comment' : 'Comment to change'}
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
    >
      {draft.id === undefined ? <About place={draft.place} /> : <p>On {wordsOf(draft.place)}</p>}
      <label htmlFor={`${id}-comment`}>Comment</label>
      <textarea
        id={`${id}-comment`}
        ref={first}
        rows={3}
        maxLength={10_000}
        dir="auto"
        value={draft.comment}
        onChange={({ target }) => type({ comment: target.value })}
      />
      <label htmlFor={`${id}-proposed`}>Proposed change</label>
      <textarea
        id={`${id}-proposed`}
        rows={2}
        maxLength={10_000}
        dir="auto"
        value={draft.proposed}
        onChange={({ target }) => type({ proposed: target.value })}
      />
      <label htmlFor={`${id}-status`}>Status</label>
      <Select
        id={`${id}-status`}
        groups={statusGroups}
        value={draft.status}
        onChoose={(value) => type({ status: statusOf(value) })}
      />
      <p className="commentActs">
        <button type="submit" className="plainButton">
          {draft.id === undefined ? 'Add comment' : 'Keep the change'}
        </button>
        <button type="button" className="plainButton" onClick={leave}>
          Cancel
        </button>
      </p>
    </form>
  );
}

/** The step in view, the place it was begun on, and the clauses of the text. */
function About({ place }: { readonly place: CommentPlace }) {
  const { begin } = useCommentActions();
  const inView = useWalk(placeInView);
  const id = useId();
  const places = new Map([place, inView, ...clausePlaces].map((each) => [wordsOf(each), each]));
  return (
    <>
      <label htmlFor={id}>About</label>
      <Select
        id={id}
        groups={[{ options: [...places.keys()].map((words) => ({ value: words, label: words })) }]}
        value={wordsOf(place)}
        onChoose={(words) => {
          const chosen = places.get(words);
          if (chosen !== undefined) begin(chosen);
        }}
      />
    </>
  );
}

function wordsOf(place: CommentPlace): string {
  return place.type === 'clause' ? place.clause : `Step ${place.step}: ${place.title} (${place.clause})`;
}
