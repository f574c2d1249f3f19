/**
 * Names of the numbers in IKEv2 messages (RFC 5996 clause 3; IANA IKEv2 parameters).
 *
 * Each name says where it was found. Those of the notify types are in ikeNotifyCodes.ts, of the transforms in ikeTransformCodes.ts.
 */
import type { Label } from './field.ts';

export interface CodeName {
  readonly name: string;
  /** Document and clause; ends in "(unconfirmed)" where the text was not seen. */
  readonly source: string;
}

export type CodeTable = ReadonlyMap<number, CodeName>;

/** Source of names that are remembered from the registry, not read. */
export const REGISTRY = 'IANA IKEv2 parameters (unconfirmed)';

/** A table of numbers and names, made from one list a source. */
export function codeTable(...lists: readonly (readonly [string, Readonly<Record<number, string>>])[]): CodeTable {
  const table = new Map<number, CodeName>();
  for (const [source, names] of lists) {
    for (const [code, name] of Object.entries(names)) table.set(Number(code), { name, source });
  }
  return table;
}

/** The name alone, or "unknown (99)". */
export function codeName(table: CodeTable, code: number): string {
  return table.get(code)?.name ?? `unknown (${code})`;
}

/** For labels: the name and the number, and that it is unconfirmed where it is. */
export function sayCode(table: CodeTable): NonNullable<Label<number>['say']> {
  return (code) => {
    const found = table.get(code);
    if (found === undefined) return `unknown (${code})`;
    return found.source.endsWith('(unconfirmed)')
      ? `${found.name} (${code}; name unconfirmed)`
      : `${found.name} (${code})`;
  };
}

export const EXCHANGE = { ikeSaInit: 34, ikeAuth: 35, createChildSa: 36, informational: 37 } as const;

export const EXCHANGE_TYPES = codeTable(
  ['RFC 5996 3.1', { 34: 'IKE_SA_INIT', 35: 'IKE_AUTH', 36: 'CREATE_CHILD_SA', 37: 'INFORMATIONAL' }],
  [REGISTRY, { 38: 'IKE_SESSION_RESUME', 43: 'IKE_INTERMEDIATE', 44: 'IKE_FOLLOWUP_KE' }],
);

export const PAYLOAD = {
  none: 0,
  securityAssociation: 33,
  keyExchange: 34,
  identificationInitiator: 35,
  identificationResponder: 36,
  certificate: 37,
  certificateRequest: 38,
  authentication: 39,
  nonce: 40,
  notify: 41,
  delete: 42,
  vendorId: 43,
  trafficSelectorsInitiator: 44,
  trafficSelectorsResponder: 45,
  encrypted: 46,
  configuration: 47,
  eap: 48,
  encryptedFragment: 53,
} as const;

export const PAYLOAD_TYPES = codeTable(
  [
    'RFC 5996 3.2',
    {
      0: 'no next payload',
      33: 'Security Association',
      34: 'Key Exchange',
      35: 'Identification - Initiator',
      36: 'Identification - Responder',
      39: 'Authentication',
      40: 'Nonce',
      41: 'Notify',
      42: 'Delete',
      44: 'Traffic Selector - Initiator',
      45: 'Traffic Selector - Responder',
      46: 'Encrypted and Authenticated',
      47: 'Configuration',
      48: 'Extensible Authentication',
    },
  ],
  [
    REGISTRY,
    {
      37: 'Certificate',
      38: 'Certificate Request',
      43: 'Vendor ID',
      49: 'Generic Secure Password Method',
      50: 'Group Identification',
      51: 'Group Security Association',
      52: 'Key Download',
      53: 'Encrypted and Authenticated Fragment',
      54: 'Puzzle Solution',
    },
  ],
);

export const PROTOCOL = { none: 0, ike: 1, ah: 2, esp: 3 } as const;

export const PROTOCOL_IDS = codeTable(
  ['RFC 5996 3.3.1', { 1: 'IKE', 2: 'AH', 3: 'ESP' }],
  [REGISTRY, { 0: 'none', 4: 'FC_ESP_HEADER', 5: 'FC_CT_AUTHENTICATION' }],
);

export const AUTHENTICATION_METHODS = codeTable([
  REGISTRY,
  {
    1: 'RSA Digital Signature',
    2: 'Shared Key Message Integrity Code',
    3: 'DSS Digital Signature',
    9: 'ECDSA with SHA-256 on the P-256 curve',
    10: 'ECDSA with SHA-384 on the P-384 curve',
    11: 'ECDSA with SHA-512 on the P-521 curve',
    12: 'Generic Secure Password Authentication Method',
    13: 'NULL Authentication',
    14: 'Digital Signature',
  },
]);

export const IDENTIFICATION = { ipv4Address: 1, fqdn: 2, rfc822Address: 3, ipv6Address: 5, keyId: 11 } as const;

export const IDENTIFICATION_TYPES = codeTable([
  REGISTRY,
  {
    1: 'ID_IPV4_ADDR',
    2: 'ID_FQDN',
    3: 'ID_RFC822_ADDR',
    5: 'ID_IPV6_ADDR',
    9: 'ID_DER_ASN1_DN',
    10: 'ID_DER_ASN1_GN',
    11: 'ID_KEY_ID',
    12: 'ID_FC_NAME',
    13: 'ID_NULL',
  },
]);

export const CERTIFICATE_ENCODINGS = codeTable([
  REGISTRY,
  {
    1: 'PKCS #7 wrapped X.509 certificate',
    2: 'PGP Certificate',
    3: 'DNS Signed Key',
    4: 'X.509 Certificate - Signature',
    6: 'Kerberos Token',
    7: 'Certificate Revocation List',
    8: 'Authority Revocation List',
    9: 'SPKI Certificate',
    10: 'X.509 Certificate - Attribute',
    11: 'Raw RSA Key',
    12: 'Hash and URL of X.509 certificate',
    13: 'Hash and URL of X.509 bundle',
    14: 'OCSP Content',
    15: 'Raw Public Key',
  },
]);

export const TRAFFIC_SELECTOR = { ipv4AddressRange: 7, ipv6AddressRange: 8 } as const;

export const TRAFFIC_SELECTOR_TYPES = codeTable([
  REGISTRY,
  { 7: 'TS_IPV4_ADDR_RANGE', 8: 'TS_IPV6_ADDR_RANGE', 9: 'TS_FC_ADDR_RANGE', 10: 'TS_SECLABEL' },
]);

export const CONFIGURATION_TYPES = codeTable([
  REGISTRY,
  { 1: 'CFG_REQUEST', 2: 'CFG_REPLY', 3: 'CFG_SET', 4: 'CFG_ACK' },
]);

/** RFC 5026 gives MIP6_HOME_PREFIX, by which a Home Agent hands out the Home Network Prefix. */
export const CONFIGURATION_ATTRIBUTES = codeTable(
  [
    REGISTRY,
    {
      1: 'INTERNAL_IP4_ADDRESS',
      2: 'INTERNAL_IP4_NETMASK',
      3: 'INTERNAL_IP4_DNS',
      4: 'INTERNAL_IP4_NBNS',
      6: 'INTERNAL_IP4_DHCP',
      7: 'APPLICATION_VERSION',
      8: 'INTERNAL_IP6_ADDRESS',
      10: 'INTERNAL_IP6_DNS',
      12: 'INTERNAL_IP6_DHCP',
      13: 'INTERNAL_IP4_SUBNET',
      14: 'SUPPORTED_ATTRIBUTES',
      15: 'INTERNAL_IP6_SUBNET',
      17: 'INTERNAL_IP6_LINK',
      18: 'INTERNAL_IP6_PREFIX',
      19: 'HOME_AGENT_ADDRESS',
      20: 'P_CSCF_IP4_ADDRESS',
      21: 'P_CSCF_IP6_ADDRESS',
    },
  ],
  ['RFC 5026 (unconfirmed)', { 16: 'MIP6_HOME_PREFIX' }],
);

export const EAP_CODE = { request: 1, response: 2, success: 3, failure: 4 } as const;

export const EAP_CODES = codeTable([
  'RFC 3748 4 (unconfirmed)',
  { 1: 'Request', 2: 'Response', 3: 'Success', 4: 'Failure' },
]);

export const EAP_TYPES = codeTable([
  'IANA EAP registry (unconfirmed)',
  {
    1: 'Identity',
    2: 'Notification',
    3: 'Nak',
    4: 'MD5-Challenge',
    6: 'Generic Token Card',
    13: 'EAP-TLS',
    18: 'EAP-SIM',
    21: 'EAP-TTLS',
    23: 'EAP-AKA',
    25: 'PEAP',
    26: 'EAP-MSCHAPv2',
    50: "EAP-AKA'",
    52: 'EAP-PWD',
    254: 'Expanded',
  },
]);
