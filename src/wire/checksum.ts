/**
 * The Internet checksum (RFC 1071), and the pseudo-headers that it runs over: IPv6 (RFC 8200 8.1), which the Mobility
 * Header takes too (RFC 6275 6.1.1), and IPv4 (RFC 768).
 */

/** Where the checksum is, and the octets it covers. */
export interface Covered {
  readonly octets: Uint8Array;
  /** Offset of the first covered octet; 0 unless given. */
  readonly at?: number;
  /** Number of covered octets; all that are left unless given. An odd last octet counts as the high one of two. */
  readonly length?: number;
}

/** The sum of 16-bit words without the end-around carries, for `checksumOf`. @throws {RangeError} if octets are not there. */
export function sumOf(covered: Covered): number {
  const { octets, at = 0 } = covered;
  const end = at + (covered.length ?? octets.length - at);
  if (at < 0 || end > octets.length || end < at) throw new RangeError(`no octets ${at}..${end}`);
  let sum = 0;
  for (let i = at; i + 1 < end; i += 2) sum += ((octets[i] as number) << 8) | (octets[i + 1] as number);
  if (((end - at) & 1) === 1) sum += (octets[end - 1] as number) << 8;
  return sum;
}

/** The ones' complement of the sum, 0..65535: 0 over octets that hold their right checksum. */
export function checksumOf(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = Math.floor(folded / 0x1_0000) + (folded & 0xffff);
  return ~folded & 0xffff;
}

/**
 * The sum of the pseudo-header. With a Home Address option or a type 2 routing header the home address is to be given
 * for the address it replaces.
 *
 * @param source and `destination`: both 4 or both 16 octets. @param length of the upper-layer header and its payload.
 * @throws {RangeError} if the addresses are of different families.
 */
export function pseudoHeaderSum(
  source: Uint8Array,
  destination: Uint8Array,
  length: number,
  nextHeader: number,
): number {
  if (source.length !== destination.length) throw new RangeError('addresses of two families');
  return sumOf({ octets: source }) + sumOf({ octets: destination }) + (length >>> 16) + (length & 0xffff) + nextHeader;
}
