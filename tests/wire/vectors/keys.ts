/**
 * The keys behind the protected vectors: one IKE SA in two suites, made from the same nonces and shared secret.
 *
 * Hex digits. `period`: PRF HMAC-SHA1, AES-CBC-128, HMAC-SHA1-96 (V5, V7, V20, V21);
 * `modern`: PRF HMAC-SHA2-256, AES-GCM-16-128 (V6, V8, V11, V17, V22 to V25, V28), where a key is 16 octets and 4 of salt.
 */
export const NONCE_INITIATOR = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
export const NONCE_RESPONDER = '808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f';
export const SHARED_SECRET = '404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f';
export const INITIATOR_SPI = 0xa1a2_a3a4_a5a6_a7a8n;
export const RESPONDER_SPI = 0xb1b2_b3b4_b5b6_b7b8n;
/** ESP SPIs of the SA from the UE to the Home Agent, and back. */
export const SPI_UE_TO_HOME_AGENT = 0xc001;
export const SPI_HOME_AGENT_TO_UE = 0xd001;

export interface KeySet {
  readonly skeyseed: string;
  readonly skD: string;
  readonly skAi: string;
  readonly skAr: string;
  readonly skEi: string;
  readonly skEr: string;
  readonly espToHomeAgent: { readonly encryption: string; readonly integrity: string };
  readonly espToUe: { readonly encryption: string; readonly integrity: string };
}

export const period: KeySet = {
  skeyseed: '9d577b90be1f11bc21a4f5346e4820dce29cb589',
  skD: '25dc18b049d840780060b0e6c00140eb5deeb389',
  skAi: '07b38ae95cc3effdbd3b4f3da56c2034aa497b07',
  skAr: '1f30d05baf90a24c2d6f27a45c34cb8a9c76275b',
  skEi: 'c91a0611f297800b8e5db890cd1f0e7b',
  skEr: 'eb97c9393c2428fe6f8a1d68130958f5',
  espToHomeAgent: {
    encryption: 'f37f1f69f7630047f78b69a88c399bb1',
    integrity: '4a52cf8b1cfc8ecaab428278ade6d45060afe7fe',
  },
  espToUe: {
    encryption: 'd3e877b018369e6de9acc79482d5e599',
    integrity: '7e80ab29e8ae242fd83deb60614fded5284c19d3',
  },
};

export const modern: KeySet = {
  skeyseed: '14e772685db14793cb681fa3f686976bc595a7a0a97b4557f589fff7661dda3a',
  skD: '12841c616ab4b23ce2f4ca2823c360b61ca39e567da093181eb50b388f6ef996',
  skAi: '',
  skAr: '',
  skEi: '670bf64a1fc69c98c895291a7dd73216a8bc867c',
  skEr: 'eb681029813ca255f6a317e987b95241afebf20e',
  espToHomeAgent: { encryption: '68f85f8ac8113adc37580ee8e17d80d19c2d5347', integrity: '' },
  espToUe: { encryption: 'a72dcbd606a0739fbdd07cd5c10408f62bf53731', integrity: '' },
};
