/** Transform types, transform identifiers and transform attributes of IKEv2 (RFC 5996 3.3.2, 3.3.5). */
import { type CodeTable, codeTable, REGISTRY } from './ikeCodes.ts';

/** Of the identifiers that the standard's own text was seen to give. */
const SEEN = 'RFC 5996 3.3.2';

export const TRANSFORM = { encryption: 1, prf: 2, integrity: 3, diffieHellman: 4, extendedSequenceNumbers: 5 } as const;

export const TRANSFORM_TYPES = codeTable([
  REGISTRY,
  {
    1: 'Encryption Algorithm',
    2: 'Pseudorandom Function',
    3: 'Integrity Algorithm',
    4: 'Diffie-Hellman Group',
    5: 'Extended Sequence Numbers',
  },
]);

const ENCRYPTION = codeTable(
  [
    SEEN,
    {
      3: 'ENCR_3DES',
      12: 'ENCR_AES_CBC',
      18: 'ENCR_AES_GCM_8',
      19: 'ENCR_AES_GCM_12',
      20: 'ENCR_AES_GCM_16',
    },
  ],
  [
    REGISTRY,
    {
      1: 'ENCR_DES_IV64',
      2: 'ENCR_DES',
      4: 'ENCR_RC5',
      5: 'ENCR_IDEA',
      6: 'ENCR_CAST',
      7: 'ENCR_BLOWFISH',
      8: 'ENCR_3IDEA',
      9: 'ENCR_DES_IV32',
      11: 'ENCR_NULL',
      13: 'ENCR_AES_CTR',
      14: 'ENCR_AES_CCM_8',
      15: 'ENCR_AES_CCM_12',
      16: 'ENCR_AES_CCM_16',
      21: 'ENCR_NULL_AUTH_AES_GMAC',
      23: 'ENCR_CAMELLIA_CBC',
      24: 'ENCR_CAMELLIA_CTR',
      25: 'ENCR_CAMELLIA_CCM_8',
      26: 'ENCR_CAMELLIA_CCM_12',
      27: 'ENCR_CAMELLIA_CCM_16',
      28: 'ENCR_CHACHA20_POLY1305',
    },
  ],
);

const PRF = codeTable(
  [
    SEEN,
    {
      2: 'PRF_HMAC_SHA1',
      5: 'PRF_HMAC_SHA2_256',
    },
  ],
  [
    REGISTRY,
    {
      1: 'PRF_HMAC_MD5',
      3: 'PRF_HMAC_TIGER',
      4: 'PRF_AES128_XCBC',
      6: 'PRF_HMAC_SHA2_384',
      7: 'PRF_HMAC_SHA2_512',
      8: 'PRF_AES128_CMAC',
    },
  ],
);

const INTEGRITY = codeTable(
  [
    SEEN,
    {
      2: 'AUTH_HMAC_SHA1_96',
    },
  ],
  [
    REGISTRY,
    {
      0: 'NONE',
      1: 'AUTH_HMAC_MD5_96',
      3: 'AUTH_DES_MAC',
      4: 'AUTH_KPDK_MD5',
      5: 'AUTH_AES_XCBC_96',
      6: 'AUTH_HMAC_MD5_128',
      7: 'AUTH_HMAC_SHA1_160',
      8: 'AUTH_AES_CMAC_96',
      9: 'AUTH_AES_128_GMAC',
      10: 'AUTH_AES_192_GMAC',
      11: 'AUTH_AES_256_GMAC',
      12: 'AUTH_HMAC_SHA2_256_128',
      13: 'AUTH_HMAC_SHA2_384_192',
      14: 'AUTH_HMAC_SHA2_512_256',
    },
  ],
);

export const DIFFIE_HELLMAN_GROUPS = codeTable(
  [
    SEEN,
    {
      2: '1024-bit MODP',
      14: '2048-bit MODP',
    },
  ],
  [
    REGISTRY,
    {
      0: 'NONE',
      1: '768-bit MODP',
      5: '1536-bit MODP',
      15: '3072-bit MODP',
      16: '4096-bit MODP',
      17: '6144-bit MODP',
      18: '8192-bit MODP',
      19: '256-bit random ECP',
      20: '384-bit random ECP',
      21: '521-bit random ECP',
      22: '1024-bit MODP with 160-bit prime order subgroup',
      23: '2048-bit MODP with 224-bit prime order subgroup',
      24: '2048-bit MODP with 256-bit prime order subgroup',
      25: '192-bit random ECP',
      26: '224-bit random ECP',
      31: 'Curve25519',
      32: 'Curve448',
    },
  ],
);

const EXTENDED_SEQUENCE_NUMBERS = codeTable([
  REGISTRY,
  { 0: 'no extended sequence numbers', 1: 'extended sequence numbers' },
]);

const NO_NAMES: CodeTable = new Map();

/** The names of the identifiers of one transform type; none for a type that is not known. */
export function transformIds(transformType: number): CodeTable {
  switch (transformType) {
    case TRANSFORM.encryption:
      return ENCRYPTION;
    case TRANSFORM.prf:
      return PRF;
    case TRANSFORM.integrity:
      return INTEGRITY;
    case TRANSFORM.diffieHellman:
      return DIFFIE_HELLMAN_GROUPS;
    case TRANSFORM.extendedSequenceNumbers:
      return EXTENDED_SEQUENCE_NUMBERS;
    default:
      return NO_NAMES;
  }
}

export const KEY_LENGTH = 14;

export const TRANSFORM_ATTRIBUTES = codeTable([REGISTRY, { [KEY_LENGTH]: 'Key Length' }]);
