/**
 * The text form of properties, for a file of one's own.
 *
 *     at rest MY1 "no payload SA is left": not pdnGw.payloadSa
 *     always MY2 "one BU at a time" when pdnGw.binding: ue.buTransmissions < 2
 *     sometimes MY3: ue.phase = detached     # a remark
 *
 *     text     = {property}
 *     property = modality ID [TITLE [MEANING]] ['rests' 'on' BASIS] [':'] ['when' condition ':'] condition
 *     modality = 'always' | 'at' 'rest' | 'sometimes'
 *
 * Each begins a line of its own and goes on as long as its condition does. A colon stands before the claim in any case.
 * TITLE and MEANING stand in quotation marks. Fields are named by their ids; what a condition is, `propertyTextCondition.ts`
 * says. A claim is asked of the states of its premise only: those of `when`.
 */
import { modalityWords } from '#detach/property.ts';
import type { Condition } from '#model/condition.ts';
import { both, either, not } from '#model/condition.ts';
import type { Modality, Property } from '#model/property.ts';
import type { System } from '#model/system.ts';
import { sayCondition } from '#model/words.ts';
import { quote } from '#run/refusal.ts';
import type { BasisId } from '#spec/basis.ts';
import { basisIds, isBasisId } from '#spec/basis.ts';
import { didYouMean } from './nearestWord.ts';
import { ConditionReader } from './propertyTextCondition.ts';
import type { Token } from './propertyTextTokens.ts';
import { Cursor, Misread, tokensOf } from './propertyTextTokens.ts';

export const mostProperties = 100;
export const mostCharacters = 100_000;

/** What a property rests on that names no sentence. */
export const ownBasis: BasisId = 'L-20';

export type ReadProperties =
  | { readonly ok: true; readonly value: readonly Property<BasisId>[] }
  /** One clause that names line and column, and what is wrong there. */
  | { readonly ok: false; readonly error: string };

/** Reads properties about the states of a system. Any text will do; the first thing that is wrong is said. */
export function readProperties(system: System, text: string): ReadProperties {
  if (text.length > mostCharacters) {
    return { ok: false, error: `the text has more than ${mostCharacters} characters` };
  }
  try {
    const cursor = new Cursor(tokensOf(text));
    const read: { readonly property: Property<BasisId>; readonly at: Token }[] = [];
    while (cursor.token.type !== 'end') {
      const at = cursor.token;
      const property = readProperty(system, cursor, (id) => read.find((each) => each.property.id === id)?.at.line);
      if (read.length === mostProperties) throw new Misread(at, `there are more than ${mostProperties} properties`);
      read.push({ property, at });
    }
    return { ok: true, value: read.map(({ property }) => property) };
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    return { ok: false, error: error.message };
  }
}

function readProperty(system: System, cursor: Cursor, lineOf: (id: string) => number | undefined): Property<BasisId> {
  const modality = readModality(cursor);
  const id = readId(cursor, lineOf);
  const title = cursor.token.type === 'quoted' ? cursor.take().text : undefined;
  const meaning = cursor.token.type === 'quoted' ? cursor.take().text : undefined;
  const basis = readBasis(cursor);
  const conditions = new ConditionReader(system, cursor, basis);
  const colon = cursor.takeIf(':');
  const premise = cursor.takeIf('when') ? conditions.condition() : undefined;
  if ((premise !== undefined || !colon) && !cursor.takeIf(':')) {
    cursor.wanted(premise === undefined ? '":"' : '":" behind the premise');
  }
  const claim = conditions.condition();
  const ends = cursor.token.type === 'end' || (cursor.startsLine() && modalityAt(cursor) !== undefined);
  if (!ends) cursor.wanted('and, or, implies, or another property on a new line');
  return {
    id,
    title: title ?? capital(sayCondition(claim)),
    meaning: meaning ?? meaningOf(modality, claim, premise),
    basis,
    modality,
    ...(premise === undefined ? {} : { premise }),
    claim: premise === undefined ? claim : claimWithin(modality, premise, claim),
  };
}

/** The claim over all states of what is asked of those of the premise. */
function claimWithin<B extends string>(modality: Modality, premise: Condition<B>, claim: Condition<B>): Condition<B> {
  return modality === 'sometimes' ? both(premise, claim) : either(not(premise), claim);
}

/** What a property means that says no meaning of its own. */
export function meaningOf(modality: Modality, claim: Condition, premise?: Condition): string {
  const where = premise === undefined ? '' : `, where ${sayCondition(premise)}`;
  return `${capital(modalityWords[modality])}${where}: ${sayCondition(claim)}.`;
}

function modalityAt(cursor: Cursor): Modality | undefined {
  if (cursor.isAt('always')) return 'always';
  if (cursor.isAt('sometimes')) return 'sometimes';
  return cursor.isAt('at', 'rest') ? 'atRest' : undefined;
}

function readModality(cursor: Cursor): Modality {
  const modality = modalityAt(cursor) ?? cursor.wanted('a property, which begins with always, at rest or sometimes,');
  cursor.take();
  if (modality === 'atRest') cursor.take();
  return modality;
}

function readId(cursor: Cursor, lineOf: (id: string) => number | undefined): string {
  const { token } = cursor;
  if (token.type !== 'word' || !isOwnId(token.text)) cursor.wanted('the id of the property, one word such as MY1,');
  if (/^P\d+[a-z]*$/i.test(token.text)) {
    throw new Misread(token, `ids such as ${token.text} are for the properties that are built in; choose another one`);
  }
  const line = lineOf(token.text);
  if (line !== undefined) throw new Misread(token, `the property of line ${line} is called ${quote(token.text)}, too`);
  cursor.take();
  return token.text;
}

/** Whether a text can be the id of a property: a letter, then letters, digits, _ and -. */
function isOwnId(text: string): boolean {
  return /^\p{L}[\p{L}\p{N}_-]{0,39}$/u.test(text) && text !== 'when' && text !== 'rests';
}

function readBasis(cursor: Cursor): BasisId {
  if (!cursor.isAt('rests', 'on')) return ownBasis;
  cursor.take();
  cursor.take();
  const { token } = cursor;
  if (token.type !== 'word') cursor.wanted('a sentence, such as R-8.4.3.3-1,');
  if (!isBasisId(token.text)) {
    throw new Misread(token, `there is no sentence ${quote(token.text)}${didYouMean(token.text, basisIds)}`);
  }
  cursor.take();
  return token.text;
}

function capital(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
