/** Initialization vectors of a session's packets: the same for the same run, and none twice under one key. */
import { prf } from '#wire/ikeKeys.ts';
import { Writer } from '#wire/writer.ts';
import type { SessionKeys } from './keys.ts';

/**
 * The initialization vector of a key's `count`-th packet of the run, from 1.
 *
 * AES-GCM counts (RFC 4106 3.1), from 1 with the run's first packet: those sent before it are no part of the run, and a
 * real sender would go on from theirs. AES-CBC wants one that nobody can foretell (RFC 3602 3): a random one would make
 * each run's octets differ, so it is a hash of the key and the count instead, which without the key is as good as random.
 */
export function initializationVector({ suite }: SessionKeys, key: Uint8Array, count: number): Uint8Array {
  const counted = new Writer().u64(BigInt(count)).done();
  return suite.ivLength === counted.length ? counted : prf('sha256', key, counted).slice(0, suite.ivLength);
}
