/**
 * The changes that the compiled rules make to queues, by number, and where what each made of a content is remembered: in a
 * table of entries that later ones overwrite, so that its size does not depend on how many contents there are.
 */
import type { QueueChange } from './queueContents.ts';

export class QueueOperations {
  readonly #byKey = new Map<string, number>();
  readonly #changes: QueueChange[] = [];

  numberOf(change: QueueChange): number {
    const key = keyOf(change);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const number = this.#changes.length;
    this.#byKey.set(key, number);
    this.#changes.push(change);
    return number;
  }

  change(number: number): QueueChange {
    const change = this.#changes[number];
    if (change === undefined) throw new RangeError(`there is no queue operation ${number}`);
    return change;
  }
}

function keyOf(change: QueueChange): string {
  switch (change.type) {
    case 'take':
    case 'copy':
      return change.type;
    case 'replace':
    case 'append':
      return `${change.type} ${change.code}`;
    case 'replaceAll':
      return `${change.type} ${change.at} ${change.key}`;
    default:
      throw change satisfies never;
  }
}
