/**
 * The Encrypted payload of IKEv2 (RFC 5996 3.14; combined modes RFC 5282) and its fragments (RFC 7383 2.5).
 *
 * | Next Payload  |C|  RESERVED   |         Payload Length        |
 * |        Fragment Number        |        Total Fragments        |   in a fragment only
 * |  IV, ciphertext of (payloads, padding, pad length), integrity check value ...
 */
import { type Protection, protectionOf, type Unusable } from './crypto/protection.ts';
import type { WireField, WireNote } from './field.ts';
import { type FragmentNumber, fragmentFields, fragmentNotes } from './ikeFragment.ts';
import { concat } from './octets.ts';
import {
  hexField,
  type OpenError,
  octetField,
  padLengthFor,
  placesOf,
  sentFields,
  unusableAt,
  verdictOf,
} from './protectedOctets.ts';
import type { IkeKeys } from './suites.ts';
import { Writer } from './writer.ts';

/** Where the payload is in its message. */
export interface SkPlace {
  /** Offset of its generic payload header. */
  readonly at: number;
  /** As that header says, itself included. */
  readonly length: number;
  /** Whether it is an Encrypted Fragment payload (53), not an Encrypted payload (46). */
  readonly fragment?: boolean;
}

interface OpenedSk {
  readonly ok: true;
  /** Type of the first payload inside; 0 if there is none, or in a fragment that is not the first. */
  readonly firstInnerPayload: number;
  /** The payloads inside; of a fragment, its share of them. */
  readonly inner: Uint8Array;
  readonly fragment?: FragmentNumber;
  readonly iv: Uint8Array;
  /** Payloads, padding and pad length. */
  readonly plaintext: Uint8Array;
  readonly padding: Uint8Array;
  readonly padLength: number;
  /** `true`, or undefined if the keys say that it is not checked; a wrong one is an error. */
  readonly icvOk: true | undefined;
  /** Fragment number, total, IV, ciphertext, integrity check value, with offsets in the message. Empty unless asked for. */
  readonly sentFields: readonly WireField[];
  /** Padding and pad length, with offsets in `plaintext`. Empty unless asked for. */
  readonly trailerFields: readonly WireField[];
  /** With offsets in the message. */
  readonly notes: readonly WireNote[];
}

export type SkOpening =
  | OpenedSk
  | { readonly ok: false; readonly error: OpenError; readonly sentFields: readonly WireField[] };

export interface SkContentOptions {
  /** Makes an Encrypted Fragment payload. */
  readonly fragment?: FragmentNumber;
  /** 0..255 octets; without it the fewest that align, all zero: any value may stand there. */
  readonly padding?: Uint8Array;
}

const ikeHeaderLength = 28;
const payloadHeaderLength = 4;
const encrypted = 46;
const encryptedFragment = 53;
const source = 'RFC 5996 3.14';

/**
 * Opens with the keys of the IKE SA: the integrity check value first, then the padding.
 * @param message from the IKE header's first octet on, without non-ESP marker.
 * @param fromInitiator whether the sender is the original initiator: the I flag.
 */
export function openSk(
  message: Uint8Array,
  place: SkPlace,
  keys: IkeKeys,
  fromInitiator: boolean,
  options: { readonly fields?: boolean } = {},
): SkOpening {
  const { at, fragment = false } = place;
  const { fields = false } = options;
  const end = at + place.length;
  const ivAt = at + payloadHeaderLength + (fragment ? 4 : 0);
  const closed = (error: OpenError, sent: readonly WireField[] = []): SkOpening => ({
    ok: false,
    error,
    sentFields: sent,
  });
  if (at < 0 || end > message.length || ivAt > end) {
    const text = 'The octets end within the Encrypted payload.';
    return closed({ type: 'truncated', reason: 'truncated', at: Math.max(0, Math.min(end, message.length)), text });
  }
  const protection = preparedOf(keys, fromInitiator);
  const numberFields = fragment && fields ? fragmentFields(message, at + payloadHeaderLength) : [];
  if ('reason' in protection) return closed(unusableAt(ivAt, protection), numberFields);
  const places = placesOf(protection, ivAt, end);
  if ('reason' in places) return closed(places, numberFields);
  const { plaintext, icvOk } = protection.open(message.subarray(0, end), ivAt);
  const sent = fields ? [...numberFields, ...sentFields(message, places, source, verdictOf(icvOk))] : [];
  if (icvOk === false) {
    const text = 'The integrity check value is wrong: other octets or another key.';
    return closed({ type: 'malformed', reason: 'integrity', at: places.icvAt, text }, sent);
  }
  const padLengthAt = plaintext.length - 1;
  if (padLengthAt < 0) {
    const text = 'The octets end within pad length.';
    return closed({ type: 'truncated', reason: 'truncated', at: places.icvAt, text }, sent);
  }
  const padLength = plaintext[padLengthAt] as number;
  const paddingAt = padLengthAt - padLength;
  if (paddingAt < 0) {
    const text = `There are no ${padLength} octets of padding: probably another key.`;
    return closed({ type: 'malformed', reason: 'content', at: places.ciphertextAt + padLengthAt, text }, sent);
  }
  const number = fragment ? numberAt(message, at + payloadHeaderLength) : undefined;
  return {
    ok: true,
    firstInnerPayload: message[at] as number,
    inner: plaintext.slice(0, paddingAt),
    ...(number === undefined ? {} : { fragment: number }),
    iv: message.slice(places.ivAt, places.ciphertextAt),
    plaintext,
    padding: plaintext.slice(paddingAt, padLengthAt),
    padLength,
    icvOk,
    sentFields: sent,
    trailerFields: fields ? trailerFields(plaintext, paddingAt, padLengthAt) : [],
    notes: [
      ...(number === undefined ? [] : fragmentNotes(number, message[at] as number, at)),
      ...lastNotes(message, end),
    ],
  };
}

/**
 * The whole message: header, then one Encrypted payload, or an Encrypted Fragment payload.
 * The header's length is set here, and so is the type of the payload that follows, unless clear payloads are in between.
 * @param header the IKE header's 28 octets, and behind them whatever payloads stay in the clear, the last one naming ours.
 * @throws {RangeError} if the header is short, the IV, the padding or a key does not fit, or the algorithm is not supported.
 */
export function protectSk(
  header: Uint8Array,
  firstInnerPayload: number,
  inner: Uint8Array,
  iv: Uint8Array,
  keys: IkeKeys,
  fromInitiator: boolean,
  options: SkContentOptions = {},
): Uint8Array {
  if (header.length < ikeHeaderLength) throw new RangeError(`an IKE header of ${header.length} octets`);
  const protection = preparedOf(keys, fromInitiator);
  if ('reason' in protection) throw new RangeError(protection.text);
  const { fragment } = options;
  const padding = options.padding ?? new Uint8Array(padLengthFor(inner.length + 1, protection.blockLength));
  const plaintext = new Writer().octets(inner).octets(padding).u8(padding.length).done();
  const payloadLength =
    payloadHeaderLength +
    (fragment === undefined ? 0 : 4) +
    protection.ivLength +
    plaintext.length +
    protection.icvLength;
  const head = header.slice();
  if (header.length === ikeHeaderLength) head[16] = fragment === undefined ? encrypted : encryptedFragment;
  head.set(new Writer().u32(header.length + payloadLength).done(), 24);
  const payloadHead = new Writer().u8(firstInnerPayload).u8(0).u16(payloadLength);
  if (fragment !== undefined) payloadHead.u16(fragment.number).u16(fragment.total);
  return protection.seal(concat(head, payloadHead.done()), iv, plaintext);
}

type BothWays = { readonly [Sender in 'initiator' | 'responder']: Protection | Unusable };

const prepared = new WeakMap<IkeKeys, BothWays>();

function preparedOf(keys: IkeKeys, fromInitiator: boolean): Protection | Unusable {
  let both = prepared.get(keys);
  if (both === undefined) {
    const { encryption, integrity } = keys;
    both = {
      initiator: protectionOf(encryption, keys.skEi, integrity, keys.skAi),
      responder: protectionOf(encryption, keys.skEr, integrity, keys.skAr),
    };
    prepared.set(keys, both);
  }
  return fromInitiator ? both.initiator : both.responder;
}

function numberAt(message: Uint8Array, at: number): FragmentNumber {
  const u16 = (from: number): number => ((message[from] as number) << 8) | (message[from + 1] as number);
  return { number: u16(at), total: u16(at + 2) };
}

function lastNotes(message: Uint8Array, end: number): WireNote[] {
  if (end === message.length) return [];
  const text = 'Octets follow the Encrypted payload, which is the last one of a message (RFC 5996 3.14).';
  return [{ severity: 'error', at: end, text }];
}

function trailerFields(plaintext: Uint8Array, paddingAt: number, padLengthAt: number): WireField[] {
  const padding = hexField('Padding', source, plaintext, paddingAt, padLengthAt);
  return [
    ...(padding.length > 0 ? [padding] : []),
    { ...octetField('Pad length', source, plaintext, padLengthAt), unit: 'octets' },
  ];
}
