/**
 * Key Exchange payload: a public Diffie-Hellman value (RFC 5996 3.4).
 *
 * |   Diffie-Hellman Group Num    |           RESERVED            |
 * |                       Key Exchange Data                       |
 */
import { label, octetsLabel } from './field.ts';
import { sayCode } from './ikeCodes.ts';
import { type GenericPayload, type Reserved, readOctets, readReserved, writeReserved } from './ikeGeneric.ts';
import { DIFFIE_HELLMAN_GROUPS } from './ikeTransformCodes.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeKeyExchange extends GenericPayload, Reserved {
  readonly type: 'keyExchange';
  /** Diffie-Hellman group, 0..65535. */
  readonly group: number;
  readonly data: Uint8Array;
}

const GROUP = label('Diffie-Hellman group', 'RFC 5996 3.4', { say: sayCode(DIFFIE_HELLMAN_GROUPS) });
const DATA = octetsLabel('Key exchange data', 'RFC 5996 3.4');

export function readKeyExchange(reader: Reader, generic: GenericPayload): IkeKeyExchange {
  const group = reader.u16(GROUP);
  const reserved = readReserved(reader, 2);
  return { type: 'keyExchange', ...generic, ...reserved, group, data: readOctets(reader, reader.left, DATA) };
}

/** @throws {RangeError} if the group does not fit 16 bits. */
export function writeKeyExchange(writer: Writer, payload: IkeKeyExchange): void {
  writer.u16(payload.group);
  writeReserved(writer, payload, 2);
  writer.octets(payload.data);
}
