/** The sequence diagram of the run, and one line about the message that is selected. */
import { lifelines } from '#chart/sequenceRows.ts';
import { diagramRows, diagramTail } from '#store/view.ts';
import { SelectedMessage } from './SelectedMessage.tsx';
import { SequenceChunks } from './sequence/SequenceChunks.tsx';
import { useActions, useWalk } from './useWalk.ts';

export function DiagramPanel() {
  const rows = useWalk(diagramRows);
  const tail = useWalk(diagramTail);
  const step = useWalk((state) => state.run.step);
  const messages = useWalk((state) => state.run.trace.messages);
  const selected = useWalk((state) => state.selected);
  const hideNext = useWalk((state) => state.settings.hideNext);
  const { select, open } = useActions();
  const inFlight = tail.some((row) => row.kind === 'message' && row.number === selected);
  const selectedKey = selected === undefined ? undefined : `${inFlight ? 'flight' : 'message'}-${selected}`;
  return (
    <>
      <section aria-label="Sequence diagram" className="diagramPanel" data-hide-next={hideNext}>
        <SequenceChunks
          lifelines={lifelines}
          rows={rows}
          tail={tail}
          currentStep={step}
          selectedKey={selectedKey}
          onSelect={(key) => {
            const number = Number(key.split('-')[1]);
            if ((messages[number - 1]?.sentAt ?? 0) > step) return;
            if (number === selected) open('message');
            else select(number);
          }}
        />
      </section>
      <SelectedMessage />
    </>
  );
}
