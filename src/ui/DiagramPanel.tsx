/** The sequence diagram of the run, and one line about the message that is selected. */

import { lazy, Suspense, useCallback, useContext, useState } from 'react';
import { lifelines } from '#chart/sequenceRows.ts';
import { rowsAhead } from '#store/aheadView.ts';
import { diagramRows, diagramTail } from '#store/view.ts';
import { hidesNext } from '#store/walkState.ts';
import { OnceChecked } from './check/Checks.tsx';
import { SelectedMessage } from './SelectedMessage.tsx';
import { SequenceChunks } from './sequence/SequenceChunks.tsx';
import { useActions, useWalk, WalkContext } from './useWalk.ts';

const ClaimStrip = lazy(() => import('./check/ClaimStrip.tsx').then((module) => ({ default: module.ClaimStrip })));
const SequenceTable = lazy(() =>
  import('./sequence/SequenceTable.tsx').then((module) => ({ default: module.SequenceTable })),
);

export function DiagramPanel() {
  const rows = useWalk(diagramRows);
  const tail = useWalk(diagramTail);
  const step = useWalk((state) => state.run.step);
  const messages = useWalk((state) => state.run.trace.messages);
  const selected = useWalk((state) => state.selected);
  const hideNext = useWalk(hidesNext);
  const { select, open } = useActions();
  const store = useContext(WalkContext);
  const likely = useCallback(() => (store === undefined ? undefined : rowsAhead(store.getState())), [store]);
  const [asTable, setAsTable] = useState(false);
  const inFlight = tail.some((row) => row.kind === 'message' && row.number === selected);
  const selectedKey = selected === undefined ? undefined : `${inFlight ? 'flight' : 'message'}-${selected}`;
  return (
    <div className="diagramPlace">
      <section aria-label="Sequence diagram" className="diagramPanel" data-hide-next={hideNext} data-as-table={asTable}>
        <SequenceChunks
          lifelines={lifelines}
          rows={rows}
          tail={tail}
          currentStep={step}
          selectedKey={selectedKey}
          likely={likely}
          onSelect={(key) => {
            const number = Number(key.split('-')[1]);
            if ((messages[number - 1]?.sentAt ?? 0) > step) return;
            if (number === selected) open('message');
            else select(number);
          }}
        >
          <button type="button" className="plainButton" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            Table
          </button>
        </SequenceChunks>
        <Suspense>
          <SequenceTable lifelines={lifelines} rows={rows} tail={tail} currentStep={step} visible={asTable} />
        </Suspense>
      </section>
      <div className="diagramFoot">
        <OnceChecked>
          <ClaimStrip />
        </OnceChecked>
        <SelectedMessage />
      </div>
    </div>
  );
}
