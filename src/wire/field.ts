/**
 * What a decoder says beside the value: which octets, and which bits of them, hold which field.
 *
 * The offsets of one decoding all count from the start of the octets that it was given, whichever header they belong to.
 */

/** What is the same for a field in every message: made once, beside the codec that reads it. */
export interface Label<Value> {
  /** The standard's own name, spelled out: "Sequence number". */
  readonly name: string;
  /** Document and clause: "RFC 6275 6.1.7"; ends in "(unconfirmed)" where the text was not seen. */
  readonly source: string;
  /** The value in words: "accepted"; without it the number itself is shown. */
  readonly say?: (value: Value) => string;
  /** "4 s", "octets", "s". */
  readonly unit?: string;
}

export interface WireField {
  readonly name: string;
  readonly source: string;
  /** Offset of its first octet. */
  readonly at: number;
  /** In octets, 0 or more; a field of some bits has the octets that hold them. */
  readonly length: number;
  /** For a field of some bits: the first one, counted from the most significant bit of the octet at `at`, and how many. */
  readonly bits?: { readonly first: number; readonly count: number };
  /** The value as it is; octets as hex digits; absent on a field that only groups others. */
  readonly value?: number | bigint | string;
  /** The value in words, for a person. */
  readonly words: string;
  readonly unit?: string;
  /** The fields that it consists of, in order, none outside of its octets. */
  readonly parts?: readonly WireField[];
}

/** A graded remark: `note` is worth a look, `warning` is unusual, `error` breaks the standard. */
export interface WireNote {
  readonly severity: 'note' | 'warning' | 'error';
  /** Offset of the octet it is about. */
  readonly at: number;
  /** One sentence, with the clause where there is one. */
  readonly text: string;
}

/** A label for numbers. */
export function label(name: string, source: string, more: Omit<Label<number>, 'name' | 'source'> = {}): Label<number> {
  return { name, source, ...more };
}

/** A label for octets, shown as hex digits unless `say` says more. */
export function octetsLabel(
  name: string,
  source: string,
  more: Omit<Label<Uint8Array>, 'name' | 'source'> = {},
): Label<Uint8Array> {
  return { name, source, ...more };
}
