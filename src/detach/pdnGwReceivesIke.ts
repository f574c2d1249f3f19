/** What the PDN GW does about IKEv2 messages: the UE's DELETE, the response to its own, liveness check, CREATE_CHILD_SA. */
import type { Condition } from '#model/condition.ts';
import { atLeast, both, holds, is, lacks, messageIs, not } from '#model/condition.ts';
import type { Update } from '#model/update.ts';
import { argument, become, discard, onlyIf } from '#model/update.ts';
import type { BasisId } from '#spec/basis.ts';
import { circumstances } from './fields.ts';
import type { Connection, DetachRule, Parts } from './parts.ts';
import { ruleId, sharing } from './parts.ts';
import { dropBinding, dropSas, endGatewayDelete } from './pdnGwProcedure.ts';
import { delivery, isMessage, sendClear, sendOverIkeSa, unaltered } from './sending.ts';

type Conditions = readonly Condition<BasisId>[];
type Updates = readonly Update<BasisId>[];

/** The UE's DELETE (TR 24.801 8.4.3.3; RFC 4306 1.4, 2.1). */
export function deleteRules(parts: Parts, owner: Connection): readonly DetachRule[] {
  const { pdnGw } = owner.ike;
  const { variant } = parts;
  const received: Conditions = [...isMessage(parts, 'deleteRequest', owner.ikeApn, 'K-2'), unaltered(parts)];
  const answer = { from: 'pdnGw', type: 'deleteResponse' } as const;
  const chosen = variant.deleteScope === 'chosen';
  const sharers = sharing(parts, owner);
  const close: Updates = chosen
    ? [
        become(owner.pdnGw.payloadSa, false, 'W-2'),
        ...(variant.mobileIp === 'no' ? [become(owner.pdnGw.phase, 'unbound', 'W-2')] : []),
      ]
    : [
        ...(variant.deleteRemovesBinding === 'yes' ? sharers.flatMap((each) => dropBinding(each, 'L-19')) : []),
        ...sharers.flatMap((each) => [
          onlyIf(is(each.pdnGw.phase, 'deleting', 'K-12'), [become(each.pdnGw.binding, false, 'C-7')]),
        ]),
        ...dropSas(parts, owner, 'R-8.4.3.3-3', 'R-8.4.3.3-4'),
      ];
  const rules: DetachRule[] = [
    {
      id: ruleId('pdnGw.delete', owner),
      actor: 'pdnGw',
      title: chosen
        ? `DELETE of the payload SAs: answer, close them${owner.shown}`
        : `DELETE: answer, close the IKE SA and all its ESP SAs${owner.shown}`,
      stimulus: delivery('pdnGw'),
      when: [...received, holds(pdnGw.ikeSa, 'K-1'), lacks(pdnGw.rememberedResponse, 'K-5')],
      then: [
        sendOverIkeSa(parts, owner, { ...answer, basis: 'K-2' }),
        ...(variant.rememberDeleteResponse === 'yes' ? [become(pdnGw.rememberedResponse, true, 'K-5')] : []),
        ...close,
      ],
    },
    {
      id: ruleId('pdnGw.delete.unknown', owner),
      actor: 'pdnGw',
      title: `DELETE for an IKE SA that is gone: answer with an unprotected Notify${owner.shown}`,
      stimulus: delivery('pdnGw'),
      when: [...received, lacks(pdnGw.ikeSa, 'K-15'), lacks(pdnGw.rememberedResponse, 'K-6')],
      then: [
        discard('the IKE SA is gone and no response is held', 'K-15'),
        sendClear(parts, owner, { from: 'pdnGw', type: 'unprotectedNotify', apn: owner.ikeApn, basis: 'K-15' }),
      ],
    },
  ];
  if (variant.rememberDeleteResponse === 'yes') {
    rules.push({
      id: ruleId('pdnGw.delete.again', owner),
      actor: 'pdnGw',
      title: `The same DELETE again: the same response${owner.shown}`,
      stimulus: delivery('pdnGw'),
      when: [...received, holds(pdnGw.rememberedResponse, 'K-5')],
      then: [sendClear(parts, owner, { ...answer, apn: owner.ikeApn, basis: 'K-5' })],
    });
  }
  if (parts.bounds.alteration === 0) return rules;
  return [
    ...rules,
    {
      id: ruleId('pdnGw.delete.malformed', owner),
      actor: 'pdnGw',
      title: `DELETE that is malformed: answer INVALID_SYNTAX${owner.shown}`,
      stimulus: delivery('pdnGw'),
      when: [
        ...isMessage(parts, 'deleteRequest', owner.ikeApn, 'A3'),
        messageIs(parts.args.alteration, 'malformed', 'NET-4'),
        holds(pdnGw.ikeSa, 'K-1'),
      ],
      then: [
        sendOverIkeSa(parts, owner, { ...answer, args: [argument(parts.args.status, 'invalidSyntax')], basis: 'A3' }),
      ],
    },
  ];
}

/** The response to the PDN GW's own DELETE. */
export function gatewayDeleteResponseRules(parts: Parts, owner: Connection): readonly DetachRule[] {
  if (parts.variant.notification !== 'gatewayDelete') return [];
  const { pdnGw } = owner.ike;
  const received: Conditions = [...isMessage(parts, 'gatewayDeleteResponse', owner.ikeApn, 'K-2'), unaltered(parts)];
  const expected = both(holds(pdnGw.ikeSa, 'K-1'), atLeast(pdnGw.deleteTransmissions, 1, 'K-2'));
  return [
    {
      id: ruleId('pdnGw.gatewayDeleteResponse', owner),
      actor: 'pdnGw',
      title: `The PDN GW's DELETE is answered: it closes its SAs${owner.shown}`,
      stimulus: delivery('pdnGw'),
      when: [...received, expected],
      then: endGatewayDelete(parts, owner, 'K-3', false),
    },
    {
      id: ruleId('pdnGw.gatewayDeleteResponse.notOutstanding', owner),
      actor: 'pdnGw',
      title: `Response that answers no outstanding DELETE: ignored${owner.shown}`,
      stimulus: delivery('pdnGw'),
      when: [...received, not(expected)],
      then: [discard('no DELETE request of the PDN GW is outstanding', 'K-15')],
    },
  ];
}

/** Liveness check (H-28) and CREATE_CHILD_SA (H-26) at the PDN GW. */
export function otherIkeRules(parts: Parts, owner: Connection): readonly DetachRule[] {
  if (owner.instance !== undefined) return [];
  const { pdnGw } = owner.ike;
  return [
    {
      id: 'pdnGw.livenessRequest',
      actor: 'pdnGw',
      title: 'Liveness check: answer',
      stimulus: delivery('pdnGw'),
      when: [...isMessage(parts, 'livenessRequest', owner.apn, 'K-2'), unaltered(parts), holds(pdnGw.ikeSa, 'K-1')],
      then: [sendOverIkeSa(parts, owner, { from: 'pdnGw', type: 'livenessResponse', basis: 'K-2' })],
    },
    {
      id: 'pdnGw.createChildSaResponse',
      actor: 'pdnGw',
      title: 'CREATE_CHILD_SA is answered',
      stimulus: delivery('pdnGw'),
      when: [
        ...isMessage(parts, 'createChildSaResponse', owner.apn, 'K-2'),
        unaltered(parts),
        holds(pdnGw.ikeSa, 'K-1'),
        holds(circumstances.createOutstanding, 'K-2'),
      ],
      then: [
        become(circumstances.createOutstanding, false, 'K-2'),
        onlyIf(messageIs(parts.args.status, '0', 'T-8'), [become(owner.pdnGw.payloadSa, true, 'T-8')]),
      ],
    },
  ];
}
