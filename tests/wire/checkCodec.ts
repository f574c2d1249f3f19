/**
 * The laws that every codec keeps; a new message is one call with its known octets.
 *
 * Known octets decode to the value and encode back; fields tile the octets; every cut is refused as truncated and keeps
 * what was read; no octets throw; what is accepted encodes to the octets that were read; well-formed values survive.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoded, DecodeOptions } from '#wire/decoded.ts';
import type { WireField } from '#wire/field.ts';
import { concat } from '#wire/octets.ts';
import { expectTiled, leavesOf } from './fieldLaws.ts';

export interface Codec<T extends object> {
  readonly name: string;
  readonly decode: (octets: Uint8Array, options?: DecodeOptions) => Decoded<T>;
  readonly encode: (value: T) => Uint8Array;
  /** Whole messages; `value` is compared with the parts of the decoded value that it names. */
  readonly known: readonly { readonly title?: string; readonly octets: Uint8Array; readonly value?: object }[];
  /** Well-formed values, for encode and decode to give back. */
  readonly values?: fc.Arbitrary<T>;
  /** Whether known octets, cut to that length, are a whole message again; never unless given. */
  readonly wholeAt?: (length: number, octets: Uint8Array) => boolean;
  /** `false` where the encoder computes what a sender may have got wrong (a checksum, a length); `true` unless given. */
  readonly keepsEverything?: boolean;
  /** Random inputs for each law; 300 unless given. */
  readonly runs?: number;
}

/** Registers the tests of one codec. */
export function checkCodec<T extends object>(codec: Codec<T>): void {
  describe(codec.name, () => {
    for (const [index, { title, octets, value }] of codec.known.entries()) {
      const named = title ?? `known octets ${index + 1}`;
      it(`${named}: decoded and encoded again`, () => checkKnown(codec, octets, value));
      it(`${named}: every cut is refused as truncated and keeps what was read`, () => checkCuts(codec, octets));
    }
    it('no octets make it throw, and what it accepts it encodes as it was', () => checkAnyOctets(codec));
    const { values } = codec;
    if (values !== undefined) it('well-formed values survive', () => checkValues(codec, values));
  });
}

function checkKnown<T extends object>(codec: Codec<T>, octets: Uint8Array, value: object | undefined): void {
  const read = codec.decode(octets, { fields: true });
  if (!read.ok) throw new Error(`refused at ${read.error.at}: ${read.error.text}`);
  if (value !== undefined) expect(read.value).toMatchObject(value);
  expect(codec.encode(read.value)).toEqual(octets);
  expectTiled(read.fields, 0, octets.length);
  const plain = codec.decode(octets);
  expect(plain).toEqual({ ...read, fields: [] });
  const moved = codec.decode(concat(new Uint8Array(3).fill(0xee), octets, new Uint8Array(2).fill(0xee)), {
    start: 3,
    end: 3 + octets.length,
    fields: true,
  });
  expect(moved).toMatchObject({ ok: true, value: read.value, fields: read.fields.map((field) => shifted(field, 3)) });
}

function checkCuts<T extends object>(codec: Codec<T>, octets: Uint8Array): void {
  const whole = codec.decode(octets, { fields: true });
  if (!whole.ok) throw new Error('known octets are refused');
  const leaves = leavesOf(whole.fields);
  for (let length = 0; length < octets.length; length += 1) {
    if (codec.wholeAt?.(length, octets) ?? false) continue;
    const cut = codec.decode(octets.slice(0, length), { fields: true });
    if (cut.ok) throw new Error(`cut to ${length} octets it is accepted`);
    expect(cut.error.type, `cut to ${length}: ${cut.error.text}`).toBe('truncated');
    expect(cut.error.at).toBeLessThanOrEqual(length);
    expect(cut.error.text).not.toBe('');
    const kept = leavesOf(cut.fields);
    expect(kept, `fields read before the cut at ${length}`).toEqual(leaves.slice(0, kept.length));
    expectKept(cut.partial, whole.value, `cut to ${length}`);
  }
}

function checkAnyOctets<T extends object>(codec: Codec<T>): void {
  const seeds = codec.known.map(({ octets }) => octets);
  const mutated = fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat(40))
    .map(([seed, changes, cut]) => {
      const octets = seed.slice(0, Math.max(0, seed.length - (cut > 20 ? cut - 20 : 0)));
      for (const [at, octet] of changes) if (octets.length > 0) octets[at % octets.length] = octet;
      return octets;
    });
  const random = fc.uint8Array({ maxLength: 120 });
  const any = seeds.length === 0 ? random : fc.oneof(random, { weight: 3, arbitrary: mutated });
  fc.assert(
    fc.property(any, (octets) => {
      const read = codec.decode(octets, { fields: true });
      const leaves = leavesOf(read.fields);
      for (const { at, length } of leaves) expect(at + length).toBeLessThanOrEqual(octets.length);
      if (!read.ok) return;
      const end = leaves.reduce((last, { at, length }) => Math.max(last, at + length), 0);
      expectTiled(read.fields, 0, end);
      if (codec.keepsEverything ?? true) expect(codec.encode(read.value)).toEqual(octets.slice(0, end));
    }),
    { numRuns: codec.runs ?? 300 },
  );
}

function checkValues<T extends object>(codec: Codec<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      const octets = codec.encode(value);
      const read = codec.decode(octets, { fields: true });
      expect(read).toMatchObject({ ok: true, value });
      expectTiled(read.fields, 0, octets.length);
    }),
    { numRuns: codec.runs ?? 300 },
  );
}

/** What a cut message says it has read is what the whole one says: a list may be shorter, a property absent. */
function expectKept(part: unknown, whole: unknown, where: string): void {
  if (part === undefined) return;
  if (part instanceof Uint8Array || typeof part !== 'object' || part === null) {
    expect(part, where).toEqual(whole);
    return;
  }
  if (Array.isArray(part)) {
    expect(Array.isArray(whole), where).toBe(true);
    for (const [index, item] of part.entries()) expectKept(item, (whole as unknown[])[index], `${where}[${index}]`);
    return;
  }
  for (const [key, item] of Object.entries(part)) {
    expectKept(item, (whole as Record<string, unknown>)[key], `${where}.${key}`);
  }
}

function shifted(field: WireField, by: number): WireField {
  const { parts } = field;
  return {
    ...field,
    at: field.at + by,
    ...(parts === undefined ? {} : { parts: parts.map((part) => shifted(part, by)) }),
  };
}
