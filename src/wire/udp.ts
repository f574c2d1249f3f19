/** UDP header, 8 octets (RFC 768): source port, destination port, length, checksum. */
import { checksumOf, pseudoHeaderSum, sumOf } from './checksum.ts';
import { decoder } from './decoded.ts';
import { label } from './field.ts';
import { UDP } from './ipProtocol.ts';
import { Writer } from './writer.ts';

export const UDP_HEADER_LENGTH = 8;
export const IKE_PORT = 500;
/** IKE behind a NAT, and ESP in UDP (RFC 3948). */
export const IKE_NAT_PORT = 4500;
/** DSMIPv6 in UDP (RFC 5555; IANA name dsmipv6). */
export const DSMIPV6_PORT = 4191;

export interface UdpHeader {
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Octets of header and payload, 0..65535; under 8 is wrong. */
  readonly length: number;
  /** 0: none was computed, allowed over IPv4 alone. */
  readonly checksum: number;
}

const SOURCE = 'RFC 768';
const PORTS: Readonly<Record<number, string>> = {
  [IKE_PORT]: '500 (isakmp)',
  [DSMIPV6_PORT]: '4191 (dsmipv6)',
  [IKE_NAT_PORT]: '4500 (ipsec-nat-t)',
};
const port = { say: (value: number) => PORTS[value] ?? String(value) };
const SOURCE_PORT = label('Source Port', SOURCE, port);
const DESTINATION_PORT = label('Destination Port', SOURCE, port);
const LENGTH = label('Length', SOURCE, { unit: 'octets' });
const CHECKSUM = label('Checksum', SOURCE, {
  say: (value) => (value === 0 ? 'none' : `0x${value.toString(16).padStart(4, '0')}`),
});

/** Reads the header alone; the checksum is judged by `udpChecksumOk`, which needs the addresses. */
export const decodeUdp = decoder<UdpHeader>((reader, draft) => {
  const sourcePort = reader.u16(SOURCE_PORT);
  draft.sourcePort = sourcePort;
  const destinationPort = reader.u16(DESTINATION_PORT);
  draft.destinationPort = destinationPort;
  const length = reader.u16(LENGTH);
  draft.length = length;
  const checksum = reader.u16(CHECKSUM);
  draft.checksum = checksum;
  return { sourcePort, destinationPort, length, checksum };
});

/** The 8 octets as the header says them. @throws {RangeError} if a value does not fit. */
export function encodeUdpHeader(header: UdpHeader): Uint8Array {
  const { sourcePort, destinationPort, length, checksum } = header;
  return new Writer().u16(sourcePort).u16(destinationPort).u16(length).u16(checksum).done();
}

/**
 * Header and payload with the checksum over the pseudo-header; one that comes out as 0 is sent as 0xffff.
 * @param source and `destination`: of the IP header, both 4 or both 16 octets.
 * @throws {RangeError} if a port or the length does not fit 16 bits, or the addresses are of two families.
 */
export function encodeUdp(
  ports: Pick<UdpHeader, 'sourcePort' | 'destinationPort'>,
  payload: Uint8Array,
  source: Uint8Array,
  destination: Uint8Array,
): Uint8Array {
  const length = UDP_HEADER_LENGTH + payload.length;
  const octets = new Uint8Array(length);
  octets.set(encodeUdpHeader({ ...ports, length, checksum: 0 }));
  octets.set(payload, UDP_HEADER_LENGTH);
  const checksum = checksumOf(pseudoHeaderSum(source, destination, length, UDP) + sumOf({ octets })) || 0xffff;
  octets[6] = checksum >> 8;
  octets[7] = checksum & 0xff;
  return octets;
}

/** Whether the octets of a datagram, checksum included, sum up to nothing. @param at of the header; `length` of the datagram. */
export function udpChecksumOk(
  octets: Uint8Array,
  at: number,
  length: number,
  source: Uint8Array,
  destination: Uint8Array,
): boolean {
  return checksumOf(pseudoHeaderSum(source, destination, length, UDP) + sumOf({ octets, at, length })) === 0;
}
