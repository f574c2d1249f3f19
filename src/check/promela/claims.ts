/** Conditions as expressions, with all put in that is known beforehand. */
import type { Condition, Term, Test } from '#model/condition.ts';
import { compareValues } from '#model/evaluate.ts';
import type { Field, Value } from '#model/field.ts';
import { indexOf, valueAt } from '#model/field.ts';
import type { Ground } from './ground.ts';
import type { Known } from './known.ts';
import { allOf, anyOf, negated, oneOf } from './known.ts';

/** Where a claim is made. */
export interface Scope {
  readonly ground: Ground;
  /** What stands before each name: nothing in Promela, `now.` in C. */
  readonly prefix: '' | 'now.';
  /** The message acted on, where there is one. */
  readonly selected?: SelectedMessage;
}

export interface SelectedMessage {
  /** What holds its code. */
  readonly variable: string;
  /** The codes that it can have here, rising. */
  readonly codes: readonly number[];
}

/** A condition in a place. */
export function claimOf(condition: Condition, scope: Scope): Known {
  switch (condition.type) {
    case 'compare':
      return byMessage([condition.left, condition.right], scope, (code) =>
        compared(standing(condition.left, scope, code), condition.test, standing(condition.right, scope, code)),
      );
    case 'all':
      return allOf(condition.parts.map((part) => claimOf(part, scope)));
    case 'any':
      return anyOf(condition.parts.map((part) => claimOf(part, scope)));
    case 'not':
      return negated(claimOf(condition.part, scope));
    case 'inFlight':
      return inFlight(condition, scope);
    default:
      throw condition satisfies never;
  }
}

/** The codes of the message acted on with which a condition can be true (or false, as asked). */
export function codesWhere(condition: Condition, scope: Scope, truth: boolean): readonly number[] {
  const { selected } = scope;
  if (selected === undefined) return [];
  return selected.codes.filter((code) => {
    const claim = claimOf(condition, { ...scope, selected: { ...selected, codes: [code] } });
    return claim !== !truth;
  });
}

/** The message acted on has one of these codes. */
export function selectedIs(codes: readonly number[], { ground, selected }: Scope): Known {
  if (selected === undefined) throw new RangeError('a message is asked for, but the rule acts on none');
  return oneOf(selected.variable, new Set(codes), selected.codes, (code) => ground.sayMessage(code));
}

/** The name of a field of the state. */
export function nameOf(field: Field, { ground, prefix }: Scope): string {
  return `${prefix}${ground.names.fields[ground.system.places.field(field)]}`;
}

/** What is known of a term: its value, or the field that holds it. */
export type Standing =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'field'; readonly name: string; readonly domain: readonly Value[] };

/** A term, where the message acted on has a certain code. */
export function standing(term: Term, scope: Scope, code: number | undefined): Standing {
  if (term.type === 'constant') return { type: 'value', value: term.value };
  if (term.type === 'arg') return { type: 'value', value: argument(term.arg, scope, code) };
  const fixed = scope.ground.fixed(term.field);
  return fixed === undefined
    ? { type: 'field', name: nameOf(term.field, scope), domain: term.field.domain }
    : { type: 'value', value: valueAt(term.field, fixed) };
}

/** An argument of the message acted on, where that has a certain code. */
export function argument(arg: Field, { ground }: Scope, code: number | undefined): Value {
  if (code === undefined) throw new RangeError(`${arg.id} is asked for, but the rule acts on no message`);
  return valueAt(arg, ground.messages.message(code)[ground.system.places.arg(arg)] ?? -1);
}

/** A claim that may depend on the message acted on: worked out for each, and written once for those where it says the same. */
function byMessage(terms: readonly Term[], scope: Scope, claim: (code: number | undefined) => Known): Known {
  if (scope.selected === undefined || terms.every((term) => term.type !== 'arg')) return claim(undefined);
  const saying = new Map<Known, number[]>();
  for (const code of scope.selected.codes) {
    const known = claim(code);
    saying.set(known, [...(saying.get(known) ?? []), code]);
  }
  return anyOf([...saying].map(([known, codes]) => allOf([selectedIs(codes, scope), known])));
}

function compared(left: Standing, test: Test, right: Standing): Known {
  if (right.type === 'value') {
    if (left.type === 'value') return compareValues(left.value, test, right.value);
    return isAmong(left, (value) => compareValues(value, test, right.value));
  }
  if (left.type === 'value') return isAmong(right, (value) => compareValues(left.value, test, value));
  return anyOf(
    left.domain.map((value) =>
      allOf([isAmong(left, (each) => each === value), isAmong(right, (each) => compareValues(value, test, each))]),
    ),
  );
}

/** A field has one of the values that pass. */
export function isAmong(
  { name, domain }: Extract<Standing, { type: 'field' }>,
  pass: (value: Value) => boolean,
): Known {
  const indexes = domain.map((_, index) => index);
  const members = new Set(indexes.filter((index) => pass(domain[index] as Value)));
  return oneOf(name, members, indexes, (index) => sayIndex(domain, index));
}

/** What an index stands for, where that is not the number itself. */
function sayIndex(domain: readonly Value[], index: number): string {
  const value = domain[index];
  return value === index || value === undefined ? '' : String(value);
}

/** Some message in flight, in any queue, has all these arguments. */
function inFlight({ having }: Extract<Condition, { type: 'inFlight' }>, { ground, prefix }: Scope): Known {
  const { places } = ground.system;
  const wanted = having.map(({ arg, value }) => [places.arg(arg), indexOf(arg, value)] as const);
  return anyOf(
    ground.names.queues.map(({ slots, length }, queue) => {
      const possible = ground.messages.codesIn(queue);
      const passing = possible.filter((code) => {
        const message = ground.messages.message(code);
        return wanted.every(([place, index]) => message[place] === index);
      });
      if (passing.length === 0) return false;
      if (passing.length === possible.length) return `${prefix}${length} != 0`;
      return anyOf(
        Array.from({ length: ground.slots }, (_, slot) =>
          oneOf(`${prefix}${slots}[${slot}]`, new Set(passing), [0, ...possible], (code) => ground.sayMessage(code)),
        ),
      );
    }),
  );
}
