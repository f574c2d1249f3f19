/** What every mobility option's codec has: its number, its alignment and how its data is read and written (RFC 6275 6.2.1). */
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** The option starts at `factor` x n + `rest`, counted from the start of the Mobility Header. */
export interface Alignment {
  readonly factor: 2 | 4 | 8;
  readonly rest: number;
  /** Clause that asks for it; ends in "(unconfirmed)" where the text was not seen. */
  readonly source: string;
}

export interface OptionCodec<Option> {
  /** Option Type. */
  readonly number: number;
  /** The standard's own name. */
  readonly name: string;
  /** Document and clause. */
  readonly source: string;
  readonly alignment?: Alignment;
  /** Octets of data: the only length that is allowed, or the length that an option has and the least that is allowed. */
  readonly length: number | { readonly least: number; readonly of: (option: Option) => number };
  /** Reads exactly `length` octets of data. */
  readonly read: (reader: Reader, length: number) => Option;
  /** Writes the data. @throws {RangeError} if a value does not fit. */
  readonly write: (writer: Writer, option: Option) => void;
}

/** The octets themselves. @throws {RangeError} if they are not `length` many: a bug in the caller. */
export function sized(octets: Uint8Array, length: number): Uint8Array {
  if (octets.length !== length) throw new RangeError(`${octets.length} octets where ${length} are due`);
  return octets;
}

/** Notes a reserved field that is not zero. @param name as in "The reserved octet". */
export function noteReserved(reader: Reader, at: number, name: string, value: number, source: string): void {
  if (value !== 0) reader.note('note', at, `${name} is 0x${value.toString(16)}, to be sent as 0 (${source}).`);
}
