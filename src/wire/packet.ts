/**
 * A whole packet, from its IP header to the innermost message, as layers.
 *
 * With an opener's keys ESP and IKEv2's Encrypted payload are opened: each plaintext is a buffer of its own, and the
 * layers inside go on there.
 */
import { Dissection, type Step } from './dissection.ts';
import {
  AUTHENTICATION_HEADER,
  DESTINATION_OPTIONS,
  ESP,
  FRAGMENT,
  HOP_BY_HOP,
  HOST_IDENTITY,
  IPV4_IN_IP,
  IPV6_IN_IP,
  MOBILITY_HEADER,
  NO_NEXT_HEADER,
  protocolName,
  ROUTING,
  SHIM6,
  UDP,
} from './ipProtocol.ts';
import type { Opener, Packet } from './packetLayers.ts';
import { readEsp } from './readEsp.ts';
import {
  readAuthentication,
  readFragment,
  readIp,
  readIpv4,
  readIpv6,
  readOptions,
  readOther,
  readRouting,
} from './readNetwork.ts';
import { readMobility, readUdp } from './readTransport.ts';

export type { Layer, LayerName, Opener, Packet } from './packetLayers.ts';

export interface DissectOptions {
  /** Whether the layers' fields are recorded; `false` unless given. */
  readonly fields?: boolean;
}

/**
 * Never throws, whatever the octets are: what cannot be read is in `error`, and what was read before stays.
 * @param from `ip`: the first four bits say which version.
 */
export function dissect(
  octets: Uint8Array,
  from: 'ip' | 'ipv4' | 'ipv6',
  opener?: Opener,
  options: DissectOptions = {},
): Packet {
  const dissection = new Dissection(octets, opener, options.fields ?? false);
  const protocol = from === 'ip' ? 'ip' : from === 'ipv4' ? IPV4_IN_IP : IPV6_IN_IP;
  const none = new Uint8Array(0);
  let step: Step | undefined = {
    protocol,
    buffer: 0,
    at: 0,
    end: octets.length,
    source: none,
    destination: none,
  };
  while (step !== undefined) step = readNext(dissection, step);
  return dissection.done();
}

function readNext(dissection: Dissection, step: Step): Step | undefined {
  switch (step.protocol) {
    case 'ip':
      return readIp(dissection, step);
    case IPV6_IN_IP:
      return readIpv6(dissection, step);
    case IPV4_IN_IP:
      return readIpv4(dissection, step);
    case HOP_BY_HOP:
    case DESTINATION_OPTIONS:
      return readOptions(dissection, step);
    case ROUTING:
      return readRouting(dissection, step);
    case FRAGMENT:
      return readFragment(dissection, step);
    case AUTHENTICATION_HEADER:
      return readAuthentication(dissection, step);
    case HOST_IDENTITY:
    case SHIM6:
      return readOther(dissection, step);
    case UDP:
      return readUdp(dissection, step);
    case MOBILITY_HEADER:
      return readMobility(dissection, step);
    case ESP:
      return readEsp(dissection, step);
    default:
      dissection.payload(
        step,
        step.protocol === NO_NEXT_HEADER ? 'Octets without meaning' : protocolName(step.protocol),
      );
      return undefined;
  }
}
