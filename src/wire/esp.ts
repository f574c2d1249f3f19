/**
 * Encapsulating Security Payload, in transport and in tunnel mode (RFC 4303 2).
 *
 * |                    Security Parameters Index                  |
 * |                        Sequence Number                        |
 * |  IV, ciphertext of (payload, padding, pad length, next header), integrity check value ...
 *
 * Extended sequence numbers are not supported: their upper half is not on the wire, and with them the value is wrong here.
 */
import { type Protection, protectionOf, type Unusable } from './crypto/protection.ts';
import { decoder } from './decoded.ts';
import { label, octetsLabel, type WireField, type WireNote } from './field.ts';
import { protocolName } from './ipProtocol.ts';
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
import type { EspKeys } from './suites.ts';
import { Writer } from './writer.ts';

export interface Esp {
  /** 0..0xffffffff; 0 and 1..255 are not for SAs. */
  readonly spi: number;
  /** 0..0xffffffff; the first packet of an SA has 1. */
  readonly sequenceNumber: number;
  /** Everything after that, closed: IV, ciphertext and integrity check value. */
  readonly body: Uint8Array;
}

interface OpenedEsp {
  readonly ok: true;
  readonly iv: Uint8Array;
  /** Payload, padding, pad length and next header. */
  readonly plaintext: Uint8Array;
  readonly payload: Uint8Array;
  readonly padding: Uint8Array;
  readonly padLength: number;
  /** 135 a Mobility Header, 41 and 4 a tunnelled packet, 59 nothing (a dummy packet). */
  readonly nextHeader: number;
  /** `true`, or undefined if the keys say that it is not checked; a wrong one is an error. */
  readonly icvOk: true | undefined;
  /** IV, ciphertext and integrity check value; their offsets count as `at` does. Empty unless asked for. */
  readonly sentFields: readonly WireField[];
  /** Padding, pad length and next header, with offsets in `plaintext`. Empty unless asked for. */
  readonly trailerFields: readonly WireField[];
  /** With offsets in `plaintext`. */
  readonly notes: readonly WireNote[];
}

export type EspOpening =
  | OpenedEsp
  | { readonly ok: false; readonly error: OpenError; readonly sentFields: readonly WireField[] };

export interface EspOpenOptions {
  /** Offset of the SPI, for the offsets of fields and errors; 0 unless given. */
  readonly at?: number;
  readonly fields?: boolean;
}

export interface EspContent {
  readonly spi: number;
  readonly sequenceNumber: number;
  /** As long as the algorithm wants it; never twice the same under one key with aesCtr, aesGcm and aesCcm. */
  readonly iv: Uint8Array;
  readonly payload: Uint8Array;
  readonly nextHeader: number;
  /** 0..255 octets; without it the shortest that aligns, 1, 2, 3 and so on. */
  readonly padding?: Uint8Array;
}

const headerLength = 8;
const source = 'RFC 4303 2';
const SPI = label('Security Parameters Index', 'RFC 4303 2.1', {
  say: (spi) => `0x${spi.toString(16).padStart(8, '0')}`,
});
const SEQUENCE_NUMBER = label('Sequence number', 'RFC 4303 2.2');
const BODY = octetsLabel('Protected octets', source, { say: (octets) => `${octets.length} octets, closed` });

/** Reads the header; the rest stays closed. Odd SPIs and the sequence number 0 are noted. */
export const decodeEsp = decoder<Esp>((reader, draft) => {
  const start = reader.at;
  const spi = reader.u32(SPI);
  draft.spi = spi;
  if (spi === 0) reader.note('error', start, 'The SPI 0 is never sent (RFC 4303 2.1).');
  else if (spi < 256) reader.note('warning', start, 'The SPIs 1 to 255 are reserved (RFC 4303 2.1).');
  const sequenceNumber = reader.u32(SEQUENCE_NUMBER);
  draft.sequenceNumber = sequenceNumber;
  if (sequenceNumber === 0) {
    reader.note('warning', start + 4, 'The first sequence number of an SA is 1, and it never wraps (RFC 4303 3.3.3).');
  }
  return { spi, sequenceNumber, body: reader.rest(BODY) };
});

/** @throws {RangeError} if a number does not fit 32 bits. */
export function encodeEsp(esp: Esp): Uint8Array {
  return new Writer().u32(esp.spi).u32(esp.sequenceNumber).octets(esp.body).done();
}

/** Opens with the keys of its SA: the integrity check value first, then the trailer. */
export function openEsp(esp: Esp, keys: EspKeys, options: EspOpenOptions = {}): EspOpening {
  const { at = 0, fields = false } = options;
  const closed = (error: OpenError, sent: readonly WireField[] = []): EspOpening => ({
    ok: false,
    error: { ...error, at: error.at + at },
    sentFields: sent,
  });
  const protection = preparedOf(keys);
  if ('reason' in protection) return closed(unusableAt(headerLength, protection));
  const octets = encodeEsp(esp);
  const places = placesOf(protection, headerLength, octets.length);
  if ('reason' in places) return closed(places);
  const { plaintext, icvOk } = protection.open(octets, headerLength);
  const sent = fields ? sentFields(octets, places, source, verdictOf(icvOk)).map((field) => moved(field, at)) : [];
  if (icvOk === false) {
    const text = 'The integrity check value is wrong: other octets or another key.';
    return closed({ type: 'malformed', reason: 'integrity', at: places.icvAt, text }, sent);
  }
  if (plaintext.length < 2) {
    const text = 'The octets end within pad length and next header.';
    return closed({ type: 'truncated', reason: 'truncated', at: places.icvAt, text }, sent);
  }
  const padLengthAt = plaintext.length - 2;
  const padLength = plaintext[padLengthAt] as number;
  const paddingAt = padLengthAt - padLength;
  if (paddingAt < 0) {
    const text = `There are no ${padLength} octets of padding: probably another key.`;
    return closed({ type: 'malformed', reason: 'content', at: places.ciphertextAt + padLengthAt, text }, sent);
  }
  return {
    ok: true,
    iv: octets.slice(places.ivAt, places.ciphertextAt),
    plaintext,
    payload: plaintext.slice(0, paddingAt),
    padding: plaintext.slice(paddingAt, padLengthAt),
    padLength,
    nextHeader: plaintext[padLengthAt + 1] as number,
    icvOk,
    sentFields: sent,
    trailerFields: fields ? trailerFields(plaintext, paddingAt, padLengthAt) : [],
    notes: paddingNotes(plaintext, paddingAt, padLengthAt),
  };
}

/** The whole ESP. @throws {RangeError} if a number, the IV, the padding or a key does not fit, or the algorithm is not supported. */
export function protectEsp(content: EspContent, keys: EspKeys): Uint8Array {
  const protection = preparedOf(keys);
  if ('reason' in protection) throw new RangeError(protection.text);
  const { payload, nextHeader } = content;
  // RFC 4303 2.4: at least four octets, whatever the cipher wants.
  const multiple = Math.max(4, protection.blockLength);
  const padding = content.padding ?? canonicalPadding(padLengthFor(payload.length + 2, multiple));
  const trailer = new Writer().octets(padding).u8(padding.length).u8(nextHeader).done();
  const head = new Writer().u32(content.spi).u32(content.sequenceNumber).done();
  return protection.seal(head, content.iv, concat(payload, trailer));
}

const prepared = new WeakMap<EspKeys, Protection | Unusable>();

function preparedOf(keys: EspKeys): Protection | Unusable {
  let protection = prepared.get(keys);
  if (protection === undefined) {
    protection = protectionOf(keys.encryption, keys.encryptionKey, keys.integrity, keys.integrityKey);
    prepared.set(keys, protection);
  }
  return protection;
}

function canonicalPadding(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => i + 1);
}

function paddingNotes(plaintext: Uint8Array, paddingAt: number, padLengthAt: number): WireNote[] {
  const notes: WireNote[] = [];
  const odd = plaintext.subarray(paddingAt, padLengthAt).findIndex((octet, i) => octet !== i + 1);
  if (odd >= 0) {
    notes.push({
      severity: 'warning',
      at: paddingAt + odd,
      text: 'The padding is not 1, 2, 3 and so on (RFC 4303 2.4).',
    });
  }
  if (plaintext.length % 4 !== 0) {
    const text = 'The trailer does not end on a multiple of 4 octets (RFC 4303 2.4).';
    notes.push({ severity: 'error', at: plaintext.length, text });
  }
  return notes;
}

function trailerFields(plaintext: Uint8Array, paddingAt: number, padLengthAt: number): WireField[] {
  const padding = hexField('Padding', 'RFC 4303 2.4', plaintext, paddingAt, padLengthAt);
  return [
    ...(padding.length > 0 ? [padding] : []),
    { ...octetField('Pad length', 'RFC 4303 2.5', plaintext, padLengthAt), unit: 'octets' },
    {
      ...octetField('Next header', 'RFC 4303 2.6', plaintext, padLengthAt + 1),
      words: protocolName(plaintext[padLengthAt + 1] as number),
    },
  ];
}

function moved(field: WireField, by: number): WireField {
  return { ...field, at: field.at + by };
}
