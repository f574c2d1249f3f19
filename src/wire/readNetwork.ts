/** The IP layer of a packet: IPv6 and IPv4 headers, and IPv6's extension headers (RFC 8200, RFC 791). */
import { decodeDestinationOptions, homeAddressOf, type OptionsHeader } from './destinationOptions.ts';
import type { Dissection, Step } from './dissection.ts';
import { decodeAuthenticationHeader, decodeFragmentHeader, decodeOtherHeader } from './extensionHeader.ts';
import { HOP_BY_HOP, protocolName } from './ipProtocol.ts';
import { decodeIpv4 } from './ipv4.ts';
import { decodeIpv6, IPV6_HEADER_LENGTH } from './ipv6.ts';
import { decodeRoutingHeader } from './routingHeader.ts';

/** Reads whichever IP header the first four bits name. */
export function readIp(dissection: Dissection, step: Step): Step | undefined {
  const version = step.at < step.end ? (dissection.octets(step.buffer)[step.at] as number) >> 4 : 6;
  return version === 4 ? readIpv4(dissection, step) : readIpv6(dissection, step);
}

export function readIpv6(dissection: Dissection, step: Step): Step | undefined {
  if (tooDeep(dissection, step)) return undefined;
  const read = dissection.read(step, 'ipv6', 'IPv6', decodeIpv6);
  if (read === undefined) return undefined;
  const { value, fields } = read;
  dissection.add(step, IPV6_HEADER_LENGTH, 'IPv6', fields, { name: 'ipv6', value });
  const at = step.at + IPV6_HEADER_LENGTH;
  const end = endOf(dissection, step, at + value.payloadLength);
  return innerStep(step, value.nextHeader, at, end, value.source, value.destination);
}

export function readIpv4(dissection: Dissection, step: Step): Step | undefined {
  if (tooDeep(dissection, step)) return undefined;
  const read = dissection.read(step, 'ipv4', 'IPv4', decodeIpv4);
  if (read === undefined) return undefined;
  const { value, fields } = read;
  const length = 20 + value.options.length;
  dissection.add(step, length, 'IPv4', fields, { name: 'ipv4', value });
  const at = step.at + length;
  if (value.totalLength < length) {
    const text = `The total length ${value.totalLength} is less than the header's ${length} octets (RFC 791 3.1).`;
    dissection.fail(step.buffer, { type: 'malformed', at: step.at + 2, text });
    dissection.payload({ ...step, at }, 'Octets that could not be read');
    return undefined;
  }
  const end = endOf(dissection, step, step.at + value.totalLength);
  const next = innerStep(step, value.protocol, at, end, value.source, value.destination);
  return value.moreFragments || value.fragmentOffset > 0 ? keepFragment(dissection, next) : next;
}

/** Reads a Destination Options header, or a Hop-by-Hop Options header. */
export function readOptions(dissection: Dissection, step: Step): Step | undefined {
  const hopByHop = step.protocol === HOP_BY_HOP;
  const of = hopByHop ? 'extensionHeader' : 'destinationOptions';
  const title = hopByHop ? 'Hop-by-Hop Options' : 'Destination Options';
  const read = dissection.read<OptionsHeader>(step, of, title, decodeDestinationOptions);
  if (read === undefined) return undefined;
  const { value, fields } = read;
  const length = lengthByUnits(dissection, step);
  if (hopByHop) {
    const content = { name: 'extensionHeader', value: { type: 'hopByHop', ...value } } as const;
    dissection.add(step, length, title, fields, content);
    return after(step, value.nextHeader, length);
  }
  dissection.add(step, length, title, fields, { name: 'destinationOptions', value });
  const homeSource = homeAddressOf(value);
  return { ...after(step, value.nextHeader, length), ...(homeSource === undefined ? {} : { homeSource }) };
}

export function readRouting(dissection: Dissection, step: Step): Step | undefined {
  const read = dissection.read(step, 'routingHeader', 'Routing header', decodeRoutingHeader);
  if (read === undefined) return undefined;
  const { value, fields } = read;
  const length = lengthByUnits(dissection, step);
  const title = value.type === 'type2' ? 'Type 2 Routing header' : `Routing header, type ${value.routingType}`;
  dissection.add(step, length, title, fields, { name: 'routingHeader', value });
  const next = after(step, value.nextHeader, length);
  return value.type === 'type2' ? { ...next, homeDestination: value.homeAddress } : next;
}

/** A fragment is not put together again: what it carries stays octets, unless it is a whole packet by itself. */
export function readFragment(dissection: Dissection, step: Step): Step | undefined {
  const read = dissection.read(step, 'extensionHeader', 'Fragment header', decodeFragmentHeader);
  if (read === undefined) return undefined;
  const { value, fields } = read;
  const content = { name: 'extensionHeader', value: { type: 'fragment', ...value } } as const;
  dissection.add(step, 8, 'Fragment header', fields, content);
  const next = after(step, value.nextHeader, 8);
  return value.moreFragments || value.offset > 0 ? keepFragment(dissection, next) : next;
}

export function readAuthentication(dissection: Dissection, step: Step): Step | undefined {
  const title = 'Authentication Header';
  const read = dissection.read(step, 'extensionHeader', title, decodeAuthenticationHeader);
  if (read === undefined) return undefined;
  const { value, fields } = read;
  const length = 2 + value.data.length;
  dissection.add(step, length, title, fields, { name: 'extensionHeader', value: { type: 'authentication', ...value } });
  return after(step, value.nextHeader, length);
}

/** Reads an extension header that is only passed over. */
export function readOther(dissection: Dissection, step: Step): Step | undefined {
  const title = step.protocol === 'ip' ? 'Extension header' : protocolName(step.protocol);
  const read = dissection.read(step, 'extensionHeader', title, decodeOtherHeader);
  if (read === undefined) return undefined;
  const { value, fields } = read;
  const length = 2 + value.data.length;
  dissection.add(step, length, title, fields, { name: 'extensionHeader', value: { type: 'other', ...value } });
  return after(step, value.nextHeader, length);
}

/** The end by the length in a header: a cut packet is an error, octets behind it (such as Ethernet padding) are kept apart. */
export function endOf(dissection: Dissection, step: Step, end: number): number {
  if (end > step.end) {
    const text = `The packet ends ${end - step.end} octets before the length in its header.`;
    dissection.fail(step.buffer, { type: 'truncated', at: step.end, text });
    return step.end;
  }
  if (end < step.end) {
    const text = `${step.end - end} octets follow the length in the header.`;
    dissection.note(step.buffer, [{ severity: 'note', at: end, text }]);
    dissection.trailing({ ...step, protocol: 'ip', at: end }, 'Octets after the packet');
  }
  return end;
}

function innerStep(
  { buffer }: Step,
  protocol: number,
  at: number,
  end: number,
  source: Uint8Array,
  destination: Uint8Array,
): Step {
  return { protocol, buffer, at, end, source, destination };
}

function after(step: Step, protocol: number, length: number): Step {
  return { ...step, protocol, at: step.at + length };
}

/** The second octet counts 8 octets beyond the first 8; the header was read, so that it is there. */
function lengthByUnits(dissection: Dissection, { buffer, at }: Step): number {
  return 8 * ((dissection.octets(buffer)[at + 1] as number) + 1);
}

function keepFragment(dissection: Dissection, next: Step): undefined {
  const text = 'A fragment of a packet: fragments are not put together here, its octets are kept.';
  dissection.note(next.buffer, [{ severity: 'note', at: next.at, text }]);
  dissection.payload(next, 'Fragment');
}

function tooDeep(dissection: Dissection, step: Step): boolean {
  if (dissection.deeper(step)) return false;
  dissection.payload(step, 'Payload');
  return true;
}
