/** Names and identities in IKEv2 payloads as text. */

/** ASCII as it is, every other octet as `\x` and two hex digits: nothing in a capture can then upset a page or a terminal. */
export function asciiText(octets: Uint8Array): string {
  return Array.from(octets, (octet) =>
    octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : `\\x${octet.toString(16).padStart(2, '0')}`,
  ).join('');
}
