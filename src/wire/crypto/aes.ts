/** AES (FIPS 197) on single blocks, with the key schedules computed once for a key. */
import { unsafe } from '@noble/ciphers/aes.js';

/** Octets of a block. */
export const blockLength = 16;

/** Whether AES has a key of that many octets. */
export function isAesKeyLength(length: number): boolean {
  return length === 16 || length === 24 || length === 32;
}

/** A key with its schedules; the one for decryption is made when it is first needed. */
export class AesKey {
  readonly #key: Uint8Array;
  readonly #forward: Uint32Array;
  #backward: Uint32Array | undefined;

  /** @throws {RangeError} unless the key has 16, 24 or 32 octets. */
  constructor(key: Uint8Array) {
    if (!isAesKeyLength(key.length)) throw new RangeError(`AES has no key of ${key.length} octets`);
    this.#key = key.slice();
    this.#forward = unsafe.expandKeyLE(this.#key);
  }

  /** Encrypts the block at `from` of one view into `to` of another, which may be the same. */
  encrypt(source: DataView, from: number, target: DataView, to: number): void {
    const { s0, s1, s2, s3 } = unsafe.encrypt(this.#forward, ...wordsOf(source, from));
    put(target, to, s0, s1, s2, s3);
  }

  decrypt(source: DataView, from: number, target: DataView, to: number): void {
    this.#backward ??= unsafe.expandKeyDecLE(this.#key);
    const { s0, s1, s2, s3 } = unsafe.decrypt(this.#backward, ...wordsOf(source, from));
    put(target, to, s0, s1, s2, s3);
  }
}

export function viewOf(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
}

// The library's words are little endian, whatever the machine is.
function wordsOf(view: DataView, at: number): [number, number, number, number] {
  return [
    view.getUint32(at, true),
    view.getUint32(at + 4, true),
    view.getUint32(at + 8, true),
    view.getUint32(at + 12, true),
  ];
}

function put(view: DataView, at: number, s0: number, s1: number, s2: number, s3: number): void {
  view.setUint32(at, s0, true);
  view.setUint32(at + 4, s1, true);
  view.setUint32(at + 8, s2, true);
  view.setUint32(at + 12, s3, true);
}
