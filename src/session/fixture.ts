/**
 * What is there before the detach: addresses, SPIs, sequence numbers and Message IDs of the UE and the PDN GW.
 *
 * Documentation prefixes and made-up SPIs. The first PDN connection's values are those of the worked examples; the second
 * one is to the same PDN GW and has its own home address, bindings and SAs.
 */
import type { SessionOptions } from './options.ts';

interface EspSa {
  /** Chosen by the receiver. */
  readonly spi: number;
  /** Of the next packet. */
  readonly next: number;
}

interface EspPair {
  readonly toPdnGw: EspSa;
  readonly toUe: EspSa;
}

export interface ConnectionFixture {
  readonly apn: string;
  readonly homeAddress: string;
  readonly homeNetworkPrefix: string;
  readonly ipv4HomeAddress: string;
  /** Of the last BU accepted, 0..65535. */
  readonly sequenceNumber: number;
  /** Of the first BRI, which has a number space of its own. */
  readonly revocationSequenceNumber: number;
  /** The SA pair of BU and BA. */
  readonly signalling: EspPair;
  /** The SA pair of user packets. */
  readonly payload: EspPair;
}

/** An IKE SA after IKE_SA_INIT and IKE_AUTH with EAP-AKA. */
export interface IkeFixture {
  readonly initiatorSpi: bigint;
  readonly responderSpi: bigint;
  /** Message ID of the UE's next request: IKE_SA_INIT had 0, IKE_AUTH 1..3. */
  readonly ueNext: number;
  /** Message ID of the first request that the PDN GW ever sends. */
  readonly pdnGwNext: number;
}

export interface Fixture {
  /** IDi (form unconfirmed). */
  readonly identity: string;
  /** The PDN GW. */
  readonly homeAgentAddress: string;
  readonly homeAgentIpv4Address: string;
  /** The UE's, by binding identifier less one: the second one exists only with two bindings. */
  readonly careOfAddresses: readonly string[];
  readonly careOfAddress: string;
  /** IPv4 access: the UE's own address, and the one that the NAT shows to the PDN GW. */
  readonly ipv4CareOfAddress: string;
  readonly ipv4CareOfAddressSeen: string;
  /** The UE's UDP source port towards port 4191. */
  readonly dsmipv6Port: number;
  readonly connections: readonly ConnectionFixture[];
  /** The IKE SA of each PDN connection that has its own, by APN. */
  readonly ikeSas: Readonly<Record<string, IkeFixture>>;
}

const connections = [
  {
    apn: 'internet',
    homeAddress: '2001:db8:a:1::10',
    homeNetworkPrefix: '2001:db8:a:1::/64',
    ipv4HomeAddress: '192.0.2.10',
    sequenceNumber: 7,
    revocationSequenceNumber: 0x2101,
    signalling: { toPdnGw: { spi: 0xc001, next: 0x12 }, toUe: { spi: 0xd001, next: 0x0a } },
    payload: { toPdnGw: { spi: 0xc101, next: 0x41 }, toUe: { spi: 0xd101, next: 0x52 } },
  },
  {
    apn: 'ims',
    homeAddress: '2001:db8:a:2::10',
    homeNetworkPrefix: '2001:db8:a:2::/64',
    ipv4HomeAddress: '192.0.2.11',
    sequenceNumber: 21,
    revocationSequenceNumber: 0x2201,
    signalling: { toPdnGw: { spi: 0xc002, next: 0x05 }, toUe: { spi: 0xd002, next: 0x05 } },
    payload: { toPdnGw: { spi: 0xc102, next: 0x21 }, toUe: { spi: 0xd102, next: 0x32 } },
  },
] as const satisfies readonly ConnectionFixture[];

const ikeSas = {
  internet: { initiatorSpi: 0xa1a2a3a4a5a6a7a8n, responderSpi: 0xb1b2b3b4b5b6b7b8n, ueNext: 4, pdnGwNext: 0 },
  ims: { initiatorSpi: 0xe1e2e3e4e5e6e7e8n, responderSpi: 0xf1f2f3f4f5f6f7f8n, ueNext: 4, pdnGwNext: 0 },
} as const satisfies Fixture['ikeSas'];

/** The fixture under some options; the sequence number set there is that of the first PDN connection. */
export function fixtureOf(options: SessionOptions): Fixture {
  const [first, second] = connections;
  // Over untrusted access the care-of address is one that the ePDG gave.
  const careOfAddress = options.access === 'untrusted' ? '2001:db8:e:1::77' : '2001:db8:c:1::77';
  return {
    identity: '0001010123456789@nai.epc.mnc001.mcc001.3gppnetwork.org',
    homeAgentAddress: '2001:db8:a::1',
    homeAgentIpv4Address: '203.0.113.1',
    careOfAddress,
    careOfAddresses: options.bindings === 2 ? [careOfAddress, '2001:db8:c:2::77'] : [careOfAddress],
    ipv4CareOfAddress: '10.0.0.77',
    ipv4CareOfAddressSeen: '198.51.100.7',
    dsmipv6Port: 49_152,
    connections: [{ ...first, sequenceNumber: options.sequenceNumber }, second],
    ikeSas,
  };
}

/** What the fixture has for a PDN connection. @throws {RangeError} for an APN that it does not know. */
export function connectionFixture(fixture: Fixture, apn: string): ConnectionFixture {
  const found = fixture.connections.find((each) => each.apn === apn);
  if (found === undefined) throw new RangeError(`the fixture has no PDN connection ${apn}`);
  return found;
}

/** The IKE SA that was set up for a PDN connection. @throws {RangeError} for an APN that the fixture does not know. */
export function ikeFixture(fixture: Fixture, apn: string): IkeFixture {
  const found = fixture.ikeSas[apn];
  if (found === undefined) throw new RangeError(`the fixture has no IKE SA for ${apn}`);
  return found;
}
