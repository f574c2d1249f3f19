/** Copies octets and fields; where the browser gives no clipboard, the text is shown selected. */
import { useState } from 'react';
import { cArrayForm, fieldListForm, hexForm } from '#store/copyForms.ts';
import { copy } from '#store/octetsView.ts';
import type { BufferView, PacketView } from '#store/packetView.ts';
import { Select } from '../controls/Select.tsx';

interface Props {
  readonly view: PacketView;
  readonly buffer: BufferView;
  readonly name: string;
}

const forms = [
  {
    options: [
      { value: 'hex', label: 'Octets as hex' },
      { value: 'c', label: 'Octets as C array' },
      { value: 'fields', label: 'Fields as list' },
    ],
  },
];

export function CopyButtons({ view, buffer, name }: Props) {
  const [told, setTold] = useState('');
  const [byHand, setByHand] = useState<string>();
  const onChoose = async (form: string) => {
    const text = form === 'hex' ? hexForm(buffer) : form === 'c' ? cArrayForm(buffer, name) : fieldListForm(view);
    const copied = await copy(text);
    setTold(copied ? 'Copied.' : '');
    setByHand(copied ? undefined : text);
  };
  return (
    <>
      <span className="packetCopy">
        <Select name="Copy" groups={forms} value="" otherwise="Copy" onChoose={onChoose} />
        <span role="status">{told}</span>
      </span>
      {byHand !== undefined && (
        <label className="packetByHand">
          This browser gives no clipboard: copy the text below.
          <textarea
            readOnly
            rows={4}
            value={byHand}
            ref={(area) => {
              area?.focus();
              area?.select();
            }}
          />
        </label>
      )}
    </>
  );
}
