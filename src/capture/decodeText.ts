/** A frame in one line of words: number, time, source and destination, what it is, verdicts. */

import { codeName, EXCHANGE_TYPES, PAYLOAD_TYPES } from '#wire/ikeCodes.ts';
import { type IkePayload, payloadTypeOf } from '#wire/ikePayload.ts';
import { addressText } from '#wire/ipAddress.ts';
import { acknowledgementStatusName, mobilityMessageName, revocationTriggerName } from '#wire/mobilityCodes.ts';
import type { MobilityHeader } from '#wire/mobilityHeader.ts';
import type { Layer, Packet } from '#wire/packet.ts';
import type { DecodedFrame } from './decodeFrame.ts';
import { timeText } from './decodeJson.ts';

/** Without a line end. Errors and warnings follow the words, each in brackets. */
export function textLine(decoded: DecodedFrame): string {
  const { frame, packet, other, notes, error } = decoded;
  const time = frame.time === undefined ? 'no time' : timeText(frame.time);
  const what = packet === undefined ? (other ?? '') : packetWords(packet, decoded);
  const graded = notes.filter(({ severity }) => severity !== 'note');
  const said = graded.map(({ severity, at, text }) => `[${severity} at ${at}: ${text}]`);
  if (error !== undefined && !graded.some(({ text }) => text.endsWith(error))) said.unshift(`[error: ${error}]`);
  return [String(frame.number), time, what, ...said].filter((part) => part !== '').join('  ');
}

function packetWords(packet: Packet, { fragment }: DecodedFrame): string {
  const words: string[] = [];
  const joined = fragment?.type === 'joined' ? fragment.payloads : undefined;
  for (const layer of packet.layers) {
    const said = layerWords(layer, joined);
    if (said !== '') words.push(said);
  }
  return words.join(', ');
}

function layerWords(layer: Layer, joined: readonly IkePayload[] | undefined): string {
  switch (layer.name) {
    case 'ipv4':
    case 'ipv6':
      return `${addressText(layer.value.source)} > ${addressText(layer.value.destination)}`;
    case 'udp':
      return `UDP ${layer.value.sourcePort} > ${layer.value.destinationPort}`;
    case 'esp': {
      const { spi, sequenceNumber, opening } = layer.value;
      const name = `ESP SPI 0x${spi.toString(16).padStart(8, '0')} sequence number ${sequenceNumber}`;
      return `${name} (${openingWords(opening)})`;
    }
    case 'mobilityHeader':
      return mobilityWords(layer.value);
    case 'ike': {
      const { header, payloads, opening } = layer.value;
      const kind = header.flags.response ? 'response' : 'request';
      const exchange = codeName(EXCHANGE_TYPES, header.exchangeType);
      const inside = payloadWords(joined ?? payloads);
      const verdict = opening === undefined ? '' : ` (${openingWords(opening)})`;
      return `IKEv2 ${exchange} ${kind} Message ID ${header.messageId}${inside}${verdict}`;
    }
    case 'ikePayloads':
      return layer.value.payloads.length === 0 ? 'empty inside' : `inside${payloadWords(layer.value.payloads)}`;
    case 'unreadable':
      return `${layer.title} (not readable to its end)`;
    case 'payload':
      return `${layer.title} of ${layer.length} octets`;
    default:
      return '';
  }
}

function openingWords(opening: Extract<Layer, { name: 'esp' }>['value']['opening']): string {
  switch (opening.type) {
    case 'noKeys':
      return 'closed, no key';
    case 'opened':
      return opening.icvOk === true ? 'decrypted, ICV correct' : 'decrypted, ICV not checked';
    case 'refused':
      return opening.error.reason === 'integrity' ? 'closed, ICV wrong' : 'closed, the key does not fit';
    default:
      return opening satisfies never;
  }
}

function payloadWords(payloads: readonly IkePayload[]): string {
  if (payloads.length === 0) return ' without payloads';
  return `: ${payloads.map((each) => codeName(PAYLOAD_TYPES, payloadTypeOf(each))).join(', ')}`;
}

function mobilityWords({ type, message }: MobilityHeader): string {
  const name = mobilityMessageName(type);
  switch (message.type) {
    case 'bindingUpdate':
      return `${name} sequence number ${message.sequenceNumber} lifetime ${4 * message.lifetimeUnits} s`;
    case 'bindingAcknowledgement': {
      const status = `${message.status} (${acknowledgementStatusName(message.status)})`;
      return `${name} sequence number ${message.sequenceNumber} status ${status}`;
    }
    case 'bindingRevocationIndication': {
      const trigger = `${message.revocationTrigger} (${revocationTriggerName(message.revocationTrigger)})`;
      return `Binding Revocation Indication sequence number ${message.sequenceNumber} trigger ${trigger}`;
    }
    case 'bindingRevocationAcknowledgement':
      return `Binding Revocation Acknowledgement sequence number ${message.sequenceNumber} status ${message.status}`;
    default:
      return name;
  }
}
