/**
 * Traffic Selector payloads: which packets a child SA is for (RFC 5996 3.13).
 *
 * | Number of TSs |                 RESERVED                      |
 * then each selector (3.13.1):
 * |   TS Type     |IP Protocol ID |       Selector Length         |
 * |           Start Port          |           End Port            |
 * |  Starting Address, then Ending Address: 4 or 16 octets each   |
 */
import { type Label, label, octetsLabel } from './field.ts';
import { codeName, sayCode, TRAFFIC_SELECTOR, TRAFFIC_SELECTOR_TYPES } from './ikeCodes.ts';
import { type GenericPayload, type Reserved, readOctets, readReserved, writeReserved } from './ikeGeneric.ts';
import { ipv4Label, ipv6Label } from './ipAddress.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

export interface AddressRange {
  readonly type: 'addressRange';
  /** 7 IPv4, 8 IPv6. */
  readonly tsType: 7 | 8;
  /** 0 any; 135 Mobility Header. */
  readonly ipProtocol: number;
  /** 0..65535; for the Mobility Header its type in the high octet, for ICMP type and code. Start 65535 with end 0 is opaque. */
  readonly startPort: number;
  readonly endPort: number;
  /** 4 or 16 octets. */
  readonly startAddress: Uint8Array;
  readonly endAddress: Uint8Array;
}

export interface OtherSelector {
  readonly type: 'other';
  /** Neither 7 nor 8. */
  readonly tsType: number;
  readonly ipProtocol: number;
  /** All after the selector length. */
  readonly body: Uint8Array;
}

export type TrafficSelector = AddressRange | OtherSelector;

export interface IkeTrafficSelectors extends GenericPayload, Reserved {
  readonly type: 'trafficSelectorsInitiator' | 'trafficSelectorsResponder';
  /** 0..255 of them. */
  readonly selectors: readonly TrafficSelector[];
  /** Their number as sent, where it is not that of `selectors`. */
  readonly wrongCount?: number;
}

/** Next header value of the Mobility Header. */
const MOBILITY_HEADER = 135;
const ICMP = 1;
const ICMPV6 = 58;
/** Octets before the addresses or the body. */
const RANGE_HEADER = 8;
const OTHER_HEADER = 4;

const SOURCE = 'RFC 5996 3.13';
const SELECTOR_SOURCE = 'RFC 5996 3.13.1';
const COUNT = label('Number of traffic selectors', `${SOURCE} (unconfirmed)`);
const TS_TYPE = label('TS type', SELECTOR_SOURCE, { say: sayCode(TRAFFIC_SELECTOR_TYPES) });
const IP_PROTOCOL = label('IP protocol ID', SELECTOR_SOURCE, { say: sayProtocol });
const LENGTH = label('Selector length', SELECTOR_SOURCE, { unit: 'octets' });
const SELECTOR: Label<unknown> = { name: 'Traffic selector', source: SELECTOR_SOURCE };
const BODY = octetsLabel('Traffic selector body', SELECTOR_SOURCE);
const ADDRESSES = {
  [TRAFFIC_SELECTOR.ipv4AddressRange]: {
    length: 4,
    start: ipv4Label('Starting address', SELECTOR_SOURCE),
    end: ipv4Label('Ending address', SELECTOR_SOURCE),
  },
  [TRAFFIC_SELECTOR.ipv6AddressRange]: {
    length: 16,
    start: ipv6Label('Starting address', SELECTOR_SOURCE),
    end: ipv6Label('Ending address', SELECTOR_SOURCE),
  },
} as const;

/** "MH type 5", "type 128, code 0" or the port itself. */
function portText(ipProtocol: number, port: number): string {
  if (ipProtocol === MOBILITY_HEADER) return `MH type ${port >> 8}${(port & 0xff) === 0 ? '' : ` and ${port & 0xff}`}`;
  if (ipProtocol === ICMP || ipProtocol === ICMPV6) return `type ${port >> 8}, code ${port & 0xff}`;
  return String(port);
}

function sayProtocol(ipProtocol: number): string {
  if (ipProtocol === 0) return 'any protocol (0)';
  return ipProtocol === MOBILITY_HEADER ? 'Mobility Header (135)' : String(ipProtocol);
}

function portLabel(name: string, ipProtocol: number): Label<number> {
  return label(name, SELECTOR_SOURCE, { say: (port) => portText(ipProtocol, port) });
}

/** Reads the body; a number of selectors that does not match what is there is noted as an error. */
export function readTrafficSelectors(
  reader: Reader,
  generic: GenericPayload,
  type: IkeTrafficSelectors['type'],
): IkeTrafficSelectors {
  const { at } = reader;
  const count = reader.u8(COUNT);
  const reserved = readReserved(reader, 3);
  const selectors: TrafficSelector[] = [];
  while (reader.left > 0) selectors.push(reader.group('Traffic selector', SELECTOR_SOURCE, () => readSelector(reader)));
  const wrong = selectors.length !== count;
  if (wrong) {
    reader.note(
      'error',
      at,
      `${count} traffic selectors are announced, but ${selectors.length} are there (${SOURCE}).`,
    );
  }
  return { type, ...generic, ...reserved, selectors, ...(wrong ? { wrongCount: count } : {}) };
}

function readSelector(reader: Reader): TrafficSelector {
  const tsType = reader.u8(TS_TYPE);
  const ipProtocol = reader.u8(IP_PROTOCOL);
  const lengthAt = reader.at;
  const length = reader.u16(LENGTH);
  if (length < OTHER_HEADER) reader.malformed(`The selector length ${length} is less than 4.`, lengthAt);
  const bodyLength = length - OTHER_HEADER;
  if (tsType !== TRAFFIC_SELECTOR.ipv4AddressRange && tsType !== TRAFFIC_SELECTOR.ipv6AddressRange) {
    return { type: 'other', tsType, ipProtocol, body: readOctets(reader, bodyLength, BODY) };
  }
  const addresses = ADDRESSES[tsType];
  const expected = RANGE_HEADER + 2 * addresses.length;
  if (length !== expected) {
    const name = codeName(TRAFFIC_SELECTOR_TYPES, tsType);
    reader.malformed(`The selector length of ${name} is ${length}, not ${expected} (${SELECTOR_SOURCE}).`, lengthAt);
  }
  return reader.within(bodyLength, SELECTOR, (inner) => {
    const { at } = inner;
    const startPort = inner.u16(portLabel('Start port', ipProtocol));
    const endPort = inner.u16(portLabel('End port', ipProtocol));
    if (ipProtocol === MOBILITY_HEADER && startPort <= endPort && (startPort & 0xff) !== 0) {
      inner.note(
        'warning',
        at,
        'The low octet is not 0; the Mobility Header type is in the high one (RFC 4301 4.4.1.1).',
      );
    }
    const startAddress = inner.take(addresses.length, addresses.start);
    const endAddress = inner.take(addresses.length, addresses.end);
    return { type: 'addressRange', tsType, ipProtocol, startPort, endPort, startAddress, endAddress };
  });
}

/** @throws {RangeError} if a number does not fit, or an address has not the length of its type. */
export function writeTrafficSelectors(writer: Writer, payload: IkeTrafficSelectors): void {
  writer.u8(payload.wrongCount ?? payload.selectors.length);
  writeReserved(writer, payload, 3);
  for (const selector of payload.selectors) writeSelector(writer, selector);
}

function writeSelector(writer: Writer, selector: TrafficSelector): void {
  if (selector.type === 'other') {
    writer
      .u8(selector.tsType)
      .u8(selector.ipProtocol)
      .u16(OTHER_HEADER + selector.body.length)
      .octets(selector.body);
    return;
  }
  const { length } = ADDRESSES[selector.tsType];
  for (const address of [selector.startAddress, selector.endAddress]) {
    if (address.length !== length) throw new RangeError(`an address of ${address.length} octets, not ${length}`);
  }
  writer
    .u8(selector.tsType)
    .u8(selector.ipProtocol)
    .u16(RANGE_HEADER + 2 * length)
    .u16(selector.startPort)
    .u16(selector.endPort)
    .octets(selector.startAddress)
    .octets(selector.endAddress);
}
