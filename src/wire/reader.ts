/**
 * Reads octets in order, and on request records which field each octet belongs to.
 *
 * A read past the end leaves the decoder's body: `decoder` (decoded.ts) turns that into a value. Integers are big endian.
 */
import type { WireError } from './decoded.ts';
import type { Label, WireField, WireNote } from './field.ts';
import { toHex } from './octets.ts';

/** Thrown by a reader, caught by `decoder`; never leaves `src/wire`. */
export class Unreadable {
  readonly error: WireError;

  constructor(error: WireError) {
    this.error = error;
  }
}

export class Reader {
  readonly octets: Uint8Array;
  /** Offset of the next octet. */
  at: number;
  /** Offset after the last octet that may be read. */
  readonly end: number;
  readonly notes: WireNote[] = [];
  #fields: WireField[] = [];
  readonly #recording: boolean;

  /** @throws {RangeError} if the bounds are outside of the octets: a bug in the caller. */
  constructor(octets: Uint8Array, start: number, end: number, recording: boolean) {
    if (start < 0 || end > octets.length || start > end) throw new RangeError(`no octets ${start}..${end}`);
    this.octets = octets;
    this.at = start;
    this.end = end;
    this.#recording = recording;
  }

  get fields(): readonly WireField[] {
    return this.#fields;
  }

  /** Whether fields are wanted: for what is costly to say. */
  get recording(): boolean {
    return this.#recording;
  }

  get left(): number {
    return this.end - this.at;
  }

  u8(label: Label<number>): number {
    const at = this.#take(1, label);
    return this.#numbered(label, at, 1, this.octets[at] as number);
  }

  u16(label: Label<number>): number {
    const at = this.#take(2, label);
    return this.#numbered(label, at, 2, ((this.octets[at] as number) << 8) | (this.octets[at + 1] as number));
  }

  u32(label: Label<number>): number {
    const at = this.#take(4, label);
    const { octets } = this;
    const high = ((octets[at] as number) << 24) | ((octets[at + 1] as number) << 16);
    return this.#numbered(label, at, 4, (high | ((octets[at + 2] as number) << 8) | (octets[at + 3] as number)) >>> 0);
  }

  /** A 64-bit number, such as an IKE SPI. */
  u64(label: Label<bigint>): bigint {
    const at = this.#take(8, label);
    let value = 0n;
    for (let i = at; i < at + 8; i += 1) value = (value << 8n) | BigInt(this.octets[i] as number);
    if (this.#recording) this.#fields.push(fieldOf(label, at, 8, value, value.toString(16).padStart(16, '0')));
    return value;
  }

  /** A copy of that many octets. */
  take(length: number, label: Label<Uint8Array>): Uint8Array {
    const at = this.#take(length, label);
    const value = this.octets.slice(at, at + length);
    if (this.#recording) this.#fields.push(fieldOf(label, at, length, value, toHex(value)));
    return value;
  }

  /** All octets that are left; none is fine. */
  rest(label: Label<Uint8Array>): Uint8Array {
    return this.take(this.left, label);
  }

  /**
   * Records bits of octets that are already read, as a field of their own inside the last recorded one.
   * @param first counted from the most significant bit of that field.
   */
  bits(label: Label<number>, first: number, count: number, value: number): number {
    if (!this.#recording) return value;
    const whole = this.#fields.pop();
    if (whole === undefined) throw new Error('bits of no field');
    const at = whole.at + (first >> 3);
    const length = ((first + count - 1) >> 3) - (first >> 3) + 1;
    const part = { ...fieldOf(label, at, length, value, String(value)), bits: { first: first & 7, count } };
    this.#fields.push({ ...whole, parts: [...(whole.parts ?? []), part] });
    return value;
  }

  /** All fields that `read` reads become parts of one; if `read` is left early, those read so far do. */
  group<Value>(name: string, source: string, read: () => Value, say?: (value: Value) => string): Value {
    if (!this.#recording) return read();
    const outer = this.#fields;
    const { at } = this;
    this.#fields = [];
    let words = '';
    try {
      const value = read();
      words = say?.(value) ?? '';
      return value;
    } finally {
      const parts = this.#fields;
      this.#fields = outer;
      if (this.at > at) outer.push({ name, source, at, length: this.at - at, words, parts });
    }
  }

  /** A reader for the next `length` octets alone; the caller has them recorded with `group`, and moves on with `skipTo`. */
  within<Value>(length: number, label: Label<unknown>, read: (inner: Reader) => Value): Value {
    if (length > this.left) this.truncated(label.name, this.end);
    const inner = new Reader(this.octets, this.at, this.at + length, this.#recording);
    try {
      return read(inner);
    } finally {
      this.#fields.push(...inner.fields);
      this.notes.push(...inner.notes);
      this.at = inner.at;
    }
  }

  note(severity: WireNote['severity'], at: number, text: string): void {
    this.notes.push({ severity, at, text });
  }

  /** Leaves the decoder: what follows cannot be read. */
  malformed(text: string, at: number = this.at): never {
    throw new Unreadable({ type: 'malformed', at, text });
  }

  truncated(name: string, at: number): never {
    throw new Unreadable({ type: 'truncated', at, text: `The octets end within ${name}.` });
  }

  #take(length: number, label: { readonly name: string }): number {
    const { at } = this;
    if (length > this.end - at) this.truncated(label.name, this.end);
    this.at = at + length;
    return at;
  }

  #numbered(label: Label<number>, at: number, length: number, value: number): number {
    if (this.#recording) this.#fields.push(fieldOf(label, at, length, value, String(value)));
    return value;
  }
}

function fieldOf<Value extends number | bigint | Uint8Array>(
  label: Label<Value>,
  at: number,
  length: number,
  value: Value,
  plain: string,
): WireField {
  return {
    name: label.name,
    source: label.source,
    at,
    length,
    value: value instanceof Uint8Array ? plain : value,
    words: label.say?.(value) ?? plain,
    ...(label.unit === undefined ? {} : { unit: label.unit }),
  };
}
