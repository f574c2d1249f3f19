/** IKEv2 as a layer of a packet: its Encrypted payload closed, or opened with the opener's keys into a buffer of its own. */
import type { Dissection, Step } from './dissection.ts';
import type { WireField } from './field.ts';
import { codeName, EXCHANGE_TYPES, PAYLOAD } from './ikeCodes.ts';
import { IKE_HEADER_LENGTH } from './ikeHeader.ts';
import { decodeIke, type IkeMessage } from './ikeMessage.ts';
import { decodePayloads } from './ikePayloads.ts';
import { openSk, type SkOpening, type SkPlace } from './ikeSk.ts';
import type { Opening } from './packetLayers.ts';

/** Reads the message to the end of the step, and the payloads inside if there are keys. */
export function readIke(dissection: Dissection, step: Step): undefined {
  const read = dissection.read<IkeMessage>(step, 'ike', 'IKEv2', decodeIke);
  if (read === undefined) return;
  const { value: message, fields } = read;
  const title = `IKEv2: ${codeName(EXCHANGE_TYPES, message.header.exchangeType)}`;
  const add = (own: readonly WireField[], opening?: Opening) => {
    const value = opening === undefined ? message : { ...message, opening };
    dissection.add(step, step.end - step.at, title, own, { name: 'ike', value });
  };
  const octets = dissection.octets(step.buffer).subarray(step.at, step.end);
  const place = placeOf(message, octets);
  if (place === undefined) {
    add(fields);
    return;
  }
  const { initiatorSpi, responderSpi, flags } = message.header;
  const keys = dissection.opener?.ike(initiatorSpi, responderSpi);
  if (keys === undefined || !dissection.deeper(step)) {
    add(fields, { type: 'noKeys' });
    return;
  }
  const opened = openSk(octets, place, keys, flags.initiator, { fields: dissection.fields });
  const sent = opened.sentFields.map((field) => ({ ...field, at: field.at + step.at }));
  const own = fields.map((field) => split(field, sent));
  if (!opened.ok) {
    const { error } = opened;
    const severity = error.reason === 'key' ? 'warning' : 'error';
    const text = `The Encrypted payload stays closed. ${error.text}`;
    dissection.note(step.buffer, [{ severity, at: step.at + error.at, text }]);
    add(own, { type: 'refused', error: { ...error, at: step.at + error.at } });
    return;
  }
  const buffer = dissection.opened(opened.plaintext, 'SK plaintext');
  add(own, { type: 'opened', buffer, icvOk: opened.icvOk });
  dissection.note(
    step.buffer,
    opened.notes.map((note) => ({ ...note, at: step.at + note.at })),
  );
  readInside(dissection, { ...step, buffer, at: 0, end: opened.inner.length }, opened);
}

function readInside(dissection: Dissection, step: Step, opened: Extract<SkOpening, { ok: true }>): void {
  const { padLength, trailerFields, plaintext, fragment } = opened;
  if (fragment !== undefined && fragment.total > 1) {
    dissection.payload({ ...step, protocol: 'ip' }, `Fragment ${fragment.number} of ${fragment.total}`);
  } else {
    const title = 'Payloads inside';
    const read = dissection.read(step, 'ikePayloads', title, (octets, options) =>
      decodePayloads(opened.firstInnerPayload, octets, options),
    );
    if (read !== undefined) {
      const { payloads } = read.value;
      dissection.add(step, step.end, title, read.fields, { name: 'ikePayloads', value: { payloads } });
    }
  }
  const trailer = { ...step, at: step.end, end: plaintext.length };
  const length = trailer.end - trailer.at;
  dissection.add(trailer, length, 'SK trailer', trailerFields, { name: 'skTrailer', value: { padLength } });
}

/** Where the Encrypted payload is, the last one of the chain; `undefined` if there is none. */
function placeOf(message: IkeMessage, octets: Uint8Array): SkPlace | undefined {
  const last = message.payloads.at(-1);
  if (last?.type !== 'encrypted' && last?.type !== 'encryptedFragment') return undefined;
  let at = IKE_HEADER_LENGTH;
  let type = message.header.nextPayload;
  // The message was read, so that the chain is whole and ends with that payload.
  while (type !== PAYLOAD.encrypted && type !== PAYLOAD.encryptedFragment) {
    type = octets[at] as number;
    at += lengthAt(octets, at);
  }
  return { at, length: lengthAt(octets, at), fragment: last.type === 'encryptedFragment' };
}

function lengthAt(octets: Uint8Array, at: number): number {
  return ((octets[at + 2] as number) << 8) | (octets[at + 3] as number);
}

/** The field with its closed octets told apart into IV, ciphertext and integrity check value. */
function split(field: WireField, sent: readonly WireField[]): WireField {
  const { parts } = field;
  if (parts === undefined) return field;
  return {
    ...field,
    parts: parts.flatMap((part) => {
      if (part.parts !== undefined) return [split(part, sent)];
      const inside = sent.filter(({ at, length }) => at >= part.at && at + length <= part.at + part.length);
      const covered = inside.reduce((sum, { length }) => sum + length, 0);
      return inside.length > 1 && covered === part.length ? inside : [part];
    }),
  };
}
