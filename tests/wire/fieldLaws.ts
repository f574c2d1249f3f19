/** The laws of recorded fields: inside of one another, and each bit of the octets owned by exactly one leaf. */
import type { WireField } from '#wire/field.ts';

/** The fields without parts, in order. */
export function leavesOf(fields: readonly WireField[]): readonly WireField[] {
  return fields.flatMap((field) => (field.parts === undefined ? [field] : leavesOf(field.parts)));
}

/** @throws if the leaves do not own each bit from octet `start` to before octet `end` once, or own another bit. */
export function expectTiled(fields: readonly WireField[], start: number, end: number): void {
  for (const field of fields) expectInside(field);
  const leaves = leavesOf(fields);
  const owners = new Int32Array((end - start) * 8).fill(-1);
  for (const [index, { name, at, length, bits }] of leaves.entries()) {
    const first = (at - start) * 8 + (bits?.first ?? 0);
    const after = first + (bits?.count ?? length * 8);
    if (first < 0 || after > owners.length) throw new Error(`${name} at ${at} is not within octets ${start}..${end}`);
    for (let bit = first; bit < after; bit += 1) {
      const other = leaves[owners[bit] as number];
      if (other !== undefined) throw new Error(`${name} at ${at} and ${other.name} at ${other.at} own the same bit`);
      owners[bit] = index;
    }
  }
  const free = owners.indexOf(-1);
  if (free >= 0) throw new Error(`bit ${free & 7} of octet ${start + (free >> 3)} belongs to no field`);
}

function expectInside(field: WireField): void {
  for (const part of field.parts ?? []) {
    if (part.at < field.at || part.at + part.length > field.at + field.length) {
      throw new Error(`${part.name} at ${part.at} is not inside ${field.name} at ${field.at}`);
    }
    expectInside(part);
  }
}
