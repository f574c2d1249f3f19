/** What the UE does about the messages that it can read: BA, notification, DELETE response, DELETE of the PDN GW. */

import type { Condition } from '#model/condition.ts';
import { atLeast, below, holds, is, isNot, lacks, messageIs, not, ofMessage } from '#model/condition.ts';
import type { Update } from '#model/update.ts';
import { argument, argumentFrom, become, discard, onlyIf } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import { circumstances } from './fields.ts';
import type { MessageType, Status } from './message.ts';
import type { Connection, DetachRule, Parts } from './parts.ts';
import { ikeSaOwners, ruleId } from './parts.ts';
import { delivery, enterWindow, isMessage, readable, sendClear, sendProtected } from './sending.ts';
import {
  basisOfOrder,
  endBuExchange,
  giveUpBu,
  ordersOf,
  sendBindingUpdate,
  startDelete,
  startDetach,
} from './ueProcedure.ts';
import { createChildSaRules, deleteResponseRules, gatewayDeleteRules } from './ueReceivesIke.ts';
import { orderTitle } from './ueRules.ts';

type Conditions = readonly Condition<BasisId>[];
type Updates = readonly Update<BasisId>[];

export function ueReceives(parts: Parts): readonly DetachRule[] {
  const mobileIp = parts.variant.mobileIp === 'yes';
  return [
    ...(mobileIp
      ? parts.connections.flatMap((each) => [...bindingAckRules(parts, each), ...notificationRules(parts, each)])
      : []),
    ...ikeSaOwners(parts).flatMap((each) => [
      ...deleteResponseRules(parts, each),
      ...gatewayDeleteRules(parts, each),
      ...createChildSaRules(parts, each),
    ]),
  ];
}

/** RFC 3775 11.7.3, with the readings of status 133 and of the other refusals. */
function bindingAckRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  const { ue } = connection;
  const received: Conditions = [
    ...isMessage(parts, 'bindingAck', connection.apn, 'M-12'),
    ...readable(parts, ue.signallingSa),
  ];
  const answersBu = messageIs(parts.args.ofRefresh, false, 'M-12');
  const asked = messageIs(parts.args.unsolicited, false, 'M-12');
  const outstanding = atLeast(ue.buTransmissions, 1, 'M-12');
  const rule = (name: string, title: string, when: Conditions, then: Updates): DetachRule => ({
    id: ruleId(`ue.bindingAck.${name}`, connection),
    actor: 'ue',
    title: `${title}${connection.shown}`,
    stimulus: delivery('ue'),
    when: [...received, ...when],
    then: [...enterWindow(parts), ...then],
  });
  const status = (value: Status, basis: BasisId) => [
    answersBu,
    asked,
    messageIs(parts.args.status, value, basis),
    outstanding,
  ];
  const rules: DetachRule[] = [
    rule(
      'accepted',
      'BA, status 0: the binding is gone',
      status('0', 'M-13'),
      endBuExchange(parts, connection, 'M-13'),
    ),
    parts.variant.on133 === 'done'
      ? rule(
          'alreadyGone',
          'BA, status 133: taken as done',
          status('133', 'M-15'),
          endBuExchange(parts, connection, 'M-15'),
        )
      : rule(
          'alreadyGone',
          'BA, status 133: taken as a failure',
          status('133', 'L-4'),
          giveUpBu(parts, connection, 'L-4'),
        ),
    rule(
      'refused',
      'BA, status 139: the UE stops sending BUs',
      status('139', 'L-4'),
      giveUpBu(parts, connection, 'L-4'),
    ),
    rule(
      'outOfWindowLast',
      'BA, status 135 to the last BU: the UE gives up',
      [...status('135', 'M-16'), is(ue.buTransmissions, parts.most, 'L-1')],
      giveUpBu(parts, connection, 'L-1'),
    ),
    rule(
      'notOutstanding',
      'BA that answers no outstanding BU: ignored',
      [answersBu, asked, is(ue.buTransmissions, 0, 'M-12')],
      [discard('no BU of the UE is outstanding', 'M-12')],
    ),
  ];
  if (parts.most > 1) {
    rules.push(
      rule(
        'outOfWindow',
        'BA, status 135: send the BU again, still with lifetime 0, numbered after the last accepted',
        [...status('135', 'M-16'), below(ue.buTransmissions, parts.most, 'M-16')],
        sendBindingUpdate(parts, connection),
      ),
    );
  }
  if (parts.variant.refreshInFlight === 'yes') {
    rules.push(rule('ofRefresh', 'BA to the refresh', [messageIs(parts.args.ofRefresh, true, 'M-12')], []));
  }
  if (parts.variant.notification !== 'unsolicitedBa') return rules;
  const unasked = messageIs(parts.args.unsolicited, true, 'M-12');
  if (parts.variant.unsolicitedBa === 'ignored') {
    return [
      ...rules,
      rule(
        'unsolicited',
        'BA that no BU asked for: ignored',
        [unasked],
        [discard('no BU of the UE is outstanding', 'M-12')],
      ),
    ];
  }
  return [
    ...rules,
    ...afterNotification(parts, connection, 'C-3').map(({ choice, title, then }) => ({
      ...rule(
        `unsolicited${choice === undefined ? '' : `.${choice}`}`,
        `BA that no BU asked for, taken as the notification: ${title}`,
        [unasked, is(ue.phase, 'attached', 'C-3')],
        then,
      ),
      ...(choice === undefined ? {} : { choice }),
    })),
    rule(
      'unsolicited.late',
      'BA that no BU asked for, the UE is detaching already: ignored',
      [unasked, isNot(ue.phase, 'attached', 'L-15')],
      [discard('the UE is detaching already', 'L-15')],
    ),
  ];
}

interface Continuation {
  readonly choice?: string;
  /** What the UE does then, added to a rule's title. */
  readonly title: string;
  readonly then: Updates;
}

/** What follows a notification: the UE-initiated procedure in one of its orders, or the DELETE alone. */
function afterNotification(parts: Parts, connection: Connection, basis: BasisId): readonly Continuation[] {
  if (parts.variant.afterNotification === 'deleteOnly') {
    const { ue } = connection;
    const drop: Updates = [
      become(ue.order, 'deleteOnly', 'T-3'),
      become(ue.bindingUpdateListEntry, false, basis === 'C-3' ? 'C-3' : 'T-3'),
    ];
    return [{ title: 'the UE sends DELETE', then: [...drop, ...startDelete(parts, connection)] }];
  }
  const orders = ordersOf(parts);
  return orders.map((order) => {
    const then: Updates = [
      become(connection.ue.order, order, 'R-8.4.3.1-7'),
      onlyIf(is(connection.ue.order, order, basisOfOrder(parts, order)), startDetach(parts, connection, order)),
    ];
    const title = `the UE detaches. ${orderTitle(order)}`;
    return orders.length === 1 ? { title, then } : { choice: order, title, then };
  });
}

/** The detach notification in the two forms that are acknowledged: the unnamed one and the BRI. */
function notificationRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  const { notification } = parts.variant;
  if (notification !== 'unnamed' && notification !== 'bri') return [];
  const bri = notification === 'bri';
  const type: MessageType = bri ? 'bindingRevocationIndication' : 'detachNotification';
  const name = bri ? 'bindingRevocationIndication' : 'detachNotification';
  const words = bri ? 'BRI' : 'Detach notification';
  const told: BasisId = bri ? 'C-1' : 'FFS-1';
  const { ue } = connection;
  const received: Conditions = [...isMessage(parts, type, connection.apn, told), ...readable(parts, ue.signallingSa)];
  const listed: Condition<BasisId> = holds(ue.bindingUpdateListEntry, bri ? 'B-3' : 'A7');
  const base = { actor: 'ue', stimulus: delivery('ue') } as const;
  if (bri && parts.variant.supportsRevocation === 'no') {
    return [
      {
        ...base,
        id: ruleId(`ue.${name}.unknown`, connection),
        title: `BRI, of a type that this UE does not know: answer BE, status 2${connection.shown}`,
        when: received,
        then: [
          ...enterWindow(parts),
          sendClear(parts, connection, {
            from: 'ue',
            type: 'bindingError',
            args: [argument(parts.args.status, '2')],
            basis: 'M-21',
          }),
        ],
      },
    ];
  }
  const acknowledge = (status: Status): Updates => [
    onlyIf(messageIs(parts.args.wantsAck, true, 'R-8.4.3.2-7'), [
      sendProtected(parts, connection, {
        from: 'ue',
        type: bri ? 'bindingRevocationAck' : 'detachNotificationAck',
        args: [argument(parts.args.status, status), argumentFrom(parts.args.ipv4Only, ofMessage(parts.args.ipv4Only))],
        basis: bri ? 'B-4' : 'R-8.4.3.2-7',
      }),
    ]),
  ];
  const first = connection.instance === undefined;
  const wholeBinding: Conditions =
    first && bri ? [messageIs(parts.args.ipv4Only, false, 'L-5'), lacks(circumstances.refusesRevocation, 'L-5')] : [];
  const continuations = afterNotification(parts, connection, told);
  const rules: DetachRule[] = continuations.map(({ choice, title, then }) => ({
    ...base,
    id: ruleId(`ue.${name}${choice === undefined ? '' : `.${choice}`}`, connection),
    title: `${words}: ${title}${connection.shown}`,
    ...(choice === undefined ? {} : { choice }),
    when: [...received, ...wholeBinding, listed, is(ue.phase, 'attached', 'L-15')],
    then: [...enterWindow(parts), ...acknowledge('0'), ...then],
  }));
  rules.push(
    {
      ...base,
      id: ruleId(`ue.${name}.late`, connection),
      title: `${words}, the UE is detaching already: acknowledged, nothing else${connection.shown}`,
      when: [...received, ...wholeBinding, listed, isNot(ue.phase, 'attached', 'L-15')],
      then: [...enterWindow(parts), ...acknowledge('0')],
    },
    {
      ...base,
      id: ruleId(`ue.${name}.noEntry`, connection),
      title: `${words}, the UE has no entry for it: discarded${connection.shown}`,
      when: [...received, not(listed)],
      then: [...enterWindow(parts), discard('the UE has no Binding Update List entry for it', bri ? 'B-3' : 'A7')],
    },
  );
  if (!first || !bri) return rules;
  return [
    ...rules,
    {
      ...base,
      id: `ue.${name}.refused`,
      title: 'BRI with a trigger that this UE does not support: answer BRA, status 133',
      when: [
        ...received,
        listed,
        messageIs(parts.args.ipv4Only, false, 'L-5'),
        holds(circumstances.refusesRevocation, 'L-5'),
      ],
      then: [...enterWindow(parts), ...acknowledge('133')],
    },
    {
      ...base,
      id: `ue.${name}.ipv4Only`,
      title: 'BRI with V: only the IPv4 home address goes, the UE stays attached',
      when: [...received, listed, messageIs(parts.args.ipv4Only, true, 'T-1')],
      then: [...enterWindow(parts), ...acknowledge('0')],
    },
  ];
}
