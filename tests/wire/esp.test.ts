/** ESP: the known packets both ways, OpenSSL's opinion of every combination of algorithms, and what must stay closed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEsp, type Esp, encodeEsp, openEsp, protectEsp } from '#wire/esp.ts';
import { concat, fromHex } from '#wire/octets.ts';
import { aesCbcSha1, aesGcm16, algorithmsOf, type EspKeys, type EspSuite } from '#wire/suites.ts';
import { checkCodec } from './checkCodec.ts';
import { combinations, judge } from './protectionJudge.ts';
import { modern, period } from './vectors/keys.ts';
import { vector } from './vectors.ts';

const keysOf = (suite: EspSuite, keys: { encryption: string; integrity: string }): EspKeys => ({
  ...algorithmsOf(suite),
  encryptionKey: fromHex(keys.encryption),
  integrityKey: fromHex(keys.integrity),
});
const decoded = (octets: Uint8Array): Esp => {
  const read = decodeEsp(octets);
  if (!read.ok) throw new Error(read.error.text);
  return read.value;
};
const cbcUp = keysOf(aesCbcSha1, period.espToHomeAgent);
const cbcDown = keysOf(aesCbcSha1, period.espToUe);
const gcmUp = keysOf(aesGcm16, modern.espToHomeAgent);
const gcmDown = keysOf(aesGcm16, modern.espToUe);

/** Protected message, its keys, where ESP begins; the clear message that holds the same Mobility Header, and where. */
const known = [
  ['V5', cbcUp, 64, 'V1', 64],
  ['V6', gcmUp, 64, 'V1', 64],
  ['V7', cbcDown, 64, 'V2', 64],
  ['V8', gcmDown, 64, 'V2', 64],
  ['V11', gcmDown, 64, 'V9', 64],
  ['V17', gcmUp, 68, 'V15', 68],
] as const;

checkCodec<Esp>({
  name: 'ESP, closed',
  decode: decodeEsp,
  encode: encodeEsp,
  known: [
    { title: 'V5', octets: vector('V5').slice(64), value: { spi: 0xc001, sequenceNumber: 0x12 } },
    { title: 'V8', octets: vector('V8').slice(64), value: { spi: 0xd001, sequenceNumber: 0x0a } },
  ],
  wholeAt: (length) => length >= 8,
  values: fc.record({
    spi: fc.nat(0xffff_ffff),
    sequenceNumber: fc.nat(0xffff_ffff),
    body: fc.uint8Array({ maxLength: 80 }),
  }),
});

describe('known packets', () => {
  it.each(known)('%s opens, and is made again octet for octet', (name, keys, at, clear, clearAt) => {
    const octets = vector(name).slice(at);
    const esp = decoded(octets);
    const opened = openEsp(esp, keys);
    if (!opened.ok) throw new Error(opened.error.text);
    const payload = vector(clear).slice(clearAt);
    expect(opened.payload).toEqual(payload);
    expect(opened).toMatchObject({ nextHeader: 135, icvOk: true, notes: [], sentFields: [], trailerFields: [] });
    const { spi, sequenceNumber } = esp;
    expect(protectEsp({ spi, sequenceNumber, iv: opened.iv, payload, nextHeader: 135 }, keys)).toEqual(octets);
  });

  it('V5 has its fields where they are', () => {
    const opened = openEsp(decoded(vector('V5').slice(64)), cbcUp, { at: 64, fields: true });
    if (!opened.ok) throw new Error(opened.error.text);
    expect(opened.sentFields.map(({ name, at, length, words }) => [name, at, length, words])).toEqual([
      ['Initialization vector', 72, 16, '000102030405060708090a0b0c0d0e0f'],
      ['Ciphertext', 88, 48, expect.stringMatching(/^a7e295d9/)],
      ['Integrity check value', 136, 12, 'correct'],
    ]);
    expect(opened.trailerFields.map(({ name, at, length, value }) => [name, at, length, value])).toEqual([
      ['Padding', 32, 14, '0102030405060708090a0b0c0d0e'],
      ['Pad length', 46, 1, 14],
      ['Next header', 47, 1, 135],
    ]);
    expect(opened.trailerFields.at(-1)?.words).toBe('Mobility Header');
  });

  it('every changed octet of V5 and V6, header and all, makes the integrity check value wrong', () => {
    for (const [name, keys] of [
      ['V5', cbcUp],
      ['V6', gcmUp],
    ] as const) {
      const octets = vector(name).slice(64);
      for (let i = 0; i < octets.length; i += 1) {
        const changed = octets.map((octet, at) => (at === i ? octet ^ 0x10 : octet));
        expect(openEsp(decoded(changed), keys)).toMatchObject({ ok: false, error: { reason: 'integrity' } });
      }
    }
  });

  it('every cut of V5 and V6 stays closed', () => {
    for (const [name, keys] of [
      ['V5', cbcUp],
      ['V6', gcmUp],
    ] as const) {
      const octets = vector(name).slice(64);
      for (let length = 8; length < octets.length; length += 1) {
        const opened = openEsp(decoded(octets.slice(0, length)), keys, { at: 100, fields: true });
        if (opened.ok) throw new Error(`cut to ${length} it opens`);
        expect(opened.error.at).toBeGreaterThanOrEqual(108);
        expect(opened.error.at).toBeLessThanOrEqual(100 + length);
      }
    }
  });
});

const content = fc.record({
  spi: fc.nat(0xffff_ffff),
  sequenceNumber: fc.nat(0xffff_ffff),
  payload: fc.uint8Array({ maxLength: 90, size: 'max' }),
  nextHeader: fc.constantFrom(135, 41, 4, 59),
});

describe('every combination of algorithms', () => {
  it('is sealed as OpenSSL seals it, and opens again', () => {
    fc.assert(
      fc.property(combinations, content, (keys, { spi, sequenceNumber, payload, nextHeader }) => {
        const octets = protectEsp({ spi, sequenceNumber, iv: keys.iv, payload, nextHeader }, keys);
        const esp = decoded(octets);
        const opened = openEsp(esp, keys);
        if (!opened.ok) throw new Error(opened.error.text);
        expect(opened).toMatchObject({ payload, nextHeader, iv: keys.iv, icvOk: true, notes: [] });
        const multiple = keys.encryption.algorithm === 'aesCbc' ? 16 : 4;
        expect(opened.plaintext.length % multiple).toBe(0);
        expect(opened.padLength).toBeLessThan(multiple);
        expect(octets).toEqual(judge(keys, octets.slice(0, 8), opened.plaintext));
      }),
      { numRuns: 400 },
    );
  });

  it('stays closed to another key, whatever it is', () => {
    fc.assert(
      fc.property(combinations, content, fc.uint8Array({ minLength: 1, maxLength: 70 }), (keys, some, other) => {
        const octets = protectEsp({ ...some, iv: keys.iv }, keys);
        const wrong: EspKeys =
          keys.integrity.algorithm === 'none' ? { ...keys, encryptionKey: other } : { ...keys, integrityKey: other };
        const opened = openEsp(decoded(octets), wrong);
        if (opened.ok) throw new Error('it opens');
        expect(['key', 'integrity']).toContain(opened.error.reason);
      }),
    );
  });

  it('no octets make it throw', () => {
    const body = fc.uint8Array({ maxLength: 120, size: 'max' });
    fc.assert(
      fc.property(combinations, body, fc.boolean(), (keys, octets, checked) => {
        const unchecked: EspKeys = checked ? keys : { ...keys, integrity: { ...keys.integrity, checked: false } };
        const opened = openEsp({ spi: 300, sequenceNumber: 1, body: octets }, unchecked, { fields: true });
        if (!opened.ok) expect(opened.error.text).not.toBe('');
        else {
          const again = protectEsp({ ...opened, spi: 300, sequenceNumber: 1 }, unchecked);
          const icv = unchecked.integrity.icvLength;
          expect(again.slice(8, again.length - icv)).toEqual(octets.slice(0, octets.length - icv));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is odd', () => {
  const one = { spi: 0xc001, sequenceNumber: 1, payload: Uint8Array.of(1, 2), nextHeader: 59 };

  it('an integrity algorithm that is not known is cut off and not checked', () => {
    const any: EspKeys = {
      ...cbcUp,
      integrity: { algorithm: 'none', icvLength: 12, checked: false },
      integrityKey: new Uint8Array(0),
    };
    const octets = vector('V5').slice(64);
    octets[octets.length - 1] = 0;
    expect(openEsp(decoded(octets), any, { fields: true })).toMatchObject({
      ok: true,
      icvOk: undefined,
      nextHeader: 135,
    });
    const opened = openEsp(decoded(octets), any, { fields: true });
    expect(opened.sentFields.at(-1)?.words).toBe('not checked');
  });

  it('padding that is not 1, 2, 3 is kept and noted', () => {
    const padding = Uint8Array.of(1, 2, 9, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    const iv = new Uint8Array(16);
    const octets = protectEsp({ ...one, iv, padding }, cbcUp);
    const opened = openEsp(decoded(octets), cbcUp);
    expect(opened).toMatchObject({ ok: true, padding, payload: one.payload, notes: [{ severity: 'warning', at: 4 }] });
  });

  it('a trailer that is not aligned is noted', () => {
    const octets = protectEsp({ ...one, iv: new Uint8Array(8), padding: Uint8Array.of(1) }, gcmUp);
    expect(openEsp(decoded(octets), gcmUp)).toMatchObject({ ok: true, notes: [{ severity: 'error', at: 5 }] });
  });

  it('more padding than there are octets, and no octets at all, are refused', () => {
    const seal = (plaintext: Uint8Array): Uint8Array =>
      judge({ ...gcmUp, iv: new Uint8Array(8) }, fromHex('0000c00100000001'), plaintext);
    expect(openEsp(decoded(seal(fromHex('0000ff87'))), gcmUp)).toMatchObject({
      ok: false,
      error: { reason: 'content', at: 18 },
    });
    expect(openEsp(decoded(seal(fromHex('87'))), gcmUp)).toMatchObject({ ok: false, error: { reason: 'truncated' } });
  });

  it('reserved SPIs and the sequence number 0 are noted', () => {
    const notes = (spi: number, sequenceNumber: number) =>
      decodeEsp(encodeEsp({ spi, sequenceNumber, body: new Uint8Array(0) })).notes.map(({ severity, at }) => [
        severity,
        at,
      ]);
    expect(notes(0, 1)).toEqual([['error', 0]]);
    expect(notes(255, 0)).toEqual([
      ['warning', 0],
      ['warning', 4],
    ]);
    expect(notes(256, 1)).toEqual([]);
  });

  it('keys of a wrong length are refused in a sentence, and are a bug in whoever protects', () => {
    const esp = decoded(vector('V5').slice(64));
    const des: EspKeys = {
      ...cbcUp,
      encryption: { algorithm: 'tripleDesCbc', icvLength: 0 },
      encryptionKey: new Uint8Array(16),
    };
    expect(openEsp(esp, des)).toMatchObject({
      ok: false,
      error: { reason: 'key', text: 'The encryption key has 16 octets, not 24.' },
    });
    const mixed: EspKeys = { ...gcmUp, integrity: cbcUp.integrity, integrityKey: cbcUp.integrityKey };
    const unusable: EspKeys[] = [
      { ...cbcUp, encryptionKey: new Uint8Array(17) },
      { ...cbcUp, integrityKey: new Uint8Array(16) },
      { ...cbcUp, integrity: { ...cbcUp.integrity, icvLength: 21 } },
      { ...gcmUp, encryption: { algorithm: 'aesGcm', icvLength: 10 } },
      { ...cbcUp, encryption: { algorithm: 'null', icvLength: 0 } },
      mixed,
    ];
    for (const keys of unusable) {
      expect(openEsp(esp, keys)).toMatchObject({ ok: false, error: { reason: 'key' } });
      expect(() => protectEsp({ ...one, iv: new Uint8Array(16) }, keys)).toThrow(RangeError);
    }
    expect(() => protectEsp({ ...one, iv: new Uint8Array(16) }, des)).toThrow('not 24');
    expect(() => protectEsp({ ...one, iv: new Uint8Array(16) }, gcmUp)).toThrow(RangeError);
    expect(() => protectEsp({ ...one, spi: 2 ** 32, iv: new Uint8Array(8) }, gcmUp)).toThrow(RangeError);
  });

  it('tunnel mode carries a whole packet', () => {
    const payload = vector('V1');
    const octets = protectEsp({ ...one, payload, nextHeader: 41, iv: new Uint8Array(8) }, gcmUp);
    expect(openEsp(decoded(concat(octets)), gcmUp)).toMatchObject({ ok: true, payload, nextHeader: 41 });
  });
});
