/** A state: the value of every field, and the messages in flight. Nothing here is ever changed in place. */
import type { Field, Value } from './field.ts';
import { indexOf, valueAt } from './field.ts';

/** A message in flight: for each argument of the system's messages, the index of its value in the domain. */
export type Message = readonly number[];

export interface State {
  /** For each field, in the system's order, the index of its value in the domain. */
  readonly values: readonly number[];
  /** For each queue, in the system's order, what is in flight, the oldest first. */
  readonly queues: readonly (readonly Message[])[];
}

/** Where each field, argument and queue stands in a state: the same for all states of a system. */
export interface Layout {
  readonly fields: readonly Field[];
  /** The arguments that every message has. */
  readonly args: readonly Field[];
  readonly queues: readonly Queue[];
}

export interface Queue {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Looks up fields by id once, so that reading a state is an array access. */
export class Places {
  readonly layout: Layout;
  readonly #fields: ReadonlyMap<string, number>;
  readonly #args: ReadonlyMap<string, number>;
  readonly #queues: ReadonlyMap<string, number>;

  constructor(layout: Layout) {
    this.layout = layout;
    this.#fields = placesById(layout.fields);
    this.#args = placesById(layout.args);
    this.#queues = placesById(layout.queues);
  }

  /** @throws {RangeError} for a field that the system does not have. */
  field(field: Field): number {
    return known(this.#fields.get(field.id), field.id);
  }

  hasField(id: string): boolean {
    return this.#fields.has(id);
  }

  /** @throws {RangeError} for an argument that the system's messages do not have. */
  arg(arg: Field): number {
    return known(this.#args.get(arg.id), arg.id);
  }

  /** @throws {RangeError} for a queue that the system does not have. */
  queue(id: string): number {
    return known(this.#queues.get(id), id);
  }
}

/** The value of a field in a state. @throws {RangeError} if the system has no such field. */
export function read<V extends Value>(places: Places, state: State, field: Field<V>): V {
  return valueAt(field, state.values[places.field(field)] ?? -1);
}

/** The value of an argument of a message. @throws {RangeError} if messages of the system have no such argument. */
export function readArg<V extends Value>(places: Places, message: Message, arg: Field<V>): V {
  return valueAt(arg, message[places.arg(arg)] ?? -1);
}

/** The initial state: every field at its initial value, nothing in flight. */
export function initialState(layout: Layout): State {
  return {
    values: layout.fields.map((field) => indexOf(field, field.initial)),
    queues: layout.queues.map(() => []),
  };
}

/** Whether two states are the same, field by field and message by message. */
export function sameState(a: State, b: State): boolean {
  return (
    sameNumbers(a.values, b.values) &&
    a.queues.length === b.queues.length &&
    a.queues.every((queue, at) => {
      const other = b.queues[at] ?? [];
      return queue.length === other.length && queue.every((message, i) => sameNumbers(message, other[i] ?? []));
    })
  );
}

/** Whether two rows of indexes are equal. */
function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

function placesById(things: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const places = new Map(things.map((thing, at) => [thing.id, at]));
  if (places.size !== things.length) throw new RangeError('two fields, arguments or queues share an id');
  return places;
}

function known(place: number | undefined, id: string): number {
  if (place === undefined) throw new RangeError(`the system has no ${id}`);
  return place;
}
