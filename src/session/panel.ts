/** What the panels of the UE and the PDN GW show at a step: the phase in words, and a few rows. */

import { circumstances, type pdnGwPhases, type uePhases } from '#detach/fields.ts';
import type { Connection } from '#detach/parts.ts';
import type { RunningTimer } from './runningTimers.ts';
import { runningTimers, sayTimer } from './runningTimers.ts';
import type { Mark, Side } from './securityAssociations.ts';
import { markOf } from './securityAssociations.ts';
import type { Session } from './session.ts';
import { valueAtStep } from './session.ts';

export interface PanelRow {
  /** Names the row: "binding", "sas", "ikeSa", "espSas", "timer", "access", "pdn", "response". */
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** `timer`: a running clock, whose passing is no change. */
  readonly kind: Mark | 'timer' | 'text';
  /** A few words below the value. */
  readonly note?: string;
}

/** One PDN connection at one side. */
export interface ConnectionPanel {
  readonly apn: string;
  readonly side: Side;
  /** The phase in words, at most 34 characters. */
  readonly headline: string;
  /** At most five; the same rows in the same order at each step of a run. */
  readonly rows: readonly PanelRow[];
  readonly timers: readonly RunningTimer[];
}

const ueHeadlines: Record<(typeof uePhases)[number], string> = {
  attached: 'Attached',
  awaitingBindingAck: 'Waiting for the BA',
  awaitingDeleteResponse: 'Waiting for the DELETE response',
  awaitingBoth: 'Waiting for BA and DELETE response',
  awaitingWindow: 'Waiting to send DELETE',
  deregistered: 'De-registered, session left open',
  detached: 'Detached',
};

const pdnGwHeadlines: Record<(typeof pdnGwPhases)[number], string> = {
  bound: 'Binding in place',
  notifying: 'Waiting for the acknowledgement',
  notified: 'UE notified, binding in place',
  unbound: 'Binding deleted, SAs in place',
  boundWithoutSas: 'Binding left without SAs',
  deleting: 'Waiting for the DELETE response',
  released: 'Everything released',
};

/** Without Mobile IP there is a tunnel, and no binding. */
const tunnelHeadlines: Partial<typeof pdnGwHeadlines> = {
  bound: 'Tunnel in place',
  unbound: 'Payload SAs closed',
};

/** The panels of one side after a step, one for each PDN connection, in the order of the reading. */
export function panelsOf(session: Session, step: number, side: Side): readonly ConnectionPanel[] {
  return session.parts.connections.map((connection) => {
    const timers = runningTimers(session, step, connection, side);
    const at = { session, step, connection, timers };
    return {
      apn: connection.apn,
      side,
      headline: headline(at, side),
      rows: side === 'ue' ? ueRows(at) : pdnGwRows(at),
      timers,
    };
  });
}

interface At {
  readonly session: Session;
  readonly step: number;
  readonly connection: Connection;
  readonly timers: readonly RunningTimer[];
}

/** A phase in words: the headline of a panel, and the state condition in the diagram; at most 34 characters. */
export function phaseHeadline(
  side: Side,
  phase: (typeof uePhases)[number] | (typeof pdnGwPhases)[number],
  mobileIp: boolean,
): string {
  if (side === 'ue') return ueHeadlines[phase as (typeof uePhases)[number]];
  const known = phase as (typeof pdnGwPhases)[number];
  return (mobileIp ? undefined : tunnelHeadlines[known]) ?? pdnGwHeadlines[known];
}

function headline({ session, step, connection }: At, side: Side): string {
  const phase =
    side === 'ue'
      ? valueAtStep(session, step, connection.ue.phase)
      : valueAtStep(session, step, connection.pdnGw.phase);
  return phaseHeadline(side, phase, session.parts.variant.mobileIp === 'yes');
}

function ueRows(at: At): readonly PanelRow[] {
  const { session, step, connection } = at;
  const ike = markOf(session, step, connection, 'ue', 'IKE SA');
  const esp = espMark(at, 'ue');
  const reachable = valueAtStep(session, step, circumstances.accessConnectivity);
  const covered = valueAtStep(session, step, session.parts.network.coverage);
  return [
    ...bindingRow(at, 'ue', connection.ue.bindingUpdateListEntry),
    {
      key: 'sas',
      label: 'IKE SA, ESP SAs',
      value: ike === esp ? ike : `IKE ${ike}, ESP ${esp}`,
      kind: ike === esp ? ike : 'closing',
    },
    timerRow(at),
    {
      ...row('access', 'Access IP (CoA)', reachable && covered ? 'up' : 'gone'),
      ...(reachable && covered && valueAtStep(session, step, connection.ue.phase) === 'detached'
        ? { note: 'stays: no detach rule writes it' }
        : {}),
    },
    row('pdn', 'PDN over S2c (HoA)', homeAddressMark(at)),
  ];
}

function pdnGwRows(at: At): readonly PanelRow[] {
  const { session, step, connection } = at;
  const { variant } = session.parts;
  const response: readonly PanelRow[] =
    variant.rememberDeleteResponse === 'no'
      ? []
      : [
          {
            key: 'response',
            label: 'DELETE response',
            value: valueAtStep(session, step, connection.ike.pdnGw.rememberedResponse) ? 'remembered' : 'none',
            kind: 'text',
          },
        ];
  return [
    ...bindingRow(at, 'pdnGw', connection.pdnGw.binding),
    row('ikeSa', 'IKE SA', markOf(session, step, connection, 'pdnGw', 'IKE SA')),
    row('espSas', 'ESP SAs', espMark(at, 'pdnGw')),
    timerRow(at),
    ...response,
  ];
}

/** An entry whose deletion has been asked for, or that the PDN GW has given notice of, is closing. */
function bindingRow(at: At, side: Side, field: Connection['pdnGw']['binding']): readonly PanelRow[] {
  const { session, step, connection } = at;
  if (session.parts.variant.mobileIp === 'no') return [];
  const ending =
    side === 'ue'
      ? valueAtStep(session, step, connection.ue.buTransmissions) > 0
      : ['notifying', 'notified', 'deleting'].includes(valueAtStep(session, step, connection.pdnGw.phase));
  const mark = valueAtStep(session, step, field) ? (ending ? 'closing' : 'up') : 'gone';
  return [row('binding', side === 'ue' ? 'Binding (list entry)' : 'Binding (cache entry)', mark)];
}

function timerRow({ timers }: At): PanelRow {
  const [first, ...others] = timers;
  if (first === undefined) return { key: 'timer', label: 'Timer', value: 'none runs', kind: 'text' };
  const more = others.map((each) => each.name).join(', ');
  return { key: 'timer', label: 'Timer', value: `${sayTimer(first)}${more === '' ? '' : `; ${more}`}`, kind: 'timer' };
}

/** Of the BU/BA and payload pairs together: up while one is up. */
function espMark({ session, step, connection }: At, side: Side): Mark {
  const marks = (['BU/BA ESP', 'payload ESP'] as const).map((name) => markOf(session, step, connection, side, name));
  if (marks.includes('closing')) return 'closing';
  return marks.includes('up') ? 'up' : 'gone';
}

/** The PDN connection over S2c as the UE sees it: usable while it is attached. */
function homeAddressMark({ session, step, connection }: At): Mark {
  const phase = valueAtStep(session, step, connection.ue.phase);
  if (phase === 'attached') return 'up';
  const listed = valueAtStep(session, step, connection.ue.bindingUpdateListEntry);
  const held = session.parts.variant.mobileIp === 'yes' ? listed : valueAtStep(session, step, connection.ue.payloadSa);
  return phase === 'detached' || phase === 'deregistered' || !held ? 'gone' : 'closing';
}

function row(key: string, label: string, mark: Mark): PanelRow {
  return { key, label, value: mark, kind: mark };
}
