/** Short runs with what a person may do to messages, and what becomes of the message then: more than any scenario needs. */
import type { Start } from '#detach/detach.ts';
import { detach, startState } from '#detach/detach.ts';
import type { Played } from './explore.ts';
import { playTexts } from './explore.ts';
import { reading } from './readings.ts';

export interface ByHandRun {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly start?: Start;
  readonly texts: readonly string[];
  /** A message by the name it was sent with, and what became of each of that name. */
  readonly message: string;
  readonly fates: readonly string[];
  /** Why the last of them was discarded. */
  readonly reason?: RegExp;
}

const toDelete = ['detach buThenDelete', 'deliver bindingUpdate', 'deliver bindingAck:0'];

export const byHandRuns: readonly ByHandRun[] = [
  ...(['icvFails', 'malformed', 'unknownType', 'forgedNotify'] as const).flatMap((alteration): ByHandRun[] => {
    const reason = {
      icvFails: /integrity check/,
      malformed: /malformed/,
      unknownType: /type is not known/,
      forgedNotify: /not protected/,
    }[alteration];
    return [
      {
        name: `a BU altered: ${alteration}`,
        given: {},
        texts: ['detach buThenDelete', `alter bindingUpdate ${alteration}`, `deliver bindingUpdate:${alteration}`],
        message: 'bindingUpdate',
        fates: ['discarded'],
        reason,
      },
      {
        name: `a BA altered: ${alteration}`,
        given: {},
        texts: [...toDelete.slice(0, 2), `alter bindingAck:0 ${alteration}`, `deliver bindingAck:0:${alteration}`],
        message: 'bindingAck:0',
        fates: ['discarded'],
        reason,
      },
    ];
  }),
  {
    name: 'user data while the binding is still there',
    given: {},
    start: { fields: { 'ue.sendsLateData': true, 'ue.phase': 'detached' } },
    texts: ['sendData', 'deliver payloadPacket'],
    message: 'payloadPacket',
    fates: ['delivered'],
  },
  {
    name: 'a DELETE that fails its integrity check',
    given: {},
    texts: [...toDelete, 'alter deleteRequest icvFails', 'deliver deleteRequest:icvFails'],
    message: 'deleteRequest',
    fates: ['discarded'],
    reason: /altered/,
  },
  {
    name: 'a BA twice',
    given: {},
    texts: [...toDelete.slice(0, 2), 'duplicate bindingAck:0', 'deliver bindingAck:0', 'deliver bindingAck:0'],
    message: 'bindingAck:0',
    fates: ['delivered', 'discarded'],
    reason: /copy/,
  },
  {
    name: 'a BA twice without anti-replay',
    given: { antiReplay: 'no' },
    texts: [...toDelete.slice(0, 2), 'duplicate bindingAck:0', 'deliver bindingAck:0', 'deliver bindingAck:0'],
    message: 'bindingAck:0',
    fates: ['delivered', 'discarded'],
    reason: /outstanding/,
  },
  {
    name: 'a copy of a BU forged after the BU was accepted',
    given: {},
    texts: [
      'detach buThenDelete',
      'duplicate bindingUpdate',
      'deliver bindingUpdate',
      'alter bindingUpdate forgedNotify',
      'deliver bindingUpdate:forgedNotify',
    ],
    message: 'bindingUpdate',
    fates: ['delivered', 'discarded'],
    reason: /not protected/,
  },
  {
    name: 'the network deletes in silence',
    given: { notification: 'none' },
    texts: ['orderDetach', 'detach buThenDelete', 'deliver bindingUpdate', 'deliver bindingAck:133'],
    message: 'bindingAck:133',
    fates: ['delivered'],
  },
  {
    name: 'a BRI meets an ESP SA that the UE has closed',
    given: { notification: 'bri', ueCloses: 'onDeleteSent' },
    texts: ['orderDetach withAck', 'detach backToBack', 'deliver bindingRevocationIndication'],
    message: 'bindingRevocationIndication',
    fates: ['discarded'],
    reason: /ESP SA is gone/,
  },
  {
    name: 'a BRA meets an ESP SA that the DELETE has closed',
    given: { notification: 'bri', ordering: 'unordered' },
    texts: [
      'orderDetach withAck',
      'deliver bindingRevocationIndication backToBack',
      'deliver deleteRequest',
      'deliver bindingRevocationAck:0',
    ],
    message: 'bindingRevocationAck:0',
    fates: ['discarded'],
    reason: /ESP SA is gone/,
  },
  {
    name: 'a refresh meets an ESP SA that the DELETE has closed',
    given: { refreshInFlight: 'yes', ordering: 'unordered' },
    texts: ['refresh', 'detach backToBack', 'deliver deleteRequest', 'deliver refreshBindingUpdate'],
    message: 'refreshBindingUpdate',
    fates: ['discarded'],
    reason: /ESP SA is gone/,
  },
  {
    name: 'a refresh twice without anti-replay draws 135',
    given: { refreshInFlight: 'yes', antiReplay: 'no' },
    texts: [
      'refresh',
      'duplicate refreshBindingUpdate',
      'deliver refreshBindingUpdate',
      'deliver refreshBindingUpdate',
    ],
    message: 'bindingAck:135:refresh',
    fates: ['inFlight'],
  },
];

export function playByHand(run: ByHandRun): Played {
  const system = detach(reading(run.given));
  return playTexts(system, run.texts, startState(system, run.start ?? {}));
}
