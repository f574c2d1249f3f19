import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressText, ipv4Text, ipv6Text, parseAddress, parseIpv4, parseIpv6 } from '#wire/ipAddress.ts';
import { fromHex } from '#wire/octets.ts';

describe('the text of an IPv6 address', () => {
  it.each([
    ['20010db8000a00000000000000000001', '2001:db8:a::1'],
    ['20010db8000c00010000000000000077', '2001:db8:c:1::77'],
    ['00000000000000000000000000000000', '::'],
    ['00000000000000000000000000000001', '::1'],
    ['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
    ['20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
    ['00010000000000000000000000000000', '1::'],
    ['abcd0000000000010000000000000002', 'abcd:0:0:1::2'],
    ['00000000000000000000ffffc000020a', '::ffff:192.0.2.10'],
  ])('%s is %s', (hex, text) => {
    expect(ipv6Text(fromHex(hex))).toBe(text);
    expect(parseIpv6(text)).toEqual(fromHex(hex));
  });

  it('survives, whatever the octets; groups of zero are common', () => {
    const octet = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(255));
    fc.assert(
      fc.property(fc.array(octet, { minLength: 16, maxLength: 16 }), (octets) => {
        const text = ipv6Text(Uint8Array.from(octets));
        expect(parseAddress(text)).toEqual(Uint8Array.from(octets));
        const shown = new URL(`http://[${text}]/`).hostname.slice(1, -1);
        if (!text.includes('.')) expect(text).toBe(shown);
      }),
    );
  });

  it.each(['2001:DB8::A', '::192.0.2.1', '1:2:3:4:5:6:1.2.3.4', '0001::'])('%s is read too', (text) => {
    expect(parseIpv6(text)).toHaveLength(16);
  });

  it.each([
    '',
    ':',
    ':::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '12345::',
    '1:',
    ':1',
    '1.2.3.4::',
    '::1%eth0',
  ])('"%s" is refused', (text) => expect(parseIpv6(text)).toBeUndefined());

  it('8 groups and "::" are one too many', () => expect(parseIpv6('1:2:3:4::5:6:7:8')).toBeUndefined());
});

describe('the text of an IPv4 address', () => {
  it('both ways', () => {
    expect(ipv4Text(Uint8Array.of(192, 0, 2, 10))).toBe('192.0.2.10');
    expect(parseAddress('192.0.2.10')).toEqual(Uint8Array.of(192, 0, 2, 10));
  });

  it.each(['1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '1.2.3.', 'a.b.c.d', '-1.2.3.4'])(
    '"%s" is refused',
    (text) => {
      expect(parseIpv4(text)).toBeUndefined();
    },
  );
});

it('another number of octets is a bug in the caller', () => {
  expect(() => addressText(new Uint8Array(5))).toThrow(RangeError);
  expect(() => ipv4Text(new Uint8Array(16))).toThrow(RangeError);
});
