/** The laws of recorded fields: inside of one another, and each bit of the octets owned by exactly one leaf. */
import { expect } from 'vitest';
import type { WireField } from '#wire/field.ts';

/** The fields without parts, in order. */
export function leavesOf(fields: readonly WireField[]): readonly WireField[] {
  return fields.flatMap((field) => (field.parts === undefined ? [field] : leavesOf(field.parts)));
}

/** Asserts that the leaves own each bit from octet `start` to before octet `end` once, and no other bit. */
export function expectTiled(fields: readonly WireField[], start: number, end: number): void {
  for (const field of fields) expectInside(field);
  const owners = new Array<string[]>((end - start) * 8);
  for (let i = 0; i < owners.length; i += 1) owners[i] = [];
  for (const { name, at, length, bits } of leavesOf(fields)) {
    const first = (at - start) * 8 + (bits?.first ?? 0);
    const count = bits?.count ?? length * 8;
    expect(first, `${name} at ${at} starts before octet ${start}`).toBeGreaterThanOrEqual(0);
    expect(first + count, `${name} at ${at} ends behind octet ${end}`).toBeLessThanOrEqual(owners.length);
    for (let bit = first; bit < first + count; bit += 1) owners[bit]?.push(name);
  }
  const wrong = owners.findIndex((names) => names.length !== 1);
  const names = owners[wrong]?.join(' and ') || 'no field';
  expect(wrong, `bit ${wrong & 7} of octet ${start + (wrong >> 3)} is owned by ${names}`).toBe(-1);
}

function expectInside(field: WireField): void {
  for (const part of field.parts ?? []) {
    expect(part.at, `${part.name} in ${field.name}`).toBeGreaterThanOrEqual(field.at);
    expect(part.at + part.length, `${part.name} in ${field.name}`).toBeLessThanOrEqual(field.at + field.length);
    expectInside(part);
  }
}
