/** The smallest change of the reading after which a claim holds: looked for when it is asked for, and taken with one press. */
import { useEffect, useRef, useState } from 'react';
import type { Repair } from '#check/repair.ts';
import { taskOf } from '#store/checkStore.ts';
import { progressWords } from '#store/checkWords.ts';
import { changedWords, changeWords } from '#store/questionsView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useActions, useWalk } from '../useWalk.ts';
import { useCheckActions, useChecks } from './useChecks.ts';

interface Props {
  readonly property: string;
  readonly sentence: string;
}

export function RepairView({ property, sentence }: Props) {
  const variant = useWalk((state) => state.variant);
  const request = { type: 'repairs', variant } as const;
  const task = useChecks((state) => taskOf(state, request));
  const { ask, stop } = useCheckActions();
  const [wanted, setWanted] = useState(false);
  const repair = task?.answer?.find((each) => each.property === property);
  const isOpen = wanted && task !== undefined;
  const box = useRef<HTMLSpanElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was looked for comes into view when it is there
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, repair]);
  return (
    <>
      <button
        type="button"
        className="plainButton"
        aria-expanded={isOpen}
        onClick={() => {
          setWanted(!isOpen);
          if (!isOpen) ask(request);
        }}
      >
        Smallest change that repairs it <span className="visuallyHidden">: {sentence}</span>
      </button>
      {isOpen && (
        <span ref={box} className="repair" role="status" aria-busy={task.underWay !== undefined}>
          {task.underWay !== undefined && (
            <>
              <span className="working" aria-hidden="true" /> Readings tried: {progressWords(task.underWay.progress)}.{' '}
              <button type="button" className="plainButton" onClick={() => stop(request)}>
                Cancel
              </button>
            </>
          )}
          {task.failure}
          {task.answer !== undefined && repair === undefined && 'It was not looked for to the end.'}
          {repair !== undefined && <Found repair={repair} />}
        </span>
      )}
    </>
  );
}

function Found({ repair }: { readonly repair: Repair }) {
  const { takeReading } = useActions();
  if (repair.changes.length === 0) return repair.sentence;
  return (
    <>
      {repair.changes.map((change) => (
        <span key={change.parameter} className="repairChange">
          <Glossed text={changeWords(change)} />
        </span>
      ))}
      <span>
        <Glossed text={repair.sentence} />
      </span>
      <button
        type="button"
        className="plainButton"
        onClick={() =>
          takeReading(
            Object.fromEntries(repair.changes.map(({ parameter, to }) => [parameter, to])),
            repair.changes.map(changedWords).join('; '),
          )
        }
      >
        Take this reading
      </button>
    </>
  );
}
