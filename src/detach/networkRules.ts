/** What the network and its operator's mishaps do: lose, duplicate, alter, a restart, coverage lost for good. */

import type { Condition } from '#model/condition.ts';
import { below, constant, either, holds, lacks, messageIs, messageIsNot, not, ofField } from '#model/condition.ts';
import type { Stimulus } from '#model/rule.ts';
import type { Update } from '#model/update.ts';
import { become, count, onlyIf } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import { circumstances } from './fields.ts';
import type { Alteration, MessageType } from './message.ts';
import { alterations } from './message.ts';
import type { DetachRule, Parts } from './parts.ts';
import { toPdnGw, toUe } from './parts.ts';

export function networkRules(parts: Parts): readonly DetachRule[] {
  return [
    ...[toPdnGw, toUe].flatMap((queue) => [
      ...loseRule(parts, queue),
      ...duplicateRule(parts, queue),
      ...alterRules(parts, queue),
    ]),
    ...restartRule(parts),
    ...coverageRule(parts),
  ];
}

function onAny(name: string, queue: string, taken: boolean): Stimulus {
  return { kind: 'fault', name, message: { queue, which: 'any', taken } };
}

function towards(queue: string): string {
  return queue === toUe ? 'towards the UE' : 'towards the PDN GW';
}

function loseRule(parts: Parts, queue: string): readonly DetachRule[] {
  if (parts.bounds.loss === 0) return [];
  return [
    {
      id: `network.lose.${queue}`,
      actor: 'network',
      title: `Lose the message ${towards(queue)}`,
      stimulus: onAny('lose', queue, true),
      when: [below(parts.network.losses, parts.bounds.loss, 'NET-1')],
      then: [count(parts.network.losses, 'NET-1')],
    },
  ];
}

/** The copy stands right behind its original; all copies of one packet share a number. */
function duplicateRule(parts: Parts, queue: string): readonly DetachRule[] {
  if (parts.bounds.duplication === 0) return [];
  return [
    {
      id: `network.duplicate.${queue}`,
      actor: 'network',
      title: `Duplicate the message ${towards(queue)}`,
      stimulus: onAny('duplicate', queue, false),
      when: [below(parts.network.duplications, parts.bounds.duplication, 'NET-2')],
      then: [
        count(parts.network.duplications, 'NET-2'),
        onlyIf(messageIs(parts.args.pair, 0, 'NET-2'), [
          { type: 'mark', arg: parts.args.pair, value: ofField(parts.network.duplications), basis: 'NET-2' },
        ]),
        { type: 'copy', basis: 'NET-2' },
      ],
    },
  ];
}

const underEsp: readonly MessageType[] = [
  'bindingUpdate',
  'refreshBindingUpdate',
  'bindingAck',
  'detachNotification',
  'detachNotificationAck',
  'bindingRevocationIndication',
  'bindingRevocationAck',
];
const unprotected: readonly MessageType[] = ['bindingError', 'unprotectedNotify', 'payloadPacket'];

const alterationTitles: Record<Alteration, string> = {
  icvFails: 'Alter the message so that its integrity check fails',
  malformed: 'Send the message malformed',
  sequenceOutOfWindow: 'Send the BU with a sequence number out of the window',
  registrationTypeDiffers: 'Send the BU with another registration type',
  unknownType: 'Send the message with an unknown Mobility Header type',
  forgedNotify: 'Put a forged, unprotected Notify in its place',
};

/** Which messages an alteration can befall. */
function concerned(parts: Parts, alteration: Alteration): Condition<BasisId> {
  const { type } = parts.args;
  const oneOf = (types: readonly MessageType[]) => either(...types.map((each) => messageIs(type, each, 'NET-4')));
  switch (alteration) {
    case 'icvFails':
      return not(oneOf(unprotected));
    case 'malformed':
    case 'forgedNotify':
      return messageIsNot(type, 'unprotectedNotify', 'NET-4');
    case 'sequenceOutOfWindow':
    case 'registrationTypeDiffers':
      return messageIs(type, 'bindingUpdate', 'NET-4');
    case 'unknownType':
      return oneOf(underEsp);
    default:
      throw alteration satisfies never;
  }
}

function alterRules(parts: Parts, queue: string): readonly DetachRule[] {
  if (parts.bounds.alteration === 0) return [];
  return alterationsTowards(queue).map((alteration) => ({
    id: `network.alter.${alteration}.${queue}`,
    actor: 'network',
    title: `${alterationTitles[alteration]} (${towards(queue)})`,
    stimulus: onAny('alter', queue, false),
    choice: alteration,
    when: [
      below(parts.network.alterations, parts.bounds.alteration, 'NET-4'),
      messageIs(parts.args.alteration, 'none', 'NET-4'),
      concerned(parts, alteration),
    ],
    then: [
      count(parts.network.alterations, 'NET-4'),
      { type: 'mark', arg: parts.args.alteration, value: constant(alteration), basis: 'NET-4' },
    ],
  }));
}

/** The alterations that some message of a direction can have; only the UE sends BUs. */
function alterationsTowards(queue: string): readonly Alteration[] {
  return queue === toPdnGw
    ? alterations
    : alterations.filter((each) => each !== 'sequenceOutOfWindow' && each !== 'registrationTypeDiffers');
}

/** The PDN GW restarts: all its state goes, what is in flight stays (H-21). */
function restartRule(parts: Parts): readonly DetachRule[] {
  if (parts.variant.gatewayMayRestart === 'no') return [];
  const forget = parts.connections.flatMap((each): readonly Update<BasisId>[] => [
    become(each.pdnGw.phase, 'released', 'NET-6'),
    become(each.pdnGw.binding, false, 'NET-6'),
    become(each.pdnGw.refreshAccepted, false, 'NET-6'),
    become(each.pdnGw.signallingSa, false, 'NET-6'),
    become(each.pdnGw.payloadSa, false, 'NET-6'),
    become(each.pdnGw.notificationTransmissions, 0, 'NET-6'),
    become(each.ike.pdnGw.ikeSa, false, 'NET-6'),
    become(each.ike.pdnGw.deleteTransmissions, 0, 'NET-6'),
    become(each.ike.pdnGw.rememberedResponse, false, 'NET-6'),
  ]);
  return [
    {
      id: 'network.restart',
      actor: 'pdnGw',
      title: 'The PDN GW restarts and forgets everything',
      stimulus: { kind: 'fault', name: 'restart' },
      when: [lacks(parts.network.restarted, 'NET-6')],
      then: [
        become(parts.network.restarted, true, 'NET-6'),
        ...forget,
        become(circumstances.createOutstanding, false, 'NET-6'),
      ],
    },
  ];
}

/** Coverage is lost for good: all in flight, and all sent later, is lost (H-10). */
function coverageRule(parts: Parts): readonly DetachRule[] {
  if (parts.variant.coverageMayBeLost === 'no') return [];
  return [
    {
      id: 'network.coverageLost',
      actor: 'network',
      title: 'The UE goes out of coverage, for good',
      stimulus: { kind: 'fault', name: 'coverageLost' },
      when: [holds(parts.network.coverage, 'NET-5')],
      then: [become(parts.network.coverage, false, 'NET-5'), { type: 'loseAll', basis: 'NET-5' }],
    },
  ];
}
