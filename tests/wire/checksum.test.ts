import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checksumOf, pseudoHeaderSum, sumOf } from '#wire/checksum.ts';
import { fromHex } from '#wire/octets.ts';
import { vector } from './vectors.ts';

it('RFC 1071 3: the sum of its example is ddf2', () => {
  expect(checksumOf(sumOf({ octets: fromHex('0001 f203 f4f5 f6f7') }))).toBe(~0xddf2 & 0xffff);
});

it('the worked Binding Update of V1 has 0x6167', () => {
  const message = vector('V1').slice(64);
  message.set([0, 0], 4);
  const homeAddress = fromHex('20010db8000a00010000000000000010');
  const homeAgent = fromHex('20010db8000a00000000000000000001');
  expect(checksumOf(pseudoHeaderSum(homeAddress, homeAgent, 32, 135) + sumOf({ octets: message }))).toBe(0x6167);
});

it('an odd last octet is the high one of two, and all-one words fold', () => {
  expect(sumOf({ octets: Uint8Array.of(0x12) })).toBe(0x1200);
  expect(checksumOf(sumOf({ octets: new Uint8Array(65_534).fill(0xff) }))).toBe(0);
});

it('octets with their checksum in place sum up to nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, maxLength: 64 }), (octets) => {
      octets.set([0, 0]);
      const checksum = checksumOf(sumOf({ octets }));
      octets.set([checksum >> 8, checksum & 0xff]);
      expect(checksumOf(sumOf({ octets }))).toBe(0);
    }),
  );
});

it('octets that are not there, and addresses of two families, are a bug in the caller', () => {
  expect(() => sumOf({ octets: new Uint8Array(4), at: 2, length: 3 })).toThrow(RangeError);
  expect(() => pseudoHeaderSum(new Uint8Array(4), new Uint8Array(16), 8, 17)).toThrow(RangeError);
});
