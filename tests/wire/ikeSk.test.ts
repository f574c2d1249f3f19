/** The Encrypted payload of IKEv2 and its fragments: known messages both ways, OpenSSL's opinion, what must stay closed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinFragments } from '#wire/ikeFragment.ts';
import { openSk, protectSk, type SkPlace } from '#wire/ikeSk.ts';
import { concat, fromHex } from '#wire/octets.ts';
import { aesCbcSha1, aesGcm16, algorithmsOf, type EspSuite, type IkeKeys } from '#wire/suites.ts';
import { type Combination, combinations, judge } from './protectionJudge.ts';
import { type KeySet, modern, period } from './vectors/keys.ts';
import { vector } from './vectors.ts';

const keysOf = (suite: EspSuite, keys: KeySet): IkeKeys => ({
  ...algorithmsOf(suite),
  skEi: fromHex(keys.skEi),
  skEr: fromHex(keys.skEr),
  skAi: fromHex(keys.skAi),
  skAr: fromHex(keys.skAr),
});
const cbc = keysOf(aesCbcSha1, period);
const gcm = keysOf(aesGcm16, modern);
const placeIn = (message: Uint8Array): SkPlace => ({ at: 28, length: message.length - 28 });
const deleteIkeSa = fromHex('0000000801000000');
const deleteEspSa = fromHex('0000000c030400010000d001');
const nothing = new Uint8Array(0);

/** Offset of the IKE header, keys, whether the original initiator sent it, what is inside. */
const known = [
  ['V20', 0, cbc, true, 42, deleteIkeSa],
  ['V21', 0, cbc, false, 0, nothing],
  ['V22', 0, gcm, true, 42, deleteIkeSa],
  ['V23', 0, gcm, false, 0, nothing],
  ['V24', 0, gcm, true, 42, deleteEspSa],
  ['V25', 0, gcm, false, 42, deleteIkeSa],
  ['V28', 32, gcm, true, 42, deleteIkeSa],
] as const;

describe('known messages', () => {
  it.each(known)('%s opens, and is made again octet for octet', (name, at, keys, fromInitiator, first, inner) => {
    const message = vector(name).slice(at);
    const opened = openSk(message, placeIn(message), keys, fromInitiator);
    if (!opened.ok) throw new Error(opened.error.text);
    expect(opened).toMatchObject({ firstInnerPayload: first, inner, icvOk: true, notes: [], sentFields: [] });
    const header = message.slice(0, 28);
    header.fill(0, 24);
    header[16] = 0;
    expect(protectSk(header, first, inner, opened.iv, keys, fromInitiator)).toEqual(message);
  });

  it.each(known)('%s stays closed with the keys of the other way', (name, at, keys, fromInitiator) => {
    const message = vector(name).slice(at);
    expect(openSk(message, placeIn(message), keys, !fromInitiator)).toMatchObject({
      ok: false,
      error: { reason: 'integrity' },
    });
  });

  it('V20 has its fields where they are', () => {
    const message = vector('V20');
    const opened = openSk(message, placeIn(message), cbc, true, { fields: true });
    if (!opened.ok) throw new Error(opened.error.text);
    expect(opened.sentFields.map(({ name, at, length, words }) => [name, at, length, words])).toEqual([
      ['Initialization vector', 32, 16, '000102030405060708090a0b0c0d0e0f'],
      ['Ciphertext', 48, 16, 'f0529ab59c6f2ec6e664c1e429098761'],
      ['Integrity check value', 64, 12, 'correct'],
    ]);
    expect(opened.trailerFields.map(({ name, at, length, value }) => [name, at, length, value])).toEqual([
      ['Padding', 8, 7, '00000000000000'],
      ['Pad length', 15, 1, 7],
    ]);
  });

  it('every changed octet of V20 and V22, header and all, makes the integrity check value wrong', () => {
    for (const [name, keys] of [
      ['V20', cbc],
      ['V22', gcm],
    ] as const) {
      const message = vector(name);
      for (let i = 0; i < message.length; i += 1) {
        const changed = message.map((octet, at) => (at === i ? octet ^ 0x01 : octet));
        expect(openSk(changed, placeIn(message), keys, true)).toMatchObject({
          ok: false,
          error: { reason: 'integrity' },
        });
      }
    }
  });

  it('every cut of V20 and V22 stays closed, whatever the payload header says', () => {
    for (const [name, keys] of [
      ['V20', cbc],
      ['V22', gcm],
    ] as const) {
      const whole = vector(name);
      for (let length = 0; length < whole.length; length += 1) {
        const message = whole.slice(0, length);
        for (const place of [placeIn(whole), placeIn(message)]) {
          const opened = openSk(message, place, keys, true, { fields: true });
          if (opened.ok) throw new Error(`cut to ${length} it opens`);
          expect(opened.error.at).toBeLessThanOrEqual(length);
        }
      }
    }
  });
});

const ikeKeysOf = ({ encryption, integrity, encryptionKey, integrityKey }: Combination): IkeKeys => ({
  encryption,
  integrity,
  skEi: encryptionKey,
  skEr: encryptionKey.map((octet) => octet ^ 0xff),
  skAi: integrityKey,
  skAr: integrityKey.map((octet) => octet ^ 0xff),
});
const sealable = fc.record({
  header: fc.uint8Array({ minLength: 28, maxLength: 28 }),
  first: fc.nat(255),
  inner: fc.uint8Array({ maxLength: 90, size: 'max' }),
  fragment: fc.option(
    fc.record({ number: fc.integer({ min: 1, max: 9 }), total: fc.integer({ min: 9, max: 0xffff }) }),
  ),
});

describe('every combination of algorithms', () => {
  it('is sealed as OpenSSL seals it, and opens again, whole and as a fragment', () => {
    fc.assert(
      fc.property(combinations, sealable, (combination, { header, first, inner, fragment }) => {
        const keys = ikeKeysOf(combination);
        const options = fragment === null ? {} : { fragment };
        const message = protectSk(header, first, inner, combination.iv, keys, true, options);
        const place = { ...placeIn(message), fragment: fragment !== null };
        expect(message[16]).toBe(fragment === null ? 46 : 53);
        expect(new DataView(message.buffer).getUint32(24)).toBe(message.length);
        expect(new DataView(message.buffer).getUint16(30)).toBe(place.length);
        const opened = openSk(message, place, keys, true);
        if (!opened.ok) throw new Error(opened.error.text);
        expect(opened).toMatchObject({ firstInnerPayload: first, inner, iv: combination.iv, ...options });
        const head = message.slice(0, fragment === null ? 32 : 36);
        expect(message).toEqual(judge(combination, head, opened.plaintext));
        expect(opened.padLength).toBeLessThan(16);
      }),
      { numRuns: 400 },
    );
  });

  it('no octets make it throw, and a message that opens unchecked is made again', () => {
    const octets = fc.uint8Array({ maxLength: 140, size: 'max' });
    fc.assert(
      fc.property(
        combinations,
        octets,
        fc.nat(40),
        fc.nat(120),
        fc.boolean(),
        (combination, message, at, length, fragment) => {
          const unchecked = { ...combination, integrity: { ...combination.integrity, checked: false } };
          const opened = openSk(message, { at, length, fragment }, ikeKeysOf(unchecked), true, { fields: true });
          if (!opened.ok) {
            expect(opened.error.text).not.toBe('');
            expect(opened.error.at).toBeLessThanOrEqual(message.length);
          } else
            expect(concat(opened.inner, opened.padding, Uint8Array.of(opened.padLength))).toEqual(opened.plaintext);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('what is odd', () => {
  const header = vector('V22').slice(0, 28);
  const iv = new Uint8Array(8);

  it('clear payloads before it are authenticated, and keep naming what follows', () => {
    const before = concat(header, fromHex('2e00000801000000'));
    before[16] = 41;
    const message = protectSk(before, 42, deleteIkeSa, iv, gcm, true);
    expect(message[16]).toBe(41);
    const place = { at: 36, length: message.length - 36 };
    expect(openSk(message, place, gcm, true)).toMatchObject({ ok: true, inner: deleteIkeSa });
    message[34] = 1;
    expect(openSk(message, place, gcm, true)).toMatchObject({ ok: false, error: { reason: 'integrity' } });
  });

  it('octets after it are noted, and not part of what is authenticated', () => {
    const message = vector('V22');
    const longer = concat(message, Uint8Array.of(0));
    expect(openSk(longer, placeIn(message), gcm, true)).toMatchObject({
      ok: true,
      notes: [{ severity: 'error', at: message.length }],
    });
  });

  it('any padding is kept', () => {
    const padding = Uint8Array.of(9, 8, 7);
    const message = protectSk(header, 42, deleteIkeSa, iv, gcm, true, { padding });
    expect(openSk(message, placeIn(message), gcm, true)).toMatchObject({ ok: true, padding, inner: deleteIkeSa });
  });

  it('more padding than there are octets, and no octets at all, are refused', () => {
    const combination = { ...gcm, encryptionKey: gcm.skEi, integrityKey: gcm.skAi, iv };
    const seal = (plaintext: Uint8Array): Uint8Array =>
      judge(combination, concat(header, new Uint8Array(4)), plaintext);
    const padded = seal(fromHex('000002'));
    expect(openSk(padded, placeIn(padded), gcm, true)).toMatchObject({ ok: true, padLength: 2, inner: nothing });
    const over = seal(fromHex('000003'));
    expect(openSk(over, placeIn(over), gcm, true)).toMatchObject({ ok: false, error: { reason: 'content', at: 42 } });
    const empty = seal(nothing);
    expect(openSk(empty, placeIn(empty), gcm, true)).toMatchObject({ ok: false, error: { reason: 'truncated' } });
  });

  it('unusable keys are refused in a sentence, and are a bug in whoever protects', () => {
    const message = vector('V20');
    const des: IkeKeys = { ...cbc, encryption: { algorithm: 'tripleDesCbc', icvLength: 0 } };
    expect(openSk(message, placeIn(message), des, true)).toMatchObject({
      ok: false,
      error: { reason: 'key' },
    });
    const short: IkeKeys = { ...cbc, skAi: new Uint8Array(19) };
    expect(openSk(message, placeIn(message), short, true)).toMatchObject({ ok: false, error: { reason: 'key' } });
    expect(() => protectSk(header, 0, nothing, new Uint8Array(16), short, true)).toThrow(RangeError);
    expect(() => protectSk(header.slice(1), 0, nothing, iv, gcm, true)).toThrow(RangeError);
    expect(() => protectSk(header, 0, nothing, new Uint8Array(7), gcm, true)).toThrow(RangeError);
  });
});

describe('fragments', () => {
  const header = vector('V22').slice(0, 28);
  const inner = Uint8Array.from({ length: 100 }, (_, i) => i);
  const open = (number: number, total: number, share: Uint8Array, first = number === 1 ? 42 : 0) => {
    const message = protectSk(header, first, share, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, number), gcm, true, {
      fragment: { number, total },
    });
    const opened = openSk(message, { ...placeIn(message), fragment: true }, gcm, true, { fields: true });
    if (!opened.ok || opened.fragment === undefined) throw new Error('it stays closed');
    return { ...opened, fragment: opened.fragment };
  };
  const three = [open(1, 3, inner.slice(0, 40)), open(2, 3, inner.slice(40, 80)), open(3, 3, inner.slice(80))] as const;

  it('are joined in any order', () => {
    expect(joinFragments([three[2], three[0], three[1]])).toEqual({ ok: true, firstInnerPayload: 42, inner });
  });

  it('have their two numbers as fields', () => {
    expect(three[1].sentFields.slice(0, 2)).toMatchObject([
      { name: 'Fragment number', at: 32, length: 2, value: 2 },
      { name: 'Total fragments', at: 34, length: 2, value: 3 },
    ]);
  });

  it('say which ones are missing', () => {
    expect(joinFragments([three[1]])).toMatchObject({ ok: false, error: { type: 'truncated' }, missing: [1, 3] });
    expect(joinFragments([])).toMatchObject({ ok: false, missing: [] });
  });

  it('of two of one number the first counts, and a larger total replaces a smaller', () => {
    const again = open(2, 3, Uint8Array.of(1));
    expect(joinFragments([...three, again])).toMatchObject({ ok: true, inner });
    expect(joinFragments([open(1, 2, inner.slice(0, 60)), open(2, 2, inner.slice(60)), ...three])).toMatchObject({
      ok: true,
      inner,
    });
  });

  it('that come later and name a first payload are noted', () => {
    expect(open(1, 3, inner, 42).notes).toEqual([]);
    expect(open(2, 3, inner, 42).notes).toMatchObject([{ severity: 'error', at: 28 }]);
  });

  it('with numbers outside of the total are left out', () => {
    expect(joinFragments([open(0, 1, inner)])).toMatchObject({ ok: false, missing: [1] });
    expect(joinFragments([open(2, 1, inner)])).toMatchObject({ ok: false, missing: [1] });
  });
});
