/** Messages that a receiver discards, whatever they say: no SA, a replay, a failed check, a forgery, an unknown type. */

import type { Condition } from '#model/condition.ts';
import { atLeast, both, holds, lacks, messageIs, messageIsNot } from '#model/condition.ts';
import type { Field } from '#model/field.ts';
import type { Update } from '#model/update.ts';
import { argument, become, discard, onlyIf } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import type { MessageType } from './message.ts';
import type { Connection, DetachRule, Parts } from './parts.ts';
import { ruleId } from './parts.ts';
import type { Side } from './sending.ts';
import { delivery, enterWindow, fresh, isMessage, sendClear, unaltered } from './sending.ts';

/** The messages under the BU/BA ESP SAs, by receiver. */
const protectedTo: Record<Side, readonly MessageType[]> = {
  ue: ['bindingAck', 'detachNotification', 'bindingRevocationIndication'],
  pdnGw: ['bindingUpdate', 'refreshBindingUpdate', 'detachNotificationAck', 'bindingRevocationAck'],
};

export function discardRules(parts: Parts): readonly DetachRule[] {
  return (['ue', 'pdnGw'] as const).flatMap((side) => [
    ...(parts.variant.mobileIp === 'yes'
      ? parts.connections.flatMap((each) => protectedDiscards(parts, each, side))
      : []),
    ...plainDiscards(parts, side),
  ]);
}

function protectedDiscards(parts: Parts, connection: Connection, side: Side): readonly DetachRule[] {
  const sa = connection[side].signallingSa;
  return protectedTo[side]
    .filter((type) => mayTravel(parts, type))
    .flatMap((type) => {
      const is = isMessage(parts, type, connection.apn, 'IPSEC-1');
      const base = { actor: side, stimulus: delivery(side) } as const;
      const rules: DetachRule[] = [
        {
          ...base,
          id: ruleId(`${side}.${type}.noSa`, connection),
          title: `Discarded: the ESP SA is gone${connection.shown}`,
          when: [...is, messageIsNot(parts.args.alteration, 'forgedNotify', 'K-17'), lacks(sa, 'IPSEC-1')],
          then: [discard('the ESP SA is gone', 'IPSEC-1'), ...noteLoss(connection, type)],
        },
      ];
      if (fresh(parts).length > 0) {
        rules.push({
          ...base,
          id: ruleId(`${side}.${type}.replay`, connection),
          title: `Discarded: another copy was accepted before${connection.shown}`,
          when: [
            ...is,
            holds(sa, 'IPSEC-1'),
            messageIs(parts.args.replay, true, 'IPSEC-3'),
            messageIsNot(parts.args.alteration, 'forgedNotify', 'K-17'),
          ],
          then: [discard('a copy of it was accepted before', 'IPSEC-3')],
        });
      }
      if (parts.bounds.alteration > 0) rules.push(...alteredDiscards(parts, connection, side, type, is, sa));
      return rules;
    });
}

function alteredDiscards(
  parts: Parts,
  connection: Connection,
  side: Side,
  type: MessageType,
  is: readonly Condition<BasisId>[],
  sa: Field<boolean>,
): readonly DetachRule[] {
  const base = { actor: side, stimulus: delivery(side) } as const;
  const arrives = [...is, holds(sa, 'IPSEC-1'), ...fresh(parts)];
  return [
    {
      ...base,
      id: ruleId(`${side}.${type}.icvFails`, connection),
      title: `Discarded: the integrity check fails${connection.shown}`,
      when: [...arrives, messageIs(parts.args.alteration, 'icvFails', 'IPSEC-4')],
      then: [discard('the integrity check fails', 'IPSEC-4')],
    },
    {
      ...base,
      id: ruleId(`${side}.${type}.malformed`, connection),
      title: `Discarded: malformed${connection.shown}`,
      when: [...arrives, messageIs(parts.args.alteration, 'malformed', 'NET-4')],
      then: [...enterWindow(parts), discard('it is malformed', 'NET-4')],
    },
    {
      ...base,
      id: ruleId(`${side}.${type}.unknownType`, connection),
      title: `A Mobility Header type that is not known: answer BE, status 2${connection.shown}`,
      when: [...arrives, messageIs(parts.args.alteration, 'unknownType', 'M-21')],
      then: [
        ...enterWindow(parts),
        discard('its Mobility Header type is not known', 'M-21'),
        sendClear(parts, connection, {
          from: side,
          type: 'bindingError',
          args: [argument(parts.args.status, '2')],
          basis: 'M-21',
        }),
      ],
    },
  ];
}

/** What properties want to know of a message discarded for want of the SA. */
function noteLoss(connection: Connection, type: MessageType): readonly Update<BasisId>[] {
  const { seen } = connection;
  if (type === 'bindingAck') {
    return [
      become(seen.baDiscarded, true, 'IPSEC-1'),
      onlyIf(atLeast(connection.ue.buTransmissions, 1, 'IPSEC-1'), [become(seen.awaitedBaDiscarded, true, 'IPSEC-1')]),
    ];
  }
  if (type !== 'bindingUpdate') return [];
  return [onlyIf(holds(connection.pdnGw.binding, 'IPSEC-1'), [become(seen.buDiscarded, true, 'IPSEC-1')])];
}

/** Discards of messages that no ESP SA protects; each is a last resort, where no other rule applies. */
function plainDiscards(parts: Parts, side: Side): readonly DetachRule[] {
  const base = { actor: side, stimulus: delivery(side) } as const;
  const rules: DetachRule[] = [
    ...(side === 'ue' ? unprotectedAtUe(parts) : []),
    {
      ...base,
      id: `${side}.ike.noSa`,
      title: 'IKEv2 message for an IKE SA that is gone: discarded',
      when: [
        {
          type: 'any',
          parts: (
            ['livenessRequest', 'livenessResponse', 'createChildSaRequest', 'createChildSaResponse'] as const
          ).map((type) => messageIs(parts.args.type, type, 'K-15')),
        },
        unaltered(parts),
      ],
      then: [discard('the IKE SA is gone, or nothing is outstanding', 'K-15')],
      otherwise: true,
    },
  ];
  if (parts.bounds.alteration === 0) return rules;
  return [
    ...rules,
    {
      ...base,
      id: `${side}.forgedNotify.ignored`,
      title: 'Forged Notify without protection: no state may change for it',
      when: [
        messageIs(parts.args.alteration, 'forgedNotify', 'K-17'),
        messageIsNot(parts.args.type, 'unprotectedNotify', 'K-17'),
      ],
      then: [discard('it is not protected: no state may change for it', 'K-17')],
    },
    {
      ...base,
      id: `${side}.altered.discarded`,
      title: 'Altered message: discarded',
      when: [
        messageIsNot(parts.args.alteration, 'none', 'NET-4'),
        both(
          messageIsNot(parts.args.alteration, 'forgedNotify', 'K-17'),
          messageIsNot(parts.args.type, 'unprotectedNotify', 'K-17'),
        ),
      ],
      then: [discard('it was altered on the way', 'NET-4')],
      otherwise: true,
    },
  ];
}

/** BE and Notify without protection; the PDN GW gets no Notify, and has rules of its own for BE. */
function unprotectedAtUe(parts: Parts): readonly DetachRule[] {
  const base = { actor: 'ue', stimulus: delivery('ue') } as const;
  return [
    {
      ...base,
      id: 'ue.bindingError.discarded',
      title: 'BE without protection: nothing follows from it',
      when: [messageIs(parts.args.type, 'bindingError', 'M-12'), unaltered(parts)],
      then: [discard('it is not protected, and nothing waits for it', 'M-12')],
    },
    {
      ...base,
      id: 'ue.unprotectedNotify.ignored',
      title: 'Unprotected Notify: no state may change for it',
      when: [messageIs(parts.args.type, 'unprotectedNotify', 'K-17')],
      then: [discard('it is not protected: no state may change for it', 'K-17')],
    },
  ];
}

/** Whether a reading has the message at all. */
function mayTravel(parts: Parts, type: MessageType): boolean {
  const { notification, refreshInFlight } = parts.variant;
  if (type === 'refreshBindingUpdate') return refreshInFlight === 'yes';
  if (type === 'detachNotification' || type === 'detachNotificationAck') return notification === 'unnamed';
  if (type === 'bindingRevocationIndication' || type === 'bindingRevocationAck') return notification === 'bri';
  return true;
}
