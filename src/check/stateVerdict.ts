/**
 * What a property says of one state: whether it speaks of it, whether its claim holds there, and which part of it is false.
 *
 * The state may be one of a search or of a walk by hand: fields are found by their ids.
 */
import type { Condition } from '#model/condition.ts';
import { basesOf } from '#model/condition.ts';
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { sayCondition } from '#model/words.ts';
import { sayInstead } from '#run/failing.ts';
import { atRest } from '#run/rest.ts';

/** A part of a claim that is not so: what it asks for, what is so instead, and what it rests on. */
export interface FalsePart {
  /** "the PDN GW's binding is gone". */
  readonly words: string;
  /** "the PDN GW's binding is there". */
  readonly now: string;
  readonly bases: readonly string[];
}

export interface StateVerdict {
  /** Whether the property speaks of this state at all. */
  readonly speaks: boolean;
  /** Why it does not: it asks for rest only, or what it presupposes is not so. */
  readonly silent?: 'not at rest' | 'premise';
  /** Whether its claim is so here, also where the property does not speak of the state. */
  readonly holds: boolean;
  /** The parts of the claim that are not so; empty where it holds. */
  readonly false: readonly FalsePart[];
}

/** Judges one state by one property. `rests` saves working out whether the state is at rest where that is known. */
export function judgeState(
  system: System,
  state: State,
  property: Property,
  rests: boolean | undefined = property.modality === 'atRest' ? atRest(system, state) : undefined,
): StateVerdict {
  const { modality, premise, claim } = property;
  const holds = system.holds(state, claim);
  const parts = holds ? [] : falseParts(system, state, claim, true);
  if (modality === 'atRest' && rests !== true) return { speaks: false, silent: 'not at rest', holds, false: parts };
  if (premise !== undefined && !system.holds(state, premise)) {
    return { speaks: false, silent: 'premise', holds, false: parts };
  }
  return { speaks: true, holds, false: parts };
}

/** Whether a state is one that the property fails in; `sometimes` fails in none. */
export function breaksProperty(system: System, state: State, property: Property, rests: boolean): boolean {
  if (property.modality === 'sometimes' || (property.modality === 'atRest' && !rests)) return false;
  return !system.holds(state, property.claim);
}

/** The parts of a condition that keep it from being so (or, where it is not `wanted`, from not being so). */
function falseParts(system: System, state: State, condition: Condition, wanted: boolean): readonly FalsePart[] {
  if (system.holds(state, condition) === wanted) return [];
  switch (condition.type) {
    case 'compare':
    case 'inFlight':
      return [falsePart(system, state, condition, wanted)];
    case 'not':
      return falseParts(system, state, condition.part, !wanted);
    case 'all':
    case 'any': {
      const { parts } = condition;
      if ((condition.type === 'all') === wanted) {
        return parts.flatMap((part) => falseParts(system, state, part, wanted));
      }
      const wished = withoutGuards(parts, wanted);
      const [first, ...others] = wished;
      if (first !== undefined && others.length === 0) return falseParts(system, state, first, wanted);
      return [falsePart(system, state, { type: condition.type, parts: wished }, wanted)];
    }
    default:
      throw condition satisfies never;
  }
}

/** "Not A, or B" reads as "where A, B": what is missing is B. */
function withoutGuards(parts: readonly Condition[], wanted: boolean): readonly Condition[] {
  const wished = wanted ? parts.filter((part) => part.type !== 'not') : parts;
  return wished.length === 0 ? parts : wished;
}

function falsePart(system: System, state: State, condition: Condition, wanted: boolean): FalsePart {
  return {
    words: sayCondition(wanted ? condition : { type: 'not', part: condition }),
    now: sayInstead(system, state, condition),
    bases: basesOf(condition),
  };
}
