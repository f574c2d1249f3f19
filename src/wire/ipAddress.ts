/** IP addresses as octets (4 or 16, network order) and as text: RFC 5952 form for IPv6, dotted decimal for IPv4. */
import { type Label, octetsLabel } from './field.ts';

/** A label for the 16 octets of an IPv6 address. */
export function ipv6Label(name: string, source: string): Label<Uint8Array> {
  return octetsLabel(name, source, { say: ipv6Text });
}

/** A label for the 4 octets of an IPv4 address. */
export function ipv4Label(name: string, source: string): Label<Uint8Array> {
  return octetsLabel(name, source, { say: ipv4Text });
}

/** "2001:db8::1" or "192.0.2.1", by the number of octets. @throws {RangeError} unless there are 4 or 16. */
export function addressText(address: Uint8Array): string {
  return address.length === 4 ? ipv4Text(address) : ipv6Text(address);
}

/** "192.0.2.1". @throws {RangeError} unless there are 4 octets. */
export function ipv4Text(address: Uint8Array): string {
  if (address.length !== 4) throw new RangeError(`an IPv4 address of ${address.length} octets`);
  return address.join('.');
}

/**
 * The one text form of an address (RFC 5952 4): lower case, no leading zeros, the longest run of two or more zero groups
 * (the first of equals) as "::", and the last 32 bits dotted for an IPv4-mapped address (5).
 *
 * @throws {RangeError} unless there are 16 octets.
 */
export function ipv6Text(address: Uint8Array): string {
  if (address.length !== 16) throw new RangeError(`an IPv6 address of ${address.length} octets`);
  if (isIpv4Mapped(address)) return `::ffff:${ipv4Text(address.subarray(12))}`;
  const groups: number[] = [];
  for (let i = 0; i < 16; i += 2) groups.push(((address[i] as number) << 8) | (address[i + 1] as number));
  const { first, count } = longestZeros(groups);
  const text = (from: number, to: number) =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  return count < 2 ? text(0, 8) : `${text(0, first)}::${text(first + count, 8)}`;
}

/** 4 or 16 octets; `undefined` if the text is no address. */
export function parseAddress(text: string): Uint8Array | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

/** The 4 octets of "192.0.2.1"; `undefined` if the text is no IPv4 address, leading zeros included. */
export function parseIpv4(text: string): Uint8Array | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) {
    return undefined;
  }
  return Uint8Array.from(parts, Number);
}

/** The 16 octets of any text form of RFC 4291 2.2; `undefined` if the text is no IPv6 address. A zone is none. */
export function parseIpv6(text: string): Uint8Array | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = groupsOf(halves[0] as string, halves.length === 1);
  const tail = halves.length === 2 ? groupsOf(halves[1] as string, true) : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  const octets = new Uint8Array(16);
  octets.set(head, 0);
  octets.set(tail, 16 - tail.length);
  return octets;
}

/** The octets of colon-separated groups; dotted decimal only as the very last one. */
function groupsOf(text: string, last: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const octets: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      octets.push(value >> 8, value & 0xff);
      continue;
    }
    const dotted = last && index === groups.length - 1 ? parseIpv4(group) : undefined;
    if (dotted === undefined) return undefined;
    octets.push(...dotted);
  }
  return octets;
}

function isIpv4Mapped(address: Uint8Array): boolean {
  return address[10] === 0xff && address[11] === 0xff && address.subarray(0, 10).every((octet) => octet === 0);
}

function longestZeros(groups: readonly number[]): { readonly first: number; readonly count: number } {
  let best = { first: 0, count: 0 };
  let count = 0;
  for (const [index, group] of groups.entries()) {
    count = group === 0 ? count + 1 : 0;
    if (count > best.count) best = { first: index - count + 1, count };
  }
  return best;
}
