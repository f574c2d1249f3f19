import { describe, expect, it } from 'vitest';
import { defaultOptions, readOptions, sessionOptionNames } from '#session/options.ts';

describe('session options', () => {
  it('have the fixture as default', () => {
    expect(defaultOptions).toEqual({
      access: 'trustedIpv6',
      suite: 'aesGcm16',
      sequenceNumber: 7,
      alternateCareOfAddress: 'careOfAddress',
      keyManagement: 'yes',
      deleteResponse: 'empty',
      bindings: 1,
    });
    expect(readOptions({})).toEqual({ ok: true, value: defaultOptions });
    expect(sessionOptionNames).toHaveLength(7);
  });

  it('are read, numbers as text too', () => {
    const read = readOptions({ access: 'ipv4Nat', sequenceNumber: '65535', bindings: '2' });
    expect(read).toEqual({
      ok: true,
      value: { ...defaultOptions, access: 'ipv4Nat', sequenceNumber: 65_535, bindings: 2 },
    });
  });

  it('take what is left out from the base', () => {
    const base = { ...defaultOptions, suite: 'aesCbcSha1' } as const;
    expect(readOptions({ keyManagement: 'no' }, base)).toEqual({ ok: true, value: { ...base, keyManagement: 'no' } });
  });

  it.each([
    [{ access: 'satellite' }, 'Option access cannot be "satellite"; it is one of trustedIpv6, untrusted, ipv4Nat.'],
    [{ sequenceNumber: 65_536 }, 'Option sequenceNumber cannot be "65536"; it is a whole number of 0..65535.'],
    [{ sequenceNumber: -1 }, 'Option sequenceNumber cannot be "-1"; it is a whole number of 0..65535.'],
    [{ sequenceNumber: '7.5' }, 'Option sequenceNumber cannot be "7.5"; it is a whole number of 0..65535.'],
    [{ bindings: 3 }, 'Option bindings cannot be "3"; it is one of 1, 2.'],
    [{ toString: 1 }, `There is no option "toString"; the options are ${sessionOptionNames.join(', ')}.`],
  ])('refuse %j in one sentence', (given, error) => {
    expect(readOptions(given)).toEqual({ ok: false, error });
  });
});
