/** The layers of a packet as scripts read them: one plain object a layer, in the shape of `lz decode --json`. */

import { homeAddressOf } from '#wire/destinationOptions.ts';
import type { IkePayload } from '#wire/ikePayload.ts';
import { payloadTypeOf } from '#wire/ikePayload.ts';
import { addressText } from '#wire/ipAddress.ts';
import { type MobilityHeader, mobilityChecksumOk } from '#wire/mobilityHeader.ts';
import type { MobilityMessage } from '#wire/mobilityMessage.ts';
import { type MobilityOption, optionTypeOf } from '#wire/mobilityOptions.ts';
import { toHex } from '#wire/octets.ts';
import type { Layer, Packet } from '#wire/packet.ts';
import type { Opening } from '#wire/packetLayers.ts';

/** What is undefined is left out of the text. */
export type Plain = Readonly<Record<string, unknown>>;
export type PlainName = 'ip' | 'ipv6' | 'udp' | 'mipv6' | 'isakmp' | 'esp';

/** The letter of each flag of a Mobility Header's message, in the order of its bits. */
const flagLetters: Readonly<Record<string, string>> = {
  acknowledge: 'A',
  homeRegistration: 'H',
  linkLocalAddressCompatibility: 'L',
  keyManagementMobility: 'K',
  mapRegistration: 'M',
  mobileRouter: 'R',
  proxyRegistration: 'P',
  forceUdpEncapsulation: 'F',
  tlvHeaderFormat: 'T',
  bulkBindingUpdate: 'B',
  laterS: 'S',
  laterD: 'D',
  proxyBinding: 'P',
  ipv4HomeAddressBindingOnly: 'V',
  global: 'G',
};

interface Addresses {
  readonly source: Uint8Array;
  readonly destination: Uint8Array;
}

/** Every layer that scripts know, outermost first. @param joined the payloads of an IKEv2 message that this frame made whole. */
export function plainLayers(packet: Packet, joined?: readonly IkePayload[]): readonly (readonly [PlainName, Plain])[] {
  const plain: (readonly [PlainName, Plain])[] = [];
  let addresses: Addresses | undefined;
  for (const layer of packet.layers) {
    addresses = addressesAfter(layer, addresses);
    const [name, value] = plainLayer(packet, layer, addresses, joined) ?? [];
    if (name !== undefined && value !== undefined) plain.push([name, value]);
  }
  return plain;
}

/** The home address stands for the address that it replaces. */
function addressesAfter(layer: Layer, before: Addresses | undefined): Addresses | undefined {
  switch (layer.name) {
    case 'ipv6':
    case 'ipv4':
      return { source: layer.value.source, destination: layer.value.destination };
    case 'destinationOptions': {
      const source = homeAddressOf(layer.value);
      return before === undefined || source === undefined ? before : { ...before, source };
    }
    case 'routingHeader':
      return before === undefined || layer.value.type !== 'type2'
        ? before
        : { ...before, destination: layer.value.homeAddress };
    default:
      return before;
  }
}

function plainLayer(
  packet: Packet,
  layer: Layer,
  addresses: Addresses | undefined,
  joined: readonly IkePayload[] | undefined,
): readonly [PlainName, Plain] | undefined {
  switch (layer.name) {
    case 'ipv4': {
      const { source, destination, protocol } = layer.value;
      return ['ip', { src: addressText(source), dst: addressText(destination), proto: protocol }];
    }
    case 'ipv6': {
      const { source, destination, payloadLength, nextHeader, hopLimit } = layer.value;
      const ends = { src: addressText(source), dst: addressText(destination) };
      return ['ipv6', { ...ends, plen: payloadLength, nxt: nextHeader, hlim: hopLimit }];
    }
    case 'udp':
      return ['udp', { sport: layer.value.sourcePort, dport: layer.value.destinationPort }];
    case 'mobilityHeader': {
      const length = 8 * (layer.value.headerLength + 1);
      const octets = packet.buffers[layer.buffer] as Uint8Array;
      const checksumOk =
        addresses === undefined || layer.at + length > octets.length
          ? undefined
          : mobilityChecksumOk(octets, layer.at, length, addresses.source, addresses.destination);
      return ['mipv6', plainMobility(layer.value, checksumOk)];
    }
    case 'esp': {
      const { spi, sequenceNumber, opening } = layer.value;
      const trailer =
        opening.type === 'opened'
          ? packet.layers.find((each) => each.name === 'espTrailer' && each.buffer === opening.buffer)
          : undefined;
      const nextHeader = trailer?.name === 'espTrailer' ? trailer.value.nextHeader : undefined;
      const verdict = { decrypted: opening.type === 'opened', icv_ok: verdictOf(opening), next_header: nextHeader };
      return ['esp', { spi: spi.toString(16).padStart(8, '0'), seq: sequenceNumber, ...verdict }];
    }
    case 'ike':
      return ['isakmp', plainIke(packet, layer, joined)];
    case 'unreadable':
      return plainPartial(layer.value.of, layer.value.partial);
    default:
      return undefined;
  }
}

/** What was read before a header ended too early. */
function plainPartial(of: string, partial: Readonly<Record<string, unknown>>): readonly [PlainName, Plain] | undefined {
  if (of === 'mobilityHeader') return ['mipv6', plainMobility(partial as Partial<MobilityHeader>, undefined)];
  return undefined;
}

function plainMobility({ type, message }: Partial<MobilityHeader>, checksumOk: boolean | undefined): Plain {
  return { mh_type: type, ...(message === undefined ? {} : plainMessage(message)), checksum_ok: checksumOk };
}

function plainMessage(message: MobilityMessage): Plain {
  const options = (list: readonly MobilityOption[]): readonly number[] => list.map(optionTypeOf);
  switch (message.type) {
    case 'bindingUpdate': {
      const { sequenceNumber, lifetimeUnits, flags } = message;
      return {
        seq: sequenceNumber,
        lifetime_units: lifetimeUnits,
        flags_set: lettersOf(flags),
        option_types: options(message.options),
      };
    }
    case 'bindingAcknowledgement': {
      const { sequenceNumber, lifetimeUnits, status, flags } = message;
      return {
        seq: sequenceNumber,
        lifetime_units: lifetimeUnits,
        status,
        flags_set: lettersOf(flags),
        option_types: options(message.options),
      };
    }
    case 'bindingRevocationIndication':
    case 'bindingRevocationAcknowledgement': {
      const own =
        message.type === 'bindingRevocationIndication'
          ? { revocation_type: 1, trigger: message.revocationTrigger }
          : { revocation_type: 2, status: message.status };
      return {
        seq: message.sequenceNumber,
        flags_set: lettersOf(message.flags),
        option_types: options(message.options),
        ...own,
      };
    }
    case 'bindingError':
      return { status: message.status, option_types: options(message.options) };
    case 'unknown':
      return {};
    default:
      return { option_types: options(message.options) };
  }
}

function lettersOf(flags: Readonly<Record<string, boolean | number>>): readonly string[] {
  return Object.entries(flagLetters).flatMap(([key, letter]) => (flags[key] === true ? [letter] : []));
}

/** Undefined where it cannot be given. */
function verdictOf(opening: Opening | undefined): boolean | undefined {
  if (opening?.type === 'opened') return opening.icvOk;
  return opening?.type === 'refused' && opening.error.reason === 'integrity' ? false : undefined;
}

function plainIke(
  packet: Packet,
  layer: Extract<Layer, { name: 'ike' }>,
  joined: readonly IkePayload[] | undefined,
): Plain {
  const { header, payloads, opening } = layer.value;
  const inside = packet.layers.find(
    (each) => each.name === 'ikePayloads' && opening?.type === 'opened' && each.buffer === opening.buffer,
  );
  const inner = joined ?? (inside?.name === 'ikePayloads' ? inside.value.payloads : undefined);
  const all = [...payloads, ...(inner ?? [])];
  const deletes = all.flatMap((each) =>
    each.type === 'delete' ? [{ protocol: each.protocolId, spis: each.spis.map(toHex) }] : [],
  );
  const notifies = all.flatMap((each) =>
    each.type === 'notify'
      ? [{ protocol: each.protocolId, type: each.notifyType, spi: toHex(each.spi), data: toHex(each.data) }]
      : [],
  );
  // Of what is closed nobody can say that there are none.
  const closed = opening !== undefined && inner === undefined;
  return {
    spi_i: header.initiatorSpi.toString(16).padStart(16, '0'),
    spi_r: header.responderSpi.toString(16).padStart(16, '0'),
    exchange: header.exchangeType,
    I: header.flags.initiator ? 1 : 0,
    R: header.flags.response ? 1 : 0,
    msgid: header.messageId,
    length: header.length,
    payload_types: payloads.map(payloadTypeOf),
    decrypted: opening === undefined ? undefined : opening.type === 'opened',
    integrity_ok: verdictOf(opening),
    inner_payload_types: inner?.map(payloadTypeOf),
    deletes: closed && deletes.length === 0 ? undefined : deletes,
    notifies: closed && notifies.length === 0 ? undefined : notifies,
  };
}
