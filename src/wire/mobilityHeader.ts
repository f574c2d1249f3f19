/**
 * Mobility Header: the extension header, next header 135, that carries Mobile IPv6 signalling (RFC 6275 6.1.1).
 *
 * | Payload Proto |  Header Len   |   MH Type     |   Reserved    |
 * |           Checksum            | message data, a multiple of 8 octets in all ...
 */
import { checksumOf, pseudoHeaderSum, sumOf } from './checksum.ts';
import { type Decoded, type DecodeOptions, type Draft, decoder } from './decoded.ts';
import { label, octetsLabel } from './field.ts';
import { mobilityMessageName } from './mobilityCodes.ts';
import { type MobilityMessage, messageTypeOf, readMobilityMessage, writeMobilityMessage } from './mobilityMessage.ts';
import { noteReserved } from './mobilityOption.ts';
import { type Reader, Unreadable } from './reader.ts';
import { Writer } from './writer.ts';

export type { MobilityMessage } from './mobilityMessage.ts';

export interface MobilityHeader {
  /** Next header value of what follows; 59, nothing, in all that is defined. */
  readonly payloadProtocol: number;
  /** In units of 8 octets beyond the first 8, 0..255. */
  readonly headerLength: number;
  /** MH Type, 0..255. */
  readonly type: number;
  /** 8 bits, 0 in what we send. */
  readonly reserved: number;
  /** As received or computed, right or wrong: see `mobilityChecksumOk`. */
  readonly checksum: number;
  readonly message: MobilityMessage;
  /** What follows the length that the header gives; absent where nothing does. */
  readonly trailing?: Uint8Array;
}

export interface MobilityHeaderOptions extends DecodeOptions {
  /** 16 octets: from the Home Address option, or the source inside UDP; without it one remark cannot be made (M-1). */
  readonly homeAddress?: Uint8Array;
}

/** Next header value of the Mobility Header. */
const MOBILITY_HEADER = 135;
/** IPv6-NoNxt. */
const NO_NEXT_HEADER = 59;
const CHECKSUM_AT = 4;

const SOURCE = 'RFC 6275 6.1.1';
const PAYLOAD_PROTOCOL = label('Payload Proto', SOURCE, {
  say: (value) => (value === NO_NEXT_HEADER ? 'no next header' : `next header ${value}`),
});
const HEADER_LENGTH = label('Header Len', SOURCE, { say: (units) => `${8 * (units + 1)} octets`, unit: '8 octets' });
const MESSAGE_TYPE = label('MH Type', SOURCE, { say: mobilityMessageName });
const RESERVED = label('Reserved', SOURCE);
const CHECKSUM = label('Checksum', SOURCE, { say: (value) => `0x${value.toString(16).padStart(4, '0')}` });
const MESSAGE_DATA = { name: 'Message Data', source: SOURCE };
const TRAILING = octetsLabel('Octets after the Mobility Header', SOURCE);

/** Reads one Mobility Header up to the end of the octets; a message longer than its Header Len is malformed. */
export function decodeMobilityHeader(octets: Uint8Array, options: MobilityHeaderOptions = {}): Decoded<MobilityHeader> {
  const { homeAddress } = options;
  return decoder<MobilityHeader>((reader, draft) => readHeader(reader, draft, homeAddress))(octets, options);
}

/**
 * The Mobility Header of a message we send, checksum included.
 *
 * @param sourceAddress 16 octets; the home address where a Home Address option stands before the header.
 * @param destinationAddress 16 octets; the home address where a type 2 routing header does.
 * @throws {RangeError} if a field does not fit, or the octets are no multiple of 8: `layOut` pads the options so that they are.
 */
export function encodeMobilityHeader(
  message: MobilityMessage,
  sourceAddress: Uint8Array,
  destinationAddress: Uint8Array,
): Uint8Array {
  const data = messageData(message);
  const headerLength = unitsOf(data.length);
  const type = messageTypeOf(message);
  const header = { payloadProtocol: NO_NEXT_HEADER, headerLength, type, reserved: 0, checksum: 0, message };
  const octets = writeHeader(header, data);
  const checksum = checksumOf(
    pseudoHeaderSum(sourceAddress, destinationAddress, octets.length, MOBILITY_HEADER) + sumOf({ octets }),
  );
  octets[CHECKSUM_AT] = checksum >> 8;
  octets[CHECKSUM_AT + 1] = checksum & 0xff;
  return octets;
}

/**
 * The octets of a header as it was decoded, its checksum, right or wrong, and its trailing octets included.
 * @throws {RangeError} if a field does not fit, or `type` or `headerLength` are not those of the message.
 */
export function encodeMobilityHeaderAsIs(header: MobilityHeader): Uint8Array {
  const data = messageData(header.message);
  if (header.headerLength !== unitsOf(data.length)) {
    throw new RangeError(`header length ${header.headerLength} where the message has ${unitsOf(data.length)}`);
  }
  if (header.type !== messageTypeOf(header.message)) {
    throw new RangeError(`type ${header.type} on a message of type ${messageTypeOf(header.message)}`);
  }
  return writeHeader(header, data);
}

/**
 * Whether the checksum of the Mobility Header in these octets is right.
 * @param length of the header, `8 * (headerLength + 1)`.
 * @param source and `destination`: 16 octets each; the home address where a Home Address option or a type 2 routing
 * header replaces one.
 * @throws {RangeError} if the octets do not hold that length.
 */
export function mobilityChecksumOk(
  octets: Uint8Array,
  at: number,
  length: number,
  source: Uint8Array,
  destination: Uint8Array,
): boolean {
  return (
    checksumOf(pseudoHeaderSum(source, destination, length, MOBILITY_HEADER) + sumOf({ octets, at, length })) === 0
  );
}

function readHeader(reader: Reader, draft: Draft<MobilityHeader>, homeAddress: Uint8Array | undefined): MobilityHeader {
  const { at } = reader;
  const payloadProtocol = reader.u8(PAYLOAD_PROTOCOL);
  draft.payloadProtocol = payloadProtocol;
  if (payloadProtocol !== NO_NEXT_HEADER) {
    const text = `Payload Proto is ${payloadProtocol}, not 59: a node discards the message (${SOURCE}).`;
    reader.note('warning', at, text);
  }
  const headerLength = reader.u8(HEADER_LENGTH);
  draft.headerLength = headerLength;
  const type = reader.u8(MESSAGE_TYPE);
  draft.type = type;
  const reserved = reader.u8(RESERVED);
  draft.reserved = reserved;
  noteReserved(reader, at + 3, 'The reserved octet', reserved, SOURCE);
  const checksum = reader.u16(CHECKSUM);
  draft.checksum = checksum;
  const length = 8 * (headerLength + 1);
  const message = readMessageData(reader, at + length, type, homeAddress);
  draft.message = message;
  const header = { payloadProtocol, headerLength, type, reserved, checksum, message };
  if (reader.left === 0) return header;
  noteTrailing(reader, length);
  return { ...header, trailing: reader.rest(TRAILING) };
}

function noteTrailing(reader: Reader, length: number): void {
  const { left } = reader;
  const whole = left % 8 === 0;
  const text = `${left} octets follow the ${length} that Header Len gives`;
  const why = whole ? '' : '; a Mobility Header is a multiple of 8 octets long';
  reader.note(whole ? 'warning' : 'error', reader.at, `${text}${why} (${SOURCE}).`);
}

/** @param end offset after the message by its Header Len, which may lie behind the octets. */
function readMessageData(
  reader: Reader,
  end: number,
  type: number,
  homeAddress: Uint8Array | undefined,
): MobilityMessage {
  const length = end - reader.at;
  const cut = end > reader.end;
  const available = Math.min(end, reader.end) - reader.at;
  try {
    const message = reader.within(available, MESSAGE_DATA, (inner) =>
      readMobilityMessage(inner, type, length, homeAddress),
    );
    return cut ? reader.truncated('the message data', reader.end) : message;
  } catch (reason) {
    // Within whole octets, what ends too early is the length in the header.
    if (cut || !(reason instanceof Unreadable) || reason.error.type !== 'truncated') throw reason;
    return reader.malformed(`Header Len ends the message too early. ${reason.error.text}`, reason.error.at);
  }
}

function messageData(message: MobilityMessage): Uint8Array {
  const writer = new Writer();
  writeMobilityMessage(writer, message);
  return writer.done();
}

/** Header Len for that much message data. */
function unitsOf(dataLength: number): number {
  const units = (6 + dataLength) / 8 - 1;
  if (!Number.isInteger(units))
    throw new RangeError(`${6 + dataLength} octets are no multiple of 8: options not laid out`);
  return units;
}

function writeHeader(header: MobilityHeader, data: Uint8Array): Uint8Array {
  const writer = new Writer();
  writer.u8(header.payloadProtocol).u8(header.headerLength).u8(header.type).u8(header.reserved).u16(header.checksum);
  writer.octets(data);
  if (header.trailing !== undefined) writer.octets(header.trailing);
  return writer.done();
}
