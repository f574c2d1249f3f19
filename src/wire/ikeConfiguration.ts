/**
 * Configuration payload: addresses and prefixes asked for and given, such as the Home Network Prefix (RFC 5996 3.15; RFC 5026).
 *
 * |   CFG Type    |                    RESERVED                   |
 * then each attribute (3.15.1):
 * |R|         Attribute Type      |            Length             |
 * |                             Value                             |
 */
import { type Label, label, octetsLabel } from './field.ts';
import { CONFIGURATION_ATTRIBUTES, CONFIGURATION_TYPES, sayCode } from './ikeCodes.ts';
import { type GenericPayload, type Reserved, readOctets, readReserved, writeReserved } from './ikeGeneric.ts';
import { asciiText } from './ikeText.ts';
import { addressText, ipv6Text } from './ipAddress.ts';
import { toHex } from './octets.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface ConfigurationAttribute {
  /** 0..32767. */
  readonly attributeType: number;
  /** R, the bit before the type; absent where it is 0, as it should be. */
  readonly reservedBit?: true;
  /** Empty where the value is only asked for. */
  readonly value: Uint8Array;
}

export interface IkeConfiguration extends GenericPayload, Reserved {
  readonly type: 'configuration';
  /** 1 request, 2 reply, 3 set, 4 acknowledgement; 0..255. */
  readonly configurationType: number;
  readonly attributes: readonly ConfigurationAttribute[];
}

const SOURCE = 'RFC 5996 3.15 (unconfirmed)';
const ATTRIBUTE_SOURCE = 'RFC 5996 3.15.1 (unconfirmed)';
const CONFIGURATION_TYPE = label('CFG type', SOURCE, { say: sayCode(CONFIGURATION_TYPES) });
const RESERVED_AND_TYPE = label('Reserved bit and attribute type', ATTRIBUTE_SOURCE);
const RESERVED_BIT = label('Reserved', ATTRIBUTE_SOURCE);
const ATTRIBUTE_TYPE = label('Attribute type', ATTRIBUTE_SOURCE, { say: sayCode(CONFIGURATION_ATTRIBUTES) });
const LENGTH = label('Length', ATTRIBUTE_SOURCE, { unit: 'octets' });

/** INTERNAL_IP4_NETMASK reads as an address too. */
const IPV4_VALUES: ReadonlySet<number> = new Set([1, 2, 3, 4, 6, 20]);
const IPV6_VALUES: ReadonlySet<number> = new Set([10, 12, 21]);
/** An address and one octet of prefix length. */
const IPV6_PREFIX_VALUES: ReadonlySet<number> = new Set([8, 15, 18]);
const APPLICATION_VERSION = 7;
const MIP6_HOME_PREFIX = 16;

/** A value as a person writes it, where its type and length are known; else its hex digits. */
function attributeText(attributeType: number, value: Uint8Array): string {
  if (value.length === 0) return 'empty: asked for';
  if (IPV4_VALUES.has(attributeType) && value.length === 4) return addressText(value);
  if (IPV6_VALUES.has(attributeType) && value.length === 16) return addressText(value);
  if (IPV6_PREFIX_VALUES.has(attributeType) && value.length === 17) return prefixText(value);
  if (attributeType === MIP6_HOME_PREFIX && value.length === 21) {
    const seconds = value.subarray(0, 4).reduce((sum, octet) => sum * 256 + octet, 0);
    return `${prefixText(value.subarray(4))}, lifetime ${seconds} s`;
  }
  return attributeType === APPLICATION_VERSION ? asciiText(value) : toHex(value);
}

function prefixText(value: Uint8Array): string {
  return `${ipv6Text(value.subarray(0, 16))}/${value[16]}`;
}

function valueLabel(attributeType: number): Label<Uint8Array> {
  return octetsLabel('Value', ATTRIBUTE_SOURCE, { say: (value) => attributeText(attributeType, value) });
}

export function readConfiguration(reader: Reader, generic: GenericPayload): IkeConfiguration {
  const configurationType = reader.u8(CONFIGURATION_TYPE);
  const reserved = readReserved(reader, 3);
  const attributes: ConfigurationAttribute[] = [];
  while (reader.left > 0) {
    attributes.push(reader.group('Configuration attribute', ATTRIBUTE_SOURCE, () => readAttribute(reader)));
  }
  return { type: 'configuration', ...generic, ...reserved, configurationType, attributes };
}

function readAttribute(reader: Reader): ConfigurationAttribute {
  const bits = reader.u16(RESERVED_AND_TYPE);
  const reservedBit = reader.bits(RESERVED_BIT, 0, 1, bits >> 15);
  const attributeType = reader.bits(ATTRIBUTE_TYPE, 1, 15, bits & 0x7fff);
  const length = reader.u16(LENGTH);
  const value = readOctets(reader, length, valueLabel(attributeType));
  return { attributeType, ...(reservedBit === 1 ? { reservedBit: true as const } : {}), value };
}

/** @throws {RangeError} if a number does not fit, or a value has more than 65535 octets. */
export function writeConfiguration(writer: Writer, payload: IkeConfiguration): void {
  writer.u8(payload.configurationType);
  writeReserved(writer, payload, 3);
  for (const { attributeType, reservedBit, value } of payload.attributes) {
    if (attributeType > 0x7fff) throw new RangeError(`${attributeType} does not fit 15 bits`);
    writer
      .u16((reservedBit === true ? 0x8000 : 0) + attributeType)
      .u16(value.length)
      .octets(value);
  }
}
