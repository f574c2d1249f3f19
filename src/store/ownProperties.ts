/** Properties of one's own: read from a file or a text, and refused with one sentence where they cannot be read. */
import { readProperties } from '#check/propertyText.ts';
import type { NamedTerm } from '#check/propertyTextFields.ts';
import { fieldTerms, messageTerms } from '#check/propertyTextFields.ts';
import type { System } from '#model/system.ts';
import type { Trace } from '#run/trace.ts';
import { lastOf } from './lastOf.ts';

/** What is wrong with a text of properties, as a sentence; undefined where nothing is. */
export function faultOf(text: string, { system }: Pick<Trace, 'system'>): string | undefined {
  const read = readProperties(system, text);
  if (!read.ok) return `These properties cannot be read: ${read.error}.`;
  return read.value.length === 0 ? 'There is no property in this text.' : undefined;
}

/** A property to begin with, on fields that every reading has. */
export const exampleProperty = 'at rest MY1 "no payload SA is left at the PDN GW": not pdnGw.payloadSa';

export interface PropertyTerms {
  readonly fields: readonly NamedTerm[];
  readonly messages: readonly NamedTerm[];
}

const termsFor = lastOf(
  (system: System): PropertyTerms => ({ fields: fieldTerms(system), messages: messageTerms(system) }),
);

/** What a property can speak of in the reading in view. */
export function propertyTerms({ system }: Pick<Trace, 'system'>): PropertyTerms {
  return termsFor(system);
}
