/** What the UE does of itself: it starts its detach, refreshes its binding, its timers run out. */
import { atLeast, below, holds, is, messageIs } from '#model/condition.ts';
import { become, count, onlyIf } from '#model/update.ts';
import type { DetachOrder } from './fields.ts';
import { circumstances } from './fields.ts';
import type { Connection, DetachRule, Parts } from './parts.ts';
import { ikeSaOwners, instanceOf, ruleId, sharing, timerMayFire } from './parts.ts';
import { delivery, isMessage, sendClear, sendOverIkeSa, sendProtected } from './sending.ts';
import { endDeleteExchange, giveUpBu, ordersOf, sendBindingUpdate, startDelete, startDetach } from './ueProcedure.ts';

const orderTitles: Record<DetachOrder, string> = {
  buThenDelete: 'Send a Binding Update with lifetime 0, DELETE after the BA',
  buOnly: 'Send a Binding Update with lifetime 0',
  backToBack: 'Send a Binding Update with lifetime 0, and DELETE right behind it',
  backToBackDeleteFirst: 'Send DELETE, and a Binding Update with lifetime 0 right behind it',
  deleteThenBu: 'Send DELETE, the Binding Update with lifetime 0 after its response',
  deleteOnly: 'Send DELETE',
};

export function orderTitle(order: DetachOrder): string {
  return orderTitles[order];
}

export function ueRules(parts: Parts): readonly DetachRule[] {
  return [
    ...parts.connections.flatMap((each) => [
      ...detachRules(parts, each),
      ...refreshRules(parts, each),
      ...bindingUpdateTimer(parts, each),
      ...lateData(parts, each),
    ]),
    ...ikeSaOwners(parts).flatMap((each) => deleteTimer(parts, each)),
    ...windowRules(parts),
  ];
}

/** The user asks for the detach (TR 24.801 8.4.3.2). */
function detachRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  if (parts.variant.initiator === 'network' || !connection.mayDetach) return [];
  const orders = ordersOf(parts);
  return orders.map((order) => ({
    id: ruleId(`ue.detach.${order}`, connection),
    actor: 'ue',
    title: `${orderTitles[order]}${connection.shown}`,
    stimulus: { kind: 'action', name: 'detach', ...instanceOf(connection) },
    choice: order,
    when: [is(connection.ue.phase, 'attached', 'L-14')],
    then: startDetach(parts, connection, order),
  }));
}

function refreshRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  if (parts.variant.refreshInFlight === 'no' || parts.variant.mobileIp === 'no' || !connection.mayDetach) return [];
  return [
    {
      id: ruleId('ue.refresh', connection),
      actor: 'ue',
      title: `Send a Binding Update that refreshes the binding${connection.shown}`,
      stimulus: { kind: 'action', name: 'refresh', ...instanceOf(connection) },
      when: [
        is(connection.ue.phase, 'attached', 'M-22'),
        is(connection.ue.refreshSent, false, 'M-22'),
        holds(connection.ue.signallingSa, 'IPSEC-2'),
      ],
      then: [
        become(connection.ue.refreshSent, true, 'M-22'),
        sendProtected(parts, connection, { from: 'ue', type: 'refreshBindingUpdate', basis: 'M-22' }),
      ],
    },
  ];
}

/** T-BU: each BU unanswered is sent again, up to the limit; then the UE gives up. */
function bindingUpdateTimer(parts: Parts, connection: Connection): readonly DetachRule[] {
  if (parts.variant.timers === 'none' || parts.variant.mobileIp === 'no') return [];
  const stimulus = { kind: 'timer', name: 'timer', ...instanceOf(connection) } as const;
  const outstanding = atLeast(connection.ue.buTransmissions, 1, 'M-18');
  const rules: DetachRule[] = [
    {
      id: ruleId('ue.bindingUpdate.giveUp', connection),
      actor: 'ue',
      title: `T-BU runs out for the last time: the UE gives up its BU${connection.shown}`,
      stimulus,
      choice: 'bindingUpdate',
      when: [outstanding, is(connection.ue.buTransmissions, parts.most, 'L-1'), ...timerMayFire(parts, connection)],
      then: giveUpBu(parts, connection, 'L-1'),
    },
  ];
  if (parts.most > 1) {
    rules.unshift({
      id: ruleId('ue.bindingUpdate.again', connection),
      actor: 'ue',
      title: `T-BU runs out: send the Binding Update again, with the next sequence number${connection.shown}`,
      stimulus,
      choice: 'bindingUpdate',
      when: [outstanding, below(connection.ue.buTransmissions, parts.most, 'M-18'), ...timerMayFire(parts, connection)],
      then: sendBindingUpdate(parts, connection),
    });
  }
  return rules;
}

/** T-IKE: the DELETE request is repeated bit for bit, up to the limit; then all SAs of the IKE SA are dropped. */
function deleteTimer(parts: Parts, owner: Connection): readonly DetachRule[] {
  if (parts.variant.timers === 'none') return [];
  const { ue } = owner.ike;
  const stimulus = { kind: 'timer', name: 'timer', ...instanceOf(owner) } as const;
  const quiet = sharing(parts, owner).flatMap((each) => timerMayFire(parts, each));
  const outstanding = atLeast(ue.deleteTransmissions, 1, 'K-5');
  const rules: DetachRule[] = [
    {
      id: ruleId('ue.delete.giveUp', owner),
      actor: 'ue',
      title: `T-IKE runs out for the last time: the UE drops the IKE SA and its ESP SAs${owner.shown}`,
      stimulus,
      choice: 'deleteRequest',
      when: [outstanding, is(ue.deleteTransmissions, parts.most, 'K-8'), ...quiet],
      then: [become(owner.seen.gaveUp, true, 'K-8'), ...endDeleteExchange(parts, owner, 'K-8', true)],
    },
  ];
  if (parts.most > 1) {
    rules.unshift({
      id: ruleId('ue.delete.again', owner),
      actor: 'ue',
      title: `T-IKE runs out: send the same DELETE request again${owner.shown}`,
      stimulus,
      choice: 'deleteRequest',
      when: [outstanding, below(ue.deleteTransmissions, parts.most, 'K-5'), ...quiet],
      then: [
        count(ue.deleteTransmissions, 'K-5'),
        sendOverIkeSa(parts, owner, { from: 'ue', type: 'deleteRequest', basis: 'K-5' }),
      ],
    });
  }
  return rules;
}

/** H-28: the DELETE waits until the window is free (RFC 4306 2.3). */
function windowRules(parts: Parts): readonly DetachRule[] {
  const [first] = parts.connections;
  if (first === undefined) return [];
  return [
    {
      id: 'ue.livenessResponse',
      actor: 'ue',
      title: 'The liveness check is answered: the window is free',
      stimulus: delivery('ue'),
      when: [
        ...isMessage(parts, 'livenessResponse', first.apn, 'K-9'),
        messageIs(parts.args.alteration, 'none', 'NET-4'),
        holds(first.ike.ue.ikeSa, 'K-1'),
        holds(circumstances.livenessOutstanding, 'K-9'),
        is(first.ue.phase, 'awaitingWindow', 'K-9'),
      ],
      then: [
        become(circumstances.livenessOutstanding, false, 'K-9'),
        ...startDelete(parts, first),
        onlyIf(atLeast(first.ue.buTransmissions, 1, 'A1'), [become(first.ue.phase, 'awaitingBoth', 'A1')]),
      ],
    },
    {
      id: 'ue.livenessResponse.early',
      actor: 'ue',
      title: 'The liveness check is answered',
      stimulus: delivery('ue'),
      when: [
        ...isMessage(parts, 'livenessResponse', first.apn, 'K-9'),
        messageIs(parts.args.alteration, 'none', 'NET-4'),
        holds(first.ike.ue.ikeSa, 'K-1'),
        holds(circumstances.livenessOutstanding, 'K-9'),
        { type: 'not', part: is(first.ue.phase, 'awaitingWindow', 'K-9') },
      ],
      then: [become(circumstances.livenessOutstanding, false, 'K-9')],
    },
  ];
}

/** H-25: a UE that goes on sending with its home address after the detach. */
function lateData(parts: Parts, connection: Connection): readonly DetachRule[] {
  if (connection.instance !== undefined || parts.variant.mobileIp === 'no') return [];
  return [
    {
      id: 'ue.lateData',
      actor: 'ue',
      title: 'Send a user packet with the home address',
      stimulus: { kind: 'action', name: 'sendData' },
      when: [holds(circumstances.sendsLateData, 'M-20'), is(connection.ue.phase, 'detached', 'M-20')],
      then: [
        become(circumstances.sendsLateData, false, 'M-20'),
        sendClear(parts, connection, { from: 'ue', type: 'payloadPacket', basis: 'M-20' }),
      ],
    },
  ];
}
