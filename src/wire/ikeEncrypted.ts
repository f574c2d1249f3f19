/**
 * Encrypted payloads as they are without keys (RFC 5996 3.14; fragments: RFC 7383 2.5).
 *
 * Their next payload field names the first payload inside, so that they end the chain. IV and integrity check value have
 * lengths that only the algorithms tell: they stay in the body.
 */
import { label, octetsLabel } from './field.ts';
import { type GenericPayload, readOctets } from './ikeGeneric.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeEncrypted extends GenericPayload {
  readonly type: 'encrypted';
  /** Type of the first payload inside; 0 if there is none. */
  readonly firstInner: number;
  /** IV, ciphertext and integrity check value. */
  readonly body: Uint8Array;
}

export interface IkeEncryptedFragment extends GenericPayload {
  readonly type: 'encryptedFragment';
  /** Type of the first payload inside; 0 in every fragment but the first. */
  readonly firstInner: number;
  /** 1..total. */
  readonly number: number;
  /** How many fragments there are, 1..65535. */
  readonly total: number;
  readonly body: Uint8Array;
}

const BODY = octetsLabel('Encrypted body', 'RFC 5996 3.14', {
  say: (body) => `${body.length} octets: IV, ciphertext, integrity check value`,
});
const FRAGMENT_SOURCE = 'RFC 7383 2.5 (unconfirmed)';
const NUMBER = label('Fragment number', FRAGMENT_SOURCE);
const TOTAL = label('Total fragments', FRAGMENT_SOURCE);

export function readEncrypted(reader: Reader, generic: GenericPayload, firstInner: number): IkeEncrypted {
  return { type: 'encrypted', ...generic, firstInner, body: readOctets(reader, reader.left, BODY) };
}

/** Reads the body; a number outside of 1..total is noted as an error. */
export function readEncryptedFragment(
  reader: Reader,
  generic: GenericPayload,
  firstInner: number,
): IkeEncryptedFragment {
  const { at } = reader;
  const number = reader.u16(NUMBER);
  const total = reader.u16(TOTAL);
  if (number === 0 || number > total) {
    reader.note('error', at, `Fragment ${number} of ${total}: numbers go from 1 to the total (RFC 7383 2.5).`);
  }
  return {
    type: 'encryptedFragment',
    ...generic,
    firstInner,
    number,
    total,
    body: readOctets(reader, reader.left, BODY),
  };
}

/** @throws {RangeError} if a number does not fit 16 bits. */
export function writeEncrypted(writer: Writer, payload: IkeEncrypted | IkeEncryptedFragment): void {
  if (payload.type === 'encryptedFragment') writer.u16(payload.number).u16(payload.total);
  writer.octets(payload.body);
}
