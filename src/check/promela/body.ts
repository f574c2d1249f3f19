/** What a rule does about its stimulus, as statements of Promela, one update after the other. */
import type { Field } from '#model/field.ts';
import type { Argument, Update } from '#model/update.ts';
import { allUpdates } from '#model/update.ts';
import { comment, when } from './branches.ts';
import type { Scope } from './claims.ts';
import { claimOf, codesWhere, nameOf, selectedIs } from './claims.ts';
import type { Ground } from './ground.ts';
import type { Known } from './known.ts';
import { allOf, chosen, oneOf } from './known.ts';
import type { Step } from './moved.ts';
import { moved } from './moved.ts';
import type { QueueNames } from './names.ts';
import type { FittingValue } from './possibleValues.ts';
import { possibleValues, valuesFor } from './possibleValues.ts';
import { empty, insertInto, putInto, takeFrom } from './queueStatements.ts';

/** The message that an option acts on. */
export interface ActedOn {
  readonly queue: number;
  readonly position: number;
  /** The codes that it can have, the guard being true. */
  readonly codes: readonly number[];
  readonly taken: boolean;
}

/** The statements of a rule's updates, the taking of its message included. */
export function bodyOf(ground: Ground, updates: readonly Update[], actedOn: ActedOn | undefined): readonly string[] {
  return new Body(ground, updates, actedOn).statements();
}

class Body {
  readonly #ground: Ground;
  readonly #updates: readonly Update[];
  readonly #actedOn: ActedOn | undefined;
  /** The message is kept in a variable, since its place in the queue is taken by another one or by none. */
  readonly #kept: boolean;
  /** The codes that the message acted on can have by now. */
  #codes: readonly number[];

  constructor(ground: Ground, updates: readonly Update[], actedOn: ActedOn | undefined) {
    this.#ground = ground;
    this.#updates = updates;
    this.#actedOn = actedOn;
    this.#kept = actedOn?.taken === true || allUpdates(updates).some((update) => update.type === 'loseAll');
    this.#codes = actedOn?.codes ?? [];
  }

  statements(): readonly string[] {
    const done = this.#carryOut(this.#updates);
    if (this.#actedOn === undefined) return done;
    const { queue, position, taken } = this.#actedOn;
    const names = this.#queue(queue);
    const { selected } = this.#ground.names;
    const acted = [...(taken ? takeFrom(names, this.#ground.slots, position) : []), ...done];
    if (!done.some((each) => each.includes(selected))) return acted;
    return [`${selected} = ${names.slots}[${position}];`, ...acted, `${selected} = 0;`];
  }

  #carryOut(updates: readonly Update[]): readonly string[] {
    return updates.flatMap((update) => this.#carryOutOne(update));
  }

  #carryOutOne(update: Update): readonly string[] {
    switch (update.type) {
      case 'assign':
        return this.#assign(update);
      case 'count':
        return this.#count(update.field);
      case 'send':
        return this.#send(update);
      case 'onlyIf':
        return this.#onlyIf(update);
      case 'discard':
        return [comment(`discarded: ${update.reason}`)];
      case 'copy':
        return this.#copy();
      case 'mark':
        return this.#mark(update);
      case 'markSame':
        return this.#markSame(update);
      case 'loseAll':
        return this.#ground.names.queues.flatMap((names) => empty(names, this.#ground.slots));
      default:
        throw update satisfies never;
    }
  }

  #assign({ field, value }: Extract<Update, { type: 'assign' }>): readonly string[] {
    const place = this.#ground.system.places.field(field);
    const start = this.#ground.start.values[place];
    const { fitting, assertions } = valuesFor(field, value, this.#scope());
    if (fitting.some(({ index }) => index !== start)) this.#ground.change(place);
    if (!this.#ground.changes(place)) return assertions;
    const name = nameOf(field, this.#scope());
    const copied = value.type === 'field' && fitting.every(({ index }, at) => index === at) && fitting.length > 1;
    const text = copied
      ? nameOf(value.field, this.#scope())
      : chosen(fitting.map(({ when, index }) => ({ when, text: String(index) })));
    const said = fitting.length === 1 && fitting[0]?.index !== fitting[0]?.value ? ` /*${fitting[0]?.value}*/` : '';
    return [...assertions, ...(text === '' ? [] : [`${name} = ${text}${said};`])];
  }

  #count(field: Field): readonly string[] {
    this.#ground.change(this.#ground.system.places.field(field));
    const name = nameOf(field, this.#scope());
    return [`assert(${name} < ${field.domain.length - 1});`, `${name} = ${name} + 1;`];
  }

  #send({ queue, message, needs, otherwise, carried }: Extract<Update, { type: 'send' }>): readonly string[] {
    const needed = claimOf({ type: 'all', parts: needs }, this.#scope());
    const arrives = claimOf({ type: 'all', parts: carried }, this.#scope());
    const sent =
      needed === false || arrives === false ? [] : this.#put(this.#ground.system.places.queue(queue), message);
    const before = this.#codes;
    const instead = needed === true ? [] : this.#carryOut(otherwise);
    this.#codes = union(before, this.#codes);
    return when(needed, when(arrives, sent, []), instead);
  }

  /** Puts a message together and into a queue. */
  #put(queue: number, args: readonly Argument[]): readonly string[] {
    let cases: readonly { readonly when: Known; readonly message: readonly number[] }[] = [
      { when: true, message: this.#ground.blankMessage },
    ];
    const unfit: string[] = [];
    for (const { arg, value } of args) {
      const { fitting, assertions } = valuesFor(arg, value, this.#scope());
      const place = this.#ground.system.places.arg(arg);
      unfit.push(...assertions);
      cases = cases.flatMap((before) =>
        fitting.map((each) => ({
          when: allOf([before.when, each.when]),
          message: before.message.with(place, each.index),
        })),
      );
    }
    const codes = cases
      .filter((each) => each.when !== false)
      .map((each) => ({ when: each.when, text: this.#code(this.#ground.messages.meet(queue, each.message)) }));
    return [...unfit, ...putInto(this.#queue(queue), this.#ground.slots, chosen(codes))];
  }

  #onlyIf({ condition, then, otherwise }: Extract<Update, { type: 'onlyIf' }>): readonly string[] {
    const claim = claimOf(condition, this.#scope());
    const whenFalse = codesWhere(condition, this.#scope(), false);
    this.#codes = codesWhere(condition, this.#scope(), true);
    const yes = claim === false ? [] : this.#carryOut(then);
    const after = claim === false ? [] : this.#codes;
    this.#codes = whenFalse;
    const no = claim === true ? [] : this.#carryOut(otherwise);
    this.#codes = claim === true ? after : union(after, this.#codes);
    return when(claim, yes, no);
  }

  #copy(): readonly string[] {
    const { queue, position } = this.#requireActedOn();
    const names = this.#queue(queue);
    const { slots } = this.#ground;
    for (const code of this.#codes) this.#ground.messages.meet(queue, this.#ground.messages.message(code));
    const behind = insertInto(names, slots, position + 1, this.#variable());
    if (!this.#kept) return behind;
    return when(`${names.length} > ${position}`, behind, putInto(names, slots, this.#variable()));
  }

  #mark({ arg, value }: Extract<Update, { type: 'mark' }>): readonly string[] {
    const { queue, position } = this.#requireActedOn();
    const { fitting, assertions } = valuesFor(arg, value, this.#scope());
    const steps = this.#markings(queue, this.#codes, arg, fitting);
    const variable = this.#variable();
    const text = moved(variable, steps, (codes) => selectedIs(codes, this.#scope()));
    this.#codes = union(
      steps.map((step) => step.to),
      [],
    );
    if (text === variable && !this.#kept) return assertions;
    const { slots, length } = this.#queue(queue);
    if (!this.#kept) return [...assertions, `${variable} = ${text};`];
    return [
      ...assertions,
      `assert(${position} < ${length});`,
      ...(text === variable ? [] : [`${variable} = ${text};`]),
      `${slots}[${position}] = ${variable};`,
    ];
  }

  #markSame({ same, arg, value }: Extract<Update, { type: 'markSame' }>): readonly string[] {
    const { queue, position, taken } = this.#requireActedOn();
    const { fitting, assertions } = valuesFor(arg, value, this.#scope());
    const alike = possibleValues({ type: 'arg', arg: same }, this.#scope());
    const possible = this.#ground.messages.codesIn(queue);
    const place = this.#ground.system.places.arg(same);
    const { slots } = this.#queue(queue);
    const done = alike.map(({ when: condition, value: shared }) => {
      const index = same.domain.indexOf(shared);
      const others = possible.filter((code) => this.#ground.messages.message(code)[place] === index);
      const steps = this.#markings(queue, others, arg, fitting);
      const statements = Array.from({ length: this.#ground.slots }, (_, slot) => `${slots}[${slot}]`).flatMap(
        (variable, slot) => {
          if (!taken && slot === position) return [];
          const text = moved(variable, steps, (codes) => oneOf(variable, new Set(codes), [0, ...possible]));
          return text === variable ? [] : [`${variable} = ${text};`];
        },
      );
      return { condition, statements };
    });
    return [...assertions, ...done.flatMap(({ condition, statements }) => when(condition, statements, []))];
  }

  /** For each of some messages of a queue, and each value, the message that it becomes. */
  #markings(queue: number, codes: readonly number[], arg: Field, values: readonly FittingValue[]): readonly Step[] {
    return values.flatMap((value) =>
      value.when === false
        ? []
        : codes.map((from) => ({ when: value.when, from, to: this.#ground.marked(queue, from, arg, value.index) })),
    );
  }

  #scope(): Scope {
    const base = { ground: this.#ground, prefix: '' } as const;
    return this.#actedOn === undefined
      ? base
      : { ...base, selected: { variable: this.#variable(), codes: this.#codes } };
  }

  #variable(): string {
    const { queue, position } = this.#requireActedOn();
    return this.#kept ? this.#ground.names.selected : `${this.#queue(queue).slots}[${position}]`;
  }

  #code(code: number): string {
    return `${code} /*${this.#ground.sayMessage(code)}*/`;
  }

  #queue(queue: number): QueueNames {
    const names = this.#ground.names.queues[queue];
    if (names === undefined) throw new RangeError(`there is no queue number ${queue}`);
    return names;
  }

  #requireActedOn(): ActedOn {
    if (this.#actedOn === undefined) throw new RangeError('an update speaks of a message, but the rule acts on none');
    return this.#actedOn;
  }
}

/** Codes of both, rising. */
function union(one: readonly number[], other: readonly number[]): readonly number[] {
  return [...new Set([...one, ...other])].sort((a, b) => a - b);
}
