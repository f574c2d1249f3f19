/**
 * What ESP and the Encrypted payload of IKEv2 have in common: octets that are only authenticated, IV, ciphertext,
 * integrity check value (RFC 4303 2; RFC 5996 3.14; RFC 5282 3).
 *
 * A combined mode authenticates the octets before the IV as additional data; HMAC covers everything before its value.
 */
import { concat, equalOctets } from '../octets.ts';
import { type Encryption, type Integrity, isCombined } from '../suites.ts';
import { AesKey, isAesKeyLength } from './aes.ts';
import { cbcDecrypt, cbcEncrypt } from './aesCbc.ts';
import { ccmCrypt, ccmTag } from './aesCcm.ts';
import { ctr, ctrBlock } from './aesCtr.ts';
import { AesGcm } from './aesGcm.ts';
import { hashLength, hmacWith } from './hmac.ts';
import { tripleDesCbc, tripleDesKeyLength } from './tripleDesCbc.ts';

/** Keys that cannot be used: the sentence says why. */
export interface Unusable {
  readonly reason: 'key';
  readonly text: string;
}

interface OpenedOctets {
  readonly plaintext: Uint8Array;
  /** Whether the integrity check value fits; undefined where the algorithm leaves it unchecked. */
  readonly icvOk: boolean | undefined;
}

export interface Protection {
  readonly ivLength: number;
  readonly icvLength: number;
  /** Octets that the ciphertext is a multiple of: 1 if it may have any length. */
  readonly blockLength: number;
  /**
   * Opens octets that end with the integrity check value.
   * The caller has made sure that the IV and the value fit behind `ivAt` and that the ciphertext is whole blocks.
   * With a wrong value nothing is decrypted: the plaintext is empty.
   */
  readonly open: (octets: Uint8Array, ivAt: number) => OpenedOctets;
  /** The head, IV, ciphertext and integrity check value. @throws {RangeError} if the IV or the plaintext has a wrong length. */
  readonly seal: (head: Uint8Array, iv: Uint8Array, plaintext: Uint8Array) => Uint8Array;
}

/** A cipher that only encrypts, or one that authenticates as well; `tag` is of the whole value before it is cut. */
interface Cipher {
  readonly ivLength: number;
  readonly blockLength: number;
  readonly encrypt: (iv: Uint8Array, plaintext: Uint8Array) => Uint8Array;
  readonly decrypt: (iv: Uint8Array, ciphertext: Uint8Array) => Uint8Array;
  readonly tag?: (iv: Uint8Array, additional: Uint8Array, plaintext: Uint8Array, ciphertext: Uint8Array) => Uint8Array;
}

const hashOf = {
  hmacMd5: 'md5',
  hmacSha1: 'sha1',
  hmacSha256: 'sha256',
  hmacSha384: 'sha384',
  hmacSha512: 'sha512',
} as const;

/** Makes key schedules and tables ready once; keys of a wrong length come back as `Unusable`. */
export function protectionOf(
  encryption: Encryption,
  encryptionKey: Uint8Array,
  integrity: Integrity,
  integrityKey: Uint8Array,
): Protection | Unusable {
  const cipher = cipherOf(encryption, encryptionKey);
  if ('reason' in cipher) return cipher;
  if (isCombined(encryption.algorithm)) {
    if (integrity.algorithm !== 'none') return { reason: 'key', text: 'A combined mode takes no integrity algorithm.' };
    return combined(cipher, encryption.icvLength);
  }
  return separate(cipher, integrity, integrityKey);
}

function combined(cipher: Cipher, icvLength: number): Protection {
  const value = (iv: Uint8Array, additional: Uint8Array, plaintext: Uint8Array, ciphertext: Uint8Array): Uint8Array => {
    if (cipher.tag === undefined) throw new Error('a combined mode has a tag');
    return cipher.tag(iv, additional, plaintext, ciphertext).slice(0, icvLength);
  };
  return {
    ivLength: cipher.ivLength,
    blockLength: cipher.blockLength,
    icvLength,
    open(octets, ivAt) {
      const { iv, ciphertext, icv } = cut(octets, ivAt, cipher.ivLength, icvLength);
      const plaintext = cipher.decrypt(iv, ciphertext);
      const icvOk = equalOctets(value(iv, octets.subarray(0, ivAt), plaintext, ciphertext), icv);
      return { plaintext: icvOk ? plaintext : new Uint8Array(0), icvOk };
    },
    seal(head, iv, plaintext) {
      check(cipher, iv, plaintext);
      const ciphertext = cipher.encrypt(iv, plaintext);
      return concat(head, iv, ciphertext, value(iv, head, plaintext, ciphertext));
    },
  };
}

function separate(cipher: Cipher, integrity: Integrity, key: Uint8Array): Protection | Unusable {
  const { algorithm, icvLength } = integrity;
  const hash = algorithm === 'none' ? undefined : hashOf[algorithm];
  if (hash !== undefined && key.length !== hashLength(hash)) {
    return { reason: 'key', text: `The integrity key has ${key.length} octets, not ${hashLength(hash)}.` };
  }
  if (hash !== undefined && icvLength > hashLength(hash)) {
    return { reason: 'key', text: `The hash has no ${icvLength} octets of integrity check value.` };
  }
  const keyed = hash === undefined ? undefined : hmacWith(hash, key);
  return {
    ivLength: cipher.ivLength,
    blockLength: cipher.blockLength,
    icvLength,
    open(octets, ivAt) {
      const { iv, ciphertext, icv } = cut(octets, ivAt, cipher.ivLength, icvLength);
      const covered = octets.subarray(0, octets.length - icvLength);
      const icvOk =
        keyed === undefined || !integrity.checked ? undefined : equalOctets(keyed(covered).slice(0, icvLength), icv);
      return { plaintext: icvOk === false ? new Uint8Array(0) : cipher.decrypt(iv, ciphertext), icvOk };
    },
    seal(head, iv, plaintext) {
      check(cipher, iv, plaintext);
      const covered = concat(head, iv, cipher.encrypt(iv, plaintext));
      // Without an algorithm that is known, what the receiver cuts off unread is zeros.
      const value = keyed === undefined ? new Uint8Array(icvLength) : keyed(covered).slice(0, icvLength);
      return concat(covered, value);
    },
  };
}

function cipherOf(encryption: Encryption, octets: Uint8Array): Cipher | Unusable {
  const { algorithm, icvLength } = encryption;
  if (algorithm === 'tripleDesCbc') {
    if (octets.length !== tripleDesKeyLength) {
      return { reason: 'key', text: `The encryption key has ${octets.length} octets, not ${tripleDesKeyLength}.` };
    }
    return {
      ivLength: 8,
      blockLength: 8,
      encrypt: (iv, plaintext) => tripleDesCbc('encrypt', octets, iv, plaintext),
      decrypt: (iv, ciphertext) => tripleDesCbc('decrypt', octets, iv, ciphertext),
    };
  }
  if (algorithm === 'null') {
    if (octets.length > 0) return { reason: 'key', text: 'NULL encryption takes no key.' };
    const same = (_: Uint8Array, text: Uint8Array): Uint8Array => text.slice();
    return { ivLength: 0, blockLength: 1, encrypt: same, decrypt: same };
  }
  const saltLength = saltLengths[algorithm];
  const keyLength = octets.length - saltLength;
  if (!isAesKeyLength(keyLength)) {
    const salt = saltLength === 0 ? '' : ` with ${saltLength} octets of salt or nonce`;
    return {
      reason: 'key',
      text: `The encryption key has ${octets.length} octets, not ${16 + saltLength}, ${24 + saltLength} or ${32 + saltLength}${salt}.`,
    };
  }
  if (isCombined(algorithm) && ![8, 12, 16].includes(icvLength)) {
    return { reason: 'key', text: `No integrity check value of ${icvLength} octets: it has 8, 12 or 16.` };
  }
  const key = new AesKey(octets.subarray(0, keyLength));
  const salt = octets.slice(keyLength);
  switch (algorithm) {
    case 'aesCbc':
      return {
        ivLength: 16,
        blockLength: 16,
        encrypt: (iv, plaintext) => cbcEncrypt(key, iv, plaintext),
        decrypt: (iv, ciphertext) => cbcDecrypt(key, iv, ciphertext),
      };
    case 'aesCtr': {
      const crypt = (iv: Uint8Array, text: Uint8Array): Uint8Array => ctr(key, ctrBlock(salt, iv), text);
      return { ivLength: 8, blockLength: 1, encrypt: crypt, decrypt: crypt };
    }
    case 'aesGcm': {
      const gcm = new AesGcm(key);
      const crypt = (iv: Uint8Array, text: Uint8Array): Uint8Array => gcm.crypt(concat(salt, iv), text);
      return {
        ivLength: 8,
        blockLength: 1,
        encrypt: crypt,
        decrypt: crypt,
        tag: (iv, additional, _, ciphertext) => gcm.tag(concat(salt, iv), additional, ciphertext),
      };
    }
    case 'aesCcm': {
      const crypt = (iv: Uint8Array, text: Uint8Array): Uint8Array => ccmCrypt(key, concat(salt, iv), text);
      return {
        ivLength: 8,
        blockLength: 1,
        encrypt: crypt,
        decrypt: crypt,
        tag: (iv, additional, plaintext) => ccmTag(key, concat(salt, iv), additional, plaintext, icvLength),
      };
    }
    default:
      return algorithm satisfies never;
  }
}

const saltLengths = { aesCbc: 0, aesCtr: 4, aesGcm: 4, aesCcm: 3 } as const;

interface Cut {
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly icv: Uint8Array;
}

function cut(octets: Uint8Array, ivAt: number, ivLength: number, icvLength: number): Cut {
  const icvAt = octets.length - icvLength;
  return {
    iv: octets.subarray(ivAt, ivAt + ivLength),
    ciphertext: octets.subarray(ivAt + ivLength, icvAt),
    icv: octets.subarray(icvAt),
  };
}

function check(cipher: Cipher, iv: Uint8Array, plaintext: Uint8Array): void {
  if (iv.length !== cipher.ivLength) throw new RangeError(`an IV of ${iv.length} octets, not ${cipher.ivLength}`);
  if (plaintext.length % cipher.blockLength !== 0) throw new RangeError('the plaintext is not whole blocks');
}
