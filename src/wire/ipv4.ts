/**
 * IPv4 header, 20 to 60 octets (RFC 791 3.1).
 *
 * |Version|  IHL  |Type of Service|          Total Length         |
 * |         Identification        |Flags|      Fragment Offset    |
 * |  Time to Live |    Protocol   |         Header Checksum       |
 * |              Source, Destination, Options                     |
 */
import { checksumOf, sumOf } from './checksum.ts';
import { decoder } from './decoded.ts';
import { label, octetsLabel } from './field.ts';
import { ipv4Label } from './ipAddress.ts';
import { protocolName } from './ipProtocol.ts';
import { Writer } from './writer.ts';

export interface Ipv4Header {
  /** 0..255. */
  readonly typeOfService: number;
  /** Octets of header and payload, 0..65535. */
  readonly totalLength: number;
  readonly identification: number;
  /** The first flag bit, 0 in what we send. */
  readonly reservedFlag: boolean;
  readonly dontFragment: boolean;
  readonly moreFragments: boolean;
  /** In units of 8 octets, 0..8191. */
  readonly fragmentOffset: number;
  readonly timeToLive: number;
  readonly protocol: number;
  /** As received; `encodeIpv4` computes it. */
  readonly headerChecksum: number;
  /** 4 octets. */
  readonly source: Uint8Array;
  /** 4 octets. */
  readonly destination: Uint8Array;
  /** 0 to 40 octets, a multiple of 4, end-of-list padding included. */
  readonly options: Uint8Array;
}

const SOURCE = 'RFC 791 3.1';
const FIRST = label('Version, Internet Header Length', SOURCE, {
  say: (value) => `version ${value >> 4}, header of ${4 * (value & 15)} octets`,
});
const VERSION = label('Version', SOURCE);
const HEADER_LENGTH = label('Internet Header Length', SOURCE, { unit: '4 octets' });
const TYPE_OF_SERVICE = label('Type of Service', SOURCE);
const TOTAL_LENGTH = label('Total Length', SOURCE, { unit: 'octets' });
const IDENTIFICATION = label('Identification', SOURCE);
const FRAGMENTING = label('Flags, Fragment Offset', SOURCE, {
  say: (value) =>
    (value & 0x3fff) === 0
      ? 'not a fragment'
      : `fragment at octet ${8 * (value & 0x1fff)}${value & 0x2000 ? ', more follow' : ', the last'}`,
});
const set = { say: (value: number) => (value === 1 ? 'set' : 'clear') };
const RESERVED_FLAG = label('Reserved', SOURCE, set);
const DONT_FRAGMENT = label("DF: Don't Fragment", SOURCE, set);
const MORE_FRAGMENTS = label('MF: More Fragments', SOURCE, set);
const FRAGMENT_OFFSET = label('Fragment Offset', SOURCE, { unit: '8 octets' });
const TIME_TO_LIVE = label('Time to Live', SOURCE);
const PROTOCOL = label('Protocol', SOURCE, { say: protocolName });
const HEADER_CHECKSUM = label('Header Checksum', SOURCE, {
  say: (value) => `0x${value.toString(16).padStart(4, '0')}`,
});
const FROM = ipv4Label('Source Address', SOURCE);
const TO = ipv4Label('Destination Address', SOURCE);
const OPTIONS = octetsLabel('Options', SOURCE);

/** Reads the header alone and judges its checksum. A version other than 4, or a header under 20 octets, is `malformed`. */
export const decodeIpv4 = decoder<Ipv4Header>((reader, draft) => {
  const start = reader.at;
  const first = reader.u8(FIRST);
  reader.bits(VERSION, 0, 4, first >> 4);
  const headerLength = 4 * reader.bits(HEADER_LENGTH, 4, 4, first & 15);
  if (first >> 4 !== 4) reader.malformed(`Version ${first >> 4} is not IPv4 (${SOURCE}).`, start);
  if (headerLength < 20) reader.malformed(`A header of ${headerLength} octets is too short (${SOURCE}).`, start);
  const typeOfService = reader.u8(TYPE_OF_SERVICE);
  draft.typeOfService = typeOfService;
  const totalLength = reader.u16(TOTAL_LENGTH);
  draft.totalLength = totalLength;
  const identification = reader.u16(IDENTIFICATION);
  draft.identification = identification;
  const fragmenting = reader.u16(FRAGMENTING);
  const reservedFlag = reader.bits(RESERVED_FLAG, 0, 1, fragmenting >> 15) === 1;
  draft.reservedFlag = reservedFlag;
  const dontFragment = reader.bits(DONT_FRAGMENT, 1, 1, (fragmenting >> 14) & 1) === 1;
  draft.dontFragment = dontFragment;
  const moreFragments = reader.bits(MORE_FRAGMENTS, 2, 1, (fragmenting >> 13) & 1) === 1;
  draft.moreFragments = moreFragments;
  const fragmentOffset = reader.bits(FRAGMENT_OFFSET, 3, 13, fragmenting & 0x1fff);
  draft.fragmentOffset = fragmentOffset;
  const timeToLive = reader.u8(TIME_TO_LIVE);
  draft.timeToLive = timeToLive;
  const protocol = reader.u8(PROTOCOL);
  draft.protocol = protocol;
  const headerChecksum = reader.u16(HEADER_CHECKSUM);
  draft.headerChecksum = headerChecksum;
  const source = reader.take(4, FROM);
  draft.source = source;
  const destination = reader.take(4, TO);
  draft.destination = destination;
  const options = headerLength > 20 ? reader.take(headerLength - 20, OPTIONS) : new Uint8Array(0);
  draft.options = options;
  if (checksumOf(sumOf({ octets: reader.octets, at: start, length: headerLength })) !== 0) {
    reader.note('error', start + 10, `The header checksum is wrong (${SOURCE}).`);
  }
  return {
    typeOfService,
    totalLength,
    identification,
    reservedFlag,
    dontFragment,
    moreFragments,
    fragmentOffset,
    timeToLive,
    protocol,
    headerChecksum,
    source,
    destination,
    options,
  };
});

/** The header as it says itself, its lengths and checksum included. @throws {RangeError} if a value does not fit. */
export function encodeIpv4Header(header: Ipv4Header): Uint8Array {
  const { options, fragmentOffset, source, destination } = header;
  if (options.length > 40 || options.length % 4 !== 0) throw new RangeError(`options of ${options.length} octets`);
  if (source.length !== 4 || destination.length !== 4) throw new RangeError('an IPv4 address has 4 octets');
  if (!Number.isInteger(fragmentOffset) || fragmentOffset < 0 || fragmentOffset > 0x1fff) {
    throw new RangeError(`fragment offset ${fragmentOffset} does not fit 0..${0x1fff}`);
  }
  const flags =
    (header.reservedFlag ? 0x8000 : 0) | (header.dontFragment ? 0x4000 : 0) | (header.moreFragments ? 0x2000 : 0);
  return new Writer()
    .u8(0x40 | (5 + options.length / 4))
    .u8(header.typeOfService)
    .u16(header.totalLength)
    .u16(header.identification)
    .u16(flags | fragmentOffset)
    .u8(header.timeToLive)
    .u8(header.protocol)
    .u16(header.headerChecksum)
    .octets(source)
    .octets(destination)
    .octets(options)
    .done();
}

/** A whole packet with its total length and header checksum. @throws {RangeError} over 65,535 octets. */
export function encodeIpv4(
  header: Omit<Ipv4Header, 'totalLength' | 'headerChecksum'>,
  payload: Uint8Array,
): Uint8Array {
  const length = 20 + header.options.length;
  const whole = { ...header, totalLength: length + payload.length, headerChecksum: 0 };
  const headerChecksum = checksumOf(sumOf({ octets: encodeIpv4Header(whole) }));
  const octets = new Uint8Array(length + payload.length);
  octets.set(encodeIpv4Header({ ...whole, headerChecksum }));
  octets.set(payload, length);
  return octets;
}
