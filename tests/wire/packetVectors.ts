/** The vectors as whole packets, what layers they have, and the laws that any dissected packet keeps. */
import { parseAddress } from '#wire/ipAddress.ts';
import { encodeIpv6, type Ipv6Header } from '#wire/ipv6.ts';
import type { LayerName, Opener, Packet } from '#wire/packet.ts';
import { encodeUdp } from '#wire/udp.ts';
import { expectTiled } from './fieldLaws.ts';
import { modernOpener, periodOpener } from './packetKeys.ts';
import { vector } from './vectors.ts';

/** @throws if the text is no address. */
export function address(text: string): Uint8Array {
  const octets = parseAddress(text);
  if (octets === undefined) throw new Error(`${text} is no address`);
  return octets;
}

export const UE = address('2001:db8:c:1::77');
export const HOME_AGENT = address('2001:db8:a::1');

/** From the UE to its Home Agent. */
export function ipv6Of(nextHeader: number): Omit<Ipv6Header, 'payloadLength'> {
  return { trafficClass: 0, flowLabel: 0, nextHeader, hopLimit: 64, source: UE, destination: HOME_AGENT };
}

/** An IPv6 packet with UDP, both ports the same. */
export function udpPacket(port: number, payload: Uint8Array): Uint8Array {
  return encodeIpv6(ipv6Of(17), encodeUdp({ sourcePort: port, destinationPort: port }, payload, UE, HOME_AGENT));
}

/** V20 to V27 are what UDP carries: they get a packet to port 500 around them. */
export function wholePacket(name: string, octets: Uint8Array = vector(name)): Uint8Array {
  return /^V2[0-7]$/.test(name) ? udpPacket(500, octets) : octets;
}

export function openerFor(name: string): Opener {
  return ['V5', 'V7', 'V20', 'V21'].includes(name) ? periodOpener : modernOpener;
}

/** @throws unless each octet of each buffer belongs to one layer, and there to one leaf field. */
export function expectOwned(packet: Packet): void {
  for (const [buffer, octets] of packet.buffers.entries()) {
    const layers = packet.layers.filter((layer) => layer.buffer === buffer);
    for (const layer of layers) expectTiled(layer.fields, layer.at, layer.at + layer.length);
    const fields = layers.flatMap((layer) => layer.fields);
    expectTiled(fields, 0, octets.length);
  }
}

export const IN_THE_CLEAR: Readonly<Record<string, readonly LayerName[]>> = {
  V1: ['ipv6', 'destinationOptions', 'mobilityHeader'],
  V1b: ['ipv6', 'destinationOptions', 'mobilityHeader'],
  V2: ['ipv6', 'routingHeader', 'mobilityHeader'],
  V3: ['ipv6', 'routingHeader', 'mobilityHeader'],
  V4: ['ipv6', 'routingHeader', 'mobilityHeader'],
  V9: ['ipv6', 'routingHeader', 'mobilityHeader'],
  V10: ['ipv6', 'destinationOptions', 'mobilityHeader'],
  V10b: ['ipv6', 'destinationOptions', 'mobilityHeader'],
  V12: ['ipv6', 'mobilityHeader'],
  V13: ['ipv6', 'routingHeader', 'mobilityHeader'],
  V15: ['ipv4', 'udp', 'dsmipv6', 'ipv6', 'mobilityHeader'],
  V16: ['ipv4', 'udp', 'dsmipv6', 'ipv6', 'mobilityHeader'],
  V26: ['ipv6', 'udp', 'ike'],
  V27: ['ipv6', 'udp', 'ike'],
};

export const PROTECTED: Readonly<Record<string, readonly LayerName[]>> = {
  V5: ['ipv6', 'destinationOptions', 'esp', 'espTrailer', 'mobilityHeader'],
  V6: ['ipv6', 'destinationOptions', 'esp', 'espTrailer', 'mobilityHeader'],
  V7: ['ipv6', 'routingHeader', 'esp', 'espTrailer', 'mobilityHeader'],
  V8: ['ipv6', 'routingHeader', 'esp', 'espTrailer', 'mobilityHeader'],
  V11: ['ipv6', 'routingHeader', 'esp', 'espTrailer', 'mobilityHeader'],
  V17: ['ipv4', 'udp', 'dsmipv6', 'ipv6', 'esp', 'espTrailer', 'mobilityHeader'],
  V20: ['ipv6', 'udp', 'ike', 'ikePayloads', 'skTrailer'],
  V21: ['ipv6', 'udp', 'ike', 'ikePayloads', 'skTrailer'],
  V22: ['ipv6', 'udp', 'ike', 'ikePayloads', 'skTrailer'],
  V23: ['ipv6', 'udp', 'ike', 'ikePayloads', 'skTrailer'],
  V24: ['ipv6', 'udp', 'ike', 'ikePayloads', 'skTrailer'],
  V25: ['ipv6', 'udp', 'ike', 'ikePayloads', 'skTrailer'],
  V28: ['ipv4', 'udp', 'nonEspMarker', 'ike', 'ikePayloads', 'skTrailer'],
};
