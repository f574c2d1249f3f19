/** Counter with CBC-MAC (RFC 3610) with a nonce of 11 octets, so a length field of 4, as RFC 4309 and RFC 5282 use it. */
import { type AesKey, blockLength, viewOf } from './aes.ts';
import { ctr } from './aesCtr.ts';

/** Encrypts or decrypts, without looking at the tag. @param nonce 11 octets: salt and IV. */
export function ccmCrypt(key: AesKey, nonce: Uint8Array, text: Uint8Array): Uint8Array {
  return ctr(key, counterBlock(nonce, 1), text);
}

/**
 * The tag over the additional data and the plaintext (RFC 3610 2.2); its length is part of what is authenticated.
 * @param additional below 65,280 octets.
 * @param length 8, 12 or 16.
 * @throws {RangeError} if there is more additional data.
 */
export function ccmTag(
  key: AesKey,
  nonce: Uint8Array,
  additional: Uint8Array,
  plaintext: Uint8Array,
  length: number,
): Uint8Array {
  if (additional.length >= 0xff00) throw new RangeError(`${additional.length} octets of additional data`);
  const first = counterBlock(nonce, plaintext.length);
  first[0] = (additional.length > 0 ? 0x40 : 0) | (((length - 2) / 2) << 3) | 3;
  const mac = new Uint8Array(blockLength);
  const view = viewOf(mac);
  const absorb = (octets: Uint8Array, at: number): void => {
    let place = at;
    for (const octet of octets) {
      mac[place] = (mac[place] as number) ^ octet;
      place += 1;
      if (place === blockLength) {
        key.encrypt(view, 0, view, 0);
        place = 0;
      }
    }
    // What is left of a block counts as zeros.
    if (place > 0) key.encrypt(view, 0, view, 0);
  };
  absorb(first, 0);
  if (additional.length > 0) {
    mac[0] = (mac[0] as number) ^ (additional.length >> 8);
    mac[1] = (mac[1] as number) ^ (additional.length & 0xff);
    absorb(additional, 2);
  }
  absorb(plaintext, 0);
  return ctr(key, counterBlock(nonce, 0), mac).slice(0, length);
}

function counterBlock(nonce: Uint8Array, count: number): Uint8Array {
  const block = new Uint8Array(blockLength);
  block[0] = 3;
  block.set(nonce, 1);
  viewOf(block).setUint32(12, count);
  return block;
}
