/** Begins a comment on the step in view, or on a clause; where comments stand is loaded then. */
import { useContext } from 'react';
import type { CommentPlace } from '#report/comments.ts';
import { useActions, WalkContext } from '../useWalk.ts';

interface Props {
  /** Without it the comment is on the step in view. */
  readonly place?: CommentPlace;
  /** What the comment is on, for a reader who does not see where the button stands. */
  readonly on?: string;
}

export function CommentButton({ place, on = 'this step' }: Props) {
  const walk = useContext(WalkContext);
  const { open, tell } = useActions();
  const begin = async () => {
    const [{ openComments }, { placeInView }] = await Promise.all([
      import('#store/openComments.ts'),
      import('#store/commentsView.ts'),
    ]);
    const about = place ?? (walk === undefined ? undefined : placeInView(walk.getState()));
    if (about !== undefined) openComments().getState().begin(about);
    open('share');
  };
  return (
    <button
      type="button"
      className="plainButton"
      onClick={() => begin().catch((error) => tell(`Comments could not be opened: ${error}`))}
    >
      Comment<span className="visuallyHidden"> on {on}</span>
    </button>
  );
}
