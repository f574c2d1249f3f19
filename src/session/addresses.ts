/** From where to where messages travel, by kind of access. IPv4 addresses and ports are those that the UE sees. */
import type { ConnectionFixture, Fixture } from './fixture.ts';
import type { Addresses } from './message.ts';
import type { SessionOptions } from './options.ts';

/** Of DSMIPv6 at the Home Agent (RFC 5555). */
const DSMIPV6_PORT = 4191;
const IKE_PORT = 500;
/** Both ends change to it once a NAT is found (RFC 4306 2.23). */
const IKE_NAT_PORT = 4500;

export class AddressBook {
  readonly #fixture: Fixture;
  readonly #access: SessionOptions['access'];

  constructor(fixture: Fixture, options: SessionOptions) {
    this.#fixture = fixture;
    this.#access = options.access;
  }

  /** A packet with the home address: BU, BA, BRI, BRA, user packets. */
  withHomeAddress(from: string, homeAddress: string): Addresses {
    const plain = this.plain(from, homeAddress);
    if (plain.inner !== undefined) return plain;
    return { ...plain, homeAddressIn: from === 'ue' ? 'destinationOption' : 'routingHeader' };
  }

  /** A packet of the Mobility Header whose outer addresses are all that it has: BE. */
  plain(from: string, homeAddress: string): Addresses {
    const { careOfAddress, homeAgentAddress, ipv4CareOfAddress, homeAgentIpv4Address, dsmipv6Port } = this.#fixture;
    const byUe: Addresses =
      this.#access === 'ipv4Nat'
        ? {
            source: ipv4CareOfAddress,
            destination: homeAgentIpv4Address,
            ports: { source: dsmipv6Port, destination: DSMIPV6_PORT },
            inner: { source: homeAddress, destination: homeAgentAddress },
          }
        : { source: careOfAddress, destination: homeAgentAddress };
    return from === 'ue' ? byUe : reversed(byUe);
  }

  /** An IKEv2 request; `peer`: the PDN GW no longer has the care-of address of the UE, but this connection's home address. */
  ikeRequest(from: string, peer: ConnectionFixture | undefined): Addresses {
    const { careOfAddress, homeAgentAddress, ipv4CareOfAddress, homeAgentIpv4Address } = this.#fixture;
    const nat = this.#access === 'ipv4Nat';
    const port = nat ? IKE_NAT_PORT : IKE_PORT;
    const byUe: Addresses = {
      source: nat ? ipv4CareOfAddress : careOfAddress,
      destination: nat ? homeAgentIpv4Address : homeAgentAddress,
      ports: { source: port, destination: port },
    };
    if (from === 'ue') return byUe;
    return peer === undefined
      ? reversed(byUe)
      : { ...reversed(byUe), destination: nat ? peer.ipv4HomeAddress : peer.homeAddress };
  }
}

/** The way back: a response goes where the request came from. */
export function reversed(addresses: Addresses): Addresses {
  const { source, destination, ports, inner } = addresses;
  return {
    source: destination,
    destination: source,
    ...(ports === undefined ? {} : { ports: { source: ports.destination, destination: ports.source } }),
    ...(inner === undefined ? {} : { inner: { source: inner.destination, destination: inner.source } }),
  };
}
