/**
 * What is in a queue, as a number: each content is numbered when it is first met, 0 being the empty queue. What an update does
 * to a queue is worked out once for each content and kept in a table that the compiled rules read.
 *
 * A space of ten million states has some thousands of contents, so a state needs a dozen bits for a queue however long it is.
 */
import type { MessageCodes } from './messageCodes.ts';

/** What is done to a queue, at a position where one is given. */
export type QueueChange =
  | { readonly type: 'take' | 'copy'; readonly at: true }
  /** The message there becomes another. */
  | { readonly type: 'replace'; readonly at: true; readonly code: number }
  | { readonly type: 'append'; readonly at: false; readonly code: number }
  /** Each message that `from` tells becomes what it tells; of the one at the position nothing is changed. */
  | {
      readonly type: 'replaceAll';
      readonly at: boolean;
      readonly key: string;
      readonly from: (code: number) => number;
    };

/** More contents than there are numbers for. */
export class TooManyContents extends Error {}

export class QueueContents {
  readonly #codes: MessageCodes;
  readonly #length: number;
  readonly #contents: (readonly number[])[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #onNew: (number: number, content: readonly number[]) => void;

  /** Contents of at most `length` messages; `onNew` is told of each, and may throw TooManyContents. */
  constructor(codes: MessageCodes, length: number, onNew: (number: number, content: readonly number[]) => void) {
    this.#codes = codes;
    this.#length = length;
    this.#onNew = onNew;
    this.numberOf([]);
  }

  get size(): number {
    return this.#contents.length;
  }

  /** @throws {TooManyContents} where there is no room for another. */
  numberOf(content: readonly number[]): number {
    const key = String.fromCharCode(...content);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#contents.length;
    this.#numbers.set(key, number);
    this.#contents.push(content);
    this.#onNew(number, content);
    return number;
  }

  content(number: number): readonly number[] {
    const content = this.#contents[number];
    if (content === undefined) throw new RangeError(`no queue has the content ${number}`);
    return content;
  }

  messages(number: number) {
    return this.content(number).map((code) => this.#codes.message(code));
  }

  /** The number of the content afterwards; undefined where the queue would be too long. */
  changed(number: number, change: QueueChange, position: number): number | undefined {
    const content = changedContent(this.content(number), change, position);
    return content.length > this.#length ? undefined : this.numberOf(content);
  }
}

function changedContent(content: readonly number[], change: QueueChange, position: number): readonly number[] {
  switch (change.type) {
    case 'take':
      return content.toSpliced(position, 1);
    case 'copy':
      return content.toSpliced(position + 1, 0, content[position] ?? 0);
    case 'replace':
      return content.with(position, change.code);
    case 'append':
      return [...content, change.code];
    case 'replaceAll':
      return content.map((code, at) => (change.at && at === position ? code : change.from(code)));
    default:
      throw change satisfies never;
  }
}
