/** What the UE does about IKEv2 messages: the DELETE response, a DELETE of the PDN GW, CREATE_CHILD_SA. */
import type { Condition } from '#model/condition.ts';
import { atLeast, constant, holds, is, lacks, messageIs, not } from '#model/condition.ts';
import type { Update } from '#model/update.ts';
import { become, discard } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import type { Status } from './message.ts';
import type { Connection, DetachRule, Parts } from './parts.ts';
import { ruleId, sharing } from './parts.ts';
import { delivery, isMessage, sendClear, sendOverIkeSa, unaltered } from './sending.ts';
import { closeOwnEspSas, endDeleteExchange } from './ueProcedure.ts';

type Conditions = readonly Condition<BasisId>[];
type Updates = readonly Update<BasisId>[];

/** The response to the UE's DELETE (RFC 4306 1.4). */
export function deleteResponseRules(parts: Parts, owner: Connection): readonly DetachRule[] {
  const { ue } = owner.ike;
  const received: Conditions = [...isMessage(parts, 'deleteResponse', owner.ikeApn, 'K-2'), unaltered(parts)];
  const expected: Conditions = [holds(ue.ikeSa, 'K-1'), atLeast(ue.deleteTransmissions, 1, 'K-2')];
  return [
    {
      id: ruleId('ue.deleteResponse', owner),
      actor: 'ue',
      title: `DELETE response: the UE closes its SAs${owner.shown}`,
      stimulus: delivery('ue'),
      when: [...received, messageIs(parts.args.status, '0', 'K-3'), ...expected],
      then: endDeleteExchange(parts, owner, 'R-8.4.3.2-3', false),
    },
    {
      id: ruleId('ue.deleteResponse.invalidSyntax', owner),
      actor: 'ue',
      title: `DELETE response with INVALID_SYNTAX: the UE drops its SAs${owner.shown}`,
      stimulus: delivery('ue'),
      when: [...received, messageIs(parts.args.status, 'invalidSyntax', 'A2'), ...expected],
      then: endDeleteExchange(parts, owner, 'A2', true),
    },
    {
      id: ruleId('ue.deleteResponse.notOutstanding', owner),
      actor: 'ue',
      title: `DELETE response that answers no outstanding request: ignored${owner.shown}`,
      stimulus: delivery('ue'),
      when: [...received, not({ type: 'all', parts: expected })],
      then: [discard('no DELETE request of the UE is outstanding', 'K-15')],
    },
  ];
}

/** A DELETE that the PDN GW starts: against the discussion part, legal IKEv2 all the same. */
export function gatewayDeleteRules(parts: Parts, owner: Connection): readonly DetachRule[] {
  if (parts.variant.notification !== 'gatewayDelete') return [];
  const { ue } = owner.ike;
  const received: Conditions = [...isMessage(parts, 'gatewayDeleteRequest', owner.ikeApn, 'C-7'), unaltered(parts)];
  const concerned = parts.variant.deleteScope === 'chosen' ? [owner] : sharing(parts, owner);
  const answer = { from: 'ue', type: 'gatewayDeleteResponse', basis: 'K-2' } as const;
  return [
    {
      id: ruleId('ue.gatewayDelete', owner),
      actor: 'ue',
      title: `DELETE from the PDN GW: the UE answers and closes its SAs${owner.shown}`,
      stimulus: delivery('ue'),
      when: [...received, holds(ue.ikeSa, 'K-1'), lacks(ue.rememberedResponse, 'K-5')],
      then: [
        sendOverIkeSa(parts, owner, answer),
        become(ue.rememberedResponse, parts.variant.rememberDeleteResponse === 'yes', 'K-5'),
        become(ue.deleteTransmissions, 0, 'K-12'),
        ...(parts.variant.deleteScope === 'chosen' ? [] : [become(ue.ikeSa, false, 'K-3')]),
        ...closeOwnEspSas(parts, owner, 'K-3', false),
        ...concerned.flatMap(
          (each): Updates => [
            become(each.ue.bindingUpdateListEntry, false, 'L-12'),
            become(each.ue.buTransmissions, 0, 'L-12'),
            become(each.ue.phase, 'detached', 'L-12'),
          ],
        ),
      ],
    },
    {
      id: ruleId('ue.gatewayDelete.again', owner),
      actor: 'ue',
      title: `The same DELETE from the PDN GW again: the same response${owner.shown}`,
      stimulus: delivery('ue'),
      when: [...received, holds(ue.rememberedResponse, 'K-5')],
      then: [sendClear(parts, owner, { ...answer, apn: owner.ikeApn, basis: 'K-5' })],
    },
    {
      id: ruleId('ue.gatewayDelete.unknown', owner),
      actor: 'ue',
      title: `DELETE from the PDN GW for an IKE SA that is gone: discarded${owner.shown}`,
      stimulus: delivery('ue'),
      when: [...received, lacks(ue.ikeSa, 'K-15'), lacks(ue.rememberedResponse, 'K-6')],
      then: [discard('the IKE SA is gone and no response is held', 'K-15')],
    },
  ];
}

/** H-26: the PDN GW asks for another child SA. */
export function createChildSaRules(parts: Parts, owner: Connection): readonly DetachRule[] {
  if (owner.instance !== undefined) return [];
  const { ue } = owner.ike;
  const received: Conditions = [
    ...isMessage(parts, 'createChildSaRequest', owner.apn, 'T-8'),
    unaltered(parts),
    holds(ue.ikeSa, 'K-1'),
  ];
  const answer = (status: Status): Updates => [
    sendOverIkeSa(parts, owner, {
      from: 'ue',
      type: 'createChildSaResponse',
      args: [{ arg: parts.args.status, value: constant(status) }],
      basis: 'K-14',
    }),
  ];
  return [
    {
      id: 'ue.createChildSa.refused',
      actor: 'ue',
      title: 'CREATE_CHILD_SA while the UE is deleting: answer TEMPORARY_FAILURE',
      stimulus: delivery('ue'),
      when: [...received, atLeast(ue.deleteTransmissions, 1, 'K-14')],
      then: answer('temporaryFailure'),
    },
    {
      id: 'ue.createChildSa',
      actor: 'ue',
      title: 'CREATE_CHILD_SA: the UE sets up the payload SA',
      stimulus: delivery('ue'),
      when: [...received, is(ue.deleteTransmissions, 0, 'T-8')],
      then: [become(owner.ue.payloadSa, true, 'T-8'), ...answer('0')],
    },
  ];
}
