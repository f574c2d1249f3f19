/** Sending and receiving: what protection a message needs at its sender, and at its receiver. */

import type { Condition } from '#model/condition.ts';
import { constant, holds, messageIs, messageIsNot } from '#model/condition.ts';
import type { Field } from '#model/field.ts';
import type { Stimulus } from '#model/rule.ts';
import type { Argument, Update } from '#model/update.ts';
import { argument, become, onlyIf } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import type { MessageType } from './message.ts';
import type { Connection, Parts } from './parts.ts';
import { carriage, toPdnGw, toUe } from './parts.ts';

export type Side = 'ue' | 'pdnGw';

/** The queue that an actor sends into. */
function queueFrom(side: Side): string {
  return side === 'ue' ? toPdnGw : toUe;
}

interface Sending {
  readonly from: Side;
  readonly type: MessageType;
  readonly basis: BasisId;
  readonly args?: readonly Argument[];
  readonly needs?: readonly Condition<BasisId>[];
  /** The APN that the message carries, if not the connection's own. */
  readonly apn?: string;
}

/** Sends a message of the Mobility Header under the BU/BA ESP SAs; without them it is visibly not sent. */
export function sendProtected(parts: Parts, connection: Connection, sending: Sending): Update<BasisId> {
  const sa = holds(connection[sending.from].signallingSa, 'IPSEC-2');
  return sendClear(parts, connection, { ...sending, needs: [sa, ...(sending.needs ?? [])] });
}

/** Sends an IKEv2 request under the IKE SA; without it, it is visibly not sent. */
export function sendOverIkeSa(parts: Parts, connection: Connection, sending: Sending): Update<BasisId> {
  const sa = holds(connection.ike[sending.from].ikeSa, 'K-1');
  return sendClear(parts, connection, { apn: connection.ikeApn, ...sending, needs: [sa, ...(sending.needs ?? [])] });
}

/** Sends a message that needs no security association. */
export function sendClear(parts: Parts, connection: Connection, sending: Sending): Update<BasisId> {
  return {
    type: 'send',
    queue: queueFrom(sending.from),
    message: [
      argument(parts.args.type, sending.type),
      argument(parts.args.connection, sending.apn ?? connection.apn),
      ...(sending.args ?? []),
    ],
    needs: sending.needs ?? [],
    otherwise: [become(connection.seen.notSent, true, sending.basis)],
    carried: carriage(parts),
    basis: sending.basis,
  };
}

/** A message of this type and PDN connection is delivered to an actor. */
export function delivery(to: Side): Stimulus {
  return {
    kind: 'delivery',
    name: 'deliver',
    message: { queue: to === 'ue' ? toUe : toPdnGw, which: 'next', taken: true },
  };
}

/** The message is of this type and belongs to this connection, or to its IKE SA. */
export function isMessage(parts: Parts, type: MessageType, apn: string, basis: BasisId): readonly Condition<BasisId>[] {
  return [
    messageIs(parts.args.type, type, basis),
    ...(parts.connections.length > 1 ? [messageIs(parts.args.connection, apn, basis)] : []),
  ];
}

/** The receiver can read the message: its SA is there, it is no replay, nothing was changed on the way. */
export function readable(parts: Parts, sa: Field<boolean>): readonly Condition<BasisId>[] {
  return [holds(sa, 'IPSEC-1'), ...fresh(parts), unaltered(parts)];
}

/** The message is as it was sent. */
export function unaltered(parts: Parts): Condition<BasisId> {
  return messageIs(parts.args.alteration, 'none', 'NET-4');
}

/** No copy of the message was accepted before. */
export function fresh(parts: Parts): readonly Condition<BasisId>[] {
  return parts.variant.antiReplay === 'yes' && parts.bounds.duplication > 0
    ? [messageIs(parts.args.replay, false, 'IPSEC-3')]
    : [];
}

/** The anti-replay window of the receiver takes the packet in: its copies are replays from now on. */
export function enterWindow(parts: Parts): readonly Update<BasisId>[] {
  if (parts.variant.antiReplay === 'no' || parts.bounds.duplication === 0) return [];
  return [
    onlyIf(messageIsNot(parts.args.pair, 0, 'IPSEC-3'), [
      {
        type: 'markSame',
        same: parts.args.pair,
        arg: parts.args.replay,
        value: constant(true),
        basis: 'IPSEC-3',
      },
    ]),
  ];
}
