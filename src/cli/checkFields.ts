/** What a file of one's own properties can speak of in a reading, and the built-in properties in its language. */
import { fieldTerms, messageTerms } from '#check/propertyTextFields.ts';
import { writeProperty } from '#check/propertyTextWriter.ts';
import type { Check } from './checkRequest.ts';
import { readingWords } from './readingWords.ts';
import { hang, twoColumns } from './wrapText.ts';

/** All of it remarks, so that it can stand at the top of such a file. */
export function fieldsText({ variant, system, properties }: Check): string {
  const lines = [
    ...hang('Reading: ', readingWords(variant)),
    '',
    'Fields: what is so where one is yes, or else the values that it has and what it speaks of.',
    ...twoColumns(fieldTerms(system)),
    '',
    'Messages, as in: in flight bindingAck (status = 133, not unsolicited)',
    ...twoColumns(messageTerms(system)),
    '',
    'The built-in properties:',
    ...properties.flatMap((property) => ['', ...writeProperty(system, property).trimEnd().split('\n')]),
  ];
  return lines.map((line) => `${`# ${line}`.trimEnd()}\n`).join('');
}
