/**
 * What can be said of a system before any state is: which fields ever change, and which messages there can be.
 *
 * Both are found by writing the model over and over, with what was met the time before, until nothing new is met: a rule that
 * is possible says which fields it writes and what it sends, and both may make more rules possible.
 */
import type { Field } from '#model/field.ts';
import { indexOf } from '#model/field.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { MessageSpace } from './messageSpace.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';

export class Ground {
  readonly system: System;
  readonly start: State;
  /** How many messages a queue has room for. */
  readonly slots: number;
  readonly names: Names;
  #messages: MessageSpace;
  readonly #changing = new Set<number>();

  /** @throws {RangeError} if the start has more messages in flight than there is room for. */
  constructor(system: System, start: State, slots: number) {
    if (start.queues.some(({ length }) => length > slots))
      throw new RangeError(`${slots} slots hold less than the start`);
    this.system = system;
    this.start = start;
    this.slots = slots;
    this.names = namesOf(system);
    this.#messages = new MessageSpace(system.definition.queues.length);
    for (const [queue, messages] of start.queues.entries()) {
      for (const message of messages) this.#messages.meet(queue, message);
    }
  }

  get messages(): MessageSpace {
    return this.#messages;
  }

  /** How much was met. */
  get met(): number {
    return this.#changing.size + this.#messages.met;
  }

  /** A rule that is possible gives this field another value than that of the start. */
  change(place: number): void {
    this.#changing.add(place);
  }

  changes(place: number): boolean {
    return this.#changing.has(place);
  }

  /** The index of the value that a field always has; undefined where a rule can change it. */
  fixed(field: Field): number | undefined {
    const place = this.system.places.field(field);
    return this.#changing.has(place) ? undefined : this.start.values[place];
  }

  /** What a message is called in comments. */
  sayMessage(code: number): string {
    return code === 0 ? '' : this.system.definition.nameMessage(this.#messages.message(code), this.system.places);
  }

  /** The code of a message of a queue with another argument. */
  marked(queue: number, code: number, arg: Field, index: number): number {
    return this.#messages.meet(queue, this.#messages.message(code).with(this.system.places.arg(arg), index));
  }

  /** Numbers the messages so that those which are told apart most often stand in few stretches. */
  sortMessages(places: readonly number[]): void {
    this.#messages = this.#messages.sortedBy(places);
  }

  /** The message with every argument at its initial value. */
  get blankMessage(): readonly number[] {
    return this.system.definition.args.map((arg) => indexOf(arg, arg.initial));
  }
}
