/** The control states of the actors in a state, in words. */
import type { Field, Value } from '#model/field.ts';
import { sayValue } from '#model/field.ts';
import type { State } from '#model/state.ts';
import { read } from '#model/state.ts';
import type { System } from '#model/system.ts';

/** What one phase field holds. */
export interface PhaseValue {
  readonly field: string;
  readonly owner: string;
  readonly value: Value;
  /** "the UE is attached". */
  readonly words: string;
}

/** The control states of a system's actors, in the system's order. */
export function phaseFields(system: System): readonly Field[] {
  return system.definition.fields.filter((field) => field.role === 'phase');
}

/** What each phase field holds in a state. */
export function phasesOf(system: System, state: State): readonly PhaseValue[] {
  return phaseFields(system).map((field) => phaseValue(field, read(system.places, state, field)));
}

export function phaseValue(field: Field, value: Value): PhaseValue {
  return { field: field.id, owner: field.owner, value, words: sayValue(field, value) };
}
