/** HMAC (RFC 2104) over the hashes of IPsec, with the keyed state computed once for a key. */
import { hmac as nobleHmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

export type HashName = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

const hashes = { md5, sha1, sha256, sha384, sha512 } as const;

/** Octets of output, and of a key of IPsec, of HMAC over that hash. */
export function hashLength(hash: HashName): number {
  return hashes[hash].outputLen;
}

/** A function from octets to their HMAC, whole, under that key of any length. */
export function hmacWith(hash: HashName, key: Uint8Array): (octets: Uint8Array) => Uint8Array {
  const keyed = nobleHmac.create(hashes[hash], key);
  return (octets) => keyed.clone().update(octets).digest();
}

/** The HMAC of those octets, whole. */
export function hmac(hash: HashName, key: Uint8Array, octets: Uint8Array): Uint8Array {
  return nobleHmac(hashes[hash], key, octets);
}
