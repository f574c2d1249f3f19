/** What the rules of one reading are made of: its fields, its messages, its PDN connections and who shares an IKE SA. */

import type { Condition } from '#model/condition.ts';
import { having, holds, inFlight, not } from '#model/condition.ts';
import type { Rule } from '#model/rule.ts';
import type { BasisId } from '#spec/basis.ts';
import type { ConnectionFields, IkeSaFields, NetworkFields } from './fields.ts';
import { connectionFields, ikeSaFields, networkFields } from './fields.ts';
import type { MessageArgs } from './message.ts';
import { messageArgs } from './message.ts';
import type { Variant } from './variant.ts';

export type DetachRule = Rule<BasisId>;

/** How often each network fault is possible. */
export interface FaultBounds {
  readonly loss: number;
  readonly duplication: number;
  readonly alteration: number;
}

/** The queue of each direction. */
export const toPdnGw = 'toPdnGw';
export const toUe = 'toUe';

/** The access point names; the first connection needs none in event texts. */
const apns = ['internet', 'ims'] as const;

export interface Connection {
  readonly apn: string;
  /** Part of event texts; undefined for the first connection. */
  readonly instance: string | undefined;
  /** Added to titles: empty where there is one PDN connection. */
  readonly shown: string;
  readonly ue: ConnectionFields['ue'];
  readonly pdnGw: ConnectionFields['pdnGw'];
  readonly seen: ConnectionFields['seen'];
  readonly ike: IkeSaFields;
  /** The APN that stands in messages of its IKE SA; where a DELETE names its ESP SAs, each connection has its own. */
  readonly ikeApn: string;
  /** Whether the user or the operator may detach it. */
  readonly mayDetach: boolean;
}

export interface Parts {
  readonly variant: Variant;
  readonly bounds: FaultBounds;
  readonly args: MessageArgs;
  readonly network: NetworkFields;
  readonly connections: readonly Connection[];
  /** 1 + maxRetransmissions. */
  readonly most: number;
}

/** Makes the parts of a reading. */
export function partsOf(variant: Variant, bounds: FaultBounds): Parts {
  const most = 1 + variant.maxRetransmissions;
  const names = apns.slice(0, variant.pdnConnections);
  const several = names.length > 1;
  const connections: Connection[] = [];
  for (const [at, apn] of names.entries()) {
    const instance = at === 0 ? '' : apn;
    const shown = several ? ` (${apn})` : '';
    const first = connections[0];
    const shared = first !== undefined && variant.sharedIkeSa === 'yes';
    const own = ikeSaFields(instance, shown, variant, most);
    const together = variant.deleteScope === 'all';
    connections.push({
      apn,
      instance: at === 0 ? undefined : apn,
      shown,
      ...connectionFields(instance, shown, variant, most),
      ike: shared ? (together ? first.ike : sharedIkeSa(own, first.ike)) : own,
      ikeApn: shared && together ? first.ikeApn : apn,
      mayDetach: at === 0 || variant.secondPdn === 'detaching',
    });
  }
  return {
    variant,
    bounds,
    args: messageArgs(names, bounds.duplication),
    network: networkFields(bounds),
    connections,
    most,
  };
}

/** The connections whose ESP SAs were negotiated over the same IKE SA, itself among them. */
export function sharing(parts: Parts, connection: Connection): readonly Connection[] {
  return parts.connections.filter((each) => each.ike.ue.ikeSa === connection.ike.ue.ikeSa);
}

/** The exchanges of one PDN connection over the IKE SA of another. */
function sharedIkeSa(exchanges: IkeSaFields, of: IkeSaFields): IkeSaFields {
  return {
    ue: { ...exchanges.ue, ikeSa: of.ue.ikeSa },
    pdnGw: { ...exchanges.pdnGw, ikeSa: of.pdnGw.ikeSa },
  };
}

/** The connection that stands for each IKE SA, or for each DELETE exchange where a DELETE names its ESP SAs. */
export function ikeSaOwners(parts: Parts): readonly Connection[] {
  return parts.connections.filter((each) => each.apn === each.ikeApn);
}

/** What a patient timer waits for: nothing of this PDN connection is in flight. */
export function timerMayFire(parts: Parts, connection: Connection): readonly Condition<BasisId>[] {
  if (parts.variant.timers === 'impatient') return [];
  const apnsConcerned = [...new Set([connection.apn, connection.ikeApn])];
  return apnsConcerned.map((apn) => not(inFlight([having(parts.args.connection, apn)], 'L-17')));
}

/** What carries a message at all: there is coverage. Nothing to test where coverage cannot be lost. */
export function carriage(parts: Parts): readonly Condition<BasisId>[] {
  return parts.variant.coverageMayBeLost === 'yes' ? [holds(parts.network.coverage, 'NET-5')] : [];
}

/** The instance of a rule's stimulus, spread into it. */
export function instanceOf(connection: Connection): { readonly instance?: string } {
  return connection.instance === undefined ? {} : { instance: connection.instance };
}

/** A rule's id for one PDN connection. */
export function ruleId(id: string, connection: Connection): string {
  return connection.instance === undefined ? id : `${id}@${connection.instance}`;
}
