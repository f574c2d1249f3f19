/** The mobility options that Mobile IPv6 itself defines for bindings (RFC 6275 6.2.4 to 6.2.7). */
import { label, octetsLabel } from './field.ts';
import { addressText } from './ipAddress.ts';
import { type OptionCodec, sized } from './mobilityOption.ts';

/** The Home Agent would like a Binding Update before the lifetime ends; not in a de-registration's answer. */
export interface BindingRefreshAdvice {
  readonly type: 'bindingRefreshAdvice';
  /** Refresh Interval in units of 4 s, 0..65535. */
  readonly intervalUnits: number;
}

/** The care-of address, where the IPv6 source address is not to be taken or not protected. */
export interface AlternateCareOfAddress {
  readonly type: 'alternateCareOfAddress';
  /** 16 octets. */
  readonly address: Uint8Array;
}

/** Which nonces the keygen tokens came from; only towards a correspondent node. */
export interface NonceIndices {
  readonly type: 'nonceIndices';
  readonly homeNonceIndex: number;
  readonly careOfNonceIndex: number;
}

/** Proof by the binding management key; towards a Home Agent IPsec does this. The last option of its message. */
export interface BindingAuthorizationData {
  readonly type: 'bindingAuthorizationData';
  /** 12 octets. */
  readonly authenticator: Uint8Array;
}

const INTERVAL = label('Refresh Interval', 'RFC 6275 6.2.4', { say: (units) => `${4 * units} s`, unit: '4 s' });
const ADDRESS = octetsLabel('Alternate Care-of Address', 'RFC 6275 6.2.5', { say: addressText });
const HOME_NONCE = label('Home Nonce Index', 'RFC 6275 6.2.6');
const CARE_OF_NONCE = label('Care-of Nonce Index', 'RFC 6275 6.2.6');
const AUTHENTICATOR = octetsLabel('Authenticator', 'RFC 6275 6.2.7');

export const bindingRefreshAdvice: OptionCodec<BindingRefreshAdvice> = {
  number: 2,
  name: 'Binding Refresh Advice',
  source: 'RFC 6275 6.2.4',
  alignment: { factor: 2, rest: 0, source: 'RFC 6275 6.2.4' },
  length: 2,
  read: (reader) => ({ type: 'bindingRefreshAdvice', intervalUnits: reader.u16(INTERVAL) }),
  write: (writer, { intervalUnits }) => writer.u16(intervalUnits),
};

export const alternateCareOfAddress: OptionCodec<AlternateCareOfAddress> = {
  number: 3,
  name: 'Alternate Care-of Address',
  source: 'RFC 6275 6.2.5',
  alignment: { factor: 8, rest: 6, source: 'RFC 6275 6.2.5' },
  length: 16,
  read: (reader) => ({ type: 'alternateCareOfAddress', address: reader.take(16, ADDRESS) }),
  write: (writer, { address }) => writer.octets(sized(address, 16)),
};

export const nonceIndices: OptionCodec<NonceIndices> = {
  number: 4,
  name: 'Nonce Indices',
  source: 'RFC 6275 6.2.6',
  alignment: { factor: 2, rest: 0, source: 'RFC 6275 6.2.6' },
  length: 4,
  read: (reader) => ({
    type: 'nonceIndices',
    homeNonceIndex: reader.u16(HOME_NONCE),
    careOfNonceIndex: reader.u16(CARE_OF_NONCE),
  }),
  write: (writer, { homeNonceIndex, careOfNonceIndex }) => writer.u16(homeNonceIndex).u16(careOfNonceIndex),
};

export const bindingAuthorizationData: OptionCodec<BindingAuthorizationData> = {
  number: 5,
  name: 'Binding Authorization Data',
  source: 'RFC 6275 6.2.7',
  alignment: { factor: 8, rest: 2, source: 'RFC 6275 6.2.7' },
  length: 12,
  read: (reader) => ({ type: 'bindingAuthorizationData', authenticator: reader.take(12, AUTHENTICATOR) }),
  write: (writer, { authenticator }) => writer.octets(sized(authenticator, 12)),
};
