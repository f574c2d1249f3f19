/**
 * Authentication payload: proof of the identity (RFC 5996 3.8).
 *
 * | Auth Method   |                RESERVED                       |
 * |                      Authentication Data                      |
 */
import { label, octetsLabel } from './field.ts';
import { AUTHENTICATION_METHODS, sayCode } from './ikeCodes.ts';
import { type GenericPayload, type Reserved, readOctets, readReserved, writeReserved } from './ikeGeneric.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeAuthentication extends GenericPayload, Reserved {
  readonly type: 'authentication';
  /** 0..255. */
  readonly method: number;
  readonly data: Uint8Array;
}

const METHOD = label('Authentication method', 'RFC 5996 3.8 (unconfirmed)', { say: sayCode(AUTHENTICATION_METHODS) });
const DATA = octetsLabel('Authentication data', 'RFC 5996 3.8 (unconfirmed)');

export function readAuthentication(reader: Reader, generic: GenericPayload): IkeAuthentication {
  const method = reader.u8(METHOD);
  const reserved = readReserved(reader, 3);
  return { type: 'authentication', ...generic, ...reserved, method, data: readOctets(reader, reader.left, DATA) };
}

/** @throws {RangeError} if the method does not fit 8 bits. */
export function writeAuthentication(writer: Writer, payload: IkeAuthentication): void {
  writer.u8(payload.method);
  writeReserved(writer, payload, 3);
  writer.octets(payload.data);
}
