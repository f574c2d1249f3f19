/** Triple DES in cipher block chaining (RFC 2451), to read captures of its time: blocks of 8 octets, no padding of its own. */
/// <reference path="./des.d.ts" />
import des from 'des.js';

/** DES three times, with three keys of 8 octets. */
const chained = des.CBC.instantiate(des.EDE);

export const tripleDesKeyLength = 24;

/** @throws {Error} unless the IV is one block and the text whole blocks. */
export function tripleDesCbc(
  type: 'encrypt' | 'decrypt',
  key: Uint8Array,
  iv: Uint8Array,
  text: Uint8Array,
): Uint8Array {
  const cipher = chained.create({ type, key, iv, padding: false });
  return Uint8Array.from([...cipher.update(text), ...cipher.final()]);
}
