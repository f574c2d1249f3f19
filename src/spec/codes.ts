/** Status codes and triggers in words, from the IANA registries (compared with a second table). */

export type CodeWords = Readonly<Record<number, string>>;

function sameWords(first: number, last: number, words: string): CodeWords {
  return Object.fromEntries(Array.from({ length: last - first + 1 }, (_, index) => [first + index, words]));
}

/** Status of a Binding Acknowledgement; 128 and more refuse. */
export const bindingAckStatus: CodeWords = {
  0: 'accepted',
  1: 'accepted, prefix discovery necessary',
  128: 'reason unspecified',
  129: 'administratively prohibited',
  130: 'insufficient resources',
  131: 'home registration not supported',
  132: 'not home subnet',
  133: 'not home agent for this mobile node',
  134: 'duplicate address detection failed',
  135: 'sequence number out of window',
  136: 'expired home nonce index',
  137: 'expired care-of nonce index',
  138: 'expired nonces',
  139: 'registration type change disallowed',
  140: 'mobile router operation not permitted',
  141: 'invalid prefix',
  142: 'not authorised for prefix',
  143: 'forwarding setup failed',
  144: 'mobility identifier mismatch',
  145: 'message identifier required',
  146: 'authentication failed',
  151: 'service authorisation failed',
  ...sameWords(152, 162, 'refused, for Proxy Mobile IPv6'),
  ...sameWords(164, 169, 'refused, for several care-of addresses'),
  ...sameWords(170, 173, 'refused, for IPv4 in Proxy Mobile IPv6'),
  174: 'invalid care-of address',
};

/** Status of a Binding Revocation Acknowledgement; 128 and more refuse. */
export const revocationAckStatus: CodeWords = {
  0: 'success',
  1: 'partial success',
  128: 'binding does not exist',
  129: 'IPv4 home address option required',
  130: 'global revocation not authorised',
  131: 'identity of the revoked mobile node required',
  132: 'revocation failed, mobile node is attached',
  133: 'revocation trigger not supported',
  134: 'revocation function not supported',
  135: 'proxy binding revocation not supported',
};

/** Why a binding is revoked: below 128 for one mobile node, 128 to 249 for many. */
export const revocationTrigger: CodeWords = {
  0: 'unspecified',
  1: 'administrative reason',
  2: 'handover between gateways, same access type',
  3: 'handover between gateways, different access type',
  4: 'handover between gateways, unknown access type',
  5: 'user ended the session',
  6: 'access network ended the session',
  7: 'binding possibly out of step',
  128: 'policy for one peer',
  129: 'local policy of the revoking node',
  ...sameWords(250, 255, 'for testing'),
};

/** Status in an IPv4 Address Acknowledgement option; 128 and more refuse. */
export const ipv4AckStatus: CodeWords = {
  0: 'success',
  128: 'failure, reason unspecified',
  129: 'administratively prohibited',
  130: 'incorrect IPv4 home address',
  131: 'invalid IPv4 address',
  132: 'dynamic IPv4 home address not available',
  133: 'prefix allocation unauthorised',
};

/** Status of a Binding Error. */
export const bindingErrorStatus: CodeWords = {
  1: 'no binding for this home address',
  2: 'unknown Mobility Header type',
};
