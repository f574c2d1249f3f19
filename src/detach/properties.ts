/**
 * What is asked of every run of the detach: the properties P1 to P14, in the rule language.
 *
 * A property speaks of the PDN connections that may detach, unless it says otherwise. Where a reading has nothing that it
 * could speak of, its premise is `never`: it holds, and is shown as true of nothing.
 */
import type { Condition } from '#model/condition.ts';
import { atLeast, below, both, either, holds, is, isNot, isOneOf, lacks, not } from '#model/condition.ts';
import type { Field } from '#model/field.ts';
import type { Modality, Property } from '#model/property.ts';
import type { BasisId } from '#spec/basis.ts';
import type { FfsId } from '#spec/ffs.ts';
import type { GapId } from '#spec/gaps.ts';
import type { HazardId } from '#spec/hazards.ts';
import { circumstances } from './fields.ts';
import type { Connection, Parts } from './parts.ts';
import { ikeSaOwners, sharing } from './parts.ts';
import type { Variant } from './variant.ts';

/** The open point that a failing property asks about. */
export type Question = GapId | FfsId | HazardId;

export interface DetachProperty extends Property<BasisId> {
  /** What it asks about where it fails: one of these that its run shows, else the first. */
  readonly questions: readonly [Question, ...Question[]];
  /** Set where the reading departs from the claim on purpose: the failure is a difference, not a question. */
  readonly onPurpose?: string;
  /** Set where the claim was replaced by another on purpose: then it does not count as failing. */
  readonly excused?: true;
  /** The claim field by field, where the fields that break it are named one by one. */
  readonly perField?: readonly { readonly field: Field; readonly claim: Condition<BasisId> }[];
}

type Claim = Condition<BasisId>;

/** All properties of a reading, in the order of their ids. */
export function propertiesOf(parts: Parts): readonly DetachProperty[] {
  const detaching = parts.connections.filter((each) => each.mayDetach);
  return [
    ...endProperties(parts, detaching),
    ...discardProperties(parts),
    ...stateProperties(parts),
    ...procedureProperties(parts, detaching),
    leakProperty(parts, detaching),
  ];
}

/** The user or the operator has begun the detach of a PDN connection. */
function begun(connection: Connection, basis: BasisId): Claim {
  return either(isNot(connection.ue.phase, 'attached', basis), holds(connection.pdnGw.detachOrdered, basis));
}

/** The UE's procedure is over; without an IKE part (before this contribution) that is "de-registered". */
function over(connection: Connection, basis: BasisId): Claim {
  return isOneOf(connection.ue.phase, ['deregistered', 'detached'], basis);
}

function each(connections: readonly Connection[], claim: (connection: Connection) => Claim): Claim {
  return both(...connections.map(claim));
}

function some(connections: readonly Connection[], claim: (connection: Connection) => Claim): Claim {
  return either(...connections.map(claim));
}

/** For each of the connections: where the first is so, the second is. The premise: the first is so of one of them. */
function wherever(
  connections: readonly Connection[],
  premise: (connection: Connection) => Claim,
  claim: (connection: Connection) => Claim,
): { readonly premise: Claim; readonly claim: Claim } {
  return {
    premise: some(connections, premise),
    claim: each(connections, (one) => either(not(premise(one)), claim(one))),
  };
}

/** The readings that leave SAs behind on purpose, spread into what asks for them to go. */
function keepsSas({ variant }: Parts): Pick<DetachProperty, 'onPurpose'> {
  if (variant.order === 'buOnly' && variant.mobileIp === 'yes') {
    return {
      onPurpose: 'In this reading only the binding goes: closing the IKEv2 session is what the contribution adds.',
    };
  }
  if (variant.deleteScope === 'chosen') {
    return { onPurpose: 'In this reading the DELETE names the payload ESP SAs alone, so that the IKE SA stays.' };
  }
  return {};
}

function endProperties(parts: Parts, detaching: readonly Connection[]): readonly DetachProperty[] {
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

/** What must not be discarded for want of the SA that would have opened it. */
function discardProperties({ connections }: Parts): readonly DetachProperty[] {
  const discards = (
    id: string,
    seen: 'baDiscarded' | 'awaitedBaDiscarded' | 'buDiscarded',
    words: Pick<DetachProperty, 'title' | 'meaning' | 'basis' | 'questions'>,
  ): DetachProperty => ({
    id,
    modality: 'always',
    ...words,
    claim: each(connections, (one) => lacks(one.seen[seen], words.basis)),
  });
  return [
    discards('P5', 'baDiscarded', {
      title: 'No BA is discarded at the UE for want of the SA',
      meaning: 'The UE keeps the ESP SA for as long as a BA may still come.',
      basis: 'R-8.4.3.3-2',
      questions: ['A1', 'H-01'],
    }),
    discards('P5w', 'awaitedBaDiscarded', {
      title: 'No BA that the UE still waits for is discarded for want of the SA',
      meaning: 'The UE does not throw away the ESP SA that the awaited answer needs.',
      basis: 'R-8.4.3.3-2',
      questions: ['A1', 'H-01'],
    }),
    discards('P5u', 'buDiscarded', {
      title: 'No BU is discarded at the PDN GW for want of the SA while the binding exists',
      meaning: 'The PDN GW can read the BU that would have removed the binding.',
      basis: 'R-8.4.3.3-1',
      questions: ['A1', 'A12', 'H-01'],
    }),
  ];
}

/** What is asked of every state. */
function stateProperties(parts: Parts): readonly DetachProperty[] {
  const { connections } = parts;
  const idle = connections.filter((one) => !one.mayDetach);
  return [
    {
      id: 'P6',
      title: 'The PDN GW never has a binding without the ESP SAs that serve it',
      meaning: 'A binding without SAs can be neither refreshed nor removed: no BU can be read.',
      basis: 'A12',
      modality: 'always',
      questions: ['A12', 'A1'],
      ...wherever(
        connections,
        (one) => holds(one.pdnGw.binding, 'R-8.4.3.3-1'),
        (one) => holds(one.pdnGw.signallingSa, 'A12'),
      ),
    },
    {
      id: 'P7',
      title: 'The access connectivity of the UE stays',
      meaning: 'Detaching from S2c leaves the UE connected to its access network.',
      basis: 'R-8.4.3.1-3',
      modality: 'always',
      questions: ['H-24'],
      claim: holds(circumstances.accessConnectivity, 'R-8.4.3.1-3'),
    },
    {
      id: 'P8',
      title: 'The other PDN connection, idle, is untouched on both sides',
      meaning: 'Detaching from one PDN changes no field of the other one.',
      basis: 'R-8.4.3.2-1',
      modality: 'always',
      questions: ['H-13', 'A3'],
      ...(idle.length === 0 ? { premise: either() } : {}),
      claim: both(...idle.flatMap((one) => untouched(one, sharing(parts, one).length > 1))),
    },
    {
      id: 'P9',
      title: 'Only the UE starts closing the IKE SA',
      meaning: 'The second difference from I-WLAN: the network asks for the detach by DSMIPv6 signalling only.',
      basis: 'D-5',
      modality: 'always',
      questions: ['FFS-1', 'H-08'],
      ...(parts.variant.mobileIp === 'no'
        ? {
            onPurpose:
              'In I-WLAN the network may close the IKE SA itself: the second difference of the discussion part.',
          }
        : {}),
      claim: each(connections, (one) => lacks(one.seen.gatewayClosed, 'D-5')),
    },
    {
      id: 'P10',
      title: `No request is sent more than ${parts.most} times in one exchange`,
      meaning: 'Each exchange has one transmission and at most maxRetransmissions repeats.',
      basis: 'A4',
      modality: 'always',
      questions: ['A4'],
      claim: both(...transmissionCounters(parts).map((counter) => below(counter, parts.most + 1, 'A4'))),
    },
  ];
}

function procedureProperties(parts: Parts, detaching: readonly Connection[]): readonly DetachProperty[] {
  const { connections, variant } = parts;
  const notifies = variant.notification !== 'none' && variant.mobileIp === 'yes' ? detaching : [];
  return [
    {
      id: 'P11',
      title: 'At rest, after the notification, the UE is detached and has sent its BU',
      meaning: 'Once the PDN GW has begun to tell the UE, the UE-initiated procedure takes place to its end.',
      basis: 'R-8.4.3.1-7',
      modality: 'atRest',
      questions: ['FFS-1', 'FFS-2', 'A7', 'A4'],
      ...(variant.afterNotification === 'deleteOnly' && variant.notification !== 'gatewayDelete'
        ? { onPurpose: 'In this reading only the DELETE follows the notification.', excused: true as const }
        : {}),
      ...wherever(
        notifies,
        (one) => holds(one.pdnGw.detachOrdered, 'R-8.4.3.1-6'),
        (one) => both(is(one.ue.phase, 'detached', 'R-8.4.3.1-7'), holds(one.seen.buSent, 'R-8.4.3.1-7')),
      ),
    },
    {
      id: 'P12',
      title: 'The procedure ends by acknowledgement: nobody gives up, nothing stays unsent',
      meaning: 'No timer runs out for the last time, and no message is dropped because its sender lacks the SA for it.',
      basis: 'A4',
      modality: 'always',
      questions: deleteMayLead(variant) ? ['A1', 'A12', 'A4'] : ['A12', 'A4'],
      claim: each(connections, (one) => both(lacks(one.seen.gaveUp, 'A4'), lacks(one.seen.notSent, 'IPSEC-2'))),
    },
    {
      id: 'P13',
      title: 'At rest no UE is left attached to a PDN GW that has no state for it',
      meaning: 'A UE that believes itself attached sends into the void until its own lifetime ends.',
      basis: 'R-8.4.3.1-6',
      modality: 'atRest',
      questions: ['A7', 'H-10', 'H-21'],
      ...wherever(
        connections,
        (one) => is(one.ue.phase, 'attached', 'R-8.4.3.1-6'),
        (one) =>
          either(
            holds(one.pdnGw.binding, 'R-8.4.3.1-6'),
            holds(one.ike.pdnGw.ikeSa, 'R-8.4.3.1-6'),
            holds(one.pdnGw.signallingSa, 'R-8.4.3.1-6'),
            holds(one.pdnGw.payloadSa, 'R-8.4.3.1-6'),
          ),
      ),
    },
  ];
}

/** Whether the order of a detach may have the DELETE processed before the BA has come. */
function deleteMayLead({ order, mobileIp }: Variant): boolean {
  return mobileIp === 'yes' && order !== 'buThenDelete' && order !== 'buOnly';
}

/** Every field that is held for a session must be as it is without one, once a detach has begun. */
function leakProperty(parts: Parts, detaching: readonly Connection[]): DetachProperty {
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

/** The exchanges over an IKE SA that it shares belong to the one that detaches; the IKE SA itself is its own as well. */
function untouched({ ue, pdnGw, ike, seen }: Connection, shared: boolean): readonly Claim[] {
  const ofIke = shared ? [ike.ue.ikeSa, ike.pdnGw.ikeSa] : fieldsIn(ike.ue, ike.pdnGw);
  return [...fieldsIn(ue, pdnGw, seen), ...ofIke].map((field) => is(field, field.initial, 'R-8.4.3.2-1'));
}

/** Somebody has sent a request whose answer is not there yet. */
export function awaitsAnswer(parts: Parts): Claim {
  return either(...transmissionCounters(parts).map((counter) => atLeast(counter, 1, 'A4')));
}

function transmissionCounters(parts: Parts): readonly Field<number>[] {
  return [
    ...parts.connections.flatMap(({ ue, pdnGw }) => [ue.buTransmissions, pdnGw.notificationTransmissions]),
    ...ikeSaOwners(parts).flatMap(({ ike }) => [ike.ue.deleteTransmissions, ike.pdnGw.deleteTransmissions]),
  ];
}

function fieldsIn(...groups: readonly object[]): readonly Field[] {
  return groups.flatMap((group) => Object.values(group) as readonly Field[]);
}

/** How a modality is said of a claim. */
export const modalityWords: Record<Modality, string> = {
  always: 'at every moment',
  atRest: 'at rest',
  sometimes: 'in some run',
};
