/** What OpenSSL (node:crypto) makes of octets to protect, put together by hand from the RFCs: the judge of our own sealing. */
import { createCipheriv, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { concat } from '#wire/octets.ts';
import type { Encryption, Integrity } from '#wire/suites.ts';

export interface Combination {
  readonly encryption: Encryption;
  readonly encryptionKey: Uint8Array;
  readonly integrity: Integrity;
  readonly integrityKey: Uint8Array;
  /** As long as the algorithm wants it. */
  readonly iv: Uint8Array;
}

const hmacs = [
  { algorithm: 'hmacMd5', lengths: [12, 16], key: 16 },
  { algorithm: 'hmacSha1', lengths: [12, 20], key: 20 },
  { algorithm: 'hmacSha256', lengths: [12, 16], key: 32 },
  { algorithm: 'hmacSha384', lengths: [24], key: 48 },
  { algorithm: 'hmacSha512', lengths: [32], key: 64 },
] as const;

const octets = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length, size: 'max' });

const integrities = fc.constantFrom(...hmacs).chain(({ algorithm, lengths, key }) =>
  fc.record({
    integrity: fc.constantFrom(...lengths).map((icvLength): Integrity => ({ algorithm, icvLength, checked: true })),
    integrityKey: octets(key),
  }),
);

const withHmac = fc
  .constantFrom(
    { algorithm: 'null', keys: [0], iv: 0 } as const,
    { algorithm: 'aesCbc', keys: [16, 24, 32], iv: 16 } as const,
    { algorithm: 'aesCtr', keys: [20, 28, 36], iv: 8 } as const,
  )
  .chain(({ algorithm, keys, iv }) =>
    fc
      .tuple(fc.constantFrom<number>(...keys).chain(octets), octets(iv), integrities)
      .map(([encryptionKey, vector, integrity]): Combination => {
        return { encryption: { algorithm, icvLength: 0 }, encryptionKey, iv: vector, ...integrity };
      }),
  );

const combined = fc
  .constantFrom({ algorithm: 'aesGcm', salt: 4 } as const, { algorithm: 'aesCcm', salt: 3 } as const)
  .chain(({ algorithm, salt }) =>
    fc
      .tuple(
        fc.constantFrom(16, 24, 32).chain((length) => octets(length + salt)),
        octets(8),
        fc.constantFrom(8, 12, 16),
      )
      .map(([encryptionKey, iv, icvLength]): Combination => {
        const integrity: Integrity = { algorithm: 'none', icvLength: 0, checked: false };
        return { encryption: { algorithm, icvLength }, encryptionKey, iv, integrity, integrityKey: new Uint8Array(0) };
      }),
  );

/** Every encryption that is supported, with every length of key and of integrity check value, random keys and IVs. */
export const combinations: fc.Arbitrary<Combination> = fc.oneof(withHmac, combined);

/** Head, IV, ciphertext, integrity check value. */
export function judge(with_: Combination, head: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const { encryption, encryptionKey, integrity, integrityKey, iv } = with_;
  const { algorithm } = encryption;
  if (algorithm === 'aesGcm' || algorithm === 'aesCcm') {
    const keyLength = encryptionKey.length - (algorithm === 'aesGcm' ? 4 : 3);
    const nonce = concat(encryptionKey.slice(keyLength), iv);
    const name = `aes-${keyLength * 8}-${algorithm === 'aesGcm' ? 'gcm' : 'ccm'}` as 'aes-128-ccm';
    const cipher = createCipheriv(name, encryptionKey.slice(0, keyLength), nonce, {
      authTagLength: encryption.icvLength,
    });
    cipher.setAAD(head, { plaintextLength: plaintext.length });
    const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    return concat(head, iv, ciphertext, cipher.getAuthTag());
  }
  const covered = concat(head, iv, encrypted(algorithm, encryptionKey, iv, plaintext));
  const hash = integrity.algorithm.replace('hmac', '').toLowerCase();
  return concat(covered, createHmac(hash, integrityKey).update(covered).digest().subarray(0, integrity.icvLength));
}

function encrypted(algorithm: string, key: Uint8Array, iv: Uint8Array, plaintext: Uint8Array): Uint8Array {
  if (algorithm === 'null') return plaintext;
  if (algorithm === 'aesCbc') {
    const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
    return Buffer.concat([cipher.update(plaintext), cipher.final()]);
  }
  const keyLength = key.length - 4;
  const block = concat(key.slice(keyLength), iv, Uint8Array.of(0, 0, 0, 1));
  return createCipheriv(`aes-${keyLength * 8}-ctr`, key.slice(0, keyLength), block).update(plaintext);
}
