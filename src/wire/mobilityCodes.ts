/**
 * The Mobility Header's code points in words: message types, statuses, triggers (IANA registries of Mobile IPv6).
 *
 * Each function takes the number as received and always answers: a number without a name is said to be one.
 */

/** MH Type of each message (RFC 6275 6.1.1 and the documents named). */
const MESSAGE_TYPES: Readonly<Record<number, string>> = {
  0: 'Binding Refresh Request',
  1: 'Home Test Init',
  2: 'Care-of Test Init',
  3: 'Home Test',
  4: 'Care-of Test',
  5: 'Binding Update',
  6: 'Binding Acknowledgement',
  7: 'Binding Error',
  8: 'Fast Binding Update',
  9: 'Fast Binding Acknowledgement',
  10: 'Fast Neighbor Advertisement',
  11: 'Experimental Mobility Header',
  12: 'Home Agent Switch',
  13: 'Heartbeat',
  16: 'Binding Revocation',
  19: 'Update Notification',
  20: 'Update Notification Acknowledgement',
};

/** Status of a Binding Acknowledgement (RFC 6275 6.1.8; the others by the document named). */
const ACKNOWLEDGEMENT_STATUSES: Readonly<Record<number, string>> = {
  0: 'accepted',
  1: 'accepted, but prefix discovery necessary',
  2: 'accepted, GRE key option not required (RFC 5845)',
  3: 'accepted, GRE tunneling but TLV header not supported (RFC 5845)',
  4: 'accepted, but not every care-of address (RFC 5648)',
  5: 'accepted, return home without Neighbor Discovery (RFC 5648)',
  6: 'accepted, transient binding ignored (RFC 6058)',
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
  140: 'mobile router operation not permitted (RFC 3963)',
  141: 'invalid prefix (RFC 3963)',
  142: 'not authorized for prefix (RFC 3963)',
  143: 'forwarding setup failed (RFC 3963)',
  144: 'identifier mismatch (RFC 4285)',
  145: 'message identification required (RFC 4285)',
  146: 'authentication failed (RFC 4285)',
  147: 'permanent home keygen token unavailable (RFC 4866)',
  148: 'CGA and signature verification failed (RFC 4866)',
  149: 'permanent home keygen token exists (RFC 4866)',
  150: 'non-null home nonce index expected (RFC 4866)',
  151: 'service authorization failed (RFC 5149)',
  152: 'proxy registration not enabled (RFC 5213)',
  153: 'not local mobility anchor for this mobile node (RFC 5213)',
  154: 'mobile access gateway not authorized for proxy registration (RFC 5213)',
  155: 'not authorized for home network prefix (RFC 5213)',
  156: 'timestamp mismatch (RFC 5213)',
  157: 'timestamp lower than the one accepted before (RFC 5213)',
  158: 'missing home network prefix option (RFC 5213)',
  159: 'prefix sets of binding and update do not match (RFC 5213)',
  160: 'missing mobile node identifier option (RFC 5213)',
  161: 'missing handoff indicator option (RFC 5213)',
  162: 'missing access technology type option (RFC 5213)',
  163: 'GRE key option required (RFC 5845)',
  164: 'malformed multiple care-of addresses (RFC 5648)',
  165: 'binding without multiple care-of addresses exists (RFC 5648)',
  166: 'multiple care-of addresses prohibited (RFC 5648)',
  167: 'unknown care-of address (RFC 5648)',
  168: 'bulk registration of care-of addresses prohibited (RFC 5648)',
  169: 'simultaneous home and foreign binding prohibited (RFC 5648)',
  170: 'not authorized for IPv4 mobility service (RFC 5844)',
  171: 'not authorized for IPv4 home address (RFC 5844)',
  172: 'not authorized for IPv6 mobility service (RFC 5844)',
  173: 'multiple IPv4 home addresses not supported (RFC 5844)',
  174: 'invalid care-of address',
  175: 'invalid mobile node group identifier (RFC 6602)',
  176: 'security association to be set up again with the home agent controller (RFC 6618)',
};

/** Status of an IPv4 Address Acknowledgement option (RFC 5555 3.2.1). */
const IPV4_ADDRESS_STATUSES: Readonly<Record<number, string>> = {
  0: 'success',
  128: 'failure, reason unspecified',
  129: 'administratively prohibited',
  130: 'incorrect IPv4 home address',
  131: 'invalid IPv4 address',
  132: 'dynamic IPv4 home address assignment not available',
  133: 'prefix allocation unauthorized',
};

/** Status of a Binding Error (RFC 6275 6.1.9). */
const ERROR_STATUSES: Readonly<Record<number, string>> = {
  1: 'unknown binding for Home Address destination option',
  2: 'unrecognized MH Type value',
};

/** Revocation Trigger of a Binding Revocation Indication (RFC 5846 5.1). */
const REVOCATION_TRIGGERS: Readonly<Record<number, string>> = {
  0: 'unspecified',
  1: 'administrative reason',
  2: 'inter-MAG handover, same access type',
  3: 'inter-MAG handover, different access type',
  4: 'inter-MAG handover, unknown',
  5: 'user-initiated session(s) termination',
  6: 'access network session(s) termination',
  7: 'possible out-of-sync binding cache entry state',
  128: 'per-peer policy',
  129: 'revoking mobility node local policy',
};

/** Status of a Binding Revocation Acknowledgement (RFC 5846 5.2). */
const REVOCATION_STATUSES: Readonly<Record<number, string>> = {
  0: 'success',
  1: 'partial success',
  128: 'binding does not exist',
  129: 'IPv4 home address option required',
  130: 'global revocation not authorized',
  131: 'revoked mobile nodes identity required',
  132: 'revocation failed, mobile node is attached',
  133: 'revocation trigger not supported',
  134: 'revocation function not supported',
  135: 'proxy binding revocation not supported',
};

/** "Binding Update" for 5. */
export function mobilityMessageName(type: number): string {
  return MESSAGE_TYPES[type] ?? `unassigned MH Type ${type}`;
}

/** "accepted" for 0; below 128 the Binding Update was accepted, from 128 on it was rejected (RFC 6275 6.1.8). */
export function acknowledgementStatusName(status: number): string {
  return (
    ACKNOWLEDGEMENT_STATUSES[status] ??
    `${status < 128 ? 'accepted' : 'rejected'}, status ${status} without a name here`
  );
}

/** "success" for 0; from 128 on the IPv4 home address was refused (RFC 5555 3.2.1). */
export function ipv4AddressStatusName(status: number): string {
  return (
    IPV4_ADDRESS_STATUSES[status] ?? `${status < 128 ? 'success' : 'failure'}, status ${status} without a name here`
  );
}

/** `undefined` for a status that RFC 6275 does not define. */
export function errorStatusName(status: number): string | undefined {
  return ERROR_STATUSES[status];
}

/** "administrative reason" for 1; 250 to 255 are for testing (RFC 5846 5.1). */
export function revocationTriggerName(trigger: number): string {
  if (trigger >= 250) return `for testing, trigger ${trigger}`;
  const scope = trigger < 128 ? 'per mobile node' : 'global';
  return REVOCATION_TRIGGERS[trigger] ?? `${scope}, trigger ${trigger} without a name here`;
}

/** "success" for 0; below 128 the revocation was processed, from 128 on it was rejected (RFC 5846 5.2). */
export function revocationStatusName(status: number): string {
  return (
    REVOCATION_STATUSES[status] ?? `${status < 128 ? 'processed' : 'rejected'}, status ${status} without a name here`
  );
}
