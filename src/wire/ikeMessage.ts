/** A whole IKEv2 message, from the header's first octet on: without UDP and without the non-ESP marker (RFC 5996 3.1). */
import { decoder } from './decoded.ts';
import { IKE_HEADER_LENGTH, type IkeHeader, readIkeHeader, writeIkeHeader } from './ikeHeader.ts';
import { noteHeader, noteMessage } from './ikeMessageNotes.ts';
import { encodePayloads, firstPayloadType, type IkePayloads, readPayloads } from './ikePayloads.ts';
import { Writer } from './writer.ts';

export interface IkeMessage extends IkePayloads {
  readonly header: IkeHeader;
  /** The length as sent, where it is not that of the octets. */
  readonly wrongLength?: number;
}

/** What is needed to encode: the next payload and the length follow from the payloads. */
export interface IkeMessageContent extends Omit<IkeMessage, 'header'> {
  readonly header: Omit<IkeHeader, 'nextPayload' | 'length'>;
}

/**
 * Reads a message. Payloads inside an Encrypted payload are read by `decodePayloads`, once it is opened.
 * All octets are read, whatever the header's length says; a difference is noted as an error.
 */
export const decodeIke = decoder<IkeMessage>((reader, draft) => {
  const start = reader.at;
  const room = reader.left;
  const header = reader.group('IKE header', 'RFC 5996 3.1', () => readIkeHeader(reader));
  draft.header = header;
  noteHeader(reader, header, start);
  const wrong = header.length !== room ? { wrongLength: header.length } : {};
  if (header.length !== room) {
    reader.note('error', start + 24, `The length is ${header.length}, but there are ${room} octets (RFC 5996 3.1).`);
  }
  const chain = readPayloads(reader, header.nextPayload, draft);
  noteMessage(reader, header, chain.payloads, start);
  return { header, ...chain, ...wrong };
});

/** @throws {RangeError} if a value does not fit, or a payload follows an encrypted one. */
export function encodeIke(message: IkeMessageContent): Uint8Array {
  const { payloads, trailing = new Uint8Array() } = message;
  const chain = encodePayloads(payloads);
  const length = message.wrongLength ?? IKE_HEADER_LENGTH + chain.length + trailing.length;
  const writer = new Writer();
  writeIkeHeader(writer, { ...message.header, nextPayload: firstPayloadType(payloads), length });
  return writer.octets(chain).octets(trailing).done();
}
