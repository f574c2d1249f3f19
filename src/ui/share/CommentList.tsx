/** Comments: one's own and those of others beside them, in files that go from one to the other. */
import { useEffect, useId, useRef } from 'react';
import { placeInView, tableOf } from '#store/commentsView.ts';
import { openComments, saveComments } from '#store/openComments.ts';
import { useWalk } from '../useWalk.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentTable } from './CommentTable.tsx';
import { useCommentActions, useComments } from './useComments.ts';
import './comments.css';

export function CommentList() {
  const { mine, others, draft, told, past, future } = useComments((state) => state);
  const trace = useWalk((state) => state.run.trace);
  const place = useWalk(placeInView);
  const { begin, undo, redo } = useCommentActions();
  const [undoable, redoable] = [past.at(-1), future.at(-1)];
  const { rows, anotherRun } = tableOf({ mine, others }, trace);
  const part = useRef<HTMLElement>(null);
  // What had the focus goes with the form or the row that it was in: the first button of this part has it then.
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (isLost && draft === undefined && past.length + future.length > 0)
      part.current?.querySelector('button')?.focus();
  }, [past, future, draft]);
  return (
    <section ref={part} aria-label="Comments" className="comments">
      <h3>Comments</h3>
      {draft === undefined ? (
        <p className="commentActs">
          <button type="button" className="plainButton" onClick={() => begin(place)}>
            Write a comment
          </button>
        </p>
      ) : (
        <CommentForm key={draft.id ?? ''} draft={draft} />
      )}
      <p className="commentActs">
        <span role="status">{told}</span>
        {undoable !== undefined && (
          <button type="button" className="plainButton" onClick={undo}>
            Undo <bdi>{undoable.what}</bdi>
          </button>
        )}
        {redoable !== undefined && (
          <button type="button" className="plainButton" onClick={redo}>
            Redo <bdi>{redoable.what}</bdi>
          </button>
        )}
      </p>
      {anotherRun !== '' && <p>{anotherRun}</p>}
      {rows.length > 0 && <CommentTable rows={rows} />}
      <OtherPeople />
      <Files isEmpty={mine.comments.length === 0} />
    </section>
  );
}

function OtherPeople() {
  const others = useComments((state) => state.others);
  const { removeOthers, takeOver } = useCommentActions();
  if (others.length === 0) return null;
  return (
    <ul className="drawerList" aria-label="Comments of others">
      {others.map(({ author, comments }, at) => (
        <li key={author} className="commentActs">
          <span>
            <bdi>{author}</bdi>: {comments.length} {comments.length === 1 ? 'comment' : 'comments'}
          </span>
          <button type="button" className="plainButton" onClick={() => removeOthers(at)}>
            Take away<span className="visuallyHidden"> the comments of {author}</span>
          </button>
          <button type="button" className="plainButton" onClick={() => takeOver(at)}>
            Make them mine<span className="visuallyHidden">: the comments of {author}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Files({ isEmpty }: { readonly isEmpty: boolean }) {
  const author = useComments((state) => state.mine.author);
  const { setAuthor, read } = useCommentActions();
  const id = useId();
  return (
    <div className="commentFiles">
      <label htmlFor={id}>Your name, as others read it</label>
      <input
        id={id}
        className="choiceField"
        maxLength={200}
        dir="auto"
        autoComplete="name"
        value={author}
        onChange={({ target }) => setAuthor(target.value)}
      />
      <p className="commentActs">
        <button
          type="button"
          className="plainButton"
          aria-disabled={isEmpty}
          aria-describedby={isEmpty ? `${id}-none` : undefined}
          onClick={() => {
            if (!isEmpty) saveComments(openComments());
          }}
        >
          Save my comments
        </button>
        {isEmpty && (
          <span id={`${id}-none`} className="drawerNote">
            There are none of yours yet.
          </span>
        )}
      </p>
      <label>
        Read comments from a file{' '}
        <input
          type="file"
          accept=".json,application/json"
          onChange={async ({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) read(file.name, await textOf(file));
            target.value = '';
          }}
        />
      </label>
    </div>
  );
}

/** A file that is no text is a text that is no JSON; one of many megabytes holds no comments. */
async function textOf(file: File): Promise<string> {
  if (file.size > 20_000_000) return '-';
  try {
    return await file.text();
  } catch {
    return '-';
  }
}
