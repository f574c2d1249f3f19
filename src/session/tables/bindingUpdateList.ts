/** The UE's Binding Update List (RFC 3775 11.1; the IPv4 columns RFC 5555). */
import type { Connection } from '#detach/parts.ts';
import { connectionFixture } from '../fixture.ts';
import { connectionLedger } from '../ledger.ts';
import { ordinal, runningTimers, saySeconds } from '../runningTimers.ts';
import type { Session } from '../session.ts';
import { ledgerAt, valueAtStep } from '../session.ts';
import { cells, sayLifetime, sayRemaining, unconfirmedCells } from './cell.ts';
import type { Column, Row, Table } from './table.ts';

const source = 'RFC 3775 11.1';
const dualStack = 'RFC 5555';
const severalBindings = 'RFC 5648';

const bindingIdentifier: Column = { key: 'bid', title: 'Binding identifier', abbr: 'BID', source: severalBindings };

const columns: readonly Column[] = [
  { key: 'peer', title: 'Peer address', source },
  { key: 'homeAddress', title: 'Home address', abbr: 'HoA', source },
  { key: 'careOfAddress', title: 'Care-of address', abbr: 'CoA', source },
  { key: 'initialLifetime', title: 'Initial lifetime', source },
  { key: 'remainingLifetime', title: 'Remaining lifetime', source, clock: true },
  { key: 'sequenceNumber', title: 'Maximum sequence number sent', abbr: 'Seq', source },
  { key: 'lastSent', title: 'Time last BU sent', source },
  { key: 'retransmission', title: 'Retransmission state', source },
  { key: 'doNotSend', title: 'Do not send further BUs', source },
  { key: 'acknowledgement', title: 'Binding Acknowledgement', abbr: 'BA', source },
  { key: 'flags', title: 'Flags as last acknowledged', abbr: 'Flags', source },
  { key: 'ipv4HomeAddress', title: 'IPv4 home address', abbr: 'IPv4 HoA', source: dualStack },
  { key: 'ipv4CareOfAddress', title: 'IPv4 care-of address', abbr: 'IPv4 CoA', source: dualStack },
  { key: 'nat', title: 'NAT detected, UDP encapsulation', abbr: 'NAT', source: dualStack },
  { key: 'refreshTime', title: 'Refresh time', source: dualStack },
];

/** The table after a step: one entry a PDN connection, or one a binding where the UE has several. */
export function bindingUpdateList(session: Session, step: number): Table {
  const several = session.options.bindings === 2;
  return {
    caption: 'Binding Update List',
    columns: several ? [bindingIdentifier, ...columns] : columns,
    rows: session.parts.connections
      .filter((each) => valueAtStep(session, step, each.ue.bindingUpdateListEntry))
      .flatMap((each) => session.fixture.careOfAddresses.map((_, at) => entry(session, step, each, at, several))),
    empty: 'The UE has no binding.',
    ...(several ? { note: 'A BU with lifetime 0 ends all bindings of its home address (RFC 5648, unconfirmed).' } : {}),
  };
}

function entry(session: Session, step: number, connection: Connection, at: number, several: boolean): Row {
  const { fixture, options } = session;
  const { homeAddress, ipv4HomeAddress } = connectionFixture(fixture, connection.apn);
  const { ue } = connectionLedger(ledgerAt(session, step), connection.apn);
  const outstanding = valueAtStep(session, step, connection.ue.buTransmissions) > 0;
  const ipv4 = options.access === 'ipv4Nat';
  const bid = at + 1;
  return {
    key: several ? `${connection.apn}/${bid}` : connection.apn,
    cells: {
      ...(several ? cells({ bid: String(bid) }) : {}),
      ...cells({
        peer: fixture.homeAgentAddress,
        homeAddress,
        careOfAddress: ipv4 ? 'none' : (fixture.careOfAddresses[at] ?? ''),
        initialLifetime: sayLifetime(ue.sentLifetimeUnits),
        remainingLifetime: sayRemaining(session, step, ue.lifetimeUnits, ue.lifetimeSince),
        sequenceNumber: String(ue.lastSequenceNumber),
        lastSent: ue.lastSentTime === undefined ? 'before this run' : saySeconds(ue.lastSentTime),
        retransmission: retransmission(session, step, connection, outstanding),
        // An entry that may send no more is deleted at once in this procedure.
        doNotSend: 'no',
      }),
      ...unconfirmedCells({
        acknowledgement: outstanding ? 'outstanding' : 'received',
        flags: options.keyManagement === 'yes' ? 'H K' : 'H',
        ipv4HomeAddress,
        ipv4CareOfAddress: ipv4 ? fixture.ipv4CareOfAddress : 'none',
        nat: ipv4 ? 'yes, UDP 4191' : 'no',
        refreshTime: ipv4 ? '110 s' : 'none',
      }),
    },
  };
}

function retransmission(session: Session, step: number, connection: Connection, outstanding: boolean): string {
  if (!outstanding) return 'none';
  const timer = runningTimers(session, step, connection, 'ue').find(
    ({ name }) => name === session.timing.bindingUpdate.name,
  );
  if (timer === undefined) return 'no timer runs';
  return `${ordinal(timer.transmission)} of ${timer.of} sent, wait ${saySeconds(timer.waitMilliseconds)}`;
}
