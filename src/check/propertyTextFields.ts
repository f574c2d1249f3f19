/** What a text of properties can speak of in a reading: its fields and the arguments of its messages, each with what is said of it. */
import type { Field } from '#model/field.ts';
import { sayValue } from '#model/field.ts';
import type { System } from '#model/system.ts';
import { isFlag, nameOfArgument, nameOfValue } from './propertyTextTerms.ts';

/** A name as such a text has it, and what it stands for. */
export type NamedTerm = readonly [name: string, words: string];

/** The fields: of a flag what is so where it is yes, of others the values and what they speak of. */
export function fieldTerms({ definition }: System): readonly NamedTerm[] {
  return definition.fields.map((field) => [
    field.id,
    isFlag(field) ? sayValue(field, true) : `${valuesOf(field)}: ${field.subject}`,
  ]);
}

/** The arguments of messages with their values, the types of messages first. */
export function messageTerms({ definition }: System): readonly NamedTerm[] {
  return definition.args.map((arg) => [nameOfArgument(arg), valuesOf(arg)]);
}

function valuesOf({ domain }: Field): string {
  const names = domain.map(nameOfValue);
  const isLongCount = typeof domain[0] === 'number' && names.length > 2;
  return isLongCount ? `${names[0]} to ${names.at(-1)}` : names.join(', ');
}
