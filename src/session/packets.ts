/**
 * Packets around what a run sends: IPv6 with the Home Address option or a type 2 routing header, UDP, and IPv4 (RFC 6275
 * 6.3 and 6.4, RFC 5555, RFC 3948).
 */
import { encodeDestinationOptions, homeAddressOptions } from '#wire/destinationOptions.ts';
import { DESTINATION_OPTIONS, ROUTING, UDP } from '#wire/ipProtocol.ts';
import { encodeIpv4 } from '#wire/ipv4.ts';
import { encodeIpv6 } from '#wire/ipv6.ts';
import { concat } from '#wire/octets.ts';
import { encodeRoutingHeader } from '#wire/routingHeader.ts';
import { encodeUdp, IKE_NAT_PORT } from '#wire/udp.ts';
import { addressOctets } from './addressOctets.ts';
import type { Addresses } from './message.ts';

/** What follows the IP headers. */
export interface Payload {
  readonly nextHeader: number;
  readonly octets: Uint8Array;
}

const HOP_LIMIT = 64;
/** All packets have DF set: the identification means nothing (RFC 6864), and is always the same. */
const IPV4_IDENTIFICATION = 0x1c46;
const NON_ESP_MARKER = new Uint8Array(4);

/** The addresses that a checksum runs over: the home address takes the place of the care-of address. */
export function checksumAddresses(
  addresses: Addresses,
  homeAddress: string,
): { readonly source: Uint8Array; readonly destination: Uint8Array } {
  const { source, destination } = addresses.inner ?? addresses;
  return {
    source: addressOctets(addresses.homeAddressIn === 'destinationOption' ? homeAddress : source),
    destination: addressOctets(addresses.homeAddressIn === 'routingHeader' ? homeAddress : destination),
  };
}

/** A packet of Mobile IPv6: with the home address where the addresses say, or inside UDP 4191 over IPv4. */
export function mobilePacket(addresses: Addresses, homeAddress: string, payload: Payload): Uint8Array {
  if (addresses.inner !== undefined) return inUdp(addresses, ipv6Packet(addresses.inner, payload));
  return ipv6Packet(addresses, withHomeAddress(addresses, homeAddress, payload));
}

/** A packet of IKEv2; on port 4500 behind the non-ESP marker (RFC 3948 2.2). */
export function ikePacket(addresses: Addresses, message: Uint8Array): Uint8Array {
  const marked = addresses.ports?.destination === IKE_NAT_PORT;
  return inUdp(addresses, marked ? concat(NON_ESP_MARKER, message) : message);
}

/** @throws {RangeError} if the addresses have no ports: a bug in the caller. */
function inUdp(addresses: Addresses, content: Uint8Array): Uint8Array {
  const { ports } = addresses;
  if (ports === undefined) throw new RangeError('a message over UDP has no ports');
  const source = addressOctets(addresses.source);
  const destination = addressOctets(addresses.destination);
  const header = { sourcePort: ports.source, destinationPort: ports.destination };
  const octets = encodeUdp(header, content, source, destination);
  if (source.length === 16) return ipv6Packet(addresses, { nextHeader: UDP, octets });
  return encodeIpv4(
    {
      typeOfService: 0,
      identification: IPV4_IDENTIFICATION,
      reservedFlag: false,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: HOP_LIMIT,
      protocol: UDP,
      source,
      destination,
      options: new Uint8Array(0),
    },
    octets,
  );
}

function ipv6Packet({ source, destination }: Pick<Addresses, 'source' | 'destination'>, payload: Payload): Uint8Array {
  return encodeIpv6(
    {
      trafficClass: 0,
      flowLabel: 0,
      nextHeader: payload.nextHeader,
      hopLimit: HOP_LIMIT,
      source: addressOctets(source),
      destination: addressOctets(destination),
    },
    payload.octets,
  );
}

function withHomeAddress({ homeAddressIn }: Addresses, homeAddress: string, payload: Payload): Payload {
  const home = addressOctets(homeAddress);
  switch (homeAddressIn) {
    case 'destinationOption': {
      const header = encodeDestinationOptions({ nextHeader: payload.nextHeader, options: homeAddressOptions(home) });
      return { nextHeader: DESTINATION_OPTIONS, octets: concat(header, payload.octets) };
    }
    case 'routingHeader': {
      const header = { type: 'type2', nextHeader: payload.nextHeader, segmentsLeft: 1, reserved: 0 } as const;
      const octets = concat(encodeRoutingHeader({ ...header, homeAddress: home }), payload.octets);
      return { nextHeader: ROUTING, octets };
    }
    case undefined:
      return payload;
    default:
      throw homeAddressIn satisfies never;
  }
}
