/** Remarks on a whole IKEv2 message: header values that do not go together, and what stands unprotected. */
import { codeName, EXCHANGE, EXCHANGE_TYPES } from './ikeCodes.ts';
import type { IkeHeader } from './ikeHeader.ts';
import { NOTIFY_TYPES } from './ikeNotifyCodes.ts';
import type { IkePayload } from './ikePayload.ts';
import type { Reader } from './reader.ts';

/** Offsets in the header. */
const RESPONDER_SPI = 8;
const VERSION = 17;
const EXCHANGE_TYPE = 18;
const FLAGS = 19;
const MESSAGE_ID = 20;

/** Of the header alone. @param start offset of its first octet. */
export function noteHeader(reader: Reader, header: IkeHeader, start: number): void {
  const { flags } = header;
  if (header.majorVersion !== 2) {
    reader.note('error', start + VERSION, `The major version is ${header.majorVersion}, not 2 (RFC 5996 3.1).`);
  }
  if (flags.version) {
    reader.note('error', start + FLAGS, 'The V flag is set, which version 2 sends as 0 (RFC 5996 3.1).');
  }
  if (flags.reserved !== 0) {
    reader.note('warning', start + FLAGS, 'Reserved flags are set; a receiver ignores them (RFC 5996 3.1).');
  }
  if (!EXCHANGE_TYPES.has(header.exchangeType)) {
    reader.note('warning', start + EXCHANGE_TYPE, `Exchange type ${header.exchangeType} is not known (RFC 5996 3.1).`);
  }
}

/** Of the header together with the payloads. @param start offset of the header's first octet. */
export function noteMessage(reader: Reader, header: IkeHeader, payloads: readonly IkePayload[], start: number): void {
  if (header.exchangeType === EXCHANGE.ikeSaInit) noteFirstExchange(reader, header, start);
  else if (EXCHANGE_TYPES.has(header.exchangeType)) noteUnprotected(reader, header, payloads, start);
}

function noteFirstExchange(reader: Reader, header: IkeHeader, start: number): void {
  const { flags } = header;
  if (header.messageId !== 0) {
    reader.note(
      'error',
      start + MESSAGE_ID,
      `The Message ID of IKE_SA_INIT is ${header.messageId}, not 0 (RFC 5996 2.2).`,
    );
  }
  if (flags.initiator === flags.response) {
    const role = flags.response ? 'responder' : 'initiator';
    reader.note(
      'error',
      start + FLAGS,
      `This message of IKE_SA_INIT can only come from the original ${role} (RFC 5996 1.2).`,
    );
  }
  if (!flags.response && header.responderSpi !== 0n) {
    reader.note('error', start + RESPONDER_SPI, 'The responder SPI is not 0 in the first request (RFC 5996 3.1).');
  }
}

/** From the second exchange on, everything is in an Encrypted payload; only a Notify is allowed outside, as a hint. */
function noteUnprotected(reader: Reader, header: IkeHeader, payloads: readonly IkePayload[], start: number): void {
  const last = payloads.at(-1)?.type;
  if (last === 'encrypted' || last === 'encryptedFragment') return;
  const exchange = codeName(EXCHANGE_TYPES, header.exchangeType);
  const hints = payloads.filter((payload) => payload.type === 'notify');
  if (hints.length === 0 || hints.length < payloads.length) {
    const text = `${exchange} is sent without an Encrypted payload: a receiver drops it (RFC 5996 1.2).`;
    reader.note('error', start + EXCHANGE_TYPE, text);
  }
  for (const { notifyType } of hints) {
    const name = codeName(NOTIFY_TYPES, notifyType);
    const text = `${name} is not protected: it changes no SA and is not answered (RFC 5996 2.21.4).`;
    reader.note('note', start + EXCHANGE_TYPE, text);
  }
}
