/** The octets of BU, BA, BRI, BRA and BE, and of user packets: checksum first, then ESP, then the IP headers around. */
import { checksumOf, pseudoHeaderSum, sumOf } from '#wire/checksum.ts';
import { protectEsp } from '#wire/esp.ts';
import { ESP, MOBILITY_HEADER, UDP } from '#wire/ipProtocol.ts';
import { encodeMobilityHeader } from '#wire/mobilityHeader.ts';
import { encodeUdp } from '#wire/udp.ts';
import type { OctetFault } from './fault.ts';
import { flipLastBit } from './fault.ts';
import { connectionFixture } from './fixture.ts';
import { initializationVector } from './initializationVector.ts';
import { espSecrets, keysOf } from './keys.ts';
import type { Addresses, EspNumbers, SessionMessage } from './message.ts';
import type { MobilityNumbers } from './mobilityContent.ts';
import { mobilityContent } from './mobilityContent.ts';
import type { Payload } from './packets.ts';
import { checksumAddresses, mobilePacket } from './packets.ts';
import type { Session } from './session.ts';

/** No MH Type has this number (IANA Mobility Header types). */
const UNKNOWN_TYPE = 0x7f;
const HEADER_LENGTH_AT = 1;
const TYPE_AT = 2;
const CHECKSUM_AT = 4;

/** An unused port and the one of the discard service (RFC 863): a user packet that stands for any. */
const USER_PORTS = { sourcePort: 49_200, destinationPort: 9 };
const USER_DATA = Uint8Array.from('user data', (letter) => letter.charCodeAt(0));
const UDP_LENGTH_AT = 4;

/** A message of the Mobility Header as a whole packet, under ESP where the message is. */
export function mobilityOctets(
  session: Session,
  message: SessionMessage,
  numbers: MobilityNumbers,
  addresses: Addresses,
  fault: OctetFault,
): Uint8Array {
  const { homeAddress } = connectionFixture(session.fixture, message.apn);
  const { source, destination } = checksumAddresses(addresses, homeAddress);
  const content = mobilityContent(session, message.apn, numbers);
  const header = encodeMobilityHeader(content, source, destination);
  if (fault === 'malformed') header[HEADER_LENGTH_AT] = (header[HEADER_LENGTH_AT] ?? 0) + 1;
  if (fault === 'unknownType') header[TYPE_AT] = UNKNOWN_TYPE;
  if (fault === 'malformed' || fault === 'unknownType') {
    // A faulty peer sums up what it sends: the receiver must find the fault, not a wrong checksum.
    header.fill(0, CHECKSUM_AT, CHECKSUM_AT + 2);
    const pseudoHeader = pseudoHeaderSum(source, destination, header.length, MOBILITY_HEADER);
    const checksum = checksumOf(pseudoHeader + sumOf({ octets: header }));
    header.set([checksum >> 8, checksum & 0xff], CHECKSUM_AT);
  }
  const clear = { nextHeader: MOBILITY_HEADER, octets: header };
  const payload = message.esp === undefined ? clear : underEsp(session, message.esp, clear, fault);
  return mobilePacket(addresses, homeAddress, payload);
}

/** A user packet with the home address: the payload SAs are gone by then, so it is in the clear. */
export function userPacket(
  session: Session,
  message: SessionMessage,
  addresses: Addresses,
  fault: OctetFault,
): Uint8Array {
  const { homeAddress } = connectionFixture(session.fixture, message.apn);
  const { source, destination } = checksumAddresses(addresses, homeAddress);
  const octets = encodeUdp(USER_PORTS, USER_DATA, source, destination);
  if (fault === 'malformed') octets.set([0xff, 0xff], UDP_LENGTH_AT);
  return mobilePacket(addresses, homeAddress, { nextHeader: UDP, octets });
}

function underEsp(session: Session, esp: EspNumbers, { nextHeader, octets }: Payload, fault: OctetFault): Payload {
  const keys = keysOf(session);
  const secrets = espSecrets(keys, esp.spi);
  const first = connectionFixture(session.fixture, secrets.apn)[secrets.pair][secrets.direction].next;
  const iv = initializationVector(keys, secrets.keys.encryptionKey, esp.sequenceNumber - first + 1);
  const sealed = protectEsp({ ...esp, iv, payload: octets, nextHeader }, secrets.keys);
  return { nextHeader: ESP, octets: fault === 'icvFails' ? flipLastBit(sealed) : sealed };
}
