/**
 * The mobility options of dual-stack Mobile IPv6: an IPv4 home address, IPv4 access, a NAT on the way (RFC 5555 3.1, 3.2).
 *
 * IPv4 Home Address        | Prefix-len (6) |P| Reserved (9) | IPv4 address (32) |
 * IPv4 Address Ack.        | Status (8) | Prefix-len (6) | Res. (2) | IPv4 address (32) |
 * NAT Detection            |F| Reserved (15) | Refresh time (32) |
 * IPv4 Care-of Address     | Reserved (16) | IPv4 address (32) |
 */
import { label, octetsLabel } from './field.ts';
import { addressText } from './ipAddress.ts';
import { ipv4AddressStatusName } from './mobilityCodes.ts';
import { type Alignment, noteReserved, type OptionCodec, sized } from './mobilityOption.ts';

/** The UE's IPv4 address at home, asked for or registered before. */
export interface Ipv4HomeAddress {
  readonly type: 'ipv4HomeAddress';
  /** 0..63 as the field allows; 32 for one address. */
  readonly prefixLength: number;
  /** P: a mobile router asks for an IPv4 prefix. */
  readonly prefixRequested: boolean;
  /** 9 bits, 0 in what we send. */
  readonly reserved: number;
  /** 4 octets; zero asks for one to be assigned. */
  readonly address: Uint8Array;
}

/** What the Home Agent says to an IPv4 Home Address. */
export interface Ipv4AddressAcknowledgement {
  readonly type: 'ipv4AddressAcknowledgement';
  /** 0..255; from 128 on the address was refused. */
  readonly status: number;
  readonly prefixLength: number;
  /** 2 bits, 0 in what we send. */
  readonly reserved: number;
  readonly address: Uint8Array;
}

/** Whether the Home Agent saw a NAT between itself and the UE. */
export interface NatDetection {
  readonly type: 'natDetection';
  /** F: UDP encapsulation is to be used, NAT or not. */
  readonly udpEncapsulationRequired: boolean;
  /** 15 bits, 0 in what we send. */
  readonly reserved: number;
  /** Between keepalives, in seconds: 0 is ignored, 0xffffffff asks for none. */
  readonly refreshSeconds: number;
}

/** The UE's address in an access network that has IPv4 only. */
export interface Ipv4CareOfAddress {
  readonly type: 'ipv4CareOfAddress';
  /** 16 bits, 0 in what we send. */
  readonly reserved: number;
  readonly address: Uint8Array;
}

const HOME = 'RFC 5555 3.1.1';
const CARE_OF = 'RFC 5555 3.1.2 (unconfirmed)';
const ACKNOWLEDGEMENT = 'RFC 5555 3.2.1';
const DETECTION = 'RFC 5555 3.2.2';
const NO_KEEPALIVE = 0xffff_ffff;

const HOME_WORD = label('Prefix length, P and reserved', HOME, { say: hex16 });
const HOME_PREFIX = label('Prefix Length', HOME, { unit: 'bits' });
const HOME_P = label('P: prefix requested', HOME, { say: setOrClear });
const HOME_RESERVED = label('Reserved', HOME);
const HOME_ADDRESS = octetsLabel('IPv4 Home Address', HOME, { say: addressText });
const STATUS = label('Status', ACKNOWLEDGEMENT, { say: ipv4AddressStatusName });
const ACK_OCTET = label('Prefix length and reserved', ACKNOWLEDGEMENT);
const ACK_PREFIX = label('Prefix Length', ACKNOWLEDGEMENT, { unit: 'bits' });
const ACK_RESERVED = label('Reserved', ACKNOWLEDGEMENT);
const ACK_ADDRESS = octetsLabel('IPv4 Home Address', ACKNOWLEDGEMENT, { say: addressText });
const DETECTION_WORD = label('F and reserved', DETECTION, { say: hex16 });
const DETECTION_F = label('F: UDP encapsulation required', DETECTION, { say: setOrClear });
const DETECTION_RESERVED = label('Reserved', DETECTION);
const REFRESH = label('Refresh time', DETECTION, { say: refreshWords, unit: 's' });
const CARE_OF_RESERVED = label('Reserved', CARE_OF);
const CARE_OF_ADDRESS = octetsLabel('IPv4 Care-of Address', CARE_OF, { say: addressText });

export const ipv4HomeAddress: OptionCodec<Ipv4HomeAddress> = {
  number: 29,
  name: 'IPv4 Home Address',
  source: HOME,
  alignment: everyFour('RFC 5555 3.1.1 (unconfirmed)'),
  length: 6,
  read(reader) {
    const { at } = reader;
    const word = reader.u16(HOME_WORD);
    const prefixLength = reader.bits(HOME_PREFIX, 0, 6, word >> 10);
    const prefixRequested = reader.bits(HOME_P, 6, 1, (word >> 9) & 1) === 1;
    const reserved = reader.bits(HOME_RESERVED, 7, 9, word & 0x1ff);
    noteReserved(reader, at, 'The reserved field', reserved, HOME);
    return { type: 'ipv4HomeAddress', prefixLength, prefixRequested, reserved, address: reader.take(4, HOME_ADDRESS) };
  },
  write(writer, { prefixLength, prefixRequested, reserved, address }) {
    const word = (ofBits(prefixLength, 6) << 10) | (prefixRequested ? 0x200 : 0) | ofBits(reserved, 9);
    writer.u16(word).octets(sized(address, 4));
  },
};

export const ipv4AddressAcknowledgement: OptionCodec<Ipv4AddressAcknowledgement> = {
  number: 30,
  name: 'IPv4 Address Acknowledgement',
  source: ACKNOWLEDGEMENT,
  alignment: everyFour('RFC 5555 3.2.1 (unconfirmed)'),
  length: 6,
  read(reader) {
    const { at } = reader;
    const status = reader.u8(STATUS);
    const octet = reader.u8(ACK_OCTET);
    const prefixLength = reader.bits(ACK_PREFIX, 0, 6, octet >> 2);
    const reserved = reader.bits(ACK_RESERVED, 6, 2, octet & 3);
    noteReserved(reader, at + 1, 'The reserved field', reserved, ACKNOWLEDGEMENT);
    const address = reader.take(4, ACK_ADDRESS);
    return { type: 'ipv4AddressAcknowledgement', status, prefixLength, reserved, address };
  },
  write(writer, { status, prefixLength, reserved, address }) {
    writer
      .u8(status)
      .u8((ofBits(prefixLength, 6) << 2) | ofBits(reserved, 2))
      .octets(sized(address, 4));
  },
};

export const natDetection: OptionCodec<NatDetection> = {
  number: 31,
  name: 'NAT Detection',
  source: DETECTION,
  alignment: everyFour('RFC 5555 3.2.2 (unconfirmed)'),
  length: 6,
  read(reader) {
    const { at } = reader;
    const word = reader.u16(DETECTION_WORD);
    const udpEncapsulationRequired = reader.bits(DETECTION_F, 0, 1, word >> 15) === 1;
    const reserved = reader.bits(DETECTION_RESERVED, 1, 15, word & 0x7fff);
    noteReserved(reader, at, 'The reserved field', reserved, DETECTION);
    return { type: 'natDetection', udpEncapsulationRequired, reserved, refreshSeconds: reader.u32(REFRESH) };
  },
  write(writer, { udpEncapsulationRequired, reserved, refreshSeconds }) {
    writer.u16((udpEncapsulationRequired ? 0x8000 : 0) | ofBits(reserved, 15)).u32(refreshSeconds);
  },
};

export const ipv4CareOfAddress: OptionCodec<Ipv4CareOfAddress> = {
  number: 32,
  name: 'IPv4 Care-of Address',
  source: CARE_OF,
  alignment: everyFour(CARE_OF),
  length: 6,
  read(reader) {
    const { at } = reader;
    const reserved = reader.u16(CARE_OF_RESERVED);
    noteReserved(reader, at, 'The reserved field', reserved, CARE_OF);
    return { type: 'ipv4CareOfAddress', reserved, address: reader.take(4, CARE_OF_ADDRESS) };
  },
  write: (writer, { reserved, address }) => writer.u16(reserved).octets(sized(address, 4)),
};

function everyFour(source: string): Alignment {
  return { factor: 4, rest: 0, source };
}

function ofBits(value: number, bits: number): number {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits) {
    throw new RangeError(`${value} does not fit ${bits} bits`);
  }
  return value;
}

function hex16(value: number): string {
  return `0x${value.toString(16).padStart(4, '0')}`;
}

function setOrClear(value: number): string {
  return value === 1 ? 'set' : 'clear';
}

function refreshWords(seconds: number): string {
  if (seconds === 0) return '0, ignored';
  return seconds === NO_KEEPALIVE ? 'no keepalive needed' : `${seconds} s`;
}
