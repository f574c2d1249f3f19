/** The SPD of one end: policy, by which SAs are asked for; not SAs themselves (RFC 4301 4.4.1). */
import type { Connection } from '#detach/parts.ts';
import { connectionFixture } from '../fixture.ts';
import type { Side } from '../securityAssociations.ts';
import type { Session } from '../session.ts';
import { valueAtStep } from '../session.ts';
import { cells } from './cell.ts';
import { BINDING_REVOCATION, coversRevocation } from './selectors.ts';
import type { Column, Row, Table } from './table.ts';

const source = 'RFC 4301 4.4.1';

const columns: readonly Column[] = [
  { key: 'priority', title: 'Priority', abbr: 'Prio', source },
  { key: 'local', title: 'Local address', abbr: 'Local', source },
  { key: 'remote', title: 'Remote address', abbr: 'Remote', source },
  { key: 'protocol', title: 'Next layer protocol', abbr: 'Protocol', source },
  { key: 'types', title: 'Mobility Header type, local, remote', abbr: 'MH types', source: 'RFC 4301 4.4.1.3' },
  { key: 'action', title: 'Action', source },
];

/** One row as the UE has it; the PDN GW's has local and remote the other way round. */
interface Policy {
  readonly key: string;
  readonly priority: number;
  readonly ue: string;
  readonly pdnGw: string;
  readonly protocol: string;
  readonly ueType?: number;
  readonly pdnGwType?: number;
  readonly action: string;
}

/** The table of one end after a step. */
export function securityPolicyDatabase(session: Session, step: number, side: Side): Table {
  const { fixture, options, parts } = session;
  const ipv4 = options.access === 'ipv4Nat';
  // Each end knows the UE by the address that it sees: the NAT stands between them.
  const ueIpv4 = side === 'ue' ? fixture.ipv4CareOfAddress : fixture.ipv4CareOfAddressSeen;
  const ike: Policy = {
    key: 'ike',
    priority: 1,
    ue: ipv4 ? ueIpv4 : fixture.careOfAddress,
    pdnGw: ipv4 ? fixture.homeAgentIpv4Address : fixture.homeAgentAddress,
    protocol: 'UDP 500, 4500',
    action: 'BYPASS (IKE)',
  };
  const ofHomeAddresses = parts.connections
    .filter((each) => keepsHomeAddress(session, step, each, side))
    .flatMap((each) => policies(session, step, each, side));
  return {
    caption: side === 'ue' ? 'UE SPD' : 'PDN GW SPD',
    columns,
    rows: [ike, ...ofHomeAddresses].map((each) => row(each, side)),
    empty: 'There is no policy.',
    note: 'Rows 2 to 4 go with the home address, not with the SAs: a local decision.',
  };
}

/** Its rows go once the UE is detached, or the PDN GW has released everything. */
function keepsHomeAddress(session: Session, step: number, connection: Connection, side: Side): boolean {
  return side === 'ue'
    ? valueAtStep(session, step, connection.ue.phase) !== 'detached'
    : valueAtStep(session, step, connection.pdnGw.phase) !== 'released';
}

function policies(session: Session, step: number, connection: Connection, side: Side): readonly Policy[] {
  const { homeAddress, homeNetworkPrefix, ipv4HomeAddress } = connectionFixture(session.fixture, connection.apn);
  const pdnGw = session.fixture.homeAgentAddress;
  const mobility = { ue: homeAddress, pdnGw, protocol: '135', action: 'PROTECT, ESP transport, initiate using IDi' };
  const signalling: readonly Policy[] = [
    { ...mobility, key: `${connection.apn}/2`, priority: 2, ueType: 5, pdnGwType: 6 },
    ...(coversRevocation(session)
      ? [
          {
            ...mobility,
            key: `${connection.apn}/3`,
            priority: 3,
            ueType: BINDING_REVOCATION,
            pdnGwType: BINDING_REVOCATION,
            action: 'PROTECT, ESP transport',
          },
        ]
      : []),
  ];
  const mobileIp = session.parts.variant.mobileIp === 'yes';
  const hasPayloadSa = valueAtStep(session, step, connection[side].payloadSa);
  const payload: Policy = {
    key: `${connection.apn}/4`,
    priority: 4,
    ue: `${homeNetworkPrefix}, ${ipv4HomeAddress}/32`,
    pdnGw: 'any',
    protocol: 'any',
    action: mobileIp && !hasPayloadSa ? 'plain DSMIPv6 tunnel' : 'PROTECT, ESP tunnel',
  };
  return mobileIp ? [...signalling, payload] : [payload];
}

function row(policy: Policy, side: Side): Row {
  const { key, priority, ue, pdnGw, protocol, ueType, pdnGwType, action } = policy;
  const types = ueType === undefined ? '' : side === 'ue' ? `${ueType}, ${pdnGwType}` : `${pdnGwType}, ${ueType}`;
  return {
    key,
    cells: cells({
      priority: String(priority),
      local: side === 'ue' ? ue : pdnGw,
      remote: side === 'ue' ? pdnGw : ue,
      protocol,
      types,
      action,
    }),
  };
}
