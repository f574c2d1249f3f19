/** Flag bits of a message or an option: one table a field names every bit, and reads and writes it by that table. */
import { type Label, label } from './field.ts';
import type { Reader } from './reader.ts';

/** One flag: the property that holds it, its label, its mask in the whole field. */
export interface Flag<Key extends string> {
  readonly key: Key;
  readonly mask: number;
  readonly label: Label<number>;
}

export interface FlagField<Key extends string> {
  /** Of all flags and reserved bits together; 8 or 16 bits wide. */
  readonly label: Label<number>;
  readonly width: 8 | 16;
  readonly flags: readonly Flag<Key>[];
  /** The bits below the flags, never among them. */
  readonly reserved: Label<number>;
}

export type Flags<Key extends string> = Readonly<Record<Key, boolean>> & {
  /** The bits that have no meaning, as a number; 0 in what we send. */
  readonly reserved: number;
};

/** A flag whose label is its letter and name. @param mask exactly one bit of the whole field. */
export function flag<Key extends string>(
  key: Key,
  letter: string,
  name: string,
  mask: number,
  source: string,
): Flag<Key> {
  return { key, mask, label: label(`${letter}: ${name}`, source, { say: (value) => (value === 1 ? 'set' : 'clear') }) };
}

/** A field of flags, its flags from the most significant bit on without a gap; what is left below is reserved. */
export function flagField<Key extends string>(
  source: string,
  width: 8 | 16,
  flags: readonly Flag<Key>[],
): FlagField<Key> {
  const letters = (value: number) =>
    flags
      .filter(({ mask }) => (value & mask) !== 0)
      .map((one) => one.label.name.split(':')[0])
      .join(' ') || 'none set';
  return { label: label('Flags', source, { say: letters }), width, flags, reserved: label('Reserved', source) };
}

/** Reads the whole field, and records each of its bits; notes reserved bits that are set. */
export function readFlags<Key extends string>(reader: Reader, field: FlagField<Key>): Flags<Key> {
  const { at } = reader;
  const value = field.width === 8 ? reader.u8(field.label) : reader.u16(field.label);
  const read: Record<string, boolean> = {};
  for (const [index, { key, mask, label: name }] of field.flags.entries()) {
    read[key] = (value & mask) !== 0;
    reader.bits(name, index, 1, read[key] ? 1 : 0);
  }
  const known = field.flags.length;
  const reserved = value & reservedMask(field);
  if (known < field.width) reader.bits(field.reserved, known, field.width - known, reserved);
  if (reserved !== 0) {
    const hex = reserved.toString(16).padStart(field.width / 4, '0');
    reader.note('note', at, `Reserved flag bits are set: 0x${hex} (${field.label.source}).`);
  }
  return { ...(read as Record<Key, boolean>), reserved };
}

/** The field as a number. @throws {RangeError} if the reserved bits reach into the flags. */
export function flagsValue<Key extends string>(field: FlagField<Key>, flags: Flags<Key>): number {
  const { reserved } = flags;
  if (!Number.isInteger(reserved) || reserved < 0 || reserved > reservedMask(field)) {
    throw new RangeError(`reserved bits ${reserved} do not fit 0..${reservedMask(field)}`);
  }
  return field.flags.reduce((value, { key, mask }) => (flags[key] ? value | mask : value), reserved);
}

function reservedMask(field: FlagField<string>): number {
  return 2 ** (field.width - field.flags.length) - 1;
}
