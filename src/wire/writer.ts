/** Writes octets in order, big endian. A value that does not fit its width is a bug in the caller. */
export class Writer {
  #octets = new Uint8Array(128);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @throws {RangeError} if the value is no integer from 0 to 255; the others likewise for their widths. */
  u8(value: number): this {
    this.#put(check(value, 0xff), 1);
    return this;
  }

  u16(value: number): this {
    this.#put(check(value, 0xffff), 2);
    return this;
  }

  u32(value: number): this {
    this.#put(check(value, 0xffff_ffff), 4);
    return this;
  }

  u64(value: bigint): this {
    if (value < 0n || value > 0xffff_ffff_ffff_ffffn) throw new RangeError(`${value} does not fit 64 bits`);
    this.#put(Number(value >> 32n), 4);
    this.#put(Number(value & 0xffff_ffffn), 4);
    return this;
  }

  octets(value: Uint8Array): this {
    this.#room(value.length);
    this.#octets.set(value, this.#length);
    this.#length += value.length;
    return this;
  }

  /** That many octets of zero. */
  zeros(count: number): this {
    this.#room(count);
    this.#octets.fill(0, this.#length, this.#length + count);
    this.#length += count;
    return this;
  }

  /** Overwrites two octets that were written: a length or a checksum that is known only now. */
  patchU16(at: number, value: number): this {
    if (at < 0 || at + 2 > this.#length) throw new RangeError(`nothing is written at ${at}`);
    check(value, 0xffff);
    this.#octets[at] = value >> 8;
    this.#octets[at + 1] = value & 0xff;
    return this;
  }

  /** A copy of what was written. */
  done(): Uint8Array {
    return this.#octets.slice(0, this.#length);
  }

  #put(value: number, width: number): void {
    this.#room(width);
    for (let i = 0; i < width; i += 1) {
      this.#octets[this.#length + i] = Math.floor(value / 2 ** (8 * (width - 1 - i))) & 0xff;
    }
    this.#length += width;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#octets.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#octets.length, this.#length + more));
    larger.set(this.#octets.subarray(0, this.#length));
    this.#octets = larger;
  }
}

function check(value: number, most: number): number {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new RangeError(`${value} does not fit 0..${most}`);
  return value;
}
