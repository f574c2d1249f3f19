/**
 * Algorithms and keys that protect ESP and IKEv2 payloads, and the suites that a run of ours chooses among.
 *
 * ESP: RFC 4303; IKEv2: RFC 5996 3.3.2; combined modes: RFC 4106, RFC 4309, RFC 5282.
 */
import type { HashName } from './crypto/hmac.ts';

export type EncryptionName = 'null' | 'aesCbc' | 'aesCtr' | 'aesGcm' | 'aesCcm' | 'tripleDesCbc';
export type IntegrityName = 'none' | 'hmacMd5' | 'hmacSha1' | 'hmacSha256' | 'hmacSha384' | 'hmacSha512';

export interface Encryption {
  readonly algorithm: EncryptionName;
  /** Octets of integrity check value that a combined mode appends: 8, 12 or 16 for aesGcm and aesCcm, 0 for the others. */
  readonly icvLength: number;
}

export interface Integrity {
  readonly algorithm: IntegrityName;
  /** Octets on the wire; of `none` those that are cut off unread, mostly 0. Without meaning beside a combined mode. */
  readonly icvLength: number;
  /** Whether the integrity check value is compared; with `none` it cannot be. */
  readonly checked: boolean;
}

/** The keys of one ESP SA, that is of one direction. What is prepared from them is kept with the object: use one object an SA. */
export interface EspKeys {
  readonly encryption: Encryption;
  /** The key, and after it the nonce (aesCtr) or salt (aesGcm 4 octets, aesCcm 3 octets) if the algorithm has one. */
  readonly encryptionKey: Uint8Array;
  readonly integrity: Integrity;
  readonly integrityKey: Uint8Array;
}

/** The keys of an IKE SA; `i` is for what the original initiator sends. Use one object an SA, as for `EspKeys`. */
export interface IkeKeys {
  readonly encryption: Encryption;
  readonly integrity: Integrity;
  /** SK_ei and SK_er, each with its nonce or salt. */
  readonly skEi: Uint8Array;
  readonly skEr: Uint8Array;
  /** SK_ai and SK_ar, empty with a combined mode. */
  readonly skAi: Uint8Array;
  readonly skAr: Uint8Array;
}

export interface EspSuite {
  readonly id: string;
  /** For a person. */
  readonly title: string;
  readonly encryption: EncryptionName;
  readonly integrity: IntegrityName;
  readonly ivLength: number;
  readonly icvLength: number;
  /** Octets that ESP's plaintext is a multiple of. */
  readonly padTo: number;
  /** With its nonce or salt. */
  readonly encryptionKeyLength: number;
  readonly integrityKeyLength: number;
  /** The hash of the pseudorandom function that goes with the suite in IKEv2. */
  readonly prf: HashName;
}

/** AES-CBC with a key of 128 bits and HMAC-SHA1-96: what the time of the text asked of every implementation (RFC 4835). */
export const aesCbcSha1: EspSuite = {
  id: 'aesCbcSha1',
  title: 'AES-CBC-128, HMAC-SHA1-96',
  encryption: 'aesCbc',
  integrity: 'hmacSha1',
  ivLength: 16,
  icvLength: 12,
  padTo: 16,
  encryptionKeyLength: 16,
  integrityKeyLength: 20,
  prf: 'sha1',
};

/** AES-CBC with a key of 128 bits and HMAC-SHA2-256-128 (RFC 4868). */
export const aesCbcSha256: EspSuite = {
  id: 'aesCbcSha256',
  title: 'AES-CBC-128, HMAC-SHA2-256-128',
  encryption: 'aesCbc',
  integrity: 'hmacSha256',
  ivLength: 16,
  icvLength: 16,
  padTo: 16,
  encryptionKeyLength: 16,
  integrityKeyLength: 32,
  prf: 'sha256',
};

/** AES-GCM with a key of 128 bits and an integrity check value of 16 octets (RFC 4106, RFC 5282). */
export const aesGcm16: EspSuite = {
  id: 'aesGcm16',
  title: 'AES-GCM-128 with 16 octet ICV',
  encryption: 'aesGcm',
  integrity: 'none',
  ivLength: 8,
  icvLength: 16,
  padTo: 4,
  encryptionKeyLength: 20,
  integrityKeyLength: 0,
  prf: 'sha256',
};

export const suites: readonly EspSuite[] = [aesCbcSha1, aesCbcSha256, aesGcm16];

/** Whether the mode encrypts and authenticates at once, so that there is no integrity key. */
export function isCombined(algorithm: EncryptionName): boolean {
  return algorithm === 'aesGcm' || algorithm === 'aesCcm';
}

/** The two halves of a suite, as keys name them. */
export function algorithmsOf(suite: EspSuite): { readonly encryption: Encryption; readonly integrity: Integrity } {
  const combined = isCombined(suite.encryption);
  return {
    encryption: { algorithm: suite.encryption, icvLength: combined ? suite.icvLength : 0 },
    integrity: {
      algorithm: suite.integrity,
      icvLength: combined ? 0 : suite.icvLength,
      checked: suite.integrity !== 'none',
    },
  };
}
