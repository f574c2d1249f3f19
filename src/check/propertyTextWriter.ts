/** Writes properties in their text form (`propertyText.ts`). What it reads back to asks the same of every state. */
import type { Condition, Having, Term, Test } from '#model/condition.ts';
import { compareValues } from '#model/evaluate.ts';
import type { Field, Value } from '#model/field.ts';
import type { Modality, Property } from '#model/property.ts';
import type { System } from '#model/system.ts';
import { isBasisId } from '#spec/basis.ts';
import { meaningOf, ownBasis } from './propertyText.ts';
import { ANY_MESSAGE, nameOfArgument, nameOfValue, typeArgument } from './propertyTextTerms.ts';
import { isWord, quoted } from './propertyTextTokens.ts';

/** Properties as a text, a paragraph each. @throws {RangeError} as `writeProperty`. */
export function writeProperties(system: System, properties: readonly Property[]): string {
  return properties.map((property) => writeProperty(system, property)).join('\n');
}

/**
 * One property, on a line of its own with its condition on the next. What single tests rest on is not written, only what the
 * property does.
 * @throws {RangeError} for a claim about the message acted on, which no property makes.
 */
export function writeProperty(system: System, { id, title, meaning, basis, modality, ...rest }: Property): string {
  const write = new ConditionWriter(system);
  const premise = rest.premise === undefined ? undefined : simplest(rest.premise);
  const claim = withoutPremise(modality, simplest(rest.claim), (part) => write.isSame(part, premise));
  const head = [headWords[modality], id, quoted(title)];
  if (meaning !== meaningOf(modality, claim, premise)) head.push(quoted(meaning));
  if (basis !== ownBasis && isBasisId(basis)) head.push(`rests on ${basis}`);
  const where = premise === undefined ? ':' : ` when ${write.condition(premise)}:`;
  return `${head.join(' ')}${where}\n  ${write.condition(claim)}\n`;
}

const headWords: Readonly<Record<Modality, string>> = { always: 'always', atRest: 'at rest', sometimes: 'sometimes' };

/** What is asked where the premise holds: the claim less what the reader puts before it. */
function withoutPremise(modality: Modality, claim: Condition, isPremise: (part: Condition) => boolean): Condition {
  if (claim.type !== (modality === 'sometimes' ? 'all' : 'any') || claim.parts.length !== 2) return claim;
  const [first, second] = claim.parts;
  const before = modality === 'sometimes' ? first : first?.type === 'not' ? first.part : undefined;
  return before !== undefined && second !== undefined && isPremise(before) ? second : claim;
}

/** The condition without "all of one" and "any of one". */
function simplest(condition: Condition): Condition {
  if (condition.type === 'not') return { type: 'not', part: simplest(condition.part) };
  if (condition.type !== 'all' && condition.type !== 'any') return condition;
  const parts = condition.parts.map(simplest);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { type: condition.type, parts };
}

class ConditionWriter {
  readonly #fields: ReadonlySet<string>;
  readonly #type: Field | undefined;

  constructor(system: System) {
    this.#fields = new Set(system.definition.fields.map(({ id }) => id));
    this.#type = typeArgument(system);
  }

  isSame(one: Condition, other: Condition | undefined): boolean {
    return other !== undefined && this.condition(one) === this.condition(other);
  }

  condition(condition: Condition): string {
    switch (condition.type) {
      case 'compare':
        return this.#comparison(condition.left, condition.test, condition.right);
      case 'not':
        return `not ${this.#negated(condition.part)}`;
      case 'inFlight':
        return `in flight ${this.#message(condition.having)}`;
      case 'all':
        return this.#joined(condition.parts, 'and', 'true');
      case 'any': {
        const [first, second, third] = condition.parts;
        if (first?.type !== 'not' || second === undefined || third !== undefined) {
          return this.#joined(condition.parts, 'or', 'false');
        }
        return `${this.#part(first.part)} implies ${this.#part(second)}`;
      }
      default:
        throw condition satisfies never;
    }
  }

  #joined(parts: readonly Condition[], word: string, ofNone: string): string {
    return parts.length === 0 ? ofNone : parts.map((part) => this.#part(part)).join(` ${word} `);
  }

  /** In parentheses where it has parts of its own. */
  #part(condition: Condition): string {
    const compound = (condition.type === 'all' || condition.type === 'any') && condition.parts.length > 0;
    return compound ? `(${this.condition(condition)})` : this.condition(condition);
  }

  /** `not` right before a flag says that it is no, so that a claim of yes is spelled out. */
  #negated(part: Condition): string {
    if (part.type !== 'compare') return this.#part(part);
    const text = this.condition(part);
    return this.#fields.has(text) ? `(${text} = yes)` : text.includes(' ') ? `(${text})` : text;
  }

  #comparison(left: Term, test: Test, right: Term): string {
    if (left.type === 'arg' || right.type === 'arg') throw new RangeError('a property speaks of the message acted on');
    if (left.type === 'constant') return this.#ofConstant(left.value, test, right);
    const { field } = left;
    if (right.type === 'field') return `${field.id} ${written(test)} ${right.field.id}`;
    const { value } = right;
    const equality = test === '=' || test === '≠';
    if (equality && !field.domain.includes(value)) return test === '=' ? 'false' : 'true';
    if (test === '=' && typeof value === 'boolean') return value ? field.id : `not ${field.id}`;
    return `${field.id} ${written(test)} ${this.#value(value)}`;
  }

  /** The same with the field first; of two constants, how they compare. */
  #ofConstant(value: Value, test: Test, right: Exclude<Term, { type: 'arg' }>): string {
    if (right.type === 'constant') return compareValues(value, test, right.value) ? 'true' : 'false';
    const constantBehind = (turned: Test, by: number) =>
      this.#comparison(right, turned, { type: 'constant', value: by === 0 ? value : Number(value) + by });
    if (test === '<') return constantBehind('≥', 1);
    return test === '≥' ? constantBehind('<', 1) : constantBehind(test, 0);
  }

  #value(value: Value): string {
    const name = nameOfValue(value);
    return typeof value === 'string' && (!isWord(name) || this.#fields.has(name)) ? quoted(name) : name;
  }

  #message(having: readonly Having[]): string {
    const [first, ...others] = having;
    if (first === undefined) return ANY_MESSAGE;
    if (first.arg.id !== this.#type?.id) return `(${this.#having(having)})`;
    const name = this.#value(first.value);
    const type = name === ANY_MESSAGE ? quoted(name) : name;
    return others.length === 0 ? type : `${type} (${this.#having(others)})`;
  }

  #having(having: readonly Having[]): string {
    return having
      .map(({ arg, value }) => {
        const name = nameOfArgument(arg);
        return typeof value === 'boolean' ? `${value ? '' : 'not '}${name}` : `${name} = ${this.#value(value)}`;
      })
      .join(', ');
  }
}

function written(test: Test): string {
  return test === '≠' ? '!=' : test === '≥' ? '>=' : test;
}
