/** Every algorithm against OpenSSL, which node:crypto is, over random keys and lengths. */
import { createCipheriv, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AesKey } from '#wire/crypto/aes.ts';
import { cbcDecrypt, cbcEncrypt } from '#wire/crypto/aesCbc.ts';
import { ccmCrypt, ccmTag } from '#wire/crypto/aesCcm.ts';
import { ctr, ctrBlock } from '#wire/crypto/aesCtr.ts';
import { AesGcm } from '#wire/crypto/aesGcm.ts';
import { type HashName, hashLength, hmac, hmacWith } from '#wire/crypto/hmac.ts';
import { concat, fromHex, toHex } from '#wire/octets.ts';

const octets = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length, size: 'max' });
const any = fc.uint8Array({ maxLength: 100, size: 'max' });
const aesKey = fc.constantFrom(16, 24, 32).chain(octets);
const tagLength = fc.constantFrom(8, 12, 16);
const runs = { numRuns: 300 };

const plain = (buffer: Buffer): Uint8Array => Uint8Array.from(buffer);

describe('AES-CBC', () => {
  it('agrees with OpenSSL and decrypts what it encrypted', () => {
    const blocks = fc.nat(9).chain((count) => octets(16 * count));
    fc.assert(
      fc.property(aesKey, octets(16), blocks, (key, iv, text) => {
        const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
        const expected = plain(Buffer.concat([cipher.update(text), cipher.final()]));
        expect(cbcEncrypt(new AesKey(key), iv, text)).toEqual(expected);
        expect(cbcDecrypt(new AesKey(key), iv, expected)).toEqual(text);
      }),
      runs,
    );
  });

  it('refuses what is not whole blocks', () => {
    const key = new AesKey(new Uint8Array(16));
    expect(() => cbcEncrypt(key, new Uint8Array(16), new Uint8Array(15))).toThrow(RangeError);
    expect(() => cbcDecrypt(key, new Uint8Array(8), new Uint8Array(16))).toThrow(RangeError);
    expect(() => new AesKey(new Uint8Array(20))).toThrow(RangeError);
  });
});

describe('AES-CTR', () => {
  it('agrees with OpenSSL', () => {
    fc.assert(
      fc.property(aesKey, octets(12), any, (key, start, text) => {
        const block = concat(start, Uint8Array.of(0, 0, 0, 1));
        const cipher = createCipheriv(`aes-${key.length * 8}-ctr`, key, block);
        expect(ctr(new AesKey(key), block, text)).toEqual(plain(cipher.update(text)));
      }),
      runs,
    );
  });

  it('has the counter block of RFC 3686: its first test vector', () => {
    const key = new AesKey(fromHex('ae6852f8121067cc4bf7a5765577f39e'));
    const text = new TextEncoder().encode('Single block msg');
    const block = ctrBlock(fromHex('00000030'), new Uint8Array(8));
    expect(toHex(ctr(key, block, text))).toBe('e4095d4fb7a7b3792d6175a3261311b8');
  });

  it('leaves the counter block as it was, and octets at odd places of a buffer alone', () => {
    const block = new Uint8Array(16).fill(0xff);
    const whole = new Uint8Array(40).fill(7);
    ctr(new AesKey(new Uint8Array(16)), block, whole.subarray(3, 36));
    expect(block).toEqual(new Uint8Array(16).fill(0xff));
    expect(whole).toEqual(new Uint8Array(40).fill(7));
  });
});

describe('AES-GCM', () => {
  it('agrees with OpenSSL, one object for several packets', () => {
    const packets = fc.array(fc.tuple(octets(12), any, any), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(aesKey, packets, (key, several) => {
        const gcm = new AesGcm(new AesKey(key));
        for (const [nonce, additional, text] of several) {
          const cipher = createCipheriv(`aes-${key.length * 8}-gcm` as 'aes-128-gcm', key, nonce).setAAD(additional);
          const expected = plain(Buffer.concat([cipher.update(text), cipher.final()]));
          expect(gcm.crypt(nonce, text)).toEqual(expected);
          expect(gcm.tag(nonce, additional, expected)).toEqual(plain(cipher.getAuthTag()));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('AES-CCM', () => {
  it('agrees with OpenSSL for tags of 8, 12 and 16 octets', () => {
    fc.assert(
      fc.property(aesKey, octets(11), any, any, tagLength, (key, nonce, additional, text, authTagLength) => {
        const cipher = createCipheriv(`aes-${key.length * 8}-ccm` as 'aes-128-ccm', key, nonce, { authTagLength });
        cipher.setAAD(additional, { plaintextLength: text.length });
        const expected = plain(Buffer.concat([cipher.update(text), cipher.final()]));
        expect(ccmCrypt(new AesKey(key), nonce, text)).toEqual(expected);
        expect(ccmTag(new AesKey(key), nonce, additional, text, authTagLength)).toEqual(plain(cipher.getAuthTag()));
      }),
      runs,
    );
  });

  it('refuses additional data that would need a longer length field', () => {
    const key = new AesKey(new Uint8Array(16));
    expect(() => ccmTag(key, new Uint8Array(11), new Uint8Array(0xff00), new Uint8Array(0), 8)).toThrow(RangeError);
  });
});

describe('HMAC', () => {
  it.each<[HashName, number]>([
    ['md5', 16],
    ['sha1', 20],
    ['sha256', 32],
    ['sha384', 48],
    ['sha512', 64],
  ])('over %s agrees with OpenSSL for keys and data of any length', (hash, length) => {
    expect(hashLength(hash)).toBe(length);
    const key = fc.uint8Array({ maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(key, any, any, (secret, one, two) => {
        const judge = (data: Uint8Array): Uint8Array => plain(createHmac(hash, secret).update(data).digest());
        const keyed = hmacWith(hash, secret);
        expect(keyed(one)).toEqual(judge(one));
        expect(keyed(two)).toEqual(judge(two));
        expect(hmac(hash, secret, one)).toEqual(judge(one));
      }),
      { numRuns: 100 },
    );
  });
});
