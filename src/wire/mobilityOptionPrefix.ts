/** The mobility options that carry an IPv6 prefix: Mobile Network Prefix (RFC 3963) and Home Network Prefix (RFC 5213). */
import { label, octetsLabel } from './field.ts';
import { addressText } from './ipAddress.ts';
import { noteReserved, type OptionCodec, sized } from './mobilityOption.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

interface Prefix {
  /** 8 bits, 0 in what we send. */
  readonly reserved: number;
  /** 0..128; kept as received where larger. */
  readonly prefixLength: number;
  /** 16 octets; what is beyond the length is kept as received. */
  readonly prefix: Uint8Array;
}

/** A network that moves with the mobile router. */
export interface MobileNetworkPrefix extends Prefix {
  readonly type: 'mobileNetworkPrefix';
}

/** The prefix of the home address in Proxy Mobile IPv6; on S2c it comes by IKEv2 instead. */
export interface HomeNetworkPrefix extends Prefix {
  readonly type: 'homeNetworkPrefix';
}

const MOBILE = labels('Mobile Network Prefix', 'RFC 3963 4.3');
const HOME = labels('Home Network Prefix', 'RFC 5213 8.3');

export const mobileNetworkPrefix: OptionCodec<MobileNetworkPrefix> = {
  number: 6,
  name: 'Mobile Network Prefix',
  source: MOBILE.source,
  alignment: { factor: 8, rest: 4, source: MOBILE.source },
  length: 18,
  read: (reader) => ({ type: 'mobileNetworkPrefix', ...readPrefix(reader, MOBILE) }),
  write: writePrefix,
};

export const homeNetworkPrefix: OptionCodec<HomeNetworkPrefix> = {
  number: 22,
  name: 'Home Network Prefix',
  source: HOME.source,
  alignment: { factor: 8, rest: 4, source: 'RFC 5213 8.3 (unconfirmed)' },
  length: 18,
  read: (reader) => ({ type: 'homeNetworkPrefix', ...readPrefix(reader, HOME) }),
  write: writePrefix,
};

function labels(name: string, source: string) {
  return {
    source,
    reserved: label('Reserved', source),
    prefixLength: label('Prefix Length', source, { unit: 'bits' }),
    prefix: octetsLabel(name, source, { say: addressText }),
  };
}

function readPrefix(reader: Reader, known: ReturnType<typeof labels>): Prefix {
  const { at } = reader;
  const reserved = reader.u8(known.reserved);
  noteReserved(reader, at, 'The reserved octet', reserved, known.source);
  const prefixLength = reader.u8(known.prefixLength);
  if (prefixLength > 128) {
    reader.note('error', at + 1, `No IPv6 prefix has ${prefixLength} bits (${known.source}).`);
  }
  return { reserved, prefixLength, prefix: reader.take(16, known.prefix) };
}

function writePrefix(writer: Writer, { reserved, prefixLength, prefix }: Prefix): void {
  writer.u8(reserved).u8(prefixLength).octets(sized(prefix, 16));
}
