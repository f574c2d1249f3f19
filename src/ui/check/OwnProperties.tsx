/** Properties of one's own, from a file or written here; they are checked with the others for as long as the page is open. */
import { useEffect, useId, useRef, useState } from 'react';
import type { OwnClaim } from '#shell/checkMessages.ts';
import { exampleProperty, faultOf } from '#store/ownProperties.ts';
import { useWalk } from '../useWalk.ts';
import { PropertyGuide } from './PropertyGuide.tsx';
import { useCheckActions, useChecks } from './useChecks.ts';
import { useReadingTask } from './useReadingTask.ts';
import { VerdictSign } from './VerdictSign.tsx';

export function OwnProperties() {
  const own = useChecks((state) => state.own);
  const trace = useWalk((state) => state.run.trace);
  const answer = useReadingTask()?.answer;
  const onThisReading = answer?.ownError;
  const section = useRef<HTMLElement>(null);
  const taken = useRef(false);
  // The claims above are written anew when the answer comes: what was asked for stays in view.
  useEffect(() => {
    if (answer !== undefined && taken.current) section.current?.scrollIntoView({ block: 'nearest' });
    taken.current = false;
  }, [answer]);
  const before = useChecks((state) => state.ownBefore);
  const { setOwn, swapOwn } = useCheckActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [told, setTold] = useState('');
  const take = (name: string, text: string) => {
    const fault = faultOf(text, trace);
    if (fault === undefined) {
      taken.current = true;
      setOwn({ name, text });
    }
    const stays = own === undefined ? '' : ` What was taken before (${own.name}) stays in use.`;
    setTold(fault === undefined ? `${name}: taken, and checked with the others.` : `${fault}${stays}`);
  };
  return (
    <section ref={section} aria-label="Your own properties" className="ownProperties">
      <h3>Your own properties</h3>
      <label>
        From a file{' '}
        <input
          type="file"
          accept=".txt,.props,text/plain"
          onChange={async ({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) take(file.name, await file.text());
          }}
        />
      </label>
      <label htmlFor={id}>Or written here, one a line</label>
      <textarea
        id={id}
        ref={field}
        key={own?.text}
        rows={3}
        spellCheck={false}
        defaultValue={own?.text ?? exampleProperty}
        aria-describedby={`${id}-told`}
      />
      <p className="questionActs">
        <button
          type="button"
          className="plainButton"
          onClick={() => take('Your properties', field.current?.value ?? '')}
        >
          Check these
        </button>
        {own !== undefined && (
          <button
            type="button"
            className="plainButton"
            onClick={() => {
              setOwn(undefined);
              setTold('Taken away.');
            }}
          >
            Take them away
          </button>
        )}
        {before !== undefined && (
          <button
            type="button"
            className="plainButton"
            onClick={() => {
              swapOwn();
              setTold(
                before.own === undefined ? 'None of your own is checked now.' : `${before.own.name}: checked again.`,
              );
            }}
          >
            {before.undone ? 'Redo' : 'Undo'}
          </button>
        )}
        <span role="status" id={`${id}-told`}>
          {told}
        </span>
      </p>
      {answer !== undefined && answer.own.length > 0 && <Found claims={answer.own} bound={answer.findings.bound} />}
      <PropertyGuide />
      {onThisReading !== undefined && <p>On the reading in use they cannot be read: {onThisReading}.</p>}
    </section>
  );
}

/** The verdicts, where they were asked for; the runs are in the list of all claims. */
function Found({ claims, bound }: { readonly claims: readonly OwnClaim[]; readonly bound: string }) {
  return (
    <ul className="drawerList" aria-label="What was found of them">
      {claims.map(({ id, sentence, verdict }) => (
        <li key={id}>
          <VerdictSign mark={verdict === 'not finished' ? 'open' : verdict} /> {sentence}, {bound}
        </li>
      ))}
    </ul>
  );
}
