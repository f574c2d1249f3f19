/** Opening and sealing with keys, for ESP and for IKEv2's Encrypted payload alike: lengths, errors, fields of the panel. */
import type { Protection, Unusable } from './crypto/protection.ts';
import type { WireError } from './decoded.ts';
import type { WireField } from './field.ts';
import { toHex } from './octets.ts';

/** Why protected octets stay closed. */
export interface OpenError extends WireError {
  /** `integrity`: the integrity check value is wrong; `key`: the keys do not suit the algorithms; `content`: what came out is not well formed. */
  readonly reason: 'truncated' | 'length' | 'integrity' | 'key' | 'content';
}

/** Where the parts of protected octets are. */
export interface Places {
  readonly ivAt: number;
  readonly ciphertextAt: number;
  readonly icvAt: number;
  readonly end: number;
}

/** The places of IV, ciphertext and integrity check value between `ivAt` and `end`, or what does not fit. */
export function placesOf(protection: Protection, ivAt: number, end: number): Places | OpenError {
  const ciphertextAt = ivAt + protection.ivLength;
  const icvAt = end - protection.icvLength;
  if (icvAt < ciphertextAt) {
    return {
      type: 'truncated',
      reason: 'truncated',
      at: end,
      text: 'The octets end within IV or integrity check value.',
    };
  }
  if ((icvAt - ciphertextAt) % protection.blockLength !== 0) {
    const text = `The ciphertext has ${icvAt - ciphertextAt} octets, no multiple of ${protection.blockLength}.`;
    return { type: 'malformed', reason: 'length', at: ciphertextAt, text };
  }
  return { ivAt, ciphertextAt, icvAt, end };
}

export function unusableAt(at: number, unusable: Unusable): OpenError {
  return { type: 'malformed', at, ...unusable };
}

/** The fields of the octets as sent. */
export function sentFields(octets: Uint8Array, places: Places, source: string, verdict: string): WireField[] {
  const { ivAt, ciphertextAt, icvAt, end } = places;
  return [
    hexField('Initialization vector', source, octets, ivAt, ciphertextAt),
    hexField('Ciphertext', source, octets, ciphertextAt, icvAt),
    { ...hexField('Integrity check value', source, octets, icvAt, end), words: verdict },
  ].filter((field) => field.length > 0);
}

/** What the integrity check value is found to be, in words. */
export function verdictOf(icvOk: boolean | undefined): string {
  if (icvOk === undefined) return 'not checked';
  return icvOk ? 'correct' : 'wrong';
}

/** The octets from `at` to `end` as a field. */
export function hexField(name: string, source: string, octets: Uint8Array, at: number, end: number): WireField {
  const digits = toHex(octets.subarray(at, end));
  return { name, source, at, length: end - at, value: digits, words: digits };
}

/** One octet as a field. */
export function octetField(name: string, source: string, octets: Uint8Array, at: number): WireField {
  const value = octets[at] as number;
  return { name, source, at, length: 1, value, words: String(value) };
}

/** That many octets that align to a multiple of `multiple`. */
export function padLengthFor(length: number, multiple: number): number {
  return (multiple - (length % multiple)) % multiple;
}
