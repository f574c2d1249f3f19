/** Triple DES against node:crypto, which is not ours. */
import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { protectionOf } from '#wire/crypto/protection.ts';
import { tripleDesCbc } from '#wire/crypto/tripleDesCbc.ts';

const octets = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

it('encrypts as node:crypto does, and decrypts it again', () => {
  const text = fc.integer({ min: 1, max: 9 }).chain((blocks) => octets(8 * blocks));
  fc.assert(
    fc.property(octets(24), octets(8), text, (key, iv, plaintext) => {
      const judge = createCipheriv('des-ede3-cbc', key, iv).setAutoPadding(false);
      const expected = new Uint8Array(Buffer.concat([judge.update(plaintext), judge.final()]));
      expect(tripleDesCbc('encrypt', key, iv, plaintext)).toEqual(expected);
      expect(tripleDesCbc('decrypt', key, iv, expected)).toEqual(plaintext);
    }),
  );
});

it('seals and opens with an integrity value, and takes no key of another length', () => {
  const encryption = { algorithm: 'tripleDesCbc', icvLength: 0 } as const;
  const integrity = { algorithm: 'hmacSha1', icvLength: 12, checked: true } as const;
  const made = protectionOf(encryption, new Uint8Array(24).fill(7), integrity, new Uint8Array(20));
  if ('reason' in made) throw new Error(made.text);
  const sealed = made.seal(new Uint8Array(8), new Uint8Array(8).fill(1), new Uint8Array(16).fill(5));
  expect(made.open(sealed, 8)).toEqual({ plaintext: new Uint8Array(16).fill(5), icvOk: true });
  expect(protectionOf(encryption, new Uint8Array(16), integrity, new Uint8Array(20))).toMatchObject({ reason: 'key' });
});
