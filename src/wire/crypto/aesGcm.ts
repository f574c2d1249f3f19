/** Galois/counter mode (NIST SP 800-38D) with a nonce of 12 octets and the whole tag of 16; shorter ones are its head. */
import { GHASH } from '@noble/ciphers/_polyval.js';
import { type AesKey, blockLength, viewOf } from './aes.ts';
import { ctr, ctrBlock } from './aesCtr.ts';

/** The hash of one key: its table costs far more than hashing a packet, so it is kept and the running value set back. */
class ReusedGhash extends GHASH {
  hash(additional: Uint8Array, ciphertext: Uint8Array): Uint8Array {
    this.s0 = 0;
    this.s1 = 0;
    this.s2 = 0;
    this.s3 = 0;
    this.finished = false;
    const lengths = new Uint8Array(blockLength);
    const view = viewOf(lengths);
    view.setUint32(4, additional.length * 8);
    view.setUint32(12, ciphertext.length * 8);
    this.update(additional).update(ciphertext).update(lengths);
    const value = new Uint8Array(blockLength);
    this.digestInto(value);
    return value;
  }
}

/** Packets above this many octets are rare: it chooses the size of the table. */
const usualLength = 4096;

export class AesGcm {
  readonly #key: AesKey;
  readonly #ghash: ReusedGhash;

  constructor(key: AesKey) {
    this.#key = key;
    const subkey = new Uint8Array(blockLength);
    key.encrypt(viewOf(subkey), 0, viewOf(subkey), 0);
    this.#ghash = new ReusedGhash(subkey, usualLength);
  }

  /** Encrypts or decrypts, without looking at the tag. @param nonce 12 octets: salt and IV. */
  crypt(nonce: Uint8Array, text: Uint8Array): Uint8Array {
    const block = ctrBlock(nonce, new Uint8Array(0));
    block[15] = 2;
    return ctr(this.#key, block, text);
  }

  /** The tag of 16 octets over the additional data and the ciphertext. */
  tag(nonce: Uint8Array, additional: Uint8Array, ciphertext: Uint8Array): Uint8Array {
    const hash = this.#ghash.hash(additional, ciphertext);
    return ctr(this.#key, ctrBlock(nonce, new Uint8Array(0)), hash);
  }
}
