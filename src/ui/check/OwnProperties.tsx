/** Properties of one's own, from a file or written here; they are checked with the others for as long as the page is open. */
import { useId, useRef, useState } from 'react';
import { exampleProperty, faultOf } from '#store/ownProperties.ts';
import { useWalk } from '../useWalk.ts';
import { PropertyGuide } from './PropertyGuide.tsx';
import { useCheckActions, useChecks } from './useChecks.ts';
import { useReadingTask } from './useReadingTask.ts';

export function OwnProperties() {
  const own = useChecks((state) => state.own);
  const trace = useWalk((state) => state.run.trace);
  const onThisReading = useReadingTask()?.answer?.ownError;
  const before = useChecks((state) => state.ownBefore);
  const { setOwn, swapOwn } = useCheckActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [told, setTold] = useState('');
  const take = (name: string, text: string) => {
    const fault = faultOf(text, trace);
    if (fault === undefined) setOwn({ name, text });
    const stays = own === undefined ? '' : ` What was taken before (${own.name}) stays in use.`;
    setTold(fault === undefined ? `${name}: taken, and checked with the others.` : `${fault}${stays}`);
  };
  return (
    <section aria-label="Your own properties" className="ownProperties">
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
      <PropertyGuide />
      {onThisReading !== undefined && <p>On the reading in use they cannot be read: {onThisReading}.</p>}
    </section>
  );
}
