/**
 * Conditions: claims about a state and, where a rule acts on a message, about that message.
 *
 * They are data. Each carries its basis: the sentence, the rule of a cited document, or the silence that it rests on.
 * Constructors read as claims: `is(ue.phase, 'attached', 'R-...')`, `holds(ue.ikeSa, ...)`, `lacks(...)`.
 */
import type { Field, Value } from './field.ts';

/** Where a value comes from: a constant, a field of the state, or an argument of the message acted on. */
export type Term =
  | { readonly type: 'constant'; readonly value: Value }
  | { readonly type: 'field'; readonly field: Field }
  | { readonly type: 'arg'; readonly arg: Field };

export type Test = '=' | '≠' | '<' | '≥';

export type Condition<Basis extends string = string> =
  | { readonly type: 'compare'; readonly left: Term; readonly test: Test; readonly right: Term; readonly basis: Basis }
  | { readonly type: 'all' | 'any'; readonly parts: readonly Condition<Basis>[] }
  | { readonly type: 'not'; readonly part: Condition<Basis> }
  /** Some message in flight, in any queue, has all these arguments. */
  | { readonly type: 'inFlight'; readonly having: readonly Having[]; readonly basis: Basis };

export interface Having {
  readonly arg: Field;
  readonly value: Value;
}

/** The field has this value. */
export function is<V extends Value, B extends string>(field: Field<V>, value: NoInfer<V>, basis: B): Condition<B> {
  return compare(ofField(field), '=', constant(value), basis);
}

/** The field has another value than this. */
export function isNot<V extends Value, B extends string>(field: Field<V>, value: NoInfer<V>, basis: B): Condition<B> {
  return compare(ofField(field), '≠', constant(value), basis);
}

/** The field has one of these values. */
export function isOneOf<V extends Value, B extends string>(
  field: Field<V>,
  values: readonly NoInfer<V>[],
  basis: B,
): Condition<B> {
  return { type: 'any', parts: values.map((value) => is(field, value, basis)) };
}

/** A yes-or-no field is yes. */
export function holds<B extends string>(field: Field<boolean>, basis: B): Condition<B> {
  return is(field, true, basis);
}

/** A yes-or-no field is no. */
export function lacks<B extends string>(field: Field<boolean>, basis: B): Condition<B> {
  return is(field, false, basis);
}

/** A counter is below a number. */
export function below<B extends string>(field: Field<number>, bound: number, basis: B): Condition<B> {
  return compare(ofField(field), '<', constant(bound), basis);
}

/** A counter has reached a number. */
export function atLeast<B extends string>(field: Field<number>, bound: number, basis: B): Condition<B> {
  return compare(ofField(field), '≥', constant(bound), basis);
}

/** The message acted on has this argument. */
export function messageIs<V extends Value, B extends string>(arg: Field<V>, value: NoInfer<V>, basis: B): Condition<B> {
  return compare({ type: 'arg', arg }, '=', constant(value), basis);
}

/** The message acted on has another argument than this. */
export function messageIsNot<V extends Value, B extends string>(
  arg: Field<V>,
  value: NoInfer<V>,
  basis: B,
): Condition<B> {
  return compare({ type: 'arg', arg }, '≠', constant(value), basis);
}

/** Some message in flight has all these arguments. */
export function inFlight<B extends string>(having: readonly Having[], basis: B): Condition<B> {
  return { type: 'inFlight', having, basis };
}

export function both<B extends string>(...parts: readonly Condition<B>[]): Condition<B> {
  return { type: 'all', parts };
}

export function either<B extends string>(...parts: readonly Condition<B>[]): Condition<B> {
  return { type: 'any', parts };
}

export function not<B extends string>(part: Condition<B>): Condition<B> {
  return { type: 'not', part };
}

/** One argument of a message and the value it must have. */
export function having<V extends Value>(arg: Field<V>, value: NoInfer<V>): Having {
  return { arg, value };
}

export function constant(value: Value): Term {
  return { type: 'constant', value };
}

export function ofField(field: Field): Term {
  return { type: 'field', field };
}

/** The argument of the message acted on. */
export function ofMessage(arg: Field): Term {
  return { type: 'arg', arg };
}

/** All that a condition rests on, in order, without repeats. */
export function basesOf<B extends string>(condition: Condition<B>): readonly B[] {
  switch (condition.type) {
    case 'compare':
    case 'inFlight':
      return [condition.basis];
    case 'not':
      return basesOf(condition.part);
    case 'all':
    case 'any':
      return [...new Set(condition.parts.flatMap(basesOf))];
    default:
      throw condition satisfies never;
  }
}

function compare<B extends string>(left: Term, test: Test, right: Term, basis: B): Condition<B> {
  return { type: 'compare', left, test, right, basis };
}
