/** The keys of IKEv2 from the mock Diffie-Hellman secret of the worked examples, each octet known. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ikeKeysOf, ikeProtectionOf, keymatOf, prf, prfPlus } from '#wire/ikeKeys.ts';
import { concat, fromHex, toHex } from '#wire/octets.ts';
import { aesCbcSha1, aesGcm16, type EspKeys, type EspSuite } from '#wire/suites.ts';
import {
  INITIATOR_SPI,
  modern,
  NONCE_INITIATOR,
  NONCE_RESPONDER,
  period,
  RESPONDER_SPI,
  SHARED_SECRET,
} from './vectors/keys.ts';

const ni = fromHex(NONCE_INITIATOR);
const nr = fromHex(NONCE_RESPONDER);
const secret = fromHex(SHARED_SECRET);
const keysOf = (suite: EspSuite) =>
  ikeKeysOf({ ni, nr, secret, initiatorSpi: INITIATOR_SPI, responderSpi: RESPONDER_SPI, suite });
const childOf = (suite: EspSuite) => keymatOf({ skD: keysOf(suite).skD, ni, nr, prf: suite.prf, suite });
const hexOf = (keys: object): Record<string, string> =>
  Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, toHex(key)]));
const espHex = (keys: EspKeys) => ({ encryption: toHex(keys.encryptionKey), integrity: toHex(keys.integrityKey) });

describe('the table of known keys', () => {
  it.each([
    ['AES-CBC-128 with HMAC-SHA1', aesCbcSha1, period],
    ['AES-GCM-128 with HMAC-SHA2-256: salt behind the key, no integrity keys', aesGcm16, modern],
  ])('%s', (_, suite, known) => {
    expect(hexOf(keysOf(suite))).toMatchObject({
      skeyseed: known.skeyseed,
      skD: known.skD,
      ai: known.skAi,
      ar: known.skAr,
      ei: known.skEi,
      er: known.skEr,
    });
    const child = childOf(suite);
    expect(espHex(child.initiatorToResponder)).toEqual(known.espToHomeAgent);
    expect(espHex(child.responderToInitiator)).toEqual(known.espToUe);
  });

  it('SK_pi and SK_pr come last, and are as long as the output of the function', () => {
    for (const [suite, hash] of [
      [aesCbcSha1, 'sha1'],
      [aesGcm16, 'sha256'],
    ] as const) {
      const keys = keysOf(suite);
      const all = concat(keys.skD, keys.ai, keys.ar, keys.ei, keys.er, keys.pi, keys.pr);
      const spis = fromHex('a1a2a3a4a5a6a7a8b1b2b3b4b5b6b7b8');
      const seed = concat(ni, nr, spis);
      let last: Uint8Array = new Uint8Array(0);
      let expected: Uint8Array = new Uint8Array(0);
      for (let round = 1; expected.length < all.length; round += 1) {
        last = createHmac(hash, keys.skeyseed)
          .update(concat(last, seed, Uint8Array.of(round)))
          .digest();
        expected = concat(expected, last);
      }
      expect(toHex(all)).toBe(toHex(expected.slice(0, all.length)));
      expect(keys.pr).toHaveLength(keys.skD.length);
    }
  });
});

describe('later keys', () => {
  const old = keysOf(aesCbcSha1);
  const fresh = { ni: nr, nr: ni, secret, initiatorSpi: 1n, responderSpi: 2n, suite: aesGcm16 };

  it('a rekeyed IKE SA hangs on the old SK_d, with the function of the old one (RFC 5996 2.18)', () => {
    const keys = ikeKeysOf({ ...fresh, replaced: { skD: old.skD, prf: 'sha1' } });
    const judge = createHmac('sha1', old.skD)
      .update(concat(secret, nr, ni))
      .digest('hex');
    expect(toHex(keys.skeyseed)).toBe(judge);
  });

  it('a Child SA with its own Diffie-Hellman exchange has g^ir before the nonces (RFC 5996 2.17)', () => {
    const child = keymatOf({ skD: old.skD, ni, nr, secret, prf: 'sha1', suite: aesGcm16 });
    const first = createHmac('sha1', old.skD)
      .update(concat(secret, ni, nr, Uint8Array.of(1)))
      .digest('hex');
    expect(toHex(child.initiatorToResponder.encryptionKey)).toBe(first);
  });

  it('protection of IKE messages takes SK_e and SK_a', () => {
    expect(ikeProtectionOf(aesCbcSha1, old)).toEqual({
      encryption: { algorithm: 'aesCbc', icvLength: 0 },
      integrity: { algorithm: 'hmacSha1', icvLength: 12, checked: true },
      skEi: old.ei,
      skEr: old.er,
      skAi: old.ai,
      skAr: old.ar,
    });
  });
});

describe('prf+', () => {
  it('is one stream, of which a shorter request is the head', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.nat(200), (key, seed, length) => {
        expect(prfPlus('sha384', key, seed, length)).toEqual(prfPlus('sha384', key, seed, 250).slice(0, length));
        expect(prfPlus('md5', key, seed, 16)).toEqual(prf('md5', key, concat(seed, Uint8Array.of(1))));
      }),
    );
  });

  it('has no more than 255 rounds', () => {
    expect(prfPlus('sha1', ni, nr, 255 * 20)).toHaveLength(5100);
    expect(() => prfPlus('sha1', ni, nr, 255 * 20 + 1)).toThrow(RangeError);
  });
});
