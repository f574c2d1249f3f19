/** Text packed small for an address: deflated, in the letters that an address leaves as they are (base64url, RFC 4648 clause 5). */
import { deflateSync, Inflate } from 'fflate';

/** No more than this is unpacked, whatever a text says of itself. */
const MOST_OCTETS = 2_000_000;
/** Octets handed on at a time, so that what was read before a fault is kept. */
const AT_ONCE = 64;

export function packText(text: string): string {
  const octets = deflateSync(new TextEncoder().encode(text), { level: 9 });
  let letters = '';
  for (const octet of octets) letters += String.fromCharCode(octet);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** As much of the text as what is given holds; of a cut or spoilt one its beginning. */
export function unpackText(packed: string): string {
  const decoder = new TextDecoder();
  let text = '';
  let count = 0;
  const inflate = new Inflate((chunk) => {
    count += chunk.length;
    if (count <= MOST_OCTETS) text += decoder.decode(chunk, { stream: true });
  });
  try {
    const octets = octetsOf(packed);
    for (let at = 0; at < octets.length && count <= MOST_OCTETS; at += AT_ONCE) {
      inflate.push(octets.subarray(at, at + AT_ONCE));
    }
  } catch {
    // What was read before the fault is what there is.
  }
  return text;
}

/** The octets of base64url, up to the first letter that is none. */
function octetsOf(packed: string): Uint8Array {
  const letters = /^[\w-]*/.exec(packed)?.[0] ?? '';
  // One letter alone is no octet.
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  const octets = atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(octets, (each) => each.charCodeAt(0));
}
