/** The payloads of a run's IKEv2 messages, made from their numbers: Delete, Notify, and those of CREATE_CHILD_SA. */
import { deleteOfEspSas, deleteOfIkeSa } from '#wire/ikeDelete.ts';
import type { IkePayload } from '#wire/ikePayload.ts';
import type { Proposal } from '#wire/ikeSecurityAssociation.ts';
import type { AddressRange } from '#wire/ikeTrafficSelectors.ts';
import type { Transform } from '#wire/ikeTransform.ts';
import { KEY_LENGTH, TRANSFORM } from '#wire/ikeTransformCodes.ts';
import { Writer } from '#wire/writer.ts';
import { addressOctets } from './addressOctets.ts';
import { connectionFixture } from './fixture.ts';
import { keysOf } from './keys.ts';
import type { DeletePayload, MessageNumbers } from './message.ts';
import type { Suite } from './options.ts';
import type { Session } from './session.ts';

export type IkeNumbers = Extract<MessageNumbers, { type: 'ike' }>;

const ESP = 3;
const KEY_BITS = 128;
/** Of the /64 prefix of a home network. */
const PREFIX_OCTETS = 8;
const ANY_PORT = { startPort: 0, endPort: 0xffff };

/** The payloads inside the Encrypted payload; none for an empty INFORMATIONAL message. */
export function ikeContent(session: Session, apn: string, numbers: IkeNumbers): readonly IkePayload[] {
  if (numbers.notify !== undefined) return [notifyPayload(numbers.notify)];
  if (numbers.childSpi !== undefined) return childSa(session, apn, numbers.childSpi, numbers.response);
  return numbers.deletes.map(deletePayload);
}

/** A Notify about the message itself: without an SPI its Protocol ID is 0 (RFC 5996 3.10). */
export function notifyPayload(notifyType: number): IkePayload {
  return { type: 'notify', protocolId: 0, spi: new Uint8Array(0), notifyType, data: new Uint8Array(0) };
}

function deletePayload({ protocolId, spis }: DeletePayload): IkePayload {
  return protocolId === 1 ? deleteOfIkeSa() : deleteOfEspSas(spis);
}

/**
 * SA, nonce and traffic selectors of the payload pair, without a new Diffie-Hellman exchange (RFC 5996 1.3.1): tunnel mode
 * is what stands where no Notify asks for transport mode. The PDN GW starts the exchange, so that TSi is its side.
 */
function childSa(session: Session, apn: string, spi: number, response: boolean): readonly IkePayload[] {
  const nonces = keysOf(session).payloadNonces[apn];
  if (nonces === undefined) throw new RangeError(`no nonces for a child SA of ${apn}`);
  return [
    { type: 'securityAssociation', proposals: [proposal(session.options.suite, spi)] },
    { type: 'nonce', nonce: response ? nonces.responder : nonces.initiator },
    { type: 'trafficSelectorsInitiator', selectors: anyAddress() },
    { type: 'trafficSelectorsResponder', selectors: homeAddresses(session, apn) },
  ];
}

function proposal(suite: Suite, spi: number): Proposal {
  const transforms = [...algorithms(suite), transform(TRANSFORM.extendedSequenceNumbers, 0)];
  return { number: 1, protocolId: ESP, spi: new Writer().u32(spi).done(), transforms };
}

/** Transform IDs of RFC 4106 (20), RFC 3602 (12), RFC 2404 (2) and RFC 4868 (12). */
function algorithms(suite: Suite): readonly Transform[] {
  switch (suite) {
    case 'aesGcm16':
      return [transform(TRANSFORM.encryption, 20, KEY_BITS)];
    case 'aesCbcSha1':
      return [transform(TRANSFORM.encryption, 12, KEY_BITS), transform(TRANSFORM.integrity, 2)];
    case 'aesCbcSha256':
      return [transform(TRANSFORM.encryption, 12, KEY_BITS), transform(TRANSFORM.integrity, 12)];
    default:
      throw suite satisfies never;
  }
}

function transform(transformType: number, transformId: number, keyBits?: number): Transform {
  const attributes = keyBits === undefined ? [] : [{ attributeType: KEY_LENGTH, value: keyBits }];
  return { transformType, transformId, attributes };
}

function anyAddress(): readonly AddressRange[] {
  return [
    range(new Uint8Array(16), new Uint8Array(16).fill(0xff)),
    range(new Uint8Array(4), new Uint8Array(4).fill(0xff)),
  ];
}

/** All that the UE was given: its home network prefix and its IPv4 home address. */
function homeAddresses(session: Session, apn: string): readonly AddressRange[] {
  const { homeNetworkPrefix, ipv4HomeAddress } = connectionFixture(session.fixture, apn);
  const first = addressOctets(homeNetworkPrefix.slice(0, homeNetworkPrefix.indexOf('/')));
  const ipv4 = addressOctets(ipv4HomeAddress);
  return [range(first, first.slice().fill(0xff, PREFIX_OCTETS)), range(ipv4, ipv4)];
}

function range(startAddress: Uint8Array, endAddress: Uint8Array): AddressRange {
  const tsType = startAddress.length === 4 ? 7 : 8;
  return { type: 'addressRange', tsType, ipProtocol: 0, ...ANY_PORT, startAddress, endAddress };
}
