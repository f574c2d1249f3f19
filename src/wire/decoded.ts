/** The outcome of a decoding: never a thrown error, whatever the octets are. */
import type { WireField, WireNote } from './field.ts';
import { Reader, Unreadable } from './reader.ts';

export interface WireError {
  /** `truncated`: the octets end too early; `malformed`: a length or value that the format does not allow. */
  readonly type: 'truncated' | 'malformed';
  /** Offset of the first octet that could not be read. */
  readonly at: number;
  /** One sentence that names the field. */
  readonly text: string;
}

export type Draft<T> = { -readonly [Key in keyof T]?: T[Key] };

interface Read {
  /** In the order of the octets; empty unless fields were asked for. */
  readonly fields: readonly WireField[];
  readonly notes: readonly WireNote[];
}

export type Decoded<T> = Read &
  (
    | { readonly ok: true; readonly value: T }
    | {
        readonly ok: false;
        readonly error: WireError /** What was read before. */;
        readonly partial: Readonly<Draft<T>>;
      }
  );

export interface DecodeOptions {
  /** First octet to read; 0 unless given. */
  readonly start?: number;
  /** Octet after the last one that may be read; the length unless given. */
  readonly end?: number;
  /** Whether fields are recorded; `false` unless given: it costs about as much as the decoding. */
  readonly fields?: boolean;
}

/** A decoder that reads some `T`, made from a body that may assume that all octets are there: where they are not, the body is left. */
export function decoder<T extends object>(
  body: (reader: Reader, draft: Draft<T>) => T,
): (octets: Uint8Array, options?: DecodeOptions) => Decoded<T> {
  return (octets, options = {}) => {
    const reader = new Reader(octets, options.start ?? 0, options.end ?? octets.length, options.fields ?? false);
    const draft: Draft<T> = {};
    try {
      const value = body(reader, draft);
      return { ok: true, value, fields: reader.fields, notes: reader.notes };
    } catch (reason) {
      if (!(reason instanceof Unreadable)) throw reason;
      return { ok: false, error: reason.error, partial: draft, fields: reader.fields, notes: reader.notes };
    }
  };
}
