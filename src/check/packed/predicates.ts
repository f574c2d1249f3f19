/** For each condition on what is in flight, and each content of a queue, whether the content bears it out: an octet each. */
import { indexOf } from '#model/field.ts';
import type { Message, Places } from '#model/state.ts';
import type { MemoryMap } from './memoryMap.ts';
import type { MessageCodes } from './messageCodes.ts';
import type { InFlight } from './residual.ts';

export class Predicates {
  readonly #map: MemoryMap;
  readonly #known = new Map<string, Predicate>();

  constructor(map: MemoryMap) {
    this.#map = map;
  }

  /** Where the table of a condition stands. */
  tableOf(condition: InFlight): number {
    const key = condition.having.map(({ arg, value }) => `${arg.id}=${String(value)}`).join('&');
    const known = this.#known.get(key);
    if (known !== undefined) return known.table;
    const table = this.#map.allocate(this.#map.contents);
    this.#known.set(key, { table, condition, borneOut: new Map() });
    return table;
  }

  /** Writes what the tables say of a content, by the codes of its messages. */
  write(octets: Uint8Array, codes: MessageCodes, places: Places, number: number, content: readonly number[]): void {
    for (const { table, condition, borneOut } of this.#known.values()) {
      const found = content.some((code) => {
        const known = borneOut.get(code);
        if (known !== undefined) return known;
        const bears = bearsOut(condition, codes.message(code), places);
        borneOut.set(code, bears);
        return bears;
      });
      octets[table + number] = found ? 1 : 0;
    }
  }
}

interface Predicate {
  readonly table: number;
  readonly condition: InFlight;
  /** By code, as far as it was asked for. */
  readonly borneOut: Map<number, boolean>;
}

function bearsOut(condition: InFlight, message: Message, places: Places): boolean {
  return condition.having.every(({ arg, value }) => message[places.arg(arg)] === indexOf(arg, value));
}
