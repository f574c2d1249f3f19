import { describe, expect, it } from 'vitest';
import { linked } from '#wire/linkLayer.ts';
import { concat, fromHex } from '#wire/octets.ts';

const macs = '020000000001 020000000002';
const ip = Uint8Array.of(0x60, 0, 0, 0);

describe('the link types', () => {
  it.each([
    ['Ethernet, IPv6', 1, `${macs} 86dd`, 'ipv6'],
    ['Ethernet, IPv4', 1, `${macs} 0800`, 'ipv4'],
    ['802.1Q', 1, `${macs} 8100 0064 86dd`, 'ipv6'],
    ['802.1ad and 802.1Q', 1, `${macs} 88a8 0064 8100 0065 0800`, 'ipv4'],
    ['bare IP', 101, '', 'ip'],
    ['bare IPv4', 228, '', 'ipv4'],
    ['bare IPv6', 229, '', 'ipv6'],
    ['cooked v1', 113, '0000 0001 0006 0200000000010000 86dd', 'ipv6'],
    ['cooked v1 with a tag', 113, '0000 0001 0006 0200000000010000 8100 0064 0800', 'ipv4'],
    ['cooked v2', 276, '86dd 0000 00000002 0001 00 06 0200000000010000', 'ipv6'],
    ['cooked v2 with a tag', 276, '8100 0000 00000002 0001 00 06 0200000000010000 0064 86dd', 'ipv6'],
    ['null, little endian', 0, '1e000000', 'ipv6'],
    ['null, big endian', 0, '00000002', 'ipv4'],
    ['null, IPv6 of other systems', 0, '18000000', 'ipv6'],
    ['loopback', 108, '0000001c', 'ipv6'],
    ['loopback, IPv4', 108, '00000002', 'ipv4'],
  ])('%s', (_, linkType, header, version) => {
    const before = fromHex(header);
    expect(linked(linkType, concat(before, ip))).toEqual({
      type: 'ip',
      at: before.length,
      version,
      length: ip.length,
    });
    for (let end = 0; end < before.length; end += 1) {
      expect(linked(linkType, before.subarray(0, end))).toMatchObject({ type: 'unreadable', at: end });
    }
  });

  it('names what is no IP, and says that a link type is unknown', () => {
    expect(linked(1, fromHex(`${macs} 0806 0001`))).toEqual({ type: 'other', at: 12, text: 'ARP' });
    expect(linked(1, fromHex(`${macs} 0026 4242`))).toEqual({ type: 'other', at: 12, text: 'an 802.3 frame' });
    expect(linked(1, fromHex(`${macs} 88b5`))).toMatchObject({ text: 'Ethertype 0x88b5' });
    expect(linked(108, fromHex('02000000'))).toMatchObject({ type: 'other' });
    expect(linked(147, ip)).toEqual({ type: 'unknownLink' });
  });
});
