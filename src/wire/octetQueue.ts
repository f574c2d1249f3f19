/** Octets of a stream that came in but are not read yet; it grows to the largest piece that a reader waits for, plus one chunk. */
export class OctetQueue {
  #octets = new Uint8Array(65_536);
  #view = new DataView(this.#octets.buffer);
  #start = 0;
  #end = 0;
  #offset = 0;

  /** How many octets are there. */
  get length(): number {
    return this.#end - this.#start;
  }

  /** Offset, in the whole stream, of the first octet that is there. */
  get offset(): number {
    return this.#offset;
  }

  /** Takes a copy of the chunk. */
  append(chunk: Uint8Array): void {
    const { length } = this;
    if (this.#end + chunk.length > this.#octets.length) {
      const target =
        length + chunk.length <= this.#octets.length
          ? this.#octets
          : new Uint8Array(Math.max(length + chunk.length, 2 * this.#octets.length));
      target.set(this.#octets.subarray(this.#start, this.#end));
      this.#octets = target;
      this.#view = new DataView(target.buffer);
      this.#start = 0;
      this.#end = length;
    }
    this.#octets.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** Drops the first octets. @throws {RangeError} if there are not so many. */
  drop(count: number): void {
    if (count > this.length) throw new RangeError(`there are no ${count} octets`);
    this.#start += count;
    this.#offset += count;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#place(at, 1));
  }

  u16(at: number, littleEndian: boolean): number {
    return this.#view.getUint16(this.#place(at, 2), littleEndian);
  }

  u32(at: number, littleEndian: boolean): number {
    return this.#view.getUint32(this.#place(at, 4), littleEndian);
  }

  i64(at: number, littleEndian: boolean): bigint {
    return this.#view.getBigInt64(this.#place(at, 8), littleEndian);
  }

  /** A copy of `length` octets. @throws {RangeError} if they are not there, as for the numbers above. */
  copy(at: number, length: number): Uint8Array {
    const from = this.#place(at, length);
    return this.#octets.slice(from, from + length);
  }

  #place(at: number, length: number): number {
    if (at + length > this.length) throw new RangeError(`there are no octets at ${at}`);
    return this.#start + at;
  }
}
