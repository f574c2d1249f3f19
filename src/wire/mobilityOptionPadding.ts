/** Pad1 and PadN: octets that only move what follows (RFC 6275 6.2.2, 6.2.3). */
import { label, octetsLabel } from './field.ts';
import type { OptionCodec } from './mobilityOption.ts';

/** One octet of zero, without length and data. */
export interface Pad1 {
  readonly type: 'pad1';
}

export interface PadN {
  readonly type: 'padN';
  /** N - 2 octets, all zero in what we send; kept as received. */
  readonly data: Uint8Array;
}

export const PAD1 = label('Pad1', 'RFC 6275 6.2.2', { say: () => 'one octet of padding' });

const PADDING = octetsLabel('Padding', 'RFC 6275 6.2.3');

export const padN: OptionCodec<PadN> = {
  number: 1,
  name: 'PadN',
  source: 'RFC 6275 6.2.3',
  length: { least: 0, of: ({ data }) => data.length },
  read(reader, length) {
    const { at } = reader;
    const data = length === 0 ? new Uint8Array(0) : reader.take(length, PADDING);
    if (data.some((octet) => octet !== 0)) reader.note('note', at, 'The padding is not all zero (RFC 6275 6.2.3).');
    return { type: 'padN', data };
  },
  write: (writer, { data }) => writer.octets(data),
};

/** Padding of exactly that many octets, 0 to 257, in at most one option. @throws {RangeError} for other counts. */
export function paddingOf(octets: number): readonly (Pad1 | PadN)[] {
  if (!Number.isInteger(octets) || octets < 0 || octets > 257) throw new RangeError(`no padding of ${octets} octets`);
  if (octets === 0) return [];
  return [octets === 1 ? { type: 'pad1' } : { type: 'padN', data: new Uint8Array(octets - 2) }];
}
