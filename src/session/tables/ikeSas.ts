/** The IKE SAs of one end (RFC 4306 2; RFC 5996 2.2, 2.3, 2.6). */
import { circumstances } from '#detach/fields.ts';
import type { Connection } from '#detach/parts.ts';
import { ikeSaOwners, sharing } from '#detach/parts.ts';
import { connectionFixture, ikeFixture } from '../fixture.ts';
import type { IkeLedger } from '../ledger.ts';
import { ikeLedger } from '../ledger.ts';
import type { Mark, Side } from '../securityAssociations.ts';
import { markOf } from '../securityAssociations.ts';
import type { Session } from '../session.ts';
import { ledgerAt, valueAtStep } from '../session.ts';
import { cells, sayIkeSpi, saySpi } from './cell.ts';
import type { Cell, Column, Row, Table } from './table.ts';

const source = 'RFC 4306 2';

const columns: readonly Column[] = [
  { key: 'state', title: 'State', source },
  { key: 'initiatorSpi', title: 'Initiator SPI', abbr: 'SPIi', source: 'RFC 4306 2.6' },
  { key: 'responderSpi', title: 'Responder SPI', abbr: 'SPIr', source: 'RFC 4306 2.6' },
  { key: 'role', title: 'Role', source: 'RFC 4306 2.2' },
  { key: 'nextRequest', title: 'Message ID of the next request to send', abbr: 'Next sent', source: 'RFC 4306 2.2' },
  {
    key: 'nextExpected',
    title: 'Message ID of the next request expected',
    abbr: 'Next expected',
    source: 'RFC 4306 2.2',
  },
  { key: 'window', title: 'Window size', abbr: 'Window', source: 'RFC 4306 2.3' },
  { key: 'outstanding', title: 'Requests outstanding', abbr: 'Outstanding', source: 'RFC 4306 2.1' },
  { key: 'lastResponse', title: 'Last response kept', source: 'RFC 4306 2.1' },
  { key: 'peer', title: 'Peer address', source: 'RFC 4877, RFC 3775 10.3.2' },
  { key: 'port', title: 'UDP port, NAT', source: 'RFC 4306 2.23' },
  { key: 'identityOfInitiator', title: 'Identity of the initiator', abbr: 'IDi', source: 'RFC 4306 3.5' },
  { key: 'identityOfResponder', title: 'Identity of the responder', abbr: 'IDr', source: 'RFC 4306 3.5' },
  { key: 'childSas', title: 'Child SAs, by inbound SPI', abbr: 'Child SAs', source: 'RFC 4306 1.4' },
];

const states: Record<Mark, string> = { up: 'ESTABLISHED', closing: 'DELETING', gone: 'CLOSED' };

/** The table of one end after a step. */
export function ikeSas(session: Session, step: number, side: Side): Table {
  const owners = ikeSaOwners(session.parts);
  const name = side === 'ue' ? 'UE' : 'PDN GW';
  const remembers = owners.some((each) => valueAtStep(session, step, each.ike[side].rememberedResponse));
  return {
    caption: side === 'ue' ? 'UE IKE SA' : 'PDN GW IKE SA',
    columns,
    rows: owners
      .filter((each) => valueAtStep(session, step, each.ike[side].ikeSa))
      .map((each) => row(session, step, each, side)),
    empty: `The ${name} has no IKE SA.`,
    ...(remembers ? { note: `The ${name} still holds its response to a DELETE (RFC 4306 2.1).` } : {}),
  };
}

function row(session: Session, step: number, owner: Connection, side: Side): Row {
  const { fixture, options } = session;
  const { initiatorSpi, responderSpi } = ikeFixture(fixture, owner.apn);
  const ledger = ikeLedger(ledgerAt(session, step), owner.apn);
  const end = ledger[side];
  const mark = markOf(session, step, owner, side, 'IKE SA');
  return {
    key: owner.apn,
    cells: {
      ...cells({
        state: states[mark],
        initiatorSpi: sayIkeSpi(initiatorSpi),
        responderSpi: sayIkeSpi(responderSpi),
        role: side === 'ue' ? 'original initiator' : 'original responder',
        nextRequest: String(end.nextRequest),
        nextExpected: String(end.nextExpected),
        window: '1',
        outstanding: outstanding(session, step, owner, side, ledger),
        lastResponse: end.answeredId === undefined ? 'none' : `Message ID ${end.answeredId}`,
        port: options.access === 'ipv4Nat' ? '4500, NAT found' : '500',
        identityOfInitiator: fixture.identity,
        identityOfResponder: owner.apn,
        childSas: childSas(session, step, owner, side),
      }),
      peer: peer(session, ledger, side),
    },
  };
}

function outstanding(session: Session, step: number, owner: Connection, side: Side, ledger: IkeLedger): string {
  const end = ledger[side];
  const other = side === 'ue' ? circumstances.livenessOutstanding : circumstances.createOutstanding;
  const requests = [
    ...(owner.instance === undefined && valueAtStep(session, step, other) && end.otherId !== undefined
      ? [`${side === 'ue' ? 'liveness check' : 'CREATE_CHILD_SA'} ${end.otherId}`]
      : []),
    ...(valueAtStep(session, step, owner.ike[side].deleteTransmissions) > 0 && end.deleteId !== undefined
      ? [`DELETE ${end.deleteId}`]
      : []),
  ];
  return requests.length === 0 ? 'none' : requests.join(', ');
}

/** After a BU with lifetime 0 and K, the PDN GW takes the home address for the peer's (RFC 3775 10.3.2). */
function peer(session: Session, ledger: IkeLedger, side: Side): Cell {
  const { fixture, options } = session;
  const ipv4 = options.access === 'ipv4Nat';
  if (side === 'ue') return { text: ipv4 ? fixture.homeAgentIpv4Address : fixture.homeAgentAddress };
  if (ledger.peerIsHomeOf === undefined) return { text: ipv4 ? fixture.ipv4CareOfAddressSeen : fixture.careOfAddress };
  const { homeAddress, ipv4HomeAddress } = connectionFixture(fixture, ledger.peerIsHomeOf);
  return { text: ipv4 ? ipv4HomeAddress : homeAddress, unconfirmed: true };
}

function childSas(session: Session, step: number, owner: Connection, side: Side): string {
  const direction = side === 'ue' ? 'toUe' : 'toPdnGw';
  const spis = sharing(session.parts, owner).flatMap((each) => {
    const { signalling, payload } = connectionFixture(session.fixture, each.apn);
    return [
      ...(valueAtStep(session, step, each[side].signallingSa) ? [saySpi(signalling[direction].spi)] : []),
      ...(valueAtStep(session, step, each[side].payloadSa) ? [saySpi(payload[direction].spi)] : []),
    ];
  });
  return spis.length === 0 ? 'none' : spis.join(', ');
}
