/** The detach procedure as a system of rules: one for each reading, and for each bound on the network's faults. */

import type { Field } from '#model/field.ts';
import { indexOf } from '#model/field.ts';
import type { State } from '#model/state.ts';
import { initialState } from '#model/state.ts';
import { System } from '#model/system.ts';
import type { BasisId } from '#spec/basis.ts';
import { discardRules } from './discards.ts';
import { circumstances } from './fields.ts';
import { messageNamer } from './message.ts';
import { networkRules } from './networkRules.ts';
import type { DetachRule, FaultBounds, Parts } from './parts.ts';
import { ikeSaOwners, partsOf, toPdnGw, toUe } from './parts.ts';
import { pdnGwReceives } from './pdnGwReceives.ts';
import { pdnGwRules } from './pdnGwRules.ts';
import { ueReceives } from './ueReceives.ts';
import { ueRules } from './ueRules.ts';
import type { Variant } from './variant.ts';

/** By hand, lose, duplicate and alter always work: more than anyone will click. */
export const boundsByHand: FaultBounds = { loss: 5_000, duplication: 5_000, alteration: 5_000 };

/** The bounds that a reading sets for the checker. */
export function boundsOf(variant: Variant): FaultBounds {
  return { loss: variant.loss, duplication: variant.duplication, alteration: 0 };
}

export interface DetachSystem extends System<BasisId> {
  readonly parts: Parts;
}

class Detach extends System<BasisId> implements DetachSystem {
  readonly parts: Parts;

  constructor(parts: Parts, rules: readonly DetachRule[]) {
    const definition = {
      fields: fieldsOf(parts),
      args: Object.values(parts.args) as readonly Field[],
      queues: [
        { id: toPdnGw, from: 'ue', to: 'pdnGw' },
        { id: toUe, from: 'pdnGw', to: 'ue' },
      ],
      rules,
      nameMessage: messageNamer(
        parts.args,
        parts.connections.map((each) => each.apn),
      ),
      ordering: parts.variant.ordering,
      queueLength: queueLength(parts),
    };
    super(definition);
    this.parts = parts;
  }
}

/** The system of a reading. By hand the network's faults are not bounded. */
export function detach(variant: Variant, bounds: FaultBounds = boundsByHand): DetachSystem {
  const parts = partsOf(variant, bounds);
  return new Detach(parts, rulesOf(parts));
}

/** All rules of a reading, in a fixed order. */
export function rulesOf(parts: Parts): readonly DetachRule[] {
  return [
    ...ueRules(parts),
    ...pdnGwRules(parts),
    ...pdnGwReceives(parts),
    ...ueReceives(parts),
    ...discardRules(parts),
    ...networkRules(parts),
  ];
}

/** A system with other rules over the same parts: a sentence switched off, a rule dropped. */
export function detachWith(parts: Parts, rules: readonly DetachRule[]): DetachSystem {
  return new Detach(parts, rules);
}

/** An initial state that differs from the usual one in some fields, by id, and in what is in flight. */
export interface Start {
  readonly fields?: Readonly<Record<string, string | number | boolean>>;
  readonly inFlight?: readonly { readonly queue: string; readonly type: string }[];
}

/** The state that a start describes. @throws {RangeError} if it names an unknown field, value, queue or message type. */
export function startState(system: DetachSystem, start: Start): State {
  const { places, definition, parts } = system;
  const usual = initialState(definition);
  const values = [...usual.values];
  for (const [id, value] of Object.entries(start.fields ?? {})) {
    const field = system.field(id);
    if (field === undefined) throw new RangeError(`there is no field ${id}`);
    values[places.field(field)] = indexOf(field, value);
  }
  const queues = usual.queues.map((queue) => [...queue]);
  for (const { queue, type } of start.inFlight ?? []) {
    const message = definition.args.map((arg) => indexOf(arg, arg.initial));
    message[places.arg(parts.args.type)] = indexOf(parts.args.type as Field, type);
    queues[places.queue(queue)]?.push(message);
  }
  return { values, queues };
}

function fieldsOf(parts: Parts): readonly Field[] {
  const ikeSas = ikeSaOwners(parts).map((each) => each.ike);
  const all: readonly object[] = [
    ...parts.connections.map((each) => each.ue),
    ...ikeSas.map((each) => each.ue),
    ...parts.connections.map((each) => each.pdnGw),
    ...ikeSas.map((each) => each.pdnGw),
    ...parts.connections.map((each) => each.seen),
    circumstances,
    parts.network,
  ];
  return [...new Set(all.flatMap((group) => Object.values(group) as readonly Field[]))];
}

/**
 * The most that can be in one direction at once. Each actor sends at most: of each PDN connection `most` requests of
 * each kind, one refresh, and one answer to each request of the other side or to its copy.
 */
function queueLength(parts: Parts): number {
  const requests = parts.connections.length * (3 * parts.most + 1);
  return 2 * requests + parts.bounds.duplication + 2 * parts.bounds.alteration + 2;
}
