/** A person's own copy of the text: opened or pasted here, what matches nothing, what a revision settles; forgotten on request. */
import { useId, useRef } from 'react';
import { Switch } from '../controls/Switch.tsx';
import { useActions, useWalk } from '../useWalk.ts';
import { OwnSentences } from './OwnSentences.tsx';
import { useOwnText, useOwnTextActions } from './useOwnText.ts';

export function OwnCopy() {
  const isOpen = useOwnText((state) => state.view !== undefined);
  return (
    <div className="ownCopy">
      <OpenText isAnother={isOpen} />
      {isOpen && (
        <>
          <KeepOrForget />
          <Proposals />
          <Matches />
        </>
      )}
    </div>
  );
}

function OpenText({ isAnother }: { readonly isAnother: boolean }) {
  const told = useOwnText((state) => state.told);
  const { openFile, openPasted } = useOwnTextActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  return (
    <>
      <p className="drawerNote">
        Open the contribution itself, and its words stand beside ours. It is read in this page and sent nowhere.
        {isAnother && ' A revised text is compared with the one you opened first.'}
      </p>
      <label>
        {isAnother ? 'A revised text' : 'Your copy'} (.docx or .txt){' '}
        <input
          type="file"
          accept=".docx,.txt,text/plain"
          aria-describedby={`${id}-told`}
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
        <textarea id={id} ref={field} rows={3} spellCheck={false} aria-describedby={`${id}-told`} />
        <button type="button" className="plainButton" onClick={() => void openPasted(field.current?.value ?? '')}>
          Read this text
        </button>
      </details>
      <p role="status" id={`${id}-told`} className="ownTold">
        {told}
      </p>
    </>
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

function Proposals() {
  const proposals = useOwnText((state) => state.view?.proposals) ?? [];
  const variant = useWalk((state) => state.variant);
  const { setParameters } = useActions();
  if (proposals.length === 0) return null;
  return (
    <section aria-label="What it seems to settle">
      <h3>What it seems to settle</h3>
      <p className="drawerNote">By the words alone: read the sentence, and decide yourself.</p>
      <ul className="drawerList">
        {proposals.map(({ parameter, value, words, sentence }) => (
          <li key={`${parameter} ${value} ${sentence}`}>
            <strong>{words}.</strong> <bdi className="ownQuote">{sentence}</bdi>{' '}
            <button
              type="button"
              className="plainButton"
              aria-pressed={String(variant[parameter]) === value}
              onClick={() => setParameters({ [parameter]: value })}
            >
              Take this reading
              <span className="visuallyHidden">: {words}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Matches() {
  const view = useOwnText((state) => state.view);
  if (view === undefined) return null;
  const { missing, unknown, gone } = view;
  return (
    <section aria-label="What does not match">
      <h3>What does not match</h3>
      {missing.length + unknown.length + gone.length === 0 && <p>Everything matches.</p>}
      {missing.length > 0 && (
        <>
          <h4>Sentences of ours that nothing in it says</h4>
          <ul className="drawerList">
            {missing.map(({ id, title }) => (
              <li key={id}>
                {title} <span className="force">[{id}]</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {unknown.length > 0 && (
        <>
          <h4>Sentences of it that this app does not know</h4>
          <ul className="drawerList">
            {unknown.map((sentence) => (
              <li key={sentence.text}>
                <OwnSentences sentences={[sentence]} />
                {sentence.clause !== undefined && <span className="force">[{sentence.clause}]</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {gone.length > 0 && (
        <>
          <h4>Sentences of the first text that are gone</h4>
          <ul className="drawerList">
            {gone.map((text) => (
              <li key={text}>
                <del>{text}</del>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
