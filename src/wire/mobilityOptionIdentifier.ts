/** Mobile Node Identifier: who the mobile node is, by another name than its address (RFC 4283 3). */
import { label, octetsLabel } from './field.ts';
import type { OptionCodec } from './mobilityOption.ts';

export interface MobileNodeIdentifier {
  readonly type: 'mobileNodeIdentifier';
  /** 1: a Network Access Identifier; others are kept. */
  readonly subtype: number;
  /** 0..254 octets; a Network Access Identifier is text such as "user@realm". */
  readonly identifier: Uint8Array;
}

const SUBTYPE = label('Subtype', 'RFC 4283 3', {
  say: (value) => (value === 1 ? 'Network Access Identifier' : `subtype ${value} without a name here`),
});
const IDENTIFIER = octetsLabel('Identifier', 'RFC 4283 3', { say: printable });

export const mobileNodeIdentifier: OptionCodec<MobileNodeIdentifier> = {
  number: 8,
  name: 'Mobile Node Identifier',
  source: 'RFC 4283 3',
  length: { least: 1, of: ({ identifier }) => identifier.length + 1 },
  read(reader, length) {
    const subtype = reader.u8(SUBTYPE);
    return { type: 'mobileNodeIdentifier', subtype, identifier: reader.take(length - 1, IDENTIFIER) };
  },
  write: (writer, { subtype, identifier }) => writer.u8(subtype).octets(identifier),
};

/** ASCII as it is, every other octet as a dot. */
function printable(octets: Uint8Array): string {
  return Array.from(octets, (octet) => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.')).join('');
}
