/** The SAD of one end: its ESP SAs, each direction by itself (RFC 4301 4.4.2.1). */
import type { Connection } from '#detach/parts.ts';
import { connectionFixture, ikeFixture } from '../fixture.ts';
import type { Direction } from '../ledger.ts';
import { connectionLedger } from '../ledger.ts';
import type { Suite } from '../options.ts';
import type { Side } from '../securityAssociations.ts';
import { markOf } from '../securityAssociations.ts';
import type { Session } from '../session.ts';
import { ledgerAt } from '../session.ts';
import { cells, sayHex, sayIkeSpi, saySpi } from './cell.ts';
import { signallingTypes } from './selectors.ts';
import type { Column, Row, Table } from './table.ts';

const source = 'RFC 4301 4.4.2.1';

const columns: readonly Column[] = [
  { key: 'spi', title: 'Security Parameter Index', abbr: 'SPI', source },
  { key: 'direction', title: 'Direction', source },
  { key: 'state', title: 'State', source: 'RFC 4306 1.4; the words are local' },
  { key: 'counter', title: 'Sequence number counter: next', abbr: 'Next seq', source },
  { key: 'overflow', title: 'Sequence counter overflow', abbr: 'Overflow', source },
  { key: 'window', title: 'Anti-replay window: highest accepted', abbr: 'Highest', source },
  { key: 'algorithms', title: 'Algorithms', source },
  { key: 'lifetime', title: 'Lifetime of the SA', source },
  { key: 'mode', title: 'Mode', source },
  { key: 'tunnelEnds', title: 'Tunnel end addresses', source },
  { key: 'pathMtu', title: 'Path MTU', abbr: 'PMTU', source },
  { key: 'selectors', title: 'Selectors: local, remote', abbr: 'Selectors', source },
  { key: 'ikeSa', title: 'Negotiated over IKE SA (initiator SPI)', abbr: 'IKE SA', source: 'local' },
];

const algorithms: Record<Suite, string> = {
  aesGcm16: 'AES-GCM-16, 128 bits',
  aesCbcSha1: 'AES-CBC-128, HMAC-SHA1-96',
  aesCbcSha256: 'AES-CBC-128, HMAC-SHA2-256-128',
};

/** The table of one end after a step: outbound and inbound of the BU/BA pair, then of the payload pair. */
export function securityAssociationDatabase(session: Session, step: number, side: Side): Table {
  return {
    caption: side === 'ue' ? 'UE SAD' : 'PDN GW SAD',
    columns,
    rows: session.parts.connections.flatMap((connection) =>
      (['signalling', 'payload'] as const).flatMap((pair) =>
        (['outbound', 'inbound'] as const).flatMap((direction) =>
          rows(session, step, connection, side, pair, direction),
        ),
      ),
    ),
    empty: `The ${side === 'ue' ? 'UE' : 'PDN GW'} has no ESP SA.`,
  };
}

function rows(
  session: Session,
  step: number,
  connection: Connection,
  side: Side,
  pair: 'signalling' | 'payload',
  direction: 'outbound' | 'inbound',
): readonly Row[] {
  const mark = markOf(session, step, connection, side, pair === 'signalling' ? 'BU/BA ESP' : 'payload ESP');
  if (mark === 'gone') return [];
  const outbound = direction === 'outbound';
  const way: Direction = (side === 'ue') === outbound ? 'toPdnGw' : 'toUe';
  const { fixture, options } = session;
  const counters = connectionLedger(ledgerAt(session, step), connection.apn)[pair][way];
  const own = connectionFixture(fixture, connection.apn);
  const ipv4 = options.access === 'ipv4Nat';
  // Each end knows the UE by the address that it sees: the NAT stands between them.
  const ueIpv4 = side === 'ue' ? fixture.ipv4CareOfAddress : fixture.ipv4CareOfAddressSeen;
  const ueEnd = ipv4 ? ueIpv4 : fixture.careOfAddress;
  const pdnGwEnd = ipv4 ? fixture.homeAgentIpv4Address : fixture.homeAgentAddress;
  return [
    {
      key: `${connection.apn}/${pair}/${direction}`,
      cells: cells({
        spi: saySpi(own[pair][way].spi),
        direction,
        state: mark === 'closing' ? 'deleting' : 'mature',
        counter: outbound ? sayHex(counters.next) : '',
        overflow: outbound ? 'no further packet' : '',
        window: outbound ? '' : sayHex(counters.highest),
        algorithms: algorithms[options.suite],
        lifetime: 'not limited here',
        mode: pair === 'signalling' ? 'transport' : 'tunnel',
        tunnelEnds: pair === 'signalling' ? '' : side === 'ue' ? `${ueEnd}, ${pdnGwEnd}` : `${pdnGwEnd}, ${ueEnd}`,
        pathMtu: 'not known',
        selectors: selectors(session, connection, side, pair),
        ikeSa: sayIkeSpi(ikeFixture(fixture, connection.ikeApn).initiatorSpi),
      }),
    },
  ];
}

/** The selectors name the home address, never the care-of address: the SAs survive a change of it (RFC 3775 5.1). */
function selectors(session: Session, connection: Connection, side: Side, pair: 'signalling' | 'payload'): string {
  const { homeAddress, homeNetworkPrefix, ipv4HomeAddress } = connectionFixture(session.fixture, connection.apn);
  const { homeAgentAddress } = session.fixture;
  if (pair === 'payload') {
    const home = `${homeNetworkPrefix}, ${ipv4HomeAddress}/32`;
    return side === 'ue' ? `${home}; any` : `any; ${home}`;
  }
  const types = signallingTypes(session);
  const ue = `${homeAddress} MH ${types.ue}`;
  const pdnGw = `${homeAgentAddress} MH ${types.pdnGw}`;
  return side === 'ue' ? `${ue}; ${pdnGw}` : `${pdnGw}; ${ue}`;
}
