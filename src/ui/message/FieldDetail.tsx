/** The selected field in one line: where it stands, its octets or bits, its source, and what it was before. */

import type { FieldNode, PacketView } from '#store/packetView.ts';
import { bitText } from '#store/packetView.ts';
import { Glossed } from '../controls/Glossed.tsx';

interface Props {
  readonly view: PacketView;
  readonly node: FieldNode;
  readonly before: string | undefined;
  readonly beforeName: string | undefined;
}

/** Longer fields are not shown in bits. */
const LONGEST_IN_BITS = 4;

export function FieldDetail({ view, node, before, beforeName }: Props) {
  const octets = view.buffers[node.buffer]?.octets;
  const last = node.at + node.length - 1;
  const place =
    node.length === 0 ? 'no octets' : node.length === 1 ? `octet ${node.at}` : `octets ${node.at} to ${last}`;
  const unit = node.unit === undefined ? '' : ` (${node.unit})`;
  const words = node.words === '' ? '' : `: ${node.words}${unit}`;
  const source = node.source === '' ? '' : `, ${node.source}`;
  const was = before === undefined ? '' : `; was ${before} in ${beforeName}`;
  return (
    <p className="fieldDetail" aria-live="polite">
      <strong>
        <Glossed text={node.name} />
      </strong>
      <Glossed text={words} />, {place}
      {node.bits !== undefined && `, ${bitsInWords(node.bits)}`}
      {octets !== undefined && node.length > 0 && node.length <= LONGEST_IN_BITS && (
        <>
          , <code>{bitText(node, octets)}</code>
        </>
      )}
      <Glossed text={`${source}${was}.`} />
    </p>
  );
}

function bitsInWords({ first, count }: NonNullable<FieldNode['bits']>): string {
  return count === 1 ? `bit ${first}` : `bits ${first} to ${first + count - 1}`;
}
