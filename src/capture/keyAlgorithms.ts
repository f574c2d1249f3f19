/** The algorithms that Wireshark's tables of keys name, letter for letter, and what they are here. */
import type { Encryption, EncryptionName, Integrity, IntegrityName } from '#wire/suites.ts';

export interface NamedEncryption {
  readonly name: string;
  /** Undefined: a name of the table that nothing here can open. */
  readonly encryption: Encryption | undefined;
  /** Octets of the key, with its nonce or salt; any of them; undefined where none is checked. */
  readonly keyLengths: readonly number[] | undefined;
}

export interface NamedIntegrity {
  readonly name: string;
  readonly integrity: Integrity;
  /** As for an encryption. */
  readonly keyLengths: readonly number[] | undefined;
}

const KEY_BITS = [128, 192, 256] as const;
const COMBINED_ICVS = [16, 12, 8] as const;

function encryption(
  name: string,
  algorithm: EncryptionName | undefined,
  keyLengths: readonly number[] | undefined,
  icvLength = 0,
): NamedEncryption {
  return { name, encryption: algorithm === undefined ? undefined : { algorithm, icvLength }, keyLengths };
}

function integrity(
  name: string,
  algorithm: IntegrityName,
  icvLength: number,
  keyLengths: readonly number[] | undefined,
): NamedIntegrity {
  return { name, integrity: { algorithm, icvLength, checked: algorithm !== 'none' }, keyLengths };
}

/** Column 5 of `ikev2_decryption_table`. */
export const ikeEncryptions: readonly NamedEncryption[] = [
  encryption('3DES [RFC2451]', 'tripleDesCbc', [24]),
  ...KEY_BITS.map((bits) => encryption(`AES-CBC-${bits} [RFC3602]`, 'aesCbc', [bits / 8])),
  ...KEY_BITS.map((bits) => encryption(`AES-CTR-${bits} [RFC5930]`, 'aesCtr', [bits / 8 + 4])),
  ...COMBINED_ICVS.flatMap((icv) =>
    KEY_BITS.flatMap((bits) => [
      encryption(`AES-GCM-${bits} with ${icv} octet ICV [RFC5282]`, 'aesGcm', [bits / 8 + 4], icv),
      encryption(`AES-CCM-${bits} with ${icv} octet ICV [RFC5282]`, 'aesCcm', [bits / 8 + 3], icv),
    ]),
  ),
  encryption('NULL [RFC2410]', 'null', [0]),
];

/** Column 8 of `ikev2_decryption_table`. */
export const ikeIntegrities: readonly NamedIntegrity[] = [
  integrity('HMAC_MD5_96 [RFC2403]', 'hmacMd5', 12, [16]),
  integrity('HMAC_MD5_128 [RFC4595]', 'hmacMd5', 16, [16]),
  integrity('HMAC_SHA1_96 [RFC2404]', 'hmacSha1', 12, [20]),
  integrity('HMAC_SHA1_160 [RFC4595]', 'hmacSha1', 20, [20]),
  integrity('HMAC_SHA2_256_96 [draft-ietf-ipsec-ciph-sha-256-00]', 'hmacSha256', 12, [32]),
  integrity('HMAC_SHA2_256_128 [RFC4868]', 'hmacSha256', 16, [32]),
  integrity('HMAC_SHA2_384_192 [RFC4868]', 'hmacSha384', 24, [48]),
  integrity('HMAC_SHA2_512_256 [RFC4868]', 'hmacSha512', 32, [64]),
  integrity('NONE [RFC4306]', 'none', 0, [0]),
  ...[64, 96, 128, 160, 192, 256].map((bits) =>
    integrity(`ANY ${bits}-bits of Authentication [No Checking]`, 'none', bits / 8, [0]),
  ),
];

/** Column 5 of `esp_sa`. */
export const espEncryptions: readonly NamedEncryption[] = [
  encryption('NULL', 'null', undefined),
  encryption('AES-CBC [RFC3602]', 'aesCbc', [16, 24, 32]),
  encryption('AES-CTR [RFC3686]', 'aesCtr', [20, 28, 36]),
  ...COMBINED_ICVS.map((icv) => encryption(`AES-GCM with ${icv} octet ICV [RFC4106]`, 'aesGcm', [20, 28, 36], icv)),
  encryption('TripleDES-CBC [RFC2451]', 'tripleDesCbc', [24]),
  ...['DES-CBC [RFC2405]', 'CAST5-CBC [RFC2144]', 'BLOWFISH-CBC [RFC2451]', 'TWOFISH-CBC'].map((name) =>
    encryption(name, undefined, undefined),
  ),
];

/** Column 7 of `esp_sa`. RIPEMD-160, which is cut off and not checked, stands last, so that it is never written. */
export const espIntegrities: readonly NamedIntegrity[] = [
  integrity('NULL', 'none', 0, undefined),
  integrity('HMAC-MD5-96 [RFC2403]', 'hmacMd5', 12, undefined),
  integrity('HMAC-SHA-1-96 [RFC2404]', 'hmacSha1', 12, undefined),
  integrity('HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00]', 'hmacSha256', 12, undefined),
  integrity('HMAC-SHA-256-128 [RFC4868]', 'hmacSha256', 16, undefined),
  integrity('HMAC-SHA-384-192 [RFC4868]', 'hmacSha384', 24, undefined),
  integrity('HMAC-SHA-512-256 [RFC4868]', 'hmacSha512', 32, undefined),
  ...[64, 96, 128, 192, 256].map((bits) =>
    integrity(`ANY ${bits} bit authentication [no checking]`, 'none', bits / 8, undefined),
  ),
  integrity('MAC-RIPEMD-160-96 [RFC2857]', 'none', 12, undefined),
];

/** The name for an encryption with a key of that length. @throws {RangeError} if the table has none. */
export function encryptionNamed(list: readonly NamedEncryption[], wanted: Encryption, keyLength: number): string {
  const found = list.find(
    (each) =>
      each.encryption?.algorithm === wanted.algorithm &&
      each.encryption.icvLength === wanted.icvLength &&
      (each.keyLengths?.includes(keyLength) ?? true),
  );
  if (found === undefined) throw new RangeError(`Wireshark has no name for ${wanted.algorithm}, ${keyLength} octets`);
  return found.name;
}

/** The name for an integrity algorithm, none beside a combined mode. @throws {RangeError} if the table has none. */
export function integrityNamed(list: readonly NamedIntegrity[], wanted: Integrity): string {
  const found = list.find(
    ({ integrity: each }) =>
      each.algorithm === wanted.algorithm && each.icvLength === wanted.icvLength && each.checked === wanted.checked,
  );
  if (found === undefined) throw new RangeError(`Wireshark has no name for ${wanted.algorithm}`);
  return found.name;
}
