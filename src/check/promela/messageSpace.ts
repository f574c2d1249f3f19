/** The messages that can be in each queue, each with a number from 1 on; 0 stands for no message. */
import type { Message } from '#model/state.ts';

export class MessageSpace {
  readonly #codes = new Map<string, number>();
  readonly #messages: Message[] = [];
  readonly #inQueue: readonly Set<number>[];

  constructor(queues: number) {
    this.#inQueue = Array.from({ length: queues }, () => new Set<number>());
  }

  /** How many messages of how many queues were met: as long as this grows, not all are known. */
  get met(): number {
    return this.#inQueue.reduce((sum, codes) => sum + codes.size, 0);
  }

  get size(): number {
    return this.#messages.length;
  }

  /** The code of a message that can be in a queue. */
  meet(queue: number, message: Message): number {
    const key = message.join();
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.#messages.push(message);
      this.#codes.set(key, code);
    }
    this.#inQueue[queue]?.add(code);
    return code;
  }

  /** @throws {RangeError} for a code that no message has. */
  message(code: number): Message {
    const message = this.#messages[code - 1];
    if (message === undefined) throw new RangeError(`no message has the code ${code}`);
    return message;
  }

  /** The codes of all messages that can be in a queue, rising. */
  codesIn(queue: number): readonly number[] {
    return [...(this.#inQueue[queue] ?? [])].sort((a, b) => a - b);
  }

  /** The same messages, numbered by their arguments: those that come first in `places` weigh most. */
  sortedBy(places: readonly number[]): MessageSpace {
    const sorted = new MessageSpace(this.#inQueue.length);
    const order = this.#messages
      .map((message, at) => ({ message, code: at + 1 }))
      .sort((a, b) => compareBy(places, a.message, b.message));
    for (const { message, code } of order) {
      for (const [queue, codes] of this.#inQueue.entries()) if (codes.has(code)) sorted.meet(queue, message);
    }
    return sorted;
  }
}

function compareBy(places: readonly number[], a: Message, b: Message): number {
  const differing = places.find((place) => a[place] !== b[place]);
  return differing === undefined ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}
