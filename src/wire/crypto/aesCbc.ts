/** Cipher block chaining (NIST SP 800-38A 6.2), without padding of its own: ESP and IKEv2 have theirs. */
import { type AesKey, blockLength, viewOf } from './aes.ts';

/** @throws {RangeError} unless the IV is one block and the plaintext whole blocks. */
export function cbcEncrypt(key: AesKey, iv: Uint8Array, plaintext: Uint8Array): Uint8Array {
  check(iv, plaintext);
  const ciphertext = plaintext.slice();
  const view = viewOf(ciphertext);
  for (let at = 0; at < ciphertext.length; at += blockLength) {
    if (at === 0) chain(ciphertext, at, iv, 0);
    else chain(ciphertext, at, ciphertext, at - blockLength);
    key.encrypt(view, at, view, at);
  }
  return ciphertext;
}

/** @throws {RangeError} unless the IV is one block and the ciphertext whole blocks. */
export function cbcDecrypt(key: AesKey, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  check(iv, ciphertext);
  const plaintext = new Uint8Array(ciphertext.length);
  const source = viewOf(ciphertext);
  const target = viewOf(plaintext);
  for (let at = 0; at < plaintext.length; at += blockLength) {
    key.decrypt(source, at, target, at);
    if (at === 0) chain(plaintext, at, iv, 0);
    else chain(plaintext, at, ciphertext, at - blockLength);
  }
  return plaintext;
}

function chain(octets: Uint8Array, at: number, other: Uint8Array, from: number): void {
  for (let i = 0; i < blockLength; i += 1) octets[at + i] = (octets[at + i] as number) ^ (other[from + i] as number);
}

function check(iv: Uint8Array, text: Uint8Array): void {
  if (iv.length !== blockLength || text.length % blockLength !== 0) throw new RangeError('not whole blocks');
}
