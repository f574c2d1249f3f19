/** Counter mode (NIST SP 800-38A 6.5): the last 32 bits of the block count, as all of RFC 3686, 4106, 4309 and 5930 want it. */
import { type AesKey, blockLength, viewOf } from './aes.ts';

/**
 * Encrypts or decrypts: the same thing.
 * @param firstBlock the first counter block, 16 octets; not changed.
 * @throws {RangeError} if it is not one block.
 */
export function ctr(key: AesKey, firstBlock: Uint8Array, text: Uint8Array): Uint8Array {
  if (firstBlock.length !== blockLength) throw new RangeError('not a counter block');
  const counter = viewOf(firstBlock.slice());
  const stream = new Uint8Array(blockLength);
  const streamView = viewOf(stream);
  const result = text.slice();
  for (let at = 0; at < result.length; at += blockLength) {
    key.encrypt(counter, 0, streamView, 0);
    const end = Math.min(blockLength, result.length - at);
    for (let i = 0; i < end; i += 1) result[at + i] = (result[at + i] as number) ^ (stream[i] as number);
    counter.setUint32(12, counter.getUint32(12) + 1);
  }
  return result;
}

/** The first counter block of RFC 3686 4: nonce of 4 octets, IV of 8, and the number 1. */
export function ctrBlock(nonce: Uint8Array, iv: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockLength);
  block.set(nonce);
  block.set(iv, nonce.length);
  block[15] = 1;
  return block;
}
