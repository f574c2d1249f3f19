/** What the PDN GW does about the messages that it can read: BU, acknowledgement of its notification, DELETE. */

import type { Condition } from '#model/condition.ts';
import { atLeast, both, either, holds, isOneOf, lacks, messageIs, not } from '#model/condition.ts';
import type { Update } from '#model/update.ts';
import { argument, become, discard, onlyIf } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import { circumstances } from './fields.ts';
import type { MessageType, Status } from './message.ts';
import type { Connection, DetachRule, Parts } from './parts.ts';
import { ikeSaOwners, ruleId } from './parts.ts';
import { dropBinding, endNotification } from './pdnGwProcedure.ts';
import { deleteRules, gatewayDeleteResponseRules, otherIkeRules } from './pdnGwReceivesIke.ts';
import { delivery, enterWindow, fresh, isMessage, readable, sendClear, sendProtected, unaltered } from './sending.ts';

type Conditions = readonly Condition<BasisId>[];
type Updates = readonly Update<BasisId>[];

export function pdnGwReceives(parts: Parts): readonly DetachRule[] {
  const mobileIp = parts.variant.mobileIp === 'yes';
  return [
    ...(mobileIp
      ? parts.connections.flatMap((each) => [
          ...bindingUpdateRules(parts, each),
          ...refreshRules(parts, each),
          ...acknowledgementRules(parts, each),
          ...bindingErrorRules(parts, each),
          ...lateDataRules(parts, each),
        ])
      : []),
    ...ikeSaOwners(parts).flatMap((each) => [
      ...deleteRules(parts, each),
      ...gatewayDeleteResponseRules(parts, each),
      ...otherIkeRules(parts, each),
    ]),
  ];
}

function sendAck(
  parts: Parts,
  connection: Connection,
  status: Status,
  basis: BasisId,
  ofRefresh = false,
): Update<BasisId> {
  return sendProtected(parts, connection, {
    from: 'pdnGw',
    type: 'bindingAck',
    args: [argument(parts.args.status, status), ...(ofRefresh ? [argument(parts.args.ofRefresh, true)] : [])],
    basis,
  });
}

/** A BU with lifetime 0 (TR 24.801 8.4.3.3; RFC 3775 9.5.1, 10.3.2). */
function bindingUpdateRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  const { pdnGw } = connection;
  const { alteration } = parts.args;
  const received: Conditions = [
    ...isMessage(parts, 'bindingUpdate', connection.apn, 'M-2'),
    holds(pdnGw.signallingSa, 'IPSEC-1'),
    ...fresh(parts),
  ];
  const bound = holds(pdnGw.binding, 'M-9');
  const rule = (name: string, title: string, when: Conditions, then: Updates): DetachRule => ({
    id: ruleId(`pdnGw.bindingUpdate.${name}`, connection),
    actor: 'pdnGw',
    title: `${title}${connection.shown}`,
    stimulus: delivery('pdnGw'),
    when: [...received, ...when],
    then: [...enterWindow(parts), ...then],
  });
  const rules: DetachRule[] = [
    rule(
      'deregisters',
      'BU, lifetime 0: delete the binding, answer BA, status 0',
      [unaltered(parts), bound],
      [...dropBinding(connection, 'R-8.4.3.3-1', 'L-16'), sendAck(parts, connection, '0', 'R-8.4.3.3-2')],
    ),
  ];
  // Without a binding any sequence number and registration type is as good as another (M-6).
  const unbound: Conditions = [
    either(
      unaltered(parts),
      messageIs(alteration, 'sequenceOutOfWindow', 'M-6'),
      messageIs(alteration, 'registrationTypeDiffers', 'M-7'),
    ),
    lacks(pdnGw.binding, 'M-8'),
  ];
  switch (parts.variant.unknownBinding) {
    case 'status133':
      rules.push(
        rule('noBinding', 'BU, lifetime 0, no binding: answer BA, status 133', unbound, [
          sendAck(parts, connection, '133', 'M-8'),
        ]),
      );
      break;
    case 'status0':
      rules.push(
        rule('noBinding', 'BU, lifetime 0, no binding: answer BA, status 0', unbound, [
          sendAck(parts, connection, '0', 'R-8.4.3.3-2'),
        ]),
      );
      break;
    case 'ignore':
      rules.push(
        rule('noBinding', 'BU, lifetime 0, no binding: ignored', unbound, [
          discard('the PDN GW has no binding for it', 'M-8'),
        ]),
      );
      break;
    default:
      throw parts.variant.unknownBinding satisfies never;
  }
  if (parts.bounds.alteration === 0) return rules;
  return [
    ...rules,
    rule(
      'outOfWindow',
      'BU with a sequence number out of the window: answer BA, status 135',
      [messageIs(alteration, 'sequenceOutOfWindow', 'M-6'), bound],
      [sendAck(parts, connection, '135', 'M-6')],
    ),
    rule(
      'typeDiffers',
      'BU of another registration type: answer BA, status 139',
      [messageIs(alteration, 'registrationTypeDiffers', 'M-7'), bound],
      [sendAck(parts, connection, '139', 'M-7')],
    ),
  ];
}

/** A BU that refreshes the binding, or creates it again where it is gone (H-32). */
function refreshRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  if (parts.variant.refreshInFlight === 'no' || !connection.mayDetach) return [];
  const { pdnGw } = connection;
  const received: Conditions = [
    ...isMessage(parts, 'refreshBindingUpdate', connection.apn, 'M-6'),
    ...readable(parts, pdnGw.signallingSa),
  ];
  const rule = (name: string, title: string, when: Conditions, then: Updates): DetachRule => ({
    id: ruleId(`pdnGw.refresh.${name}`, connection),
    actor: 'pdnGw',
    title: `${title}${connection.shown}`,
    stimulus: delivery('pdnGw'),
    when: [...received, ...when],
    then: [...enterWindow(parts), ...then],
  });
  return [
    rule(
      'accepted',
      'Refresh BU: the binding is refreshed',
      [holds(pdnGw.binding, 'M-6'), lacks(pdnGw.refreshAccepted, 'M-6')],
      [become(pdnGw.refreshAccepted, true, 'M-6'), sendAck(parts, connection, '0', 'M-6', true)],
    ),
    rule(
      'repeated',
      'Refresh BU a second time: answer BA, status 135',
      [holds(pdnGw.binding, 'M-6'), holds(pdnGw.refreshAccepted, 'M-6')],
      [sendAck(parts, connection, '135', 'M-6', true)],
    ),
    rule(
      'createsAgain',
      'Refresh BU after the binding is gone: the binding is created again',
      [lacks(pdnGw.binding, 'L-13')],
      [
        become(pdnGw.binding, true, 'L-13'),
        become(pdnGw.refreshAccepted, true, 'L-13'),
        onlyIf(isOneOf(pdnGw.phase, ['unbound', 'released'], 'L-13'), [become(pdnGw.phase, 'bound', 'L-13')]),
        sendAck(parts, connection, '0', 'M-6', true),
      ],
    ),
  ];
}

/** The acknowledgement of the notification. */
function acknowledgementRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  const { notification, bindingOnAcknowledgement } = parts.variant;
  if (notification !== 'unnamed' && notification !== 'bri') return [];
  const bri = notification === 'bri';
  const type: MessageType = bri ? 'bindingRevocationAck' : 'detachNotificationAck';
  const { pdnGw } = connection;
  const received: Conditions = [
    ...isMessage(parts, type, connection.apn, bri ? 'B-4' : 'FFS-2'),
    ...readable(parts, pdnGw.signallingSa),
  ];
  const outstanding = atLeast(pdnGw.notificationTransmissions, 1, bri ? 'B-4' : 'A7');
  const success = messageIs(parts.args.status, '0', 'L-5');
  const whole = messageIs(parts.args.ipv4Only, false, 'T-1');
  const stop = become(pdnGw.notificationTransmissions, 0, bri ? 'B-4' : 'R-8.4.3.2-7');
  const rule = (name: string, title: string, when: Conditions, then: Updates): DetachRule => ({
    id: ruleId(`pdnGw.${type}.${name}`, connection),
    actor: 'pdnGw',
    title: `${title}${connection.shown}`,
    stimulus: delivery('pdnGw'),
    when: [...received, ...when],
    then: [...enterWindow(parts), ...then],
  });
  const words = bri ? 'BRA' : 'Acknowledgement of the notification';
  const special = bri && connection.instance === undefined;
  const rules: DetachRule[] = [
    bindingOnAcknowledgement === 'kept'
      ? rule(
          'kept',
          `${words}: the binding stays until the BU comes`,
          [outstanding, success, ...(special ? [whole] : [])],
          [stop, become(pdnGw.phase, 'notified', 'A7')],
        )
      : rule(
          'removed',
          `${words}: the binding is deleted`,
          [outstanding, success, ...(special ? [whole] : [])],
          dropBinding(connection, 'B-5'),
        ),
    rule(
      'notOutstanding',
      `${words}, nothing outstanding: ignored`,
      [not(outstanding)],
      [discard('no notification of the PDN GW is outstanding', bri ? 'B-4' : 'A7')],
    ),
  ];
  if (!special) return rules;
  return [
    ...rules,
    rule(
      'refused',
      'BRA, status 133: the notification has failed',
      [outstanding, not(success)],
      endNotification(parts, connection, 'L-5'),
    ),
    rule(
      'ipv4Only',
      'BRA to a BRI with V: only the IPv4 home address goes',
      [outstanding, success, not(whole)],
      [stop, become(circumstances.ipv4Binding, false, 'T-1'), become(pdnGw.phase, 'bound', 'T-1')],
    ),
  ];
}

/** BE, status 2: the UE does not know the message; it came without protection, and is believed only while it is due. */
function bindingErrorRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  const { pdnGw } = connection;
  const received: Conditions = [...isMessage(parts, 'bindingError', connection.apn, 'M-21'), unaltered(parts)];
  const believed: Condition<BasisId> = both(
    atLeast(pdnGw.notificationTransmissions, 1, 'L-9'),
    messageIs(parts.args.status, '2', 'L-9'),
  );
  return [
    {
      id: ruleId('pdnGw.bindingError', connection),
      actor: 'pdnGw',
      title: `BE, status 2: the UE does not know the notification${connection.shown}`,
      stimulus: delivery('pdnGw'),
      when: [...received, believed],
      then: endNotification(parts, connection, 'L-9'),
    },
    {
      id: ruleId('pdnGw.bindingError.ignored', connection),
      actor: 'pdnGw',
      title: `BE that nothing waits for: ignored${connection.shown}`,
      stimulus: delivery('pdnGw'),
      when: [...received, not(believed)],
      then: [discard('no notification of the PDN GW is outstanding', 'L-9')],
    },
  ];
}

/** A user packet with the home address (H-25). */
function lateDataRules(parts: Parts, connection: Connection): readonly DetachRule[] {
  if (connection.instance !== undefined) return [];
  const received: Conditions = [...isMessage(parts, 'payloadPacket', connection.apn, 'M-20'), unaltered(parts)];
  return [
    {
      id: 'pdnGw.payloadPacket.noBinding',
      actor: 'pdnGw',
      title: 'User packet without a binding: dropped, answer BE, status 1',
      stimulus: delivery('pdnGw'),
      when: [...received, lacks(connection.pdnGw.binding, 'M-20')],
      then: [
        discard('the PDN GW has no binding for the home address', 'M-20'),
        sendClear(parts, connection, {
          from: 'pdnGw',
          type: 'bindingError',
          args: [argument(parts.args.status, '1')],
          basis: 'M-20',
        }),
      ],
    },
    {
      id: 'pdnGw.payloadPacket',
      actor: 'pdnGw',
      title: 'User packet: forwarded, since the binding is still there',
      stimulus: delivery('pdnGw'),
      when: [...received, holds(connection.pdnGw.binding, 'M-20')],
      then: [],
    },
  ];
}
