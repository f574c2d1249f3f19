/** Conditions over the states of a system, drawn by lot, in the form that a reader of text makes of them. */
import fc from 'fast-check';
import type { Condition, Having } from '#model/condition.ts';
import { constant, ofField } from '#model/condition.ts';
import type { Field } from '#model/field.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';

/** `strict`: what the reader makes. Otherwise also what means the same as something that the reader makes. */
export function conditionsOf<B extends string>(
  system: System,
  basis: B,
  form: 'strict' | 'any' = 'strict',
): fc.Arbitrary<Condition<B>> {
  const { fields, args } = system.definition;
  const having = fc.constantFrom(...args).chain(havingOf);
  const inFlight = fc
    .array(having, { maxLength: 3 })
    .map((each): Condition<B> => ({ type: 'inFlight', having: each, basis }));
  const compare = fc.constantFrom(...fields).chain((field) => comparisonOf(field, fields, basis));
  const turned = compare.map((each): Condition<B> => {
    if (each.type !== 'compare') return each;
    return { ...each, left: each.right, right: each.left };
  });
  const leaf = form === 'strict' ? fc.oneof(compare, inFlight) : fc.oneof(compare, turned, inFlight);
  return fc.letrec<{ condition: Condition<B> }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      leaf,
      tie('condition').map((part): Condition<B> => ({ type: 'not', part })),
      fc
        .record({
          type: fc.constantFrom('all' as const, 'any' as const),
          parts: fc.array(tie('condition'), { maxLength: 4 }),
        })
        .filter(({ parts }) => form === 'any' || parts.length !== 1),
    ),
  })).condition;
}

function comparisonOf<B extends string>(field: Field, fields: readonly Field[], basis: B): fc.Arbitrary<Condition<B>> {
  const left = ofField(field);
  const value = fc.constantFrom(...field.domain).map(constant);
  const like = fields.filter((each) => each.domain.some((one) => field.domain.includes(one)));
  const right = fc.oneof(value, fc.constantFrom(...like).map(ofField));
  const equal = fc.record({ test: fc.constantFrom('=' as const, '≠' as const), right });
  const isCount = field.domain.every((each) => typeof each === 'number');
  const number = fc.oneof(fc.nat(9).map(constant), fc.constantFrom(...fields.filter(isCounter)).map(ofField));
  const ordered = fc.record({ test: fc.constantFrom('<' as const, '≥' as const), right: number });
  return (isCount ? fc.oneof(equal, ordered) : equal).map((each) => ({ type: 'compare', left, ...each, basis }));
}

function havingOf(arg: Field): fc.Arbitrary<Having> {
  return fc.constantFrom(...arg.domain).map((value) => ({ arg, value }));
}

function isCounter(field: Field): boolean {
  return field.domain.every((each) => typeof each === 'number');
}

/** States with any values and messages, whether they can be reached or not. */
export function statesOf(system: System): fc.Arbitrary<State> {
  const { fields, args, queues } = system.definition;
  const indexes = (each: readonly Field[]) => fc.tuple(...each.map(({ domain }) => fc.nat(domain.length - 1)));
  return fc.record({
    values: indexes(fields),
    queues: fc.tuple(...queues.map(() => fc.array(indexes(args), { maxLength: 2 }))),
  });
}
