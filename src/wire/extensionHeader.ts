/** IPv6 extension headers that nothing here depends on: Fragment (RFC 8200 4.5), Authentication Header and others, kept. */
import { decoder } from './decoded.ts';
import { label, octetsLabel } from './field.ts';
import { protocolName } from './ipProtocol.ts';
import { Writer } from './writer.ts';

export interface FragmentHeader {
  readonly nextHeader: number;
  /** The reserved octet, and the two reserved bits; 0 in what is right. */
  readonly reserved: number;
  /** In units of 8 octets, 0..8191. */
  readonly offset: number;
  readonly reservedBits: number;
  readonly moreFragments: boolean;
  readonly identification: number;
}

/** A header of the common form: next header, length, data. */
export interface OtherHeader {
  readonly nextHeader: number;
  /** As in the header: 8-octet units beyond the first 8 octets, in the Authentication Header 4-octet units less 2. */
  readonly length: number;
  readonly data: Uint8Array;
}

const FRAGMENT_SOURCE = 'RFC 8200 4.5';
const COMMON_SOURCE = 'RFC 6564 4';
const NEXT_HEADER = label('Next Header', COMMON_SOURCE, { say: protocolName });
const RESERVED = label('Reserved', FRAGMENT_SOURCE);
const PLACE = label('Fragment Offset, Reserved, M flag', FRAGMENT_SOURCE, {
  say: (value) => `from octet ${value & 0xfff8} on, ${(value & 1) === 1 ? 'more follow' : 'the last'}`,
});
const OFFSET = label('Fragment Offset', FRAGMENT_SOURCE, { unit: '8 octets' });
const RESERVED_BITS = label('Reserved', FRAGMENT_SOURCE);
const MORE = label('M: More Fragments', FRAGMENT_SOURCE, { say: (value) => (value === 1 ? 'set' : 'clear') });
const IDENTIFICATION = label('Identification', FRAGMENT_SOURCE);
const LENGTH = label('Header Extension Length', COMMON_SOURCE);
const AUTHENTICATION_LENGTH = label('Payload Length', 'RFC 4302 2.2', { unit: '4 octets, less 2' });
const DATA = octetsLabel('Header-specific data', COMMON_SOURCE);

/** Reads the 8 octets of a Fragment header. */
export const decodeFragmentHeader = decoder<FragmentHeader>((reader, draft) => {
  const nextHeader = reader.u8(NEXT_HEADER);
  draft.nextHeader = nextHeader;
  const reserved = reader.u8(RESERVED);
  draft.reserved = reserved;
  const place = reader.u16(PLACE);
  const offset = reader.bits(OFFSET, 0, 13, place >> 3);
  draft.offset = offset;
  const reservedBits = reader.bits(RESERVED_BITS, 13, 2, (place >> 1) & 3);
  draft.reservedBits = reservedBits;
  const moreFragments = reader.bits(MORE, 15, 1, place & 1) === 1;
  draft.moreFragments = moreFragments;
  const identification = reader.u32(IDENTIFICATION);
  draft.identification = identification;
  return { nextHeader, reserved, offset, reservedBits, moreFragments, identification };
});

/** @throws {RangeError} if a value does not fit its width. */
export function encodeFragmentHeader(header: FragmentHeader): Uint8Array {
  const { offset, reservedBits } = header;
  if (!Number.isInteger(offset) || offset < 0 || offset > 0x1fff) throw new RangeError(`offset ${offset}`);
  if (![0, 1, 2, 3].includes(reservedBits)) throw new RangeError(`reserved bits ${reservedBits}`);
  return new Writer()
    .u8(header.nextHeader)
    .u8(header.reserved)
    .u16((offset << 3) | (reservedBits << 1) | (header.moreFragments ? 1 : 0))
    .u32(header.identification)
    .done();
}

/** Reads a header whose length counts 8 octets beyond the first 8. */
export const decodeOtherHeader = decoder<OtherHeader>((reader, draft) => {
  const nextHeader = reader.u8(NEXT_HEADER);
  draft.nextHeader = nextHeader;
  const length = reader.u8(LENGTH);
  draft.length = length;
  const data = reader.take(8 * length + 6, DATA);
  return { nextHeader, length, data };
});

/** Reads an Authentication Header (RFC 4302 2): its length counts 4 octets. */
export const decodeAuthenticationHeader = decoder<OtherHeader>((reader, draft) => {
  const nextHeader = reader.u8(NEXT_HEADER);
  draft.nextHeader = nextHeader;
  const length = reader.u8(AUTHENTICATION_LENGTH);
  draft.length = length;
  if (length === 0) reader.malformed('An Authentication Header of 8 octets is too short (RFC 4302 2).', reader.at - 1);
  const data = reader.take(4 * length + 6, DATA);
  return { nextHeader, length, data };
});

/** Writes either kind, its length as it says. @throws {RangeError} if a value does not fit. */
export function encodeOtherHeader(header: OtherHeader): Uint8Array {
  return new Writer().u8(header.nextHeader).u8(header.length).octets(header.data).done();
}
