import { describe, expect, it } from 'vitest';
import { keyringOf, readKeyFiles, writeKeyFiles } from '#capture/keyFiles.ts';
import { parseIpv4, parseIpv6 } from '#wire/ipAddress.ts';
import { fromHex } from '#wire/octets.ts';

const sk16 = '00112233445566778899aabbccddeeff';
const sk20 = `${sk16}00000001`;
const cbc = `1111111111111111,2222222222222222,${sk16},${sk16},"AES-CBC-128 [RFC3602]",${sk20},${sk20},"HMAC_SHA1_96 [RFC2404]"`;
const gcm = `0000000000000001,ffffffffffffffff,${sk20},${sk20},"AES-GCM-128 with 16 octet ICV [RFC5282]",,,"NONE [RFC4306]"`;
const esp = `"IPv6","2001:db8::1","2001:db8::2","0x00001001","AES-CBC [RFC3602]","0x${sk16}","HMAC-SHA-1-96 [RFC2404]","0x${sk20}"`;
const any = `"IPv4","*","*","*","NULL","","ANY 96 bit authentication [no checking]",""`;

function rows(ike: string, espText: string) {
  const read = readKeyFiles(ike, espText);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const home = parseIpv6('2001:db8::1') as Uint8Array;
const agent = parseIpv6('2001:db8::2') as Uint8Array;
const ipv4 = parseIpv4('192.0.2.1') as Uint8Array;

describe('the key files', () => {
  it('writes what it read', () => {
    const text = { ike: `${cbc}\n${gcm}\n`, esp: `${esp}\n${any}\n` };
    expect(writeKeyFiles(rows(text.ike, text.esp))).toEqual(text);
  });

  it('passes over remarks and empty lines, takes either letter case, blanks and any line end', () => {
    const ike = `# by hand\r\n\r\n  ${cbc.replaceAll(sk20, sk20.toUpperCase())}\r\n`;
    expect(rows(ike, '# none').ike).toEqual(rows(cbc, '').ike);
    expect(rows('', esp.replaceAll(',', ' , ')).esp).toEqual(rows('', esp).esp);
  });

  it('finds the keys of an IKE SA by both SPIs, in their order', () => {
    const { ike } = keyringOf(rows(`${cbc}\n${gcm}`, ''));
    expect(ike(0x1111111111111111n, 0x2222222222222222n)?.skEi).toEqual(fromHex(sk16));
    expect(ike(1n, 0xffffffffffffffffn)?.encryption).toEqual({ algorithm: 'aesGcm', icvLength: 16 });
    expect(ike(0x2222222222222222n, 0x1111111111111111n)).toBeUndefined();
  });

  it('takes the first ESP row that fits; the same object each time', () => {
    const second = esp.replace('AES-CBC [RFC3602]', 'NULL').replace(`0x${sk16}`, '');
    const ring = keyringOf(rows('', `${esp}\n${second}\n${any}`));
    const keys = ring.esp(0x1001, home, agent);
    expect(keys?.encryption.algorithm).toBe('aesCbc');
    expect(ring.esp(0x1001, home, agent)).toBe(keys);
    expect(ring.esp(0x1001, agent, home)).toBeUndefined();
    expect(ring.esp(0x1002, home, agent)).toBeUndefined();
    expect(ring.esp(0xffffffff, ipv4, ipv4)?.integrity).toEqual({ algorithm: 'none', icvLength: 12, checked: false });
  });

  it('a key without 0x is the text itself; a decimal SPI is one; an algorithm that cannot be opened still wins', () => {
    const { esp: read } = rows('', esp.replace(`0x${sk16}`, '0123456789abcdef').replace('0x00001001', '4097'));
    expect(read[0]?.keys?.encryptionKey).toEqual(new TextEncoder().encode('0123456789abcdef'));
    expect(read[0]?.spi).toBe(0x1001);
    const ring = keyringOf(rows('', `${esp.replace('AES-CBC [RFC3602]', 'DES-CBC [RFC2405]')}\n${esp}`));
    expect(ring.esp(0x1001, home, agent)).toBeUndefined();
  });

  it.each([
    [cbc.replace('1111111111111111', '0x11111111111111'), '', /^ikev2_decryption_table, line 1, column 1: an SPI/],
    [`\n${cbc.replace(sk16, sk16.slice(1))}`, '', /^ikev2_decryption_table, line 2, column 35: hex digits/],
    [cbc.replace(sk16, sk20), '', /column 35: the key has 20 octets, and the algorithm takes 16/],
    [cbc.replace('AES-CBC-128', 'AES-CBC-129'), '', /column 101: there is no algorithm of that name/],
    [
      cbc.replace('"AES-CBC-128 [RFC3602]"', 'AES-CBC-128 [RFC3602]'),
      '',
      /column 101: the name stands in double quotes/,
    ],
    [gcm.replace('"NONE [RFC4306]"', '"HMAC_SHA1_96 [RFC2404]"'), '', /go with "NONE/],
    [cbc.slice(0, -1), '', /the double quote is not closed/],
    ['1,2', '', /the row has 2 columns, not 8/],
    ['', `${esp},"x"`, /^esp_sa, line 1, column \d+: the row has 9 columns, not 8/],
    ['', esp.replaceAll('"', ''), /^esp_sa, line 1, column 1: every column of this table stands in double quotes/],
    ['', esp.replace('IPv6', 'IPv5'), /column 1: the protocol is neither/],
    ['', esp.replace('2001:db8::2', '192.0.2.1'), /column 22: this is no IPv6 address/],
    ['', esp.replace('0x00001001', '0x100000000'), /column 36: an SPI is/],
    ['', esp.replace(`0x${sk16}`, '0x0g'), /an even number of hex digits is expected after 0x/],
    ['', esp.replace('","2001:db8::2"', '"x"2001:db8::2"'), /a comma is missing/],
  ])('a wrong row is one sentence with file, line and column: %#', (ike, espText, says) => {
    const read = readKeyFiles(ike, espText);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error).toMatch(says);
  });
});
