/** All challenges, the easier ones first. Goals are properties of one's own (L-20): no sentence of the text asks for them. */
import type { Parts } from '#detach/parts.ts';
import { having, holds, inFlight, is, lacks, not } from '#model/condition.ts';
import { sayCondition } from '#model/words.ts';
import type { Challenge, GoalPart } from './challenge.ts';

const nothingInFlight: GoalPart = { words: 'nothing is in flight', claim: not(inFlight([], 'L-20')) };

export const challenges: readonly Challenge[] = [
  {
    name: 'crossing',
    title: 'Let two requests cross',
    task: 'Have a Binding Update with lifetime 0 and a Binding Revocation Indication on the way at the same time.',
    preset: 'rfc-practice',
    losses: 0,
    goal: ({ args }) => [
      { words: 'a Binding Update is on the way', claim: inFlight([having(args.type, 'bindingUpdate')], 'L-20') },
      {
        words: 'a Binding Revocation Indication is on the way',
        claim: inFlight([having(args.type, 'bindingRevocationIndication')], 'L-20'),
      },
    ],
  },
  {
    name: 'status-133',
    title: 'Get the answer 133',
    task: 'Make the PDN GW answer a Binding Update with status 133.',
    preset: 'as-tabled',
    set: { initiator: 'ue' },
    losses: 1,
    goal: ({ args }) => [
      {
        words: 'a Binding Acknowledgement with status 133 is on the way',
        claim: inFlight([having(args.type, 'bindingAck'), having(args.status, '133')], 'L-20'),
      },
    ],
  },
  {
    name: 'stale-binding',
    title: 'Leave a stale binding',
    task: 'Detach the UE, and leave its binding at the PDN GW, with nothing on the way that could still end it.',
    preset: 'as-tabled',
    set: { order: 'buThenDelete', initiator: 'ue', maxRetransmissions: 0 },
    losses: 1,
    goal: (parts) => [...ueDetached(parts), said(holds(first(parts).pdnGw.binding, 'L-20')), nothingInFlight],
  },
  {
    name: 'half-closed',
    title: 'Close one end alone',
    task: 'Leave the UE with security associations that the PDN GW has closed already, and nothing on the way.',
    preset: 'as-tabled',
    set: { initiator: 'ue' },
    losses: 1,
    goal: (parts) => [
      said(holds(first(parts).ue.signallingSa, 'L-20')),
      said(lacks(first(parts).pdnGw.signallingSa, 'L-20')),
      nothingInFlight,
    ],
  },
  {
    name: 'despite-loss',
    title: 'Detach both ends although a message is lost',
    task: 'Have both ends detached and nothing on the way, in a run in which a message was lost. The fewer steps, the better.',
    preset: 'as-tabled',
    set: { order: 'buThenDelete', initiator: 'ue' },
    losses: 1,
    goal: (parts) => [
      said(is(parts.network.losses, 1, 'L-20')),
      ...ueDetached(parts),
      said(is(first(parts).pdnGw.phase, 'released', 'L-20')),
      nothingInFlight,
    ],
  },
  {
    name: 'unread-answer',
    title: 'An answer that cannot be read',
    task: 'Without any loss, have the UE discard a Binding Acknowledgement for want of the security association.',
    preset: 'as-tabled',
    set: { ordering: 'unordered', initiator: 'ue' },
    losses: 0,
    goal: (parts) => [said(holds(first(parts).seen.baDiscarded, 'L-20'))],
  },
  {
    name: 'untold',
    title: 'The UE that nobody told',
    task: 'Have the PDN GW give up its notification and end the binding while the UE still believes that it is attached.',
    preset: 'rfc-practice',
    set: { maxRetransmissions: 1, initiator: 'network' },
    losses: 2,
    goal: (parts) => [
      said(is(first(parts).ue.phase, 'attached', 'L-20')),
      said(lacks(first(parts).pdnGw.binding, 'L-20')),
      nothingInFlight,
    ],
  },
  {
    name: 'cut-off',
    title: 'Cut the other PDN connection off',
    task: 'Without any loss, take the security associations of "ims" away while its binding stays.',
    preset: 'as-tabled',
    set: { pdnConnections: 2, sharedIkeSa: 'yes', order: 'buThenDelete', initiator: 'ue' },
    losses: 0,
    goal: (parts) => {
      const [, ims] = parts.connections;
      if (ims === undefined) throw new RangeError('the reading has one PDN connection alone');
      return [said(holds(ims.pdnGw.binding, 'L-20')), said(lacks(ims.pdnGw.signallingSa, 'L-20'))];
    },
  },
  {
    name: 'gives-up-clean',
    title: 'Give up, and be clean all the same',
    task: 'Have the UE give up, and yet both ends hold nothing of the session any more.',
    preset: 'as-tabled',
    set: { order: 'buThenDelete', initiator: 'ue', maxRetransmissions: 0 },
    losses: 1,
    goal: (parts) => [
      said(holds(first(parts).seen.gaveUp, 'L-20')),
      ...ueDetached(parts),
      said(is(first(parts).pdnGw.phase, 'released', 'L-20')),
    ],
  },
];

export function findChallenge(name: string): Challenge | undefined {
  return challenges.find((challenge) => challenge.name === name);
}

function first({ connections: [connection] }: Parts) {
  if (connection === undefined) throw new RangeError('the reading has no PDN connection');
  return connection;
}

function ueDetached(parts: Parts): readonly GoalPart[] {
  return [said(is(first(parts).ue.phase, 'detached', 'L-20'))];
}

/** A part whose condition says itself well. */
function said(claim: GoalPart['claim']): GoalPart {
  return { words: sayCondition(claim), claim };
}
