/** The PDN GW's Binding Cache (RFC 3775 9.1, 10.1; the IPv4 columns RFC 5555; the rest is local). */
import { circumstances } from '#detach/fields.ts';
import type { Connection } from '#detach/parts.ts';
import { connectionFixture, ikeFixture } from '../fixture.ts';
import { connectionLedger } from '../ledger.ts';
import type { Session } from '../session.ts';
import { ledgerAt, valueAtStep } from '../session.ts';
import { cells, sayIkeSpi, sayRemaining, sayYes } from './cell.ts';
import type { Column, Row, Table } from './table.ts';

const source = 'RFC 3775 9.1';
const homeAgent = 'RFC 3775 10.1';
const dualStack = 'RFC 5555';
const local = 'local: no IETF text links a binding to an IKE SA';

const bindingIdentifier: Column = { key: 'bid', title: 'Binding identifier', abbr: 'BID', source: 'RFC 5648' };

const columns: readonly Column[] = [
  { key: 'homeAddress', title: 'Home address', abbr: 'HoA', source },
  { key: 'careOfAddress', title: 'Care-of address', abbr: 'CoA', source },
  { key: 'remainingLifetime', title: 'Lifetime remaining', source, clock: true },
  { key: 'homeRegistration', title: 'Home registration', abbr: 'H', source },
  { key: 'sequenceNumber', title: 'Maximum sequence number received', abbr: 'Seq', source },
  { key: 'usage', title: 'Usage information', source },
  { key: 'flags', title: 'Flags K, L, R', abbr: 'Flags', source: homeAgent },
  { key: 'ipv4HomeAddress', title: 'IPv4 home address', abbr: 'IPv4 HoA', source: dualStack },
  { key: 'ipv4CareOfAddress', title: 'IPv4 care-of address', abbr: 'IPv4 CoA', source: dualStack },
  { key: 'udpPort', title: 'UDP source port as seen', abbr: 'UDP port', source: dualStack },
  { key: 'nat', title: 'NAT', source: dualStack },
  { key: 'encapsulation', title: 'UDP encapsulation asked for', abbr: 'F', source: dualStack },
  { key: 'apn', title: 'Access point name', abbr: 'APN', source: local },
  { key: 'identity', title: 'Identity of the UE', source: local },
  { key: 'homeNetworkPrefix', title: 'Home network prefix', abbr: 'HNP', source: local },
  { key: 'ikeSa', title: 'IKE SA (initiator SPI)', abbr: 'IKE SA', source: local },
];

/** The table after a step: one entry a PDN connection, or one a binding where the UE has several. */
export function bindingCache(session: Session, step: number): Table {
  const several = session.options.bindings === 2;
  return {
    caption: 'Binding Cache',
    columns: several ? [bindingIdentifier, ...columns] : columns,
    rows: session.parts.connections
      .filter((each) => valueAtStep(session, step, each.pdnGw.binding))
      .flatMap((each) => session.fixture.careOfAddresses.map((_, at) => entry(session, step, each, at, several))),
    empty: 'The PDN GW has no binding of this UE.',
    ...(several ? { note: 'A BU with lifetime 0 ends all bindings of its home address (RFC 5648, unconfirmed).' } : {}),
  };
}

function entry(session: Session, step: number, connection: Connection, at: number, several: boolean): Row {
  const { fixture, options } = session;
  const { homeAddress, ipv4HomeAddress, homeNetworkPrefix } = connectionFixture(fixture, connection.apn);
  const { pdnGw } = connectionLedger(ledgerAt(session, step), connection.apn);
  const ipv4 = options.access === 'ipv4Nat';
  // The model follows the IPv4 home address of the first PDN connection alone.
  const hasIpv4 = connection.instance !== undefined || valueAtStep(session, step, circumstances.ipv4Binding);
  const bid = at + 1;
  return {
    key: several ? `${connection.apn}/${bid}` : connection.apn,
    cells: {
      ...(several ? cells({ bid: String(bid) }) : {}),
      ...cells({
        homeAddress,
        careOfAddress: ipv4 ? 'none' : (fixture.careOfAddresses[at] ?? ''),
        remainingLifetime: sayRemaining(session, step, pdnGw.lifetimeUnits, pdnGw.lifetimeSince),
        homeRegistration: sayYes(true),
        sequenceNumber: String(pdnGw.lastAccepted),
        usage: 'not kept',
        flags: options.keyManagement === 'yes' ? 'K' : 'none',
        ipv4HomeAddress: hasIpv4 ? ipv4HomeAddress : 'none',
        ipv4CareOfAddress: ipv4 ? fixture.ipv4CareOfAddressSeen : 'none',
        udpPort: ipv4 ? String(fixture.dsmipv6Port) : 'none',
        nat: sayYes(ipv4),
        encapsulation: sayYes(false),
        apn: connection.apn,
        identity: fixture.identity,
        homeNetworkPrefix,
        ikeSa: sayIkeSpi(ikeFixture(fixture, connection.ikeApn).initiatorSpi),
      }),
    },
  };
}
