/**
 * What every IKEv2 payload begins with, and what their bodies share (RFC 5996 3.2).
 *
 * | Next Payload  |C|  RESERVED   |         Payload Length        |
 */

import { type Label, label, octetsLabel } from './field.ts';
import { PAYLOAD_TYPES, sayCode } from './ikeCodes.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** Kept of the generic payload header; both are absent where the bits are zero, as the standard asks. */
export interface GenericPayload {
  /** C: who does not know this payload type must refuse the message. */
  readonly critical?: true;
  /** The 7 bits after C, 1..127. */
  readonly genericReserved?: number;
}

export interface GenericHeader {
  readonly nextPayload: number;
  readonly flags: GenericPayload;
  /** In octets, 4..65535: this header and the body. */
  readonly length: number;
}

/** In octets. */
export const GENERIC_HEADER_LENGTH = 4;

const NEXT_PAYLOAD = label('Next payload', 'RFC 5996 3.2', { say: sayCode(PAYLOAD_TYPES) });
const FLAGS = label('Critical bit and reserved bits', 'RFC 5996 3.2');
const CRITICAL = label('Critical', 'RFC 5996 3.2', {
  say: (bit) => (bit === 1 ? 'set: refuse the message if this payload type is not known' : 'not set'),
});
const FLAGS_RESERVED = label('Reserved', 'RFC 5996 3.2');
const PAYLOAD_LENGTH = label('Payload length', 'RFC 5996 3.2', { unit: 'octets' });
const RESERVED = octetsLabel('Reserved', 'RFC 5996 3');

/** Reads the four octets; a length below 4 is malformed. */
export function readGenericHeader(reader: Reader): GenericHeader {
  const nextPayload = reader.u8(NEXT_PAYLOAD);
  const bits = reader.u8(FLAGS);
  const critical = reader.bits(CRITICAL, 0, 1, bits >> 7);
  const genericReserved = reader.bits(FLAGS_RESERVED, 1, 7, bits & 0x7f);
  const lengthAt = reader.at;
  const length = reader.u16(PAYLOAD_LENGTH);
  if (length < GENERIC_HEADER_LENGTH) {
    reader.malformed(`The payload length ${length} is less than its own header of 4 octets (RFC 5996 3.2).`, lengthAt);
  }
  return {
    nextPayload,
    flags: {
      ...(critical === 1 ? { critical: true as const } : {}),
      ...(genericReserved === 0 ? {} : { genericReserved }),
    },
    length,
  };
}

/** @throws {RangeError} if the reserved bits or the length do not fit. */
export function writeGenericHeader(writer: Writer, nextPayload: number, flags: GenericPayload, length: number): void {
  const reserved = flags.genericReserved ?? 0;
  if (reserved < 0 || reserved > 0x7f) throw new RangeError(`${reserved} does not fit 7 bits`);
  writer
    .u8(nextPayload)
    .u8((flags.critical === true ? 0x80 : 0) | reserved)
    .u16(length);
}

/** That many octets; none is no field. */
export function readOctets(reader: Reader, length: number, of: Label<Uint8Array>): Uint8Array {
  return length === 0 ? new Uint8Array() : reader.take(length, of);
}

/** Reserved octets of a body, kept where they are not all zero, as they should be. */
export interface Reserved {
  readonly reserved?: Uint8Array;
}

export function readReserved(reader: Reader, length: number): Reserved {
  const { at } = reader;
  const reserved = reader.take(length, RESERVED);
  if (reserved.every((octet) => octet === 0)) return {};
  reader.note('warning', at, 'Reserved octets are not zero; a receiver ignores them (RFC 5996 3).');
  return { reserved };
}

/** @throws {RangeError} if not exactly that many octets are kept. */
export function writeReserved(writer: Writer, { reserved }: Reserved, length: number): void {
  if (reserved === undefined) {
    writer.zeros(length);
    return;
  }
  if (reserved.length !== length) throw new RangeError(`${reserved.length} reserved octets, not ${length}`);
  writer.octets(reserved);
}
