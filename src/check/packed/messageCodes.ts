/** The messages that a system can have in flight, each with a number, and the contents of queues, each with a number. */
import type { Field } from '#model/field.ts';
import { indexOf, valueAt } from '#model/field.ts';
import type { Message, Places } from '#model/state.ts';

/** Numbers messages from 1 on, in the order in which they are first met; 0 is no message. */
export class MessageCodes {
  readonly #places: Places;
  readonly #messages: Message[] = [[]];
  readonly #codes = new Map<string, number>();

  constructor(places: Places) {
    this.#places = places;
  }

  /** One more than the highest number. */
  get size(): number {
    return this.#messages.length;
  }

  codeOf(message: Message): number {
    const key = message.join();
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.#messages.length;
    this.#codes.set(key, code);
    this.#messages.push(message);
    return code;
  }

  message(code: number): Message {
    const message = this.#messages[code];
    if (message === undefined || code === 0) throw new RangeError(`no message has the code ${code}`);
    return message;
  }

  argOf(code: number, arg: Field) {
    return valueAt(arg, this.message(code)[this.#places.arg(arg)] ?? -1);
  }

  /** The code of the same message with another argument. */
  withArg(code: number, arg: Field, value: string | number | boolean): number {
    return this.codeOf(this.message(code).with(this.#places.arg(arg), indexOf(arg, value)));
  }
}
