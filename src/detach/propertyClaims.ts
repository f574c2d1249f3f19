/** Parts of claims that several properties share. */
import { atLeast, both, either, holds, isNot, isOneOf, not } from '#model/condition.ts';
import type { Field } from '#model/field.ts';
import type { BasisId } from '#spec/basis.ts';
import type { Connection, Parts } from './parts.ts';
import { ikeSaOwners } from './parts.ts';
import type { Claim, DetachProperty } from './property.ts';

/** The user or the operator has begun the detach of a PDN connection. */
export function begun(connection: Connection, basis: BasisId): Claim {
  return either(isNot(connection.ue.phase, 'attached', basis), holds(connection.pdnGw.detachOrdered, basis));
}

/** The UE's procedure is over; without an IKE part (before this contribution) that is "de-registered". */
export function over(connection: Connection, basis: BasisId): Claim {
  return isOneOf(connection.ue.phase, ['deregistered', 'detached'], basis);
}

export function each(connections: readonly Connection[], claim: (connection: Connection) => Claim): Claim {
  return both(...connections.map(claim));
}

export function some(connections: readonly Connection[], claim: (connection: Connection) => Claim): Claim {
  return either(...connections.map(claim));
}

/** For each of the connections: where the first is so, the second is. The premise: the first is so of one of them. */
export function wherever(
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
export function keepsSas({ variant }: Parts): Pick<DetachProperty, 'onPurpose'> {
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

/** Somebody has sent a request whose answer is not there yet. */
export function awaitsAnswer(parts: Parts): Claim {
  return either(...transmissionCounters(parts).map((counter) => atLeast(counter, 1, 'A4')));
}

export function transmissionCounters(parts: Parts): readonly Field<number>[] {
  return [
    ...parts.connections.flatMap(({ ue, pdnGw }) => [ue.buTransmissions, pdnGw.notificationTransmissions]),
    ...ikeSaOwners(parts).flatMap(({ ike }) => [ike.ue.deleteTransmissions, ike.pdnGw.deleteTransmissions]),
  ];
}

/** All fields of some groups of fields. */
export function fieldsIn(...groups: readonly object[]): readonly Field[] {
  return groups.flatMap((group) => Object.values(group) as readonly Field[]);
}
