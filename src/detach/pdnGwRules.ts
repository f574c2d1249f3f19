/** What the PDN GW does of itself: the operator orders a detach, a lifetime ends, its timers run out. */

import type { Condition } from '#model/condition.ts';
import { atLeast, below, holds, is, isOneOf, lacks, ofField } from '#model/condition.ts';
import type { Update } from '#model/update.ts';
import { argument, argumentFrom, become, count } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import { circumstances } from './fields.ts';
import type { Connection, DetachRule, Parts } from './parts.ts';
import { ikeSaOwners, instanceOf, ruleId, sharing, timerMayFire } from './parts.ts';
import { dropBinding, endGatewayDelete, endNotification } from './pdnGwProcedure.ts';
import { sendOverIkeSa, sendProtected } from './sending.ts';

type Updates = readonly Update<BasisId>[];

export function pdnGwRules(parts: Parts): readonly DetachRule[] {
  return [
    ...parts.connections.flatMap((each) => [
      ...orderRules(parts, each),
      ...lifetimeRules(parts, each),
      ...notificationTimer(parts, each),
    ]),
    ...ikeSaOwners(parts).flatMap((each) => gatewayDeleteTimer(parts, each)),
  ];
}

/** The operator orders the detach of one PDN connection (TR 24.801 8.4.3.1). */
function orderRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  if (parts.variant.initiator === 'ue' || !connection.mayDetach) return [];
  const { notification, mobileIp } = parts.variant;
  const { pdnGw } = connection;
  const base = {
    actor: 'pdnGw',
    stimulus: { kind: 'action', name: 'orderDetach', ...instanceOf(connection) },
  } as const;
  const once: Condition<BasisId> = lacks(pdnGw.detachOrdered, 'L-14');
  const ordered: Update<BasisId> = become(pdnGw.detachOrdered, true, 'L-14');
  if (notification === 'gatewayDelete') {
    return [
      {
        ...base,
        id: ruleId('pdnGw.orderDetach.gatewayDelete', connection),
        title: `The operator orders a detach: the PDN GW sends DELETE itself${connection.shown}`,
        when: [
          once,
          isOneOf(pdnGw.phase, ['bound', 'unbound'], 'C-7'),
          holds(connection.ike.pdnGw.ikeSa, 'K-1'),
          is(connection.ike.pdnGw.deleteTransmissions, 0, 'K-4'),
        ],
        then: [
          ordered,
          become(connection.seen.gatewayClosed, true, 'D-5'),
          become(pdnGw.phase, 'deleting', 'C-7'),
          count(connection.ike.pdnGw.deleteTransmissions, 'C-7'),
          sendOverIkeSa(parts, connection, { from: 'pdnGw', type: 'gatewayDeleteRequest', basis: 'C-7' }),
        ],
      },
    ];
  }
  if (mobileIp === 'no') return [];
  const when = [once, is(pdnGw.phase, 'bound', 'L-14'), holds(pdnGw.binding, 'R-8.4.3.1-6')];
  if (notification === 'none') {
    return [
      {
        ...base,
        id: ruleId('pdnGw.orderDetach.silent', connection),
        title: `The operator orders a detach: the PDN GW deletes the binding and tells nobody${connection.shown}`,
        when,
        then: [ordered, ...dropBinding(connection, 'C-13')],
      },
    ];
  }
  if (notification === 'unsolicitedBa') {
    return [
      {
        ...base,
        id: ruleId('pdnGw.orderDetach.unsolicitedBa', connection),
        title: `The operator orders a detach: the PDN GW deletes the binding and sends a BA that no BU asked for${connection.shown}`,
        when,
        then: [
          ordered,
          ...dropBinding(connection, 'C-3'),
          sendProtected(parts, connection, {
            from: 'pdnGw',
            type: 'bindingAck',
            args: [argument(parts.args.unsolicited, true)],
            basis: 'C-3',
          }),
        ],
      },
    ];
  }
  const { acknowledgement } = parts.variant;
  const wanted = acknowledgement === 'open' ? [true, false] : [acknowledgement === 'yes'];
  const name = notification === 'bri' ? 'a BRI' : 'the detach notification';
  return wanted.map((wantsAck) => ({
    ...base,
    id: ruleId(`pdnGw.orderDetach.${wantsAck ? 'withAck' : 'withoutAck'}`, connection),
    title: `The operator orders a detach: the PDN GW sends ${name}${wantsAck ? '' : ', no acknowledgement wanted'}${connection.shown}`,
    ...(wanted.length > 1 ? { choice: wantsAck ? 'withAck' : 'withoutAck' } : {}),
    when,
    then: [
      ordered,
      become(pdnGw.phase, wantsAck ? 'notifying' : 'notified', 'R-8.4.3.1-6'),
      ...(wantsAck ? [count(pdnGw.notificationTransmissions, 'R-8.4.3.2-7')] : []),
      sendNotification(parts, connection, wantsAck),
    ],
  }));
}

function sendNotification(parts: Parts, connection: Connection, wantsAck: boolean): Update<BasisId> {
  const wants = argument(parts.args.wantsAck, wantsAck);
  if (parts.variant.notification !== 'bri') {
    return sendProtected(parts, connection, {
      from: 'pdnGw',
      type: 'detachNotification',
      args: [wants],
      basis: 'R-8.4.3.3-5',
    });
  }
  const first = connection.instance === undefined;
  return sendProtected(parts, connection, {
    from: 'pdnGw',
    type: 'bindingRevocationIndication',
    args: first ? [wants, argumentFrom(parts.args.ipv4Only, ofField(circumstances.revokesIpv4Only))] : [wants],
    needs: first ? [holds(circumstances.spdCoversRevocation, 'IPSEC-5')] : [],
    basis: 'C-1',
  });
}

/** The binding's lifetime ends: implicit detach. */
function lifetimeRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  if (parts.variant.lifetimeMayExpire === 'no' || parts.variant.mobileIp === 'no') return [];
  return [
    {
      id: ruleId('pdnGw.bindingExpires', connection),
      actor: 'pdnGw',
      title: `The binding's lifetime ends: the PDN GW deletes it, nobody is told${connection.shown}`,
      stimulus: { kind: 'action', name: 'bindingExpires', ...instanceOf(connection) },
      when: [holds(connection.pdnGw.binding, 'M-22')],
      then: dropBinding(connection, 'M-22'),
    },
  ];
}

/** The notification is repeated while its acknowledgement is outstanding, up to the limit. */
function notificationTimer(parts: Parts, connection: Connection): readonly DetachRule[] {
  const { notification, timers, acknowledgement } = parts.variant;
  if (timers === 'none' || acknowledgement === 'no' || (notification !== 'unnamed' && notification !== 'bri'))
    return [];
  if (parts.variant.initiator === 'ue' || !connection.mayDetach || parts.variant.mobileIp === 'no') return [];
  const { pdnGw } = connection;
  const stimulus = { kind: 'timer', name: 'timer', ...instanceOf(connection) } as const;
  const choice = notification === 'bri' ? 'bindingRevocationIndication' : 'detachNotification';
  const basis = notification === 'bri' ? 'B-1' : 'A4';
  const outstanding = atLeast(pdnGw.notificationTransmissions, 1, basis);
  const quiet = timerMayFire(parts, connection);
  const rules: DetachRule[] = [
    {
      id: ruleId('pdnGw.notification.giveUp', connection),
      actor: 'pdnGw',
      title: `The notification timer runs out for the last time: the PDN GW gives up${connection.shown}`,
      stimulus,
      choice,
      when: [outstanding, is(pdnGw.notificationTransmissions, parts.most, 'L-3'), ...quiet],
      then: endNotification(parts, connection, 'L-3'),
    },
  ];
  if (parts.most > 1) {
    rules.unshift({
      id: ruleId('pdnGw.notification.again', connection),
      actor: 'pdnGw',
      title: `The notification timer runs out: send the notification again${connection.shown}`,
      stimulus,
      choice,
      when: [outstanding, below(pdnGw.notificationTransmissions, parts.most, basis), ...quiet],
      then: [count(pdnGw.notificationTransmissions, basis), sendNotification(parts, connection, true)],
    });
  }
  return rules;
}

/** The PDN GW's own DELETE is repeated bit for bit, up to the limit; then its SAs are dropped. */
function gatewayDeleteTimer(parts: Parts, owner: Connection): readonly DetachRule[] {
  if (parts.variant.timers === 'none' || parts.variant.notification !== 'gatewayDelete') return [];
  const { pdnGw } = owner.ike;
  const stimulus = { kind: 'timer', name: 'timer', ...instanceOf(owner) } as const;
  const quiet = sharing(parts, owner).flatMap((each) => timerMayFire(parts, each));
  const outstanding = atLeast(pdnGw.deleteTransmissions, 1, 'K-5');
  const giveUp: Updates = [
    become(owner.seen.gaveUp, true, 'K-8'),
    ...endGatewayDelete(parts, owner, 'K-8', parts.variant.notificationGiveUp === 'keepAll'),
  ];
  const rules: DetachRule[] = [
    {
      id: ruleId('pdnGw.gatewayDelete.giveUp', owner),
      actor: 'pdnGw',
      title: `The PDN GW's DELETE stays unanswered for the last time: it drops the IKE SA and its ESP SAs${owner.shown}`,
      stimulus,
      choice: 'gatewayDeleteRequest',
      when: [outstanding, is(pdnGw.deleteTransmissions, parts.most, 'K-8'), ...quiet],
      then: giveUp,
    },
  ];
  if (parts.most > 1) {
    rules.unshift({
      id: ruleId('pdnGw.gatewayDelete.again', owner),
      actor: 'pdnGw',
      title: `The PDN GW's DELETE is unanswered: send the same request again${owner.shown}`,
      stimulus,
      choice: 'gatewayDeleteRequest',
      when: [outstanding, below(pdnGw.deleteTransmissions, parts.most, 'K-5'), ...quiet],
      then: [
        count(pdnGw.deleteTransmissions, 'K-5'),
        sendOverIkeSa(parts, owner, { from: 'pdnGw', type: 'gatewayDeleteRequest', basis: 'K-5' }),
      ],
    });
  }
  return rules;
}
