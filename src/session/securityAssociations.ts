/** How the SAs of a PDN connection stand at each end: up, closing (the end's own DELETE is outstanding), or gone. */
import type { Connection } from '#detach/parts.ts';
import type { Field } from '#model/field.ts';
import { read } from '#model/state.ts';
import type { Session } from './session.ts';
import { valueAtStep } from './session.ts';

export type Side = 'ue' | 'pdnGw';
export type Mark = 'up' | 'closing' | 'gone';
export type SaName = 'IKE SA' | 'BU/BA ESP' | 'payload ESP';

export interface SaPair {
  readonly name: SaName;
  readonly ue: Mark;
  readonly pdnGw: Mark;
}

export interface ConnectionSas {
  readonly apn: string;
  /** In the order IKE SA, BU/BA ESP, payload ESP; an SA that neither end ever had in this run is left out. */
  readonly pairs: readonly SaPair[];
}

const names = ['IKE SA', 'BU/BA ESP', 'payload ESP'] as const satisfies readonly SaName[];

/** The pairs of marks of each PDN connection after a step. */
export function securityAssociations(session: Session, step: number): readonly ConnectionSas[] {
  return session.parts.connections.map((connection) => ({
    apn: connection.apn,
    pairs: names
      .filter((name) => existed(session, step, connection, name))
      .map((name) => ({
        name,
        ue: markOf(session, step, connection, 'ue', name),
        pdnGw: markOf(session, step, connection, 'pdnGw', name),
      })),
  }));
}

/** How one SA stands at one end after a step. */
export function markOf(session: Session, step: number, connection: Connection, side: Side, name: SaName): Mark {
  if (!valueAtStep(session, step, saField(connection, side, name))) return 'gone';
  return isClosing(session, step, connection, side, name) ? 'closing' : 'up';
}

/** Whether the end's own DELETE is outstanding and speaks of that SA. */
function isClosing(session: Session, step: number, connection: Connection, side: Side, name: SaName): boolean {
  if (valueAtStep(session, step, connection.ike[side].deleteTransmissions) === 0) return false;
  if (session.parts.variant.deleteScope === 'all') return true;
  return name === 'payload ESP' && connection.apn === connection.ikeApn;
}

function existed(session: Session, step: number, connection: Connection, name: SaName): boolean {
  const { places } = session.trace.system;
  const states = [session.trace.initial, ...session.trace.steps.slice(0, step).map((each) => each.state)];
  const fields = [saField(connection, 'ue', name), saField(connection, 'pdnGw', name)];
  return states.some((state) => fields.some((field) => read(places, state, field)));
}

function saField(connection: Connection, side: Side, name: SaName): Field<boolean> {
  switch (name) {
    case 'IKE SA':
      return connection.ike[side].ikeSa;
    case 'BU/BA ESP':
      return connection[side].signallingSa;
    case 'payload ESP':
      return connection[side].payloadSa;
    default:
      throw name satisfies never;
  }
}
