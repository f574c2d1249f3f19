/**
 * The headers that a capture has below IP, by the link types of pcap.
 *
 * Ethernet (with any stack of VLAN tags), bare IP, Linux cooked capture v1 and v2, BSD null and loopback.
 */

/** Where the IP packet is in a frame; or that there is none, and what is there; or that the frame cannot be read. */
export type Linked =
  | { readonly type: 'ip'; readonly at: number; readonly version: 'ip' | 'ipv4' | 'ipv6'; readonly length: number }
  | { readonly type: 'other'; readonly at: number; readonly text: string }
  | { readonly type: 'unreadable'; readonly at: number; readonly text: string }
  | { readonly type: 'unknownLink' };

const ETHERTYPE_IPV4 = 0x0800;
const ETHERTYPE_IPV6 = 0x86dd;
/** 802.1Q, 802.1ad and the numbers that were in use for stacked tags before. */
const vlanTags = new Set([0x8100, 0x88a8, 0x9100, 0x9200, 0x9300]);
const otherNames: Readonly<Record<number, string>> = {
  2054: 'ARP',
  34916: 'PPPoE session',
  34958: 'EAP over LAN',
  35020: 'LLDP',
};
/** Address families of IPv6 on the systems that write null and loopback captures. */
const ipv6Families = new Set([10, 23, 24, 28, 30]);
const IPV4_FAMILY = 2;

/** Finds the IP packet. Padding after it is not cut off: the IP header's own length tells. */
export function linked(linkType: number, octets: Uint8Array): Linked {
  switch (linkType) {
    case 1:
      return byEthertype(octets, 12, 'the Ethernet header');
    case 12:
    case 14:
    case 101:
      return ipAt(octets, 0, 'ip');
    case 228:
      return ipAt(octets, 0, 'ipv4');
    case 229:
      return ipAt(octets, 0, 'ipv6');
    case 113:
      return byEthertype(octets, 14, 'the cooked header');
    case 276:
      return cookedV2(octets);
    case 0:
      return byFamily(octets, [true, false]);
    case 108:
      return byFamily(octets, [false]);
    default:
      return { type: 'unknownLink' };
  }
}

/** @param at offset of the Ethertype; the tags, if any, follow it. */
function byEthertype(octets: Uint8Array, at: number, header: string): Linked {
  let typeAt = at;
  while (typeAt + 2 <= octets.length) {
    const ethertype = u16(octets, typeAt);
    if (!vlanTags.has(ethertype)) return byType(octets, typeAt + 2, ethertype, typeAt);
    typeAt += 4;
  }
  return { type: 'unreadable', at: octets.length, text: `The frame ends within ${header}.` };
}

/** Protocol first, then a header of 20 octets in all; VLAN tags stand behind it as in Ethernet. */
function cookedV2(octets: Uint8Array): Linked {
  const cut: Linked = { type: 'unreadable', at: octets.length, text: 'The frame ends within the cooked header.' };
  if (octets.length < 20) return cut;
  const ethertype = u16(octets, 0);
  if (!vlanTags.has(ethertype)) return byType(octets, 20, ethertype, 0);
  return byEthertype(octets, 22, 'the cooked header');
}

/** The family in the byte order of the machine that captured: of the orders, the one in which it is a number that is known. */
function byFamily(octets: Uint8Array, littleEndians: readonly boolean[]): Linked {
  if (octets.length < 4) {
    return { type: 'unreadable', at: octets.length, text: 'The frame ends within the address family.' };
  }
  const view = new DataView(octets.buffer, octets.byteOffset, 4);
  for (const littleEndian of littleEndians) {
    const family = view.getUint32(0, littleEndian);
    if (family === IPV4_FAMILY) return ipAt(octets, 4, 'ipv4');
    if (ipv6Families.has(family)) return ipAt(octets, 4, 'ipv6');
  }
  const family = view.getUint32(0, littleEndians[0]);
  return { type: 'other', at: 0, text: `address family ${family}` };
}

function byType(octets: Uint8Array, at: number, ethertype: number, typeAt: number): Linked {
  if (ethertype === ETHERTYPE_IPV4) return ipAt(octets, at, 'ipv4');
  if (ethertype === ETHERTYPE_IPV6) return ipAt(octets, at, 'ipv6');
  if (ethertype < 0x0600) return { type: 'other', at: typeAt, text: 'an 802.3 frame' };
  const text = otherNames[ethertype] ?? `Ethertype 0x${ethertype.toString(16).padStart(4, '0')}`;
  return { type: 'other', at: typeAt, text };
}

function ipAt(octets: Uint8Array, at: number, version: 'ip' | 'ipv4' | 'ipv6'): Linked {
  return { type: 'ip', at, version, length: octets.length - at };
}

function u16(octets: Uint8Array, at: number): number {
  return ((octets[at] as number) << 8) | (octets[at + 1] as number);
}
