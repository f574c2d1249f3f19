/** The message that is selected: its fields and octets, what became of it, and the change that a person makes to it in flight. */
import { lazy, Suspense, useState } from 'react';
import { messageFields } from '#store/messageView.ts';
import { selectedOctets } from '#store/octetsView.ts';
import { changeable, previewChange } from '#store/patchView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { ChangeInFlight } from '../message/ChangeInFlight.tsx';
import { PacketPanel } from '../message/PacketPanel.tsx';
import { useDraft } from '../message/useDraft.ts';
import { WiresharkButton } from '../message/WiresharkButton.tsx';
import { useWalk } from '../useWalk.ts';
import { Candidates } from './Candidates.tsx';

const CaptureView = lazy(() =>
  import('../message/CaptureView.tsx').then((module) => ({ default: module.CaptureView })),
);

export function MessageFields() {
  const [capture, setCapture] = useState(false);
  return (
    <>
      {capture ? (
        <Suspense fallback={<p>One moment.</p>}>
          <CaptureView />
        </Suspense>
      ) : (
        <SelectedMessageFields />
      )}
      <button type="button" className="plainButton" aria-pressed={capture} onClick={() => setCapture(!capture)}>
        {capture ? 'Back to the run' : 'Open a capture'}
      </button>
    </>
  );
}

function SelectedMessageFields() {
  const message = useWalk(messageFields);
  const octets = useWalk(selectedOctets);
  const can = useWalk(changeable);
  const [draft, setDraft] = useDraft(message?.number);
  const preview = useWalk((state) => (draft === undefined ? undefined : previewChange(state, draft)));
  const [asSent, setAsSent] = useState<number>();
  if (message === undefined) return <p>No message is selected. A click or Enter on a message selects it.</p>;
  const arrived = asSent === message.number ? undefined : octets?.arrived;
  const view = preview?.view ?? arrived ?? octets?.sent;
  const name = `(${message.number}) ${message.title}`;
  return (
    <>
      <div className="messageHead">
        <h3>
          <Glossed text={name} />
        </h3>
        <WiresharkButton />
        {octets?.arrived !== undefined && (
          <>
            <button
              type="button"
              className="plainButton"
              aria-pressed={arrived === undefined}
              onClick={() => setAsSent(message.number)}
            >
              As it was sent
            </button>
            <button
              type="button"
              className="plainButton"
              aria-pressed={arrived !== undefined}
              onClick={() => setAsSent(undefined)}
            >
              As it arrives
            </button>
          </>
        )}
      </div>
      {arrived !== undefined && (
        <p className="drawerNote">
          <Glossed text={octets?.arrivedWords ?? ''} />
        </p>
      )}
      {octets !== undefined && octets.place !== '' && (
        <p className="drawerNote">
          <Glossed text={`It travels ${octets.place}.`} />
        </p>
      )}
      {view !== undefined && (
        <PacketPanel view={view} name={name} before={octets?.before} beforeName={octets?.beforeName}>
          {(selection) =>
            can && (
              <ChangeInFlight
                message={message.number}
                view={view}
                selection={selection}
                draft={draft}
                preview={preview}
                onDraft={setDraft}
              />
            )
          }
        </PacketPanel>
      )}
      {octets?.reason !== undefined && message.note === undefined && (
        <p>
          <Glossed text={octets.reason} />
        </p>
      )}
      {message.note !== undefined && (
        <>
          <p>
            <Glossed text={message.note} />
          </p>
          <Candidates />
        </>
      )}
      <details open={view === undefined}>
        <summary>What became of it</summary>
        <table>
          <caption className="visuallyHidden">{name}</caption>
          <tbody>
            {message.fields.map(([field, value]) => (
              <tr key={field}>
                <th scope="row">
                  <Glossed text={field} />
                </th>
                <td>
                  <Glossed text={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
