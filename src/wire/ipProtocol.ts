/** Numbers of what follows an IP header: the Next Header of IPv6 and the Protocol of IPv4, one registry (IANA). */
export const HOP_BY_HOP = 0;
export const IPV4_IN_IP = 4;
export const UDP = 17;
export const IPV6_IN_IP = 41;
export const ROUTING = 43;
export const FRAGMENT = 44;
export const ESP = 50;
export const AUTHENTICATION_HEADER = 51;
export const NO_NEXT_HEADER = 59;
export const DESTINATION_OPTIONS = 60;
export const MOBILITY_HEADER = 135;
export const HOST_IDENTITY = 139;
export const SHIM6 = 140;

const NAMES: Readonly<Record<number, string>> = {
  [HOP_BY_HOP]: 'Hop-by-Hop Options',
  1: 'ICMP',
  [IPV4_IN_IP]: 'IPv4',
  6: 'TCP',
  [UDP]: 'UDP',
  [IPV6_IN_IP]: 'IPv6',
  [ROUTING]: 'Routing',
  [FRAGMENT]: 'Fragment',
  47: 'GRE',
  [ESP]: 'Encapsulating Security Payload',
  [AUTHENTICATION_HEADER]: 'Authentication Header',
  58: 'ICMPv6',
  [NO_NEXT_HEADER]: 'No Next Header',
  [DESTINATION_OPTIONS]: 'Destination Options',
  132: 'SCTP',
  [MOBILITY_HEADER]: 'Mobility Header',
  [HOST_IDENTITY]: 'Host Identity Protocol',
  [SHIM6]: 'Shim6',
};

/** "Mobility Header" for 135; a number without a name here is said to be one. */
export function protocolName(number: number): string {
  return NAMES[number] ?? `protocol ${number}`;
}
