/** For each condition on what is in flight, and each content of a queue, whether the content bears it out: an octet each. */
import { indexOf } from '#model/field.ts';
import type { Message, Places } from '#model/state.ts';
import type { MemoryMap } from './memoryMap.ts';
import type { InFlight } from './residual.ts';

export class Predicates {
  readonly #map: MemoryMap;
  readonly #known = new Map<string, { readonly table: number; readonly condition: InFlight }>();

  constructor(map: MemoryMap) {
    this.#map = map;
  }

  /** Where the table of a condition stands. */
  tableOf(condition: InFlight): number {
    const key = condition.having.map(({ arg, value }) => `${arg.id}=${String(value)}`).join('&');
    const known = this.#known.get(key);
    if (known !== undefined) return known.table;
    const table = this.#map.allocate(this.#map.contents);
    this.#known.set(key, { table, condition });
    return table;
  }

  /** Writes what the tables say of a content. */
  write(octets: Uint8Array, places: Places, number: number, messages: readonly Message[]): void {
    for (const { table, condition } of this.#known.values()) {
      const wanted = condition.having.map(({ arg, value }) => [places.arg(arg), indexOf(arg, value)] as const);
      const found = messages.some((message) => wanted.every(([place, index]) => message[place] === index));
      octets[table + number] = found ? 1 : 0;
    }
  }
}
