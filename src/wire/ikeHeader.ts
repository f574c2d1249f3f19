/**
 * Header of an IKEv2 message, 28 octets (RFC 5996 3.1).
 *
 * |                       IKE SA Initiator's SPI, 8 octets        |
 * |                       IKE SA Responder's SPI, 8 octets        |
 * |  Next Payload | MjVer | MnVer | Exchange Type | X X R V I X X X |
 * |                          Message ID                           |
 * |                            Length                             |
 */
import { type Label, label } from './field.ts';
import { EXCHANGE_TYPES, PAYLOAD_TYPES, sayCode } from './ikeCodes.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface IkeFlags {
  /** I, 0x08: the sender is the original initiator of the IKE SA. */
  readonly initiator: boolean;
  /** V, 0x10: the sender could speak a higher major version; 0 in version 2. */
  readonly version: boolean;
  /** R, 0x20: a response. */
  readonly response: boolean;
  /** The other bits, as a mask within 0xc7; 0, as they should be. */
  readonly reserved: number;
}

export interface IkeHeader {
  /** Of the original initiator, in both directions. */
  readonly initiatorSpi: bigint;
  /** 0 in the first message. */
  readonly responderSpi: bigint;
  /** Type of the first payload, 0 if there is none. */
  readonly nextPayload: number;
  /** 2; 0..15. */
  readonly majorVersion: number;
  /** 0; 0..15. */
  readonly minorVersion: number;
  /** 34..37; 0..255. */
  readonly exchangeType: number;
  readonly flags: IkeFlags;
  /** 0..2^32-1. */
  readonly messageId: number;
  /** Of the whole message in octets, as sent. */
  readonly length: number;
}

/** In octets. */
export const IKE_HEADER_LENGTH = 28;

const IKE_FLAG = { initiator: 0x08, version: 0x10, response: 0x20 } as const;
const RESERVED_FLAGS = 0xc7;

const SOURCE = 'RFC 5996 3.1';
const INITIATOR_SPI: Label<bigint> = { name: 'Initiator SPI', source: SOURCE, say: saySpi };
const RESPONDER_SPI: Label<bigint> = { name: 'Responder SPI', source: SOURCE, say: saySpi };
const NEXT_PAYLOAD = label('Next payload', SOURCE, { say: sayCode(PAYLOAD_TYPES) });
const VERSION = label('Version', SOURCE, { say: (octet) => `${octet >> 4}.${octet & 0x0f}` });
const MAJOR_VERSION = label('Major version', SOURCE);
const MINOR_VERSION = label('Minor version', SOURCE);
const EXCHANGE_TYPE = label('Exchange type', SOURCE, { say: sayCode(EXCHANGE_TYPES) });
const FLAGS = label('Flags', SOURCE, { say: sayFlags });
const RESERVED = label('Reserved', SOURCE);
const RESPONSE = label('R, response', SOURCE, { say: (bit) => (bit === 1 ? 'response' : 'request') });
const VERSION_FLAG = label('V, version', SOURCE, { say: (bit) => (bit === 1 ? 'set' : 'not set') });
const INITIATOR = label('I, initiator', SOURCE, {
  say: (bit) => (bit === 1 ? 'sent by the original initiator' : 'sent by the original responder'),
});
const MESSAGE_ID = label('Message ID', SOURCE);
const LENGTH = label('Length', SOURCE, { unit: 'octets' });

function saySpi(spi: bigint): string {
  return `0x${spi.toString(16).padStart(16, '0')}`;
}

function sayFlags(flags: number): string {
  const sender = (flags & IKE_FLAG.initiator) === 0 ? 'responder' : 'initiator';
  return `${(flags & IKE_FLAG.response) === 0 ? 'request' : 'response'} of the original ${sender}`;
}

export function readIkeHeader(reader: Reader): IkeHeader {
  const initiatorSpi = reader.u64(INITIATOR_SPI);
  const responderSpi = reader.u64(RESPONDER_SPI);
  const nextPayload = reader.u8(NEXT_PAYLOAD);
  const version = reader.u8(VERSION);
  const majorVersion = reader.bits(MAJOR_VERSION, 0, 4, version >> 4);
  const minorVersion = reader.bits(MINOR_VERSION, 4, 4, version & 0x0f);
  const exchangeType = reader.u8(EXCHANGE_TYPE);
  const flags = readFlags(reader);
  const messageId = reader.u32(MESSAGE_ID);
  const length = reader.u32(LENGTH);
  return {
    initiatorSpi,
    responderSpi,
    nextPayload,
    majorVersion,
    minorVersion,
    exchangeType,
    flags,
    messageId,
    length,
  };
}

function readFlags(reader: Reader): IkeFlags {
  const flags = reader.u8(FLAGS);
  reader.bits(RESERVED, 0, 2, flags >> 6);
  const response = reader.bits(RESPONSE, 2, 1, (flags >> 5) & 1) === 1;
  const version = reader.bits(VERSION_FLAG, 3, 1, (flags >> 4) & 1) === 1;
  const initiator = reader.bits(INITIATOR, 4, 1, (flags >> 3) & 1) === 1;
  reader.bits(RESERVED, 5, 3, flags & 7);
  return { initiator, version, response, reserved: flags & RESERVED_FLAGS };
}

/** @throws {RangeError} if a value does not fit. */
export function writeIkeHeader(writer: Writer, header: IkeHeader): void {
  const { majorVersion, minorVersion, flags } = header;
  if (majorVersion > 15 || minorVersion > 15)
    throw new RangeError(`version ${majorVersion}.${minorVersion} does not fit`);
  if ((flags.reserved & ~RESERVED_FLAGS) !== 0) throw new RangeError(`${flags.reserved} is not within 0xc7`);
  writer
    .u64(header.initiatorSpi)
    .u64(header.responderSpi)
    .u8(header.nextPayload)
    .u8(majorVersion * 16 + minorVersion)
    .u8(header.exchangeType)
    .u8(
      (flags.initiator ? IKE_FLAG.initiator : 0) |
        (flags.version ? IKE_FLAG.version : 0) |
        (flags.response ? IKE_FLAG.response : 0) |
        flags.reserved,
    )
    .u32(header.messageId)
    .u32(header.length);
}
