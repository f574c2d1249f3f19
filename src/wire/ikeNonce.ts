/** Nonce payload: 16 to 256 random octets, the salt of the keys (RFC 5996 3.9). */
import { octetsLabel } from './field.ts';
import { type GenericPayload, readOctets } from './ikeGeneric.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeNonce extends GenericPayload {
  readonly type: 'nonce';
  readonly nonce: Uint8Array;
}

const NONCE = octetsLabel('Nonce', 'RFC 5996 3.9 (unconfirmed)');

/** Reads the body; a length outside of 16..256 octets is noted as an error. */
export function readNonce(reader: Reader, generic: GenericPayload): IkeNonce {
  const { at } = reader;
  const nonce = readOctets(reader, reader.left, NONCE);
  if (nonce.length < 16 || nonce.length > 256) {
    reader.note('error', at, `The nonce has ${nonce.length} octets, not 16 to 256 (RFC 5996 3.9).`);
  }
  return { type: 'nonce', ...generic, nonce };
}

export function writeNonce(writer: Writer, payload: IkeNonce): void {
  writer.octets(payload.nonce);
}
