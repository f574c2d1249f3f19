/** What is asked of the end of a run: P1 to P4n, and P14, that nothing of the session is left anywhere. */
import { both, either, is, isOneOf, lacks, not } from '#model/condition.ts';
import type { Field } from '#model/field.ts';
import type { BasisId } from '#spec/basis.ts';
import type { Connection, Parts } from './parts.ts';
import type { DetachProperty } from './property.ts';
import { begun, each, fieldsIn, keepsSas, over, some, wherever } from './propertyClaims.ts';

export function endProperties(parts: Parts, detaching: readonly Connection[]): readonly DetachProperty[] {
  const { connections } = parts;
  const noBindingOnce = (basis: BasisId) =>
    wherever(
      connections,
      (one) => over(one, basis),
      (one) => lacks(one.pdnGw.binding, basis),
    );
  return [
    {
      id: 'P1',
      title: 'At rest both sides are at a proper end',
      meaning:
        'Whatever was lost, the UE ends attached, de-registered or detached, and neither side waits for an answer that cannot come.',
      basis: 'R-8.4.3.1-5',
      modality: 'atRest',
      questions: ['A4'],
      claim: each(connections, (one) =>
        both(
          isOneOf(one.ue.phase, ['attached', 'deregistered', 'detached'], 'R-8.4.3.1-5'),
          is(one.ue.buTransmissions, 0, 'M-18'),
          is(one.ike.ue.deleteTransmissions, 0, 'K-2'),
          is(one.pdnGw.notificationTransmissions, 0, 'R-8.4.3.2-7'),
          is(one.ike.pdnGw.deleteTransmissions, 0, 'K-2'),
        ),
      ),
    },
    {
      id: 'P2',
      title: 'At rest the UE holds nothing of the session any more',
      meaning: 'Once a detach has begun, the UE ends without Binding Update List entry, IKE SA and ESP SAs.',
      basis: 'R-8.4.3.2-3',
      modality: 'atRest',
      questions: ['A13', 'H-10', 'H-21', 'FFS-1', 'A7', 'A4'],
      ...keepsSas(parts),
      ...wherever(
        detaching,
        (one) => begun(one, 'L-14'),
        (one) =>
          both(
            lacks(one.ue.bindingUpdateListEntry, 'A6'),
            lacks(one.ike.ue.ikeSa, 'A13'),
            lacks(one.ue.signallingSa, 'R-8.4.3.2-3'),
            lacks(one.ue.payloadSa, 'R-8.4.3.2-5'),
          ),
      ),
    },
    {
      id: 'P3',
      title: 'At rest the PDN GW holds nothing of the session any more',
      meaning: 'Once a detach has begun, the PDN GW ends without binding, IKE SA and ESP SAs.',
      basis: 'R-8.4.3.3-4',
      modality: 'atRest',
      questions: ['A12', 'H-32', 'H-10', 'H-21', 'A7', 'FFS-1', 'A4'],
      ...keepsSas(parts),
      ...wherever(
        detaching,
        (one) => begun(one, 'L-14'),
        (one) =>
          both(
            lacks(one.pdnGw.binding, 'R-8.4.3.3-1'),
            lacks(one.ike.pdnGw.ikeSa, 'R-8.4.3.3-3'),
            lacks(one.pdnGw.signallingSa, 'R-8.4.3.3-4'),
            lacks(one.pdnGw.payloadSa, 'R-8.4.3.3-4'),
          ),
      ),
    },
    {
      id: 'P4',
      title: 'At rest a detached UE has left no binding at the PDN GW',
      meaning: 'A binding that outlives the detach draws traffic to an address where nobody takes it any more.',
      basis: 'R-8.4.3.3-1',
      modality: 'atRest',
      questions: ['A12', 'H-32', 'H-10', 'A1'],
      ...noBindingOnce('R-8.4.3.3-1'),
    },
    {
      id: 'P4n',
      title: 'At no moment is the UE detached while the PDN GW has a binding',
      meaning: 'As the claim at rest, but at every moment on the way, too.',
      basis: 'R-8.4.3.3-1',
      modality: 'always',
      questions: ['A12', 'H-32', 'H-10', 'A1'],
      ...noBindingOnce('R-8.4.3.3-1'),
    },
  ];
}

/** Every field that is held for a session must be as it is without one, once a detach has begun. */
export function leakProperty(parts: Parts, detaching: readonly Connection[]): DetachProperty {
  const perField = detaching.flatMap((one) =>
    heldFields(one).map((field) => ({
      field,
      claim: either(not(begun(one, 'L-14')), is(field, field.clean ?? field.initial, 'D-2')),
    })),
  );
  return {
    id: 'P14',
    title: 'No leak: at rest nothing of the session is left anywhere',
    meaning: 'Once a detach has begun, each field that keeps something of the session ends as it is without one.',
    basis: 'D-2',
    modality: 'atRest',
    questions: ['A12', 'H-32', 'H-10', 'H-21', 'A7', 'FFS-1', 'A4'],
    ...keepsSas(parts),
    premise: some(detaching, (one) => begun(one, 'L-14')),
    claim: both(...perField.map((one) => one.claim)),
    perField,
  };
}

/** The fields that keep something of a session, by what they say of themselves. */
function heldFields({ ue, pdnGw, ike }: Connection): readonly Field[] {
  return fieldsIn(ue, pdnGw, ike.ue, ike.pdnGw).filter((field) => field.clean !== undefined);
}
