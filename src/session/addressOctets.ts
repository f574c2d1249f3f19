/** The octets of a session's addresses, which it keeps as text. */
import { parseAddress } from '#wire/ipAddress.ts';

/** 4 or 16 octets. @throws {RangeError} if the text is no address: a bug in the caller. */
export function addressOctets(text: string): Uint8Array {
  const octets = parseAddress(text);
  if (octets === undefined) throw new RangeError(`"${text}" is no address`);
  return octets;
}
