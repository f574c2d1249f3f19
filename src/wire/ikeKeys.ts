/**
 * The keys of an IKE SA and of its Child SAs, from the nonces and the Diffie-Hellman secret (RFC 5996 2.13 to 2.18).
 *
 * SKEYSEED = prf(Ni | Nr, g^ir); SK_d, SK_ai, SK_ar, SK_ei, SK_er, SK_pi, SK_pr = prf+(SKEYSEED, Ni | Nr | SPIi | SPIr).
 */
import { type HashName, hashLength, hmac, hmacWith } from './crypto/hmac.ts';
import { concat } from './octets.ts';
import { algorithmsOf, type EspKeys, type EspSuite, type IkeKeys } from './suites.ts';
import { Writer } from './writer.ts';

/** The pseudorandom function: HMAC over that hash (RFC 5996 2.13). */
export function prf(hash: HashName, key: Uint8Array, data: Uint8Array): Uint8Array {
  return hmac(hash, key, data);
}

/**
 * That many octets of prf+ (RFC 5996 2.13).
 * @throws {RangeError} if more than 255 rounds would be needed: the counter is one octet.
 */
export function prfPlus(hash: HashName, key: Uint8Array, seed: Uint8Array, length: number): Uint8Array {
  const rounds = Math.ceil(length / hashLength(hash));
  if (rounds > 255) throw new RangeError(`prf+ has no ${length} octets`);
  const keyed = hmacWith(hash, key);
  const parts: Uint8Array[] = [];
  let last: Uint8Array = new Uint8Array(0);
  for (let round = 1; round <= rounds; round += 1) {
    last = keyed(concat(last, seed, Uint8Array.of(round)));
    parts.push(last);
  }
  return concat(...parts).slice(0, length);
}

export interface IkeSecrets {
  /** Nonce data of the initiator, without its payload header. */
  readonly ni: Uint8Array;
  readonly nr: Uint8Array;
  /** g^ir, as long as the group's prime. */
  readonly secret: Uint8Array;
  readonly initiatorSpi: bigint;
  readonly responderSpi: bigint;
  readonly suite: EspSuite;
  /** SK_d and the pseudorandom function of the IKE SA that this one replaces (RFC 5996 2.18); absent for a first one. */
  readonly replaced?: { readonly skD: Uint8Array; readonly prf: HashName };
}

export interface IkeSaKeys {
  readonly skeyseed: Uint8Array;
  readonly skD: Uint8Array;
  /** SK_ai, SK_ar: empty with a combined mode. */
  readonly ai: Uint8Array;
  readonly ar: Uint8Array;
  /** SK_ei, SK_er: each with its nonce or salt behind it. */
  readonly ei: Uint8Array;
  readonly er: Uint8Array;
  readonly pi: Uint8Array;
  readonly pr: Uint8Array;
}

/** All keys of an IKE SA. @throws {RangeError} if an SPI does not fit 64 bits. */
export function ikeKeysOf(secrets: IkeSecrets): IkeSaKeys {
  const { ni, nr, secret, suite, replaced } = secrets;
  const skeyseed =
    replaced === undefined
      ? prf(suite.prf, concat(ni, nr), secret)
      : prf(replaced.prf, replaced.skD, concat(secret, ni, nr));
  const spis = new Writer().u64(secrets.initiatorSpi).u64(secrets.responderSpi).done();
  const { encryptionKeyLength: e, integrityKeyLength: a } = suite;
  const d = hashLength(suite.prf);
  const next = cutter(prfPlus(suite.prf, skeyseed, concat(ni, nr, spis), 3 * d + 2 * a + 2 * e));
  return { skeyseed, skD: next(d), ai: next(a), ar: next(a), ei: next(e), er: next(e), pi: next(d), pr: next(d) };
}

/** Those of the keys that protect IKE messages, as `openSk` and `protectSk` take them. */
export function ikeProtectionOf(suite: EspSuite, keys: IkeSaKeys): IkeKeys {
  return { ...algorithmsOf(suite), skEi: keys.ei, skEr: keys.er, skAi: keys.ai, skAr: keys.ar };
}

export interface ChildSecrets {
  readonly skD: Uint8Array;
  /** The nonces of the exchange that makes the Child SA: of IKE_SA_INIT for the first, of CREATE_CHILD_SA for another. */
  readonly ni: Uint8Array;
  readonly nr: Uint8Array;
  /** g^ir of the CREATE_CHILD_SA exchange, if it had one. */
  readonly secret?: Uint8Array;
  /** The pseudorandom function of the IKE SA. */
  readonly prf: HashName;
  readonly suite: EspSuite;
}

/** The keys of a pair of ESP SAs (RFC 5996 2.17); the initiator is that of the exchange which makes them. */
export function keymatOf(child: ChildSecrets): {
  readonly initiatorToResponder: EspKeys;
  readonly responderToInitiator: EspKeys;
} {
  const { encryptionKeyLength: e, integrityKeyLength: a } = child.suite;
  const seed = concat(child.secret ?? new Uint8Array(0), child.ni, child.nr);
  const next = cutter(prfPlus(child.prf, child.skD, seed, 2 * (e + a)));
  const keys = (): EspKeys => ({ ...algorithmsOf(child.suite), encryptionKey: next(e), integrityKey: next(a) });
  return { initiatorToResponder: keys(), responderToInitiator: keys() };
}

/** Takes octets from the front, one key after the other. */
function cutter(octets: Uint8Array): (length: number) => Uint8Array {
  let at = 0;
  return (length) => {
    at += length;
    return octets.slice(at - length, at);
  };
}
