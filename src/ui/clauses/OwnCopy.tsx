/** A person's own copy of the text: opened or pasted here, what it is to one that is open, kept or forgotten, undone. */
import { useEffect, useId, useRef } from 'react';
import { Switch } from '../controls/Switch.tsx';
import { OwnMatches } from './OwnMatches.tsx';
import { OwnProposals } from './OwnProposals.tsx';
import { ownInBarPart } from './ownInBarPart.ts';
import { useOwnText, useOwnTextActions } from './useOwnText.ts';
import './ownText.css';

export function OwnCopy() {
  const view = useOwnText((state) => state.view);
  const waiting = useOwnText((state) => state.waiting);
  const past = useOwnText((state) => state.past);
  const place = useRef<HTMLDivElement>(null);
  // What had the focus may go with the text, or with the question: what takes the act back has it then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for after each change of them
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>('.ownToldActs button')?.focus();
  }, [view, waiting, past]);
  // Where it did not come at first, it is tried again now that there is something for it to show.
  useEffect(() => {
    if (view !== undefined) ownInBarPart.need();
  }, [view]);
  return (
    <div ref={place} className="ownCopy">
      <OpenText isAnother={view !== undefined} />
      <WhatIsIt />
      <ToldAndUndo />
      {view !== undefined && (
        <>
          <KeepOrForget />
          <OwnProposals proposals={view.proposals} />
          <OwnMatches view={view} />
        </>
      )}
    </div>
  );
}

function OpenText({ isAnother }: { readonly isAnother: boolean }) {
  const { openFile, openPasted } = useOwnTextActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  return (
    <>
      <p className="drawerNote">
        Open the contribution itself, and its words stand beside ours. It is read in this page and sent nowhere.
        {isAnother && ' You say then whether another text is a revision, or takes its place.'}
      </p>
      <label>
        {isAnother ? 'Another text' : 'Your copy'} (.docx or .txt){' '}
        <input
          type="file"
          accept=".docx,.txt,text/plain"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void openFile(file);
            // The same file can be opened again once it has changed.
            target.value = '';
          }}
        />
      </label>
      <details open={!isAnother}>
        <summary>Or paste its text</summary>
        <label className="visuallyHidden" htmlFor={id}>
          Text, pasted here
        </label>
        <textarea id={id} ref={field} rows={3} spellCheck={false} dir="auto" />
        <button type="button" className="plainButton" onClick={() => void openPasted(field.current?.value ?? '')}>
          Read this text
        </button>
      </details>
    </>
  );
}

/** A second text may be a later form of the first, or simply the right one: only the person knows. */
function WhatIsIt() {
  const waiting = useOwnText((state) => state.waiting);
  const open = useOwnText((state) => state.first ?? state.text);
  const { take } = useOwnTextActions();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (waiting === undefined) return;
    first.current?.focus();
    first.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  }, [waiting]);
  if (waiting === undefined || open === undefined) return null;
  return (
    <section className="ownQuestion" aria-label="What is this text?">
      <p>
        <bdi>{waiting.name}</bdi> is read. Is it a revision of <bdi>{open.name}</bdi>, or another text in its place?
      </p>
      <p className="ownActs">
        <button type="button" ref={first} className="plainButton" onClick={() => void take('revision')}>
          A revision: compare them
        </button>
        <button type="button" className="plainButton" onClick={() => void take('instead')}>
          Use it instead
        </button>
        <button type="button" className="plainButton" onClick={() => void take('nothing')}>
          Leave it
        </button>
      </p>
    </section>
  );
}

function ToldAndUndo() {
  const told = useOwnText((state) => state.told);
  const undoable = useOwnText((state) => state.past.at(-1));
  const redoable = useOwnText((state) => state.future.at(-1));
  const { undo, redo } = useOwnTextActions();
  return (
    <div className="ownActs ownToldActs">
      <span role="status" className="ownTold">
        {told}
      </span>
      {undoable !== undefined && (
        <button type="button" className="plainButton" onClick={() => void undo()}>
          Undo <bdi>{undoable.what}</bdi>
        </button>
      )}
      {redoable !== undefined && (
        <button type="button" className="plainButton" onClick={() => void redo()}>
          Redo <bdi>{redoable.what}</bdi>
        </button>
      )}
    </div>
  );
}

function KeepOrForget() {
  const kept = useOwnText((state) => state.kept);
  const { keep, forget } = useOwnTextActions();
  return (
    <div className="ownActs">
      <Switch on={kept} onChange={keep}>
        Keep it in this browser
      </Switch>
      <button type="button" className="plainButton" onClick={forget}>
        Forget this text
      </button>
    </div>
  );
}
