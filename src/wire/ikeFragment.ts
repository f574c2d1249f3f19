/** Fragments of an IKEv2 message: each one an Encrypted Fragment payload that opens by itself (RFC 7383 2.5, 2.6). */
import type { WireError } from './decoded.ts';
import type { WireField, WireNote } from './field.ts';
import { concat } from './octets.ts';

export interface FragmentNumber {
  /** From 1 to the total. */
  readonly number: number;
  /** From 1 to 65535. */
  readonly total: number;
}

/** An opened fragment, as far as joining needs it. */
export interface Fragment {
  readonly fragment: FragmentNumber;
  readonly firstInnerPayload: number;
  readonly inner: Uint8Array;
}

export type Joined =
  | { readonly ok: true; readonly firstInnerPayload: number; readonly inner: Uint8Array }
  | { readonly ok: false; readonly error: WireError; readonly missing: readonly number[] };

const source = 'RFC 7383 2.5';

/**
 * The payloads of a message from its opened fragments, in any order.
 * Those of a smaller total are left out, as a sender may have cut again for a smaller path; of two of one number the first counts.
 * What is incomplete comes back as `truncated`, with the numbers that are missing.
 */
export function joinFragments(fragments: readonly Fragment[]): Joined {
  const total = fragments.reduce((most, { fragment }) => Math.max(most, fragment.total), 0);
  const byNumber = new Map<number, Fragment>();
  for (const each of fragments) {
    const { number } = each.fragment;
    if (each.fragment.total === total && number >= 1 && number <= total && !byNumber.has(number))
      byNumber.set(number, each);
  }
  const missing: number[] = [];
  for (let number = 1; number <= total; number += 1) if (!byNumber.has(number)) missing.push(number);
  const first = byNumber.get(1);
  if (missing.length > 0 || first === undefined) {
    const text = `Of ${total} fragments ${byNumber.size} are there.`;
    return { ok: false, error: { type: 'truncated', at: 0, text }, missing };
  }
  const ordered = [...byNumber.values()].sort((a, b) => a.fragment.number - b.fragment.number);
  return {
    ok: true,
    firstInnerPayload: first.firstInnerPayload,
    inner: concat(...ordered.map((each) => each.inner)),
  };
}

/** The two numbers as fields. @param at offset of the first; four octets are there. */
export function fragmentFields(message: Uint8Array, at: number): WireField[] {
  const field = (name: string, from: number): WireField => {
    const value = ((message[from] as number) << 8) | (message[from + 1] as number);
    return { name, source, at: from, length: 2, value, words: String(value) };
  };
  return [field('Fragment number', at), field('Total fragments', at + 2)];
}

/**
 * A later fragment that names a first payload; numbers outside of the total are noted where the payload is read.
 * @param at offset of the payload.
 */
export function fragmentNotes(fragment: FragmentNumber, firstInnerPayload: number, at: number): WireNote[] {
  if (fragment.number <= 1 || firstInnerPayload === 0) return [];
  const text = 'Only the first fragment names a payload that follows (RFC 7383 2.5).';
  return [{ severity: 'error', at, text }];
}
