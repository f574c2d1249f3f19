/** Chance that a number decides: the same seed, the same frames. */
export class Random {
  #state: number;

  /** @param seed 0..2^32-1. */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number of 0..most-1; 0 where `most` is 0. (mulberry32) */
  below(most: number): number {
    this.#state = (this.#state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most);
  }

  /** @throws {RangeError} if there is nothing to pick from. */
  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  octets(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}
