/** The one sentence that a step rests on most: what the clause bar, a transcript and scripts show for it. */
import { basesOf } from '#model/condition.ts';
import type { Effect } from '#model/evaluate.ts';
import type { TraceStep } from '#run/trace.ts';
import { type BasisDescription, describeBasis, isBasisId } from '#spec/basis.ts';

/**
 * Of all that the step's effects rest on the first sentence that says "shall", or else the first of any force; where they
 * rest on nothing, of the conditions of its rule. What is written for properties only does not count.
 * @throws {RangeError} if neither effects nor conditions have a basis that is known here: a bug in the rules.
 */
export function basisOfStep(step: TraceStep): BasisDescription {
  const basis = strongest(step.effects.flatMap(basesOfEffect)) ?? strongest(step.rule.when.flatMap(basesOf));
  if (basis === undefined) throw new RangeError(`${step.rule.id} rests on no sentence`);
  return basis;
}

function basesOfEffect(effect: Effect): readonly string[] {
  if (effect.type === 'taken' || (effect.type === 'changed' && effect.field.role === 'observer')) return [];
  return [effect.basis];
}

function strongest(bases: readonly string[]): BasisDescription | undefined {
  const described = bases.filter(isBasisId).map(describeBasis);
  return described.find((each) => each.force === 'shall') ?? described[0];
}
