/** The changes that the compiled rules make to queues, each with its table: the content afterwards plus 1, or 0 if not known. */
import type { MemoryMap } from './memoryMap.ts';
import type { QueueChange } from './queueContents.ts';

export interface QueueOperation {
  readonly number: number;
  readonly change: QueueChange;
  /** By content, or by content and position where the change has one; 4 octets each. */
  readonly table: number;
}

export class QueueOperations {
  readonly #map: MemoryMap;
  readonly #byKey = new Map<string, QueueOperation>();
  readonly #all: QueueOperation[] = [];

  constructor(map: MemoryMap) {
    this.#map = map;
  }

  of(change: QueueChange): QueueOperation {
    const key = keyOf(change);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const entries = this.#map.contents * (change.at ? this.#map.queueLength : 1);
    const operation = { number: this.#all.length, change, table: this.#map.allocate(entries * 4) };
    this.#byKey.set(key, operation);
    this.#all.push(operation);
    return operation;
  }

  /** Where the entry of a content, and a position, stands. */
  entry(operation: QueueOperation, content: number, position: number): number {
    const at = operation.change.at ? content * this.#map.queueLength + position : content;
    return operation.table + at * 4;
  }

  byNumber(number: number): QueueOperation {
    const operation = this.#all[number];
    if (operation === undefined) throw new RangeError(`there is no queue operation ${number}`);
    return operation;
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
