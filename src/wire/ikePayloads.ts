/**
 * A chain of IKEv2 payloads: each names the type of the next one, the last one names none (RFC 5996 3.2).
 *
 * The same chain stands after the header of a message, and inside an Encrypted payload once that is opened.
 */
import { type Decoded, type DecodeOptions, type Draft, decoder } from './decoded.ts';
import { type Label, octetsLabel } from './field.ts';
import { PAYLOAD } from './ikeCodes.ts';
import { GENERIC_HEADER_LENGTH, readGenericHeader, writeGenericHeader } from './ikeGeneric.ts';
import { endsChain, type IkePayload, payloadTitle, payloadTypeOf, readBody, writeBody } from './ikePayload.ts';
import { type Reader, Unreadable } from './reader.ts';
import { Writer } from './writer.ts';

export interface IkePayloads {
  readonly payloads: readonly IkePayload[];
  /** Octets after the last payload; absent where there are none, as it should be. */
  readonly trailing?: Uint8Array;
}

const SOURCE = 'RFC 5996 3.2';
const BODY: Label<unknown> = { name: 'payload', source: SOURCE };
const TRAILING = octetsLabel('Octets after the last payload', SOURCE);

/**
 * The payloads inside an opened Encrypted payload, or any other chain.
 * @param first type of the first payload, 0 if there is none.
 * @param octets without padding and pad length.
 */
export function decodePayloads(first: number, octets: Uint8Array, options: DecodeOptions = {}): Decoded<IkePayloads> {
  return decoder<IkePayloads>((reader, draft) => readPayloads(reader, first, draft))(octets, options);
}

/** Reads the chain; what was read is in the draft, even of a message that is cut. */
export function readPayloads(reader: Reader, first: number, draft: Draft<IkePayloads>): IkePayloads {
  const payloads: IkePayload[] = [];
  draft.payloads = payloads;
  let payloadType = first;
  while (payloadType !== PAYLOAD.none) {
    const current = payloadType;
    payloadType = reader.group(payloadTitle(current), SOURCE, () => {
      const { payload, nextPayload } = readPayload(reader, current);
      payloads.push(payload);
      return endsChain(current) ? PAYLOAD.none : nextPayload;
    });
  }
  if (reader.left === 0) return { payloads };
  reader.note('error', reader.at, `${reader.left} octets follow the last payload (${SOURCE}).`);
  const trailing = reader.rest(TRAILING);
  draft.trailing = trailing;
  return { payloads, trailing };
}

function readPayload(reader: Reader, payloadType: number): { payload: IkePayload; nextPayload: number } {
  const start = reader.at;
  const { nextPayload, flags, length } = readGenericHeader(reader);
  const bodyLength = length - GENERIC_HEADER_LENGTH;
  if (bodyLength > reader.left) reader.truncated(payloadTitle(payloadType), reader.end);
  const payload = readWhole(reader, payloadType, length, () =>
    reader.within(bodyLength, BODY, (inner) => readBody(inner, payloadType, flags, nextPayload)),
  );
  noteFlags(reader, payload, start);
  return { payload, nextPayload };
}

/** All octets of the payload are there: where they end within one of its fields, a length in it is wrong. */
function readWhole(reader: Reader, payloadType: number, length: number, read: () => IkePayload): IkePayload {
  try {
    return read();
  } catch (reason) {
    if (!(reason instanceof Unreadable) || reason.error.type === 'malformed') throw reason;
    return reader.malformed(`${payloadTitle(payloadType)}, length ${length}: ${reason.error.text}`, reason.error.at);
  }
}

function noteFlags(reader: Reader, payload: IkePayload, at: number): void {
  if (payload.type === 'unknown') {
    const text = `Payload type ${payload.payloadType} is not read here; a receiver that does not know it `;
    if (payload.critical === true) {
      reader.note('warning', at, `${text}refuses the message, as the critical bit is set (RFC 5996 2.5).`);
    } else {
      reader.note('note', at, `${text}skips it (RFC 5996 2.5).`);
    }
  } else if (payload.critical === true) {
    reader.note('warning', at + 1, 'The critical bit is set on a payload that every receiver knows (RFC 5996 2.5).');
  }
  if (payload.genericReserved !== undefined) {
    reader.note('warning', at + 1, 'Reserved bits are set; a receiver ignores them (RFC 5996 3.2).');
  }
}

/** Type of the first payload, 0 if there is none: the field before the chain. */
export function firstPayloadType(payloads: readonly IkePayload[]): number {
  const [first] = payloads;
  return first === undefined ? PAYLOAD.none : payloadTypeOf(first);
}

/** The chain's octets. @throws {RangeError} if a value does not fit, or a payload follows an encrypted one. */
export function encodePayloads(payloads: readonly IkePayload[]): Uint8Array {
  const writer = new Writer();
  payloads.forEach((payload, i) => {
    const rest = payloads.slice(i + 1, i + 2);
    const encrypted = payload.type === 'encrypted' || payload.type === 'encryptedFragment';
    if (encrypted && rest.length > 0) throw new RangeError('a payload after an encrypted one');
    const body = new Writer();
    writeBody(body, payload);
    const next = encrypted ? payload.firstInner : firstPayloadType(rest);
    writeGenericHeader(writer, next, payload, GENERIC_HEADER_LENGTH + body.length);
    writer.octets(body.done());
  });
  return writer.done();
}
