/** Changing a message in flight: who changes it, which bits and octets, and what the receiver will make of it. */
import { useContext, useState } from 'react';
import { hexOf } from '#store/copyForms.ts';
import type { PacketView } from '#store/packetView.ts';
import type { ChangeDraft, ChangePreview } from '#store/patchView.ts';
import { changeOctet } from '#store/patchView.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Glossed } from '../controls/Glossed.tsx';
import { useActions, WalkContext } from '../useWalk.ts';
import type { Selection } from './PacketPanel.tsx';

interface Props {
  readonly message: number;
  readonly view: PacketView;
  readonly selection: Selection;
  readonly draft: ChangeDraft | undefined;
  readonly preview: ChangePreview | undefined;
  readonly onDraft: (draft: ChangeDraft | undefined) => void;
}

const modes = [
  ['peer', 'As a faulty peer', 'Before protection: checksum, padding and ICV are made right again.'],
  ['attacker', 'As an attacker', 'Of the packet as sent: nothing is made right.'],
] as const;
const bits = [7, 6, 5, 4, 3, 2, 1, 0];

export function ChangeInFlight({ message, view, selection, draft, preview, onDraft }: Props) {
  const store = useContext(WalkContext);
  const { change } = useActions();
  const { buffer, at } = selection;
  const octet = view.buffers[buffer]?.octets[at];
  const closed = draft?.mode === 'attacker' && buffer !== 0;
  const put = (value: number) => {
    if (store !== undefined && draft !== undefined) {
      onDraft(changeOctet(store.getState(), draft, { buffer, at, octet: value }));
    }
  };
  return (
    <section className="change" aria-label="Change it in flight">
      <div className="changeRow">
        <strong>Change it in flight</strong>
        {modes.map(([mode, title, does]) => (
          <button
            key={mode}
            type="button"
            className="plainButton"
            aria-pressed={draft?.mode === mode}
            title={does}
            onClick={() => onDraft(draft?.mode === mode ? undefined : { message, mode, changes: [] })}
          >
            {title}
          </button>
        ))}
      </div>
      {draft !== undefined && (
        <>
          <p className="drawerNote">
            <Glossed text={modes.find(([mode]) => mode === draft.mode)?.[2] ?? ''} />
          </p>
          {closed || octet === undefined ? (
            <p>Without the key only the packet as sent can be changed: choose an octet there.</p>
          ) : (
            <div className="changeRow">
              <span>Octet {at}</span>
              <OctetInput key={`${buffer} ${at}`} at={at} octet={octet} onChange={put} />
              {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, no form */}
              <span role="group" aria-label={`Bits of octet ${at}`} className="changeBits">
                {bits.map((bit) => (
                  <button
                    key={bit}
                    type="button"
                    className="plainButton"
                    aria-pressed={((octet >> bit) & 1) === 1}
                    aria-label={`Bit ${7 - bit}`}
                    onClick={() => put(octet ^ (1 << bit))}
                  >
                    {(octet >> bit) & 1}
                  </button>
                ))}
              </span>
            </div>
          )}
          <p role="status">{draft.changes.length === 0 ? 'Nothing is changed yet.' : preview?.words}</p>
          <div className="changeRow">
            <ActionButton
              className="plainButton"
              idle={preview?.possible !== true}
              onClick={() => {
                change(draft, preview?.event);
                onDraft(undefined);
              }}
            >
              Send it changed
            </ActionButton>
            <button type="button" className="plainButton" onClick={() => onDraft(undefined)}>
              Leave it as it is
            </button>
          </div>
        </>
      )}
    </section>
  );
}

/** Two hex digits; what is typed stays as typed until the field is left. */
function OctetInput({ at, octet, onChange }: { at: number; octet: number; onChange: (octet: number) => void }) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      className="changeOctet"
      value={typed ?? hexOf(octet)}
      maxLength={2}
      spellCheck={false}
      autoComplete="off"
      aria-label={`Octet ${at}, two hex digits`}
      onBlur={() => setTyped(undefined)}
      onChange={({ target }) => {
        setTyped(target.value);
        if (/^[0-9a-f]{2}$/i.test(target.value)) onChange(Number.parseInt(target.value, 16));
      }}
    />
  );
}
