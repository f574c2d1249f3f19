/** How the text form of properties names fields, values and messages: what reader and writer have in common. */
import type { Field, Value } from '#model/field.ts';
import type { System } from '#model/system.ts';
import { quote } from '#run/refusal.ts';
import { didYouMean } from './nearestWord.ts';

/** Words that a condition is made of; no field is called so. */
const reserved: ReadonlySet<string> = new Set(['not', 'and', 'or', 'implies', 'in', 'true', 'false']);

export function isReserved(word: string): boolean {
  return reserved.has(word);
}

/** Of messages in flight: any of them. */
export const ANY_MESSAGE = 'anything';

/** A value by its name: yes and no of a flag, digits of a count. */
export function nameOfValue(value: Value): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** The value of a field that a name stands for, if any. */
export function valueNamed(field: Field, name: string): Value | undefined {
  const found = field.domain.find((value) => nameOfValue(value) === name);
  if (found !== undefined || !field.domain.every((value) => typeof value === 'boolean')) return found;
  return name === 'true' ? true : name === 'false' ? false : undefined;
}

/** An argument of messages by its name, without what all of them begin with: `status`. */
export function nameOfArgument(arg: Field): string {
  return arg.id.slice(arg.owner.length + 1);
}

/** The argument that tells the types of messages apart: their first. */
export function typeArgument(system: System): Field | undefined {
  return system.definition.args[0];
}

export function isFlag(field: Field): field is Field<boolean> {
  return field.domain.every((value) => typeof value === 'boolean');
}

export function isCount(field: Field): field is Field<number> {
  return field.domain.every((value) => typeof value === 'number');
}

/** What is wrong with a name that no field of this reading has. */
export function sayNoField(fields: ReadonlyMap<string, Field>, name: string): string {
  const [ofFirst = ''] = name.split('@', 1);
  if (fields.has(ofFirst)) return `there is no field ${quote(name)} in this reading, only ${ofFirst}`;
  const ids = [...fields.keys()];
  const withOwner = ids.find((id) => id.slice(id.indexOf('.') + 1) === name);
  const hint = withOwner === undefined ? didYouMean(name, ids) : `; did you mean ${withOwner}?`;
  return `there is no field ${quote(name)}${hint}`;
}

/** More values than this are not listed. */
const MOST_LISTED = 8;

/** What is wrong with a name that no value of a field has. */
export function sayNoValue(field: Field, name: string): string {
  const names = field.domain.map(nameOfValue);
  const listed = names.slice(0, MOST_LISTED).join(', ');
  const known = isCount(field)
    ? `; in this reading it is one of ${names[0]} to ${names.at(-1)}`
    : didYouMean(name, names) || `; it is one of ${listed}${names.length > MOST_LISTED ? ' and so on' : ''}`;
  return `${field.id} cannot be ${quote(name)}${known}`;
}
