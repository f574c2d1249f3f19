/** What a file of one's own properties can speak of in a reading, and the built-in properties in its language. */
import { isFlag, nameOfArgument, nameOfValue } from '#check/propertyTextTerms.ts';
import { writeProperty } from '#check/propertyTextWriter.ts';
import type { Field } from '#model/field.ts';
import { sayValue } from '#model/field.ts';
import type { Check } from './checkRequest.ts';
import { readingWords } from './readingWords.ts';
import { hang, twoColumns } from './wrapText.ts';

/** All of it remarks, so that it can stand at the top of such a file. */
export function fieldsText({ variant, system, properties }: Check): string {
  const { fields, args } = system.definition;
  const lines = [
    ...hang('Reading: ', readingWords(variant)),
    '',
    'Fields: what is so where one is yes, or else the values that it has and what it speaks of.',
    ...twoColumns(fields.map((field) => [field.id, fieldWords(field)])),
    '',
    'Messages, as in: in flight bindingAck (status = 133, not unsolicited)',
    ...twoColumns(args.map((arg) => [nameOfArgument(arg), valuesOf(arg)])),
    '',
    'The built-in properties:',
    ...properties.flatMap((property) => ['', ...writeProperty(system, property).trimEnd().split('\n')]),
  ];
  return lines.map((line) => `${`# ${line}`.trimEnd()}\n`).join('');
}

/** Of a flag what is so where it is yes. */
function fieldWords(field: Field): string {
  return isFlag(field) ? sayValue(field, true) : `${valuesOf(field)}: ${field.subject}`;
}

function valuesOf({ domain }: Field): string {
  const names = domain.map(nameOfValue);
  const isLongCount = typeof domain[0] === 'number' && names.length > 2;
  return isLongCount ? `${names[0]} to ${names.at(-1)}` : names.join(', ');
}
