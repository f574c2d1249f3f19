/** The octets of a run's IKEv2 messages: payloads, protection, header, UDP. */
import { PAYLOAD } from '#wire/ikeCodes.ts';
import { IKE_HEADER_LENGTH, writeIkeHeader } from '#wire/ikeHeader.ts';
import { encodePayloads, firstPayloadType } from '#wire/ikePayloads.ts';
import { protectSk } from '#wire/ikeSk.ts';
import { concat, fromHex } from '#wire/octets.ts';
import { Writer } from '#wire/writer.ts';
import type { OctetFault } from './fault.ts';
import { flipLastBit } from './fault.ts';
import type { IkeNumbers } from './ikeContent.ts';
import { ikeContent, notifyPayload } from './ikeContent.ts';
import { initializationVector } from './initializationVector.ts';
import type { IkeSaSecrets } from './keys.ts';
import { keysOf } from './keys.ts';
import type { Addresses, MessageNumbers, SessionMessage } from './message.ts';
import { ikePacket } from './packets.ts';
import type { Session } from './session.ts';

type NotifyNumbers = Extract<MessageNumbers, { type: 'unprotectedNotify' }>;

const EXCHANGE = { informational: 37, createChildSa: 36 } as const;
/** Protocol ID 1 with an SPI, where there must be none (RFC 5996 3.10.1): the receiver answers INVALID_SYNTAX. */
const MALFORMED_DELETE = fromHex('0000000c 01040001 00000000');
/** A payload that is longer than the message. */
const MALFORMED_PAYLOAD = fromHex('0000ffff');

/** A protected message as a whole packet. */
export function ikeOctets(
  session: Session,
  message: SessionMessage,
  numbers: IkeNumbers,
  addresses: Addresses,
  fault: OctetFault,
): Uint8Array {
  const keys = keysOf(session);
  const ikeSa = ikeSaOf(session, numbers);
  const key = numbers.fromInitiator ? ikeSa.keys.skEi : ikeSa.keys.skEr;
  const iv = initializationVector(keys, key, countOf(session, message, numbers));
  const { first, inner } = innerOf(session, message.apn, numbers, fault);
  const header = headerOctets(numbers, PAYLOAD.encrypted, new Uint8Array(0));
  const octets = protectSk(header, first, inner, iv, ikeSa.keys, numbers.fromInitiator);
  return ikePacket(addresses, fault === 'icvFails' ? flipLastBit(octets) : octets);
}

/** A Notify outside any IKE SA, as a whole packet; `addresses` are those of a message of IKEv2. */
export function notifyOctets(numbers: NotifyNumbers, addresses: Addresses): Uint8Array {
  const payloads = encodePayloads([notifyPayload(numbers.notify)]);
  return ikePacket(addresses, concat(headerOctets(numbers, PAYLOAD.notify, payloads), payloads));
}

function ikeSaOf(session: Session, { initiatorSpi }: IkeNumbers): IkeSaSecrets {
  const found = keysOf(session).ikeSas.find((each) => each.initiatorSpi === initiatorSpi);
  if (found === undefined) throw new RangeError('a message belongs to an IKE SA without keys');
  return found;
}

/**
 * Which of the different messages this one is that its sender has sent over its IKE SA in this run, from 1. A message that
 * is repeated has the same bits as the first time (RFC 5996 2.1), and so counts once.
 */
function countOf(session: Session, message: SessionMessage, numbers: IkeNumbers): number {
  const seen = new Set<string>();
  for (const each of session.messages) {
    if (each.numbers.type !== 'ike' || each.instance.fate === 'notSent') continue;
    if (each.numbers.initiatorSpi !== numbers.initiatorSpi) continue;
    if (each.numbers.fromInitiator !== numbers.fromInitiator) continue;
    seen.add(nameOf(each.apn, each.numbers));
    if (each.number === message.number) break;
  }
  return [...seen].indexOf(nameOf(message.apn, numbers)) + 1;
}

/** The same for messages with the same bits, and for no others. */
function nameOf(apn: string, numbers: IkeNumbers): string {
  return JSON.stringify({ apn, ...numbers, initiatorSpi: '', responderSpi: '' });
}

/** The payloads inside, and the type of the first one. */
function innerOf(
  session: Session,
  apn: string,
  numbers: IkeNumbers,
  fault: OctetFault,
): { readonly first: number; readonly inner: Uint8Array } {
  if (fault === 'malformed') {
    return numbers.deletes.length > 0
      ? { first: PAYLOAD.delete, inner: MALFORMED_DELETE }
      : { first: PAYLOAD.notify, inner: MALFORMED_PAYLOAD };
  }
  const payloads = ikeContent(session, apn, numbers);
  return { first: firstPayloadType(payloads), inner: encodePayloads(payloads) };
}

/** The header before these octets. */
function headerOctets(numbers: IkeNumbers | NotifyNumbers, nextPayload: number, after: Uint8Array): Uint8Array {
  const { initiatorSpi, responderSpi, messageId, fromInitiator } = numbers;
  const writer = new Writer();
  writeIkeHeader(writer, {
    initiatorSpi,
    responderSpi,
    nextPayload,
    majorVersion: 2,
    minorVersion: 0,
    exchangeType: EXCHANGE[numbers.type === 'ike' ? numbers.exchange : 'informational'],
    // RFC 5996 1.5 has a Notify outside of any IKE SA answer a request: it is a response.
    flags: {
      initiator: fromInitiator,
      version: false,
      response: numbers.type === 'ike' ? numbers.response : true,
      reserved: 0,
    },
    messageId,
    length: IKE_HEADER_LENGTH + after.length,
  });
  return writer.done();
}
