/** What an IP packet carries: a Mobility Header, or UDP with the tunnel of DSMIPv6, IKE or ESP in it. */
import { type Dissection, homeAddressesOf, type Step } from './dissection.ts';
import { IPV4_IN_IP, IPV6_IN_IP } from './ipProtocol.ts';
import { mobilityMessageName } from './mobilityCodes.ts';
import { decodeMobilityHeader, mobilityChecksumOk } from './mobilityHeader.ts';
import { readEsp } from './readEsp.ts';
import { readIke } from './readIke.ts';
import { endOf } from './readNetwork.ts';
import { DSMIPV6_PORT, decodeUdp, IKE_NAT_PORT, IKE_PORT, UDP_HEADER_LENGTH, udpChecksumOk } from './udp.ts';

/** Reads a Mobility Header and judges its checksum; the home addresses stand for the addresses that they replace. */
export function readMobility(dissection: Dissection, step: Step): undefined {
  const { source, destination } = homeAddressesOf(step);
  const read = dissection.read(step, 'mobilityHeader', 'Mobility Header', (octets, options) =>
    decodeMobilityHeader(octets, source.length === 16 ? { ...options, homeAddress: source } : options),
  );
  if (read === undefined) return;
  const { value, fields } = read;
  const title = `Mobility Header: ${mobilityMessageName(value.type)}`;
  dissection.add(step, step.end - step.at, title, fields, { name: 'mobilityHeader', value });
  const { buffer, at } = step;
  const length = 8 * (value.headerLength + 1);
  if (!mobilityChecksumOk(dissection.octets(buffer), at, length, source, destination)) {
    const text = 'The checksum of the Mobility Header is wrong: a receiver discards the message (RFC 6275 9.2).';
    dissection.note(buffer, [{ severity: 'error', at: at + 4, text }]);
  }
}

export function readUdp(dissection: Dissection, step: Step): Step | undefined {
  const read = dissection.read(step, 'udp', 'UDP', decodeUdp);
  if (read === undefined) return undefined;
  const { value, fields } = read;
  dissection.add(step, UDP_HEADER_LENGTH, 'UDP', fields, { name: 'udp', value });
  const at = step.at + UDP_HEADER_LENGTH;
  if (value.length < UDP_HEADER_LENGTH) {
    const text = `The length ${value.length} is less than the header's ${UDP_HEADER_LENGTH} octets (RFC 768).`;
    dissection.fail(step.buffer, { type: 'malformed', at: step.at + 4, text });
    dissection.payload({ ...step, at }, 'Octets that could not be read');
    return undefined;
  }
  const end = endOf(dissection, step, step.at + value.length);
  if (end === step.at + value.length) judgeChecksum(dissection, step, value.length, value.checksum);
  return readPort({ ...step, at, end }, dissection, value.sourcePort, value.destinationPort);
}

function judgeChecksum(dissection: Dissection, step: Step, length: number, checksum: number): void {
  const { buffer, at } = step;
  const { source, destination } = homeAddressesOf(step);
  if (checksum === 0) {
    if (source.length === 4) return;
    const text = 'Over IPv6 a checksum of 0 is not allowed (RFC 8200 8.1).';
    dissection.note(buffer, [{ severity: 'error', at: at + 6, text }]);
  } else if (!udpChecksumOk(dissection.octets(buffer), at, length, source, destination)) {
    dissection.note(buffer, [{ severity: 'error', at: at + 6, text: 'The UDP checksum is wrong (RFC 768).' }]);
  }
}

/** The destination port says what is inside, else the source port: an answer comes from the well-known one. */
function readPort(step: Step, dissection: Dissection, from: number, to: number): Step | undefined {
  for (const port of [to, from]) {
    if (port === DSMIPV6_PORT) return readTunnel(dissection, step);
    if (port === IKE_PORT) return readIke(dissection, step);
    if (port === IKE_NAT_PORT) return readNatPort(dissection, step);
  }
  dissection.payload(without(step), 'UDP payload');
  return undefined;
}

function readTunnel(dissection: Dissection, step: Step): Step | undefined {
  const version = step.at < step.end ? (dissection.octets(step.buffer)[step.at] as number) >> 4 : 0;
  if (version !== 4 && version !== 6) {
    if (step.at < step.end) {
      const text = `Neither IPv6 nor IPv4 in UDP 4191, but version ${version}: kept as it is (RFC 5555).`;
      dissection.note(step.buffer, [{ severity: 'note', at: step.at, text }]);
    }
    dissection.payload(without(step), 'UDP payload');
    return undefined;
  }
  dissection.add(step, 0, 'DSMIPv6 tunnel in UDP', [], { name: 'dsmipv6', value: {} });
  return { ...step, protocol: version === 6 ? IPV6_IN_IP : IPV4_IN_IP };
}

/** UDP 4500: keepalive, IKE behind a marker, or ESP (RFC 3948 2). */
function readNatPort(dissection: Dissection, step: Step): Step | undefined {
  const { buffer, at, end } = step;
  const octets = dissection.octets(buffer);
  if (end - at === 1 && octets[at] === 0xff) {
    dissection.payload(without(step), 'NAT keepalive');
    return undefined;
  }
  if (end - at < 4) {
    dissection.payload(without(step), 'UDP payload');
    return undefined;
  }
  if ([0, 1, 2, 3].some((i) => octets[at + i] !== 0)) return readEsp(dissection, step);
  const fields = dissection.fields
    ? [{ name: 'Non-ESP marker', source: 'RFC 3948 2.2', at, length: 4, value: 0, words: 'IKE follows' }]
    : [];
  dissection.add(step, 4, 'Non-ESP marker', fields, { name: 'nonEspMarker', value: {} });
  return readIke(dissection, { ...step, at: at + 4 });
}

/** Without the number of a protocol: a port announced the octets. */
function without(step: Step): Step {
  return { ...step, protocol: 'ip' };
}
