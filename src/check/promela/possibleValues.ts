/** The values that a term can have in a place, and the places that they have in the domain of what takes them. */
import type { Term } from '#model/condition.ts';
import type { Field, Value } from '#model/field.ts';
import type { Scope } from './claims.ts';
import { argument, isAmong, selectedIs, standing } from './claims.ts';
import type { Known } from './known.ts';
import { negated, textOf } from './known.ts';

/** One value that a term can have, and when it has it. */
export interface PossibleValue {
  readonly when: Known;
  readonly value: Value;
}

/** A value that fits a domain. */
export interface FittingValue extends PossibleValue {
  readonly index: number;
}

/** All values that a term can have, as a field or an argument takes them; a value that does not fit is a bug in the rules. */
export function valuesFor(
  field: Field,
  term: Term,
  scope: Scope,
): { readonly fitting: readonly FittingValue[]; readonly assertions: readonly string[] } {
  const possible = possibleValues(term, scope)
    .filter((each) => each.when !== false)
    .map((each) => ({ ...each, index: field.domain.indexOf(each.value) }));
  return {
    fitting: possible.filter(({ index }) => index >= 0),
    assertions: possible.filter(({ index }) => index < 0).map(({ when }) => `assert(${textOf(negated(when))});`),
  };
}

/** All values that a term can have in a place. */
export function possibleValues(term: Term, scope: Scope): readonly PossibleValue[] {
  if (term.type === 'arg') {
    const codes = scope.selected?.codes ?? [];
    const values = new Map<Value, number[]>();
    for (const code of codes) {
      const value = argument(term.arg, scope, code);
      values.set(value, [...(values.get(value) ?? []), code]);
    }
    return [...values].map(([value, having]) => ({ when: selectedIs(having, scope), value }));
  }
  const stands = standing(term, scope, undefined);
  if (stands.type === 'value') return [{ when: true, value: stands.value }];
  return stands.domain.map((value) => ({ when: isAmong(stands, (each) => each === value), value }));
}
