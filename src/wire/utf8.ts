/** UTF-8 (RFC 3629), both ways, by what the language itself has: this layer knows no page and no system. */

/** The octets of a text; half a surrogate pair becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\u{fffd}'));
  const octets: number[] = [];
  for (let i = 0; i < escaped.length; i += 1) {
    if (escaped[i] === '%') {
      octets.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16));
      i += 2;
    } else octets.push(escaped.charCodeAt(i));
  }
  return Uint8Array.from(octets);
}

/** The text of some octets; where they are no UTF-8, each octet above 127 becomes U+FFFD. */
export function decodeUtf8(octets: Uint8Array): string {
  let escaped = '';
  for (const octet of octets) escaped += `%${octet.toString(16).padStart(2, '0')}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return Array.from(octets, (octet) => (octet < 128 ? String.fromCharCode(octet) : '\u{fffd}')).join('');
  }
}
