/**
 * What is left of a condition once all that is known beforehand is put in: fields that no rule changes, fields known from the
 * rule's own guards, and the message acted on, for which each rule is compiled once for every message that there can be.
 */
import type { Condition, Term } from '#model/condition.ts';
import { compareValues } from '#model/evaluate.ts';
import type { Value } from '#model/field.ts';

export type Residual =
  | { readonly type: 'constant'; readonly value: boolean }
  /** The field at this place has one of these values (by index). */
  | { readonly type: 'in'; readonly field: number; readonly values: readonly boolean[] }
  /** Some message in flight has the arguments that this condition asks for. */
  | { readonly type: 'inFlight'; readonly condition: InFlight }
  | { readonly type: 'all' | 'any'; readonly parts: readonly Residual[] }
  | { readonly type: 'not'; readonly part: Residual };

export type InFlight = Extract<Condition, { readonly type: 'inFlight' }>;

/** What is known of a term: its value, or the field that it reads. */
export type KnownTerm =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'field'; readonly field: number; readonly domain: readonly Value[] };

export type Know = (term: Term) => KnownTerm;

const always: Residual = { type: 'constant', value: true };
const never: Residual = { type: 'constant', value: false };

/** What is left of a condition. */
export function residualOf(condition: Condition, know: Know): Residual {
  switch (condition.type) {
    case 'compare':
      return compare(know(condition.left), know(condition.right), (left, right) =>
        compareValues(left, condition.test, right),
      );
    case 'all':
    case 'any':
      return join(
        condition.type,
        condition.parts.map((part) => residualOf(part, know)),
      );
    case 'not':
      return negate(residualOf(condition.part, know));
    case 'inFlight':
      return { type: 'inFlight', condition };
    default:
      throw condition satisfies never;
  }
}

/** All, or any, of some parts; parts on the same field are made one. */
export function join(type: 'all' | 'any', parts: readonly Residual[]): Residual {
  const decides = type === 'any';
  const flat = parts.flatMap((part) => (part.type === type ? part.parts : [part]));
  if (flat.some((part) => part.type === 'constant' && part.value === decides))
    return { type: 'constant', value: decides };
  const byField = new Map<number, readonly boolean[]>();
  const others: Residual[] = [];
  for (const part of flat) {
    if (part.type === 'constant') continue;
    if (part.type !== 'in') {
      others.push(part);
      continue;
    }
    const before = byField.get(part.field);
    const merged = part.values.map((value, at) => {
      const other = before?.[at] ?? !decides;
      return decides ? value || other : value && other;
    });
    byField.set(part.field, merged);
  }
  const fields = [...byField].map(([field, values]) => inSet(field, values));
  const deciding = fields.find((part) => part.type === 'constant' && part.value === decides);
  if (deciding !== undefined) return deciding;
  const left = [...fields.filter((part) => part.type !== 'constant'), ...others];
  const [only] = left;
  if (only === undefined) return { type: 'constant', value: !decides };
  return left.length === 1 ? only : { type, parts: left };
}

function compare(left: KnownTerm, right: KnownTerm, pass: (left: Value, right: Value) => boolean): Residual {
  if (left.type === 'value' && right.type === 'value')
    return { type: 'constant', value: pass(left.value, right.value) };
  if (left.type === 'field' && right.type === 'value') {
    return inSet(
      left.field,
      left.domain.map((value) => pass(value, right.value)),
    );
  }
  if (left.type === 'value' && right.type === 'field') {
    return inSet(
      right.field,
      right.domain.map((value) => pass(left.value, value)),
    );
  }
  if (left.type !== 'field') throw new RangeError('a comparison has no field');
  const cases = left.domain.map((value, index) =>
    join('all', [
      inSet(
        left.field,
        left.domain.map((_, at) => at === index),
      ),
      compare({ type: 'value', value }, right, pass),
    ]),
  );
  return join('any', cases);
}

function inSet(field: number, values: readonly boolean[]): Residual {
  if (values.every(Boolean)) return always;
  return values.some(Boolean) ? { type: 'in', field, values } : never;
}

function negate(part: Residual): Residual {
  switch (part.type) {
    case 'constant':
      return { type: 'constant', value: !part.value };
    case 'in':
      return inSet(
        part.field,
        part.values.map((value) => !value),
      );
    case 'not':
      return part.part;
    case 'all':
    case 'any':
      return join(part.type === 'all' ? 'any' : 'all', part.parts.map(negate));
    case 'inFlight':
      return { type: 'not', part };
    default:
      throw part satisfies never;
  }
}
