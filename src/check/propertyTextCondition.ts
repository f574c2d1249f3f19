/**
 * Reads one condition of the text form of properties, by recursive descent.
 *
 *     condition  = either ['implies' condition]
 *     either     = both {'or' both}
 *     both       = single {'and' single}
 *     single     = 'not' single | '(' condition ')' | 'true' | 'false' | 'in' 'flight' message | FIELD [test value]
 *     message    = ('anything' | TYPE) ['(' having ')'] | '(' having ')'
 *     having     = argument {',' argument}
 *     argument   = ['not'] FLAG | ARGUMENT '=' VALUE
 *     test       = '=' | '!=' | '<' | '<=' | '>' | '>='
 */
import type { Condition, Having, Term, Test } from '#model/condition.ts';
import { both, constant, either, inFlight, not, ofField } from '#model/condition.ts';
import type { Field, Value } from '#model/field.ts';
import type { System } from '#model/system.ts';
import { quote } from '#run/refusal.ts';
import { didYouMean } from './nearestWord.ts';
import {
  ANY_MESSAGE,
  isCount,
  isFlag,
  isReserved,
  nameOfArgument,
  nameOfValue,
  sayNoField,
  sayNoValue,
  typeArgument,
  valueNamed,
} from './propertyTextTerms.ts';
import type { Cursor } from './propertyTextTokens.ts';
import { Misread } from './propertyTextTokens.ts';

/** Parentheses, `not` and `implies` go no deeper into each other. */
export const mostNesting = 50;

/** A property has no more comparisons than this, those of messages included. */
export const mostTests = 1_000;

const signs: ReadonlyMap<string, Test | '≤' | '>'> = new Map([
  ['=', '='],
  ['!=', '≠'],
  ['≠', '≠'],
  ['<', '<'],
  ['>=', '≥'],
  ['≥', '≥'],
  ['<=', '≤'],
  ['≤', '≤'],
  ['>', '>'],
]);

/** Reads conditions about the states of a system, each test resting on the same basis. */
export class ConditionReader<B extends string> {
  readonly #system: System;
  readonly #cursor: Cursor;
  readonly #basis: B;
  readonly #fields: ReadonlyMap<string, Field>;
  #depth = 0;
  #tests = 0;

  constructor(system: System, cursor: Cursor, basis: B) {
    this.#system = system;
    this.#cursor = cursor;
    this.#basis = basis;
    this.#fields = new Map(system.definition.fields.map((field) => [field.id, field]));
  }

  /** @throws {Misread} where no condition stands. */
  condition(): Condition<B> {
    const premise = this.#joined('or', () => this.#joined('and', () => this.#single()));
    if (!this.#cursor.isAt('implies')) return premise;
    return either(
      not(premise),
      this.#below(() => this.condition()),
    );
  }

  #joined(word: 'and' | 'or', part: () => Condition<B>): Condition<B> {
    const first = part();
    const parts = [first];
    while (this.#cursor.takeIf(word)) parts.push(part());
    if (parts.length === 1) return first;
    return word === 'and' ? both(...parts) : either(...parts);
  }

  #single(): Condition<B> {
    const cursor = this.#cursor;
    if (cursor.isAt('not')) return this.#below(() => this.#negated());
    if (cursor.isAt('(')) {
      const inner = this.#below(() => this.condition());
      if (!cursor.takeIf(')')) cursor.wanted('")", and, or, or implies');
      return inner;
    }
    this.#countTest();
    if (cursor.isAt('in', 'flight')) return this.#inFlight();
    if (cursor.takeIf('true')) return both();
    if (cursor.takeIf('false')) return either();
    const field = this.#field();
    return this.#test() === undefined ? this.#flagIs(field, true) : this.#comparison(field);
  }

  /** `not` before a flag that stands alone says that it is no; before all else, that the rest is not so. */
  #negated(): Condition<B> {
    const { token, next } = this.#cursor;
    const isField = token.type === 'word' && !isReserved(token.text) && this.#fields.has(token.text);
    if (!isField || signs.has(next.text)) return not(this.#single());
    this.#countTest();
    return this.#flagIs(this.#field(), false);
  }

  /** Past the word or sign that stands here, one level deeper. */
  #below<T>(read: () => T): T {
    const opening = this.#cursor.take();
    if (++this.#depth > mostNesting) throw new Misread(opening, `conditions go no deeper than ${mostNesting} levels`);
    const inner = read();
    this.#depth--;
    return inner;
  }

  #countTest(): void {
    if (++this.#tests <= mostTests) return;
    throw new Misread(this.#cursor.token, `a property has no more than ${mostTests} comparisons`);
  }

  #field(): Field {
    const { token } = this.#cursor;
    if (token.type !== 'word' || isReserved(token.text)) this.#cursor.wanted('a condition');
    const field = this.#fields.get(token.text);
    if (field === undefined) throw new Misread(token, sayNoField(this.#fields, token.text));
    this.#cursor.take();
    return field;
  }

  #flagIs(field: Field, value: boolean): Condition<B> {
    if (isFlag(field)) return this.#compare(ofField(field), '=', constant(value));
    const example = nameOfValue(field.initial);
    return this.#cursor.wanted(`a test of ${field.id}, such as = ${example},`);
  }

  #test(): Test | '≤' | '>' | undefined {
    const { type, text } = this.#cursor.token;
    return type === 'sign' ? signs.get(text) : undefined;
  }

  #comparison(field: Field): Condition<B> {
    const test = this.#test();
    const sign = this.#cursor.take();
    const ordered = test !== '=' && test !== '≠';
    if (ordered && !isCount(field)) {
      throw new Misread(sign, `${field.id} is no number, so it can only be tested by = and !=`);
    }
    const left = ofField(field);
    const right = this.#right(field, ordered);
    switch (test) {
      case '≤':
        if (right.type !== 'constant') return this.#compare(right, '≥', left);
        return this.#compare(left, '<', constant(Number(right.value) + 1));
      case '>':
        if (right.type !== 'constant') return this.#compare(right, '<', left);
        return this.#compare(left, '≥', constant(Number(right.value) + 1));
      case undefined:
        return this.#cursor.wanted('a test');
      default:
        return this.#compare(left, test, right);
    }
  }

  #compare(left: Term, test: Test, right: Term): Condition<B> {
    return { type: 'compare', left, test, right, basis: this.#basis };
  }

  /** What a field is compared with: another field, else a value of its own; for an order, any number. */
  #right(field: Field, ordered: boolean): Term {
    const { token } = this.#cursor;
    const other = token.type === 'word' ? this.#fields.get(token.text) : undefined;
    if (other !== undefined) {
      const comparable = ordered ? isCount(other) : other.domain.some((value) => field.domain.includes(value));
      if (!comparable) throw new Misread(token, `${field.id} cannot be compared with ${other.id}`);
      this.#cursor.take();
      return ofField(other);
    }
    if (!ordered) return constant(this.#value(field));
    if (token.type !== 'word' || !/^\d{1,9}$/.test(token.text))
      this.#cursor.wanted('a number, or a field that is one,');
    return constant(Number(this.#cursor.take().text));
  }

  #value(field: Field): Value {
    const { token } = this.#cursor;
    if (token.type !== 'word' && token.type !== 'quoted') this.#cursor.wanted(`a value of ${field.id}`);
    const named = valueNamed(field, token.text);
    const value = token.type === 'quoted' && typeof named !== 'string' ? undefined : named;
    if (value === undefined) throw new Misread(token, sayNoValue(field, token.text));
    this.#cursor.take();
    return value;
  }

  #inFlight(): Condition<B> {
    const cursor = this.#cursor;
    cursor.take();
    cursor.take();
    const type = typeArgument(this.#system);
    const having: Having[] = [];
    if (!cursor.takeIf(ANY_MESSAGE) && !cursor.isAt('(')) {
      const typed = cursor.token.type === 'word' || cursor.token.type === 'quoted';
      if (type === undefined || !typed) return cursor.wanted(`a message, or ${ANY_MESSAGE},`);
      having.push({ arg: type, value: this.#messageType(type) });
    }
    if (!cursor.takeIf('(')) return inFlight(having, this.#basis);
    do {
      this.#countTest();
      having.push(this.#having());
    } while (cursor.takeIf(','));
    if (!cursor.takeIf(')')) cursor.wanted('")" or ","');
    return inFlight(having, this.#basis);
  }

  #messageType(type: Field): Value {
    const { token } = this.#cursor;
    const known = type.domain.map(nameOfValue);
    if (!known.includes(token.text)) {
      throw new Misread(token, `there is no message ${quote(token.text)}${didYouMean(token.text, known)}`);
    }
    return this.#value(type);
  }

  #having(): Having {
    const cursor = this.#cursor;
    const negated = cursor.takeIf('not');
    const { token } = cursor;
    const args = this.#system.definition.args;
    const arg = args.find((each) => nameOfArgument(each) === token.text || each.id === token.text);
    if (token.type !== 'word' || arg === undefined) {
      const names = args.map(nameOfArgument);
      throw new Misread(token, `messages have no ${quote(token.text)}, but ${names.join(', ')}`);
    }
    cursor.take();
    if (isFlag(arg) && !cursor.isAt('=')) return { arg, value: !negated };
    if (negated) cursor.wanted(`"," or ")" after not ${nameOfArgument(arg)}`);
    if (!cursor.takeIf('=')) cursor.wanted('"="');
    return { arg, value: this.#value(arg) };
  }
}
