/** Whether what was decoded is what was encoded: numbers, SPIs, Message IDs and payloads of a message, and no error. */
import type { IkePayload } from '#wire/ikePayload.ts';
import type { MobilityMessage } from '#wire/mobilityMessage.ts';
import type { Layer, LayerName, Packet } from '#wire/packetLayers.ts';
import { addressOctets } from './addressOctets.ts';
import type { DeletePayload, EspNumbers, MessageNumbers, SessionMessage } from './message.ts';
import type { MobilityNumbers } from './mobilityContent.ts';
import { isMobility } from './mobilityContent.ts';

type LayerOf<Name extends LayerName> = Extract<Layer, { name: Name }>;
type IkeNumbers = Extract<MessageNumbers, { type: 'ike' | 'unprotectedNotify' }>;

const EXCHANGE = { informational: 37, createChildSa: 36 } as const;

/** @throws {RangeError} if the packet does not say what the message's numbers say: a bug in an encoder or a decoder. */
export function confirm(packet: Packet, message: SessionMessage): void {
  const fault = disagreement(packet, message);
  if (fault !== undefined) throw new RangeError(`message ${message.number}, ${message.title}: ${fault}`);
}

function disagreement(packet: Packet, { numbers, esp }: SessionMessage): string | undefined {
  if (packet.error !== undefined) return packet.error.text;
  const wrong = packet.notes.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) return wrong.text;
  if (isMobility(numbers)) return espFault(packet, esp) ?? mobilityFault(packet, numbers);
  return numbers.type === 'ike' || numbers.type === 'unprotectedNotify' ? ikeFault(packet, numbers) : undefined;
}

function espFault(packet: Packet, expected: EspNumbers | undefined): string | undefined {
  const found = layerOf(packet, 'esp')?.value;
  if (expected === undefined) return found === undefined ? undefined : 'it is under ESP';
  if (found?.opening.type !== 'opened') return 'its ESP cannot be opened';
  return unless(found.spi === expected.spi && found.sequenceNumber === expected.sequenceNumber, 'ESP numbers');
}

function mobilityFault(packet: Packet, numbers: MobilityNumbers): string | undefined {
  const message = layerOf(packet, 'mobilityHeader')?.value.message;
  return unless(message !== undefined && sameMobility(message, numbers), 'numbers of the Mobility Header');
}

function sameMobility(message: MobilityMessage, numbers: MobilityNumbers): boolean {
  switch (numbers.type) {
    case 'bindingUpdate': {
      if (message.type !== numbers.type) return false;
      const alternate = message.options.find((each) => each.type === 'alternateCareOfAddress');
      return (
        message.sequenceNumber === numbers.sequenceNumber &&
        message.lifetimeUnits === numbers.lifetimeUnits &&
        message.flags.homeRegistration === numbers.homeRegistration &&
        message.flags.keyManagementMobility === numbers.keyManagement &&
        sameAddress(alternate?.address, numbers.alternateCareOfAddress)
      );
    }
    case 'bindingAcknowledgement':
      return (
        message.type === numbers.type &&
        message.status === numbers.status &&
        message.sequenceNumber === numbers.sequenceNumber &&
        message.lifetimeUnits === numbers.lifetimeUnits &&
        message.flags.keyManagementMobility === numbers.keyManagement
      );
    case 'bindingRevocationIndication':
      return (
        message.type === numbers.type &&
        message.revocationTrigger === numbers.trigger &&
        message.sequenceNumber === numbers.sequenceNumber &&
        message.flags.ipv4HomeAddressBindingOnly === numbers.ipv4Only
      );
    case 'bindingRevocationAcknowledgement':
      return (
        message.type === numbers.type &&
        message.status === numbers.status &&
        message.sequenceNumber === numbers.sequenceNumber &&
        message.flags.ipv4HomeAddressBindingOnly === numbers.ipv4Only
      );
    case 'bindingError':
      return (
        message.type === numbers.type &&
        message.status === numbers.status &&
        sameAddress(message.homeAddress, numbers.homeAddress)
      );
    default:
      throw numbers satisfies never;
  }
}

function ikeFault(packet: Packet, numbers: IkeNumbers): string | undefined {
  const message = layerOf(packet, 'ike')?.value;
  if (message === undefined) return 'it is no IKEv2 message';
  const { header } = message;
  const exchange = numbers.type === 'ike' ? numbers.exchange : 'informational';
  const sameHeader =
    header.initiatorSpi === numbers.initiatorSpi &&
    header.responderSpi === numbers.responderSpi &&
    header.messageId === numbers.messageId &&
    header.exchangeType === EXCHANGE[exchange] &&
    header.flags.initiator === numbers.fromInitiator &&
    header.flags.response === (numbers.type === 'unprotectedNotify' || numbers.response);
  if (!sameHeader) return 'the IKE header differs from the numbers';
  if (numbers.type === 'unprotectedNotify') {
    return unless(notifyIn(message.payloads) === numbers.notify, 'the Notify');
  }
  if (message.opening?.type !== 'opened') return 'its Encrypted payload cannot be opened';
  const payloads = layerOf(packet, 'ikePayloads')?.value.payloads ?? [];
  const same =
    notifyIn(payloads) === numbers.notify &&
    sameDeletes(payloads, numbers.deletes) &&
    childSpiIn(payloads) === (numbers.notify === undefined ? numbers.childSpi : undefined);
  return unless(same, 'the payloads inside');
}

function notifyIn(payloads: readonly IkePayload[]): number | undefined {
  return payloads.find((each) => each.type === 'notify')?.notifyType;
}

function sameDeletes(payloads: readonly IkePayload[], expected: readonly DeletePayload[]): boolean {
  const found = payloads
    .filter((each) => each.type === 'delete')
    .map(({ protocolId, spis }) => [protocolId, ...spis.map(numberOf)].join());
  return found.join(';') === expected.map(({ protocolId, spis }) => [protocolId, ...spis].join()).join(';');
}

function childSpiIn(payloads: readonly IkePayload[]): number | undefined {
  const spi = payloads.find((each) => each.type === 'securityAssociation')?.proposals[0]?.spi;
  return spi === undefined ? undefined : numberOf(spi);
}

function numberOf(octets: Uint8Array): number {
  return octets.reduce((value, octet) => value * 256 + octet, 0);
}

function sameAddress(octets: Uint8Array | undefined, text: string | undefined): boolean {
  if (octets === undefined || text === undefined) return octets === text;
  return addressOctets(text).join() === octets.join();
}

function layerOf<Name extends LayerName>(packet: Packet, name: Name): LayerOf<Name> | undefined {
  return packet.layers.find((layer): layer is LayerOf<Name> => layer.name === name);
}

function unless(agrees: boolean, what: string): string | undefined {
  return agrees ? undefined : `${what} are not read as they were written`;
}
