/** What `lz check` is asked for: which properties, of which reading, within which bound. */
import { checkedSystem } from '#check/checkReading.ts';
import { withFields } from '#check/checkReport.ts';
import { didYouMean } from '#check/nearestWord.ts';
import { readProperties } from '#check/propertyText.ts';
import type { Search, SearchLimits } from '#check/search.ts';
import { startSearch } from '#check/startSearch.ts';
import type { DetachSystem } from '#detach/detach.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { DetachProperty } from '#detach/property.ts';
import type { Variant } from '#detach/variant.ts';
import type { Property } from '#model/property.ts';
import { quote } from '#run/refusal.ts';
import type { BasisId } from '#spec/basis.ts';
import type { Given, Read } from './arguments.ts';
import { refuse } from './arguments.ts';
import type { ReadInput } from './command.ts';
import { readText, sayFile } from './readText.ts';

/** The options that say what is asked, whatever the reading. */
export const questionOptions = { property: 'values', properties: 'value', states: 'value' } as const;

/** What is asked of any reading. */
export interface Questions {
  /** The ids to check; all where it is empty. */
  readonly ids: readonly string[];
  /** The text of a file of one's own; what it means depends on the reading. */
  readonly own: { readonly file: string; readonly text: string } | undefined;
  readonly limits: SearchLimits;
}

/** A reading, and what is asked of it. */
export interface Check {
  readonly variant: Variant;
  readonly system: DetachSystem;
  readonly properties: readonly AskedProperty[];
}

/** A built-in property, or one of a person's own. */
export type AskedProperty = Property<BasisId> &
  Partial<Pick<DetachProperty, 'questions' | 'onPurpose' | 'excused' | 'perField'>>;

export async function readQuestions(given: Given, readInput: ReadInput): Promise<Read<Questions>> {
  const limits = readBound(given);
  if (!limits.ok) return limits;
  const questions = { ids: given.get('property') ?? [], limits: limits.value };
  const file = given.get('properties')?.[0];
  if (file === undefined) return { ok: true, value: { ...questions, own: undefined } };
  const text = await readText(file, readInput);
  return text.ok ? { ok: true, value: { ...questions, own: { file, text: text.value } } } : text;
}

/** `--states N`. */
export function readBound(given: Given): Read<SearchLimits> {
  const bound = given.get('states')?.[0];
  if (bound === undefined) return { ok: true, value: {} };
  if (!/^[1-9]\d{0,9}$/.test(bound)) return refuse(`--states needs a whole number from 1 on, not ${quote(bound)}`);
  return { ok: true, value: { states: Number(bound) } };
}

/** Refused: properties of one's own that do not fit the reading, and ids that no property has. */
export function checkOf(variant: Variant, { ids, own }: Questions): Read<Check> {
  const system = checkedSystem(variant);
  const ofOne = own === undefined ? undefined : readProperties(system, own.text);
  if (ofOne?.ok === false) return refuse(`${sayFile(own?.file ?? '')}: ${ofOne.error}`);
  const all: readonly AskedProperty[] = [...propertiesOf(system.parts), ...(ofOne?.value ?? [])];
  const known = all.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const hint = didYouMean(unknown, known) || `; the properties are ${known.join(', ')}`;
    return refuse(`there is no property ${quote(unknown)}${hint}`);
  }
  const properties = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
  return { ok: true, value: { variant, system, properties } };
}

/** The search that answers, not begun. */
export function searchOf({ system, properties }: Check, { limits }: Questions): Search {
  return startSearch(system, withFields(properties), limits);
}

/** Whether a property is one of the app's, and so asks about an open point of the text. */
export function isBuiltIn(property: AskedProperty): property is DetachProperty {
  return property.questions !== undefined;
}
