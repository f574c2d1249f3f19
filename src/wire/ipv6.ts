/**
 * IPv6 header, 40 octets (RFC 8200 3).
 *
 * |Version| Traffic Class |           Flow Label            |
 * |        Payload Length         |  Next Header  | Hop Limit |
 * |                 Source Address (16)                     |
 * |               Destination Address (16)                  |
 */
import { decoder } from './decoded.ts';
import { label } from './field.ts';
import { ipv6Label } from './ipAddress.ts';
import { protocolName } from './ipProtocol.ts';
import { Writer } from './writer.ts';

export const IPV6_HEADER_LENGTH = 40;

export interface Ipv6Header {
  /** 0..255. */
  readonly trafficClass: number;
  /** 0..2^20 - 1. */
  readonly flowLabel: number;
  /** Octets behind the header, extension headers included, 0..65535. */
  readonly payloadLength: number;
  readonly nextHeader: number;
  readonly hopLimit: number;
  /** 16 octets. */
  readonly source: Uint8Array;
  /** 16 octets. */
  readonly destination: Uint8Array;
}

const SOURCE = 'RFC 8200 3';
const FIRST = label('Version, Traffic Class, Flow Label', SOURCE, {
  say: (value) => `version ${value >>> 28}, flow label 0x${(value & 0xfffff).toString(16).padStart(5, '0')}`,
});
const VERSION = label('Version', SOURCE);
const TRAFFIC_CLASS = label('Traffic Class', SOURCE);
const FLOW_LABEL = label('Flow Label', SOURCE);
const PAYLOAD_LENGTH = label('Payload Length', SOURCE, { unit: 'octets' });
const NEXT_HEADER = label('Next Header', SOURCE, { say: protocolName });
const HOP_LIMIT = label('Hop Limit', SOURCE);
const FROM = ipv6Label('Source Address', SOURCE);
const TO = ipv6Label('Destination Address', SOURCE);

/** Reads the header alone; a version other than 6 is `malformed`. Whether the payload is there is the caller's matter. */
export const decodeIpv6 = decoder<Ipv6Header>((reader, draft) => {
  const { at } = reader;
  const first = reader.u32(FIRST);
  reader.bits(VERSION, 0, 4, first >>> 28);
  const trafficClass = reader.bits(TRAFFIC_CLASS, 4, 8, (first >>> 20) & 0xff);
  const flowLabel = reader.bits(FLOW_LABEL, 12, 20, first & 0xfffff);
  if (first >>> 28 !== 6) reader.malformed(`Version ${first >>> 28} is not IPv6 (${SOURCE}).`, at);
  draft.trafficClass = trafficClass;
  draft.flowLabel = flowLabel;
  const payloadLength = reader.u16(PAYLOAD_LENGTH);
  draft.payloadLength = payloadLength;
  const nextHeader = reader.u8(NEXT_HEADER);
  draft.nextHeader = nextHeader;
  const hopLimit = reader.u8(HOP_LIMIT);
  draft.hopLimit = hopLimit;
  const source = reader.take(16, FROM);
  draft.source = source;
  const destination = reader.take(16, TO);
  draft.destination = destination;
  return { trafficClass, flowLabel, payloadLength, nextHeader, hopLimit, source, destination };
});

/** The 40 octets as the header says them. @throws {RangeError} if a value does not fit. */
export function encodeIpv6Header(header: Ipv6Header): Uint8Array {
  const { trafficClass, flowLabel, source, destination } = header;
  if (!Number.isInteger(flowLabel) || flowLabel < 0 || flowLabel > 0xfffff) {
    throw new RangeError(`flow label ${flowLabel} does not fit 0..${0xfffff}`);
  }
  if (!Number.isInteger(trafficClass) || trafficClass < 0 || trafficClass > 0xff) {
    throw new RangeError(`traffic class ${trafficClass} does not fit 0..255`);
  }
  if (source.length !== 16 || destination.length !== 16) throw new RangeError('an IPv6 address has 16 octets');
  return new Writer()
    .u32(6 * 2 ** 28 + trafficClass * 2 ** 20 + flowLabel)
    .u16(header.payloadLength)
    .u8(header.nextHeader)
    .u8(header.hopLimit)
    .octets(source)
    .octets(destination)
    .done();
}

/** A whole packet: the header with the length of the payload, and the payload. @throws {RangeError} over 65,535 octets. */
export function encodeIpv6(header: Omit<Ipv6Header, 'payloadLength'>, payload: Uint8Array): Uint8Array {
  const octets = new Uint8Array(IPV6_HEADER_LENGTH + payload.length);
  octets.set(encodeIpv6Header({ ...header, payloadLength: payload.length }));
  octets.set(payload, IPV6_HEADER_LENGTH);
  return octets;
}
