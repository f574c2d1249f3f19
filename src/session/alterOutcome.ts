/**
 * What a change of octets means to the receiver: the outcome of `alter` that the model has for it, and why, in a sentence.
 *
 * The changed packet is read as the receiver reads it: first whether its protection holds, then whether it is well formed, then what it says.
 */
import type { Alteration } from '#detach/message.ts';
import { equalOctets } from '#wire/octets.ts';
import type { Layer, Packet } from '#wire/packetLayers.ts';
import type { SessionMessage } from './message.ts';
import { isLater } from './sequenceNumber.ts';

export interface AlterOutcome {
  /** `none`: the receiver does with it what it would have done; `notModelled`: something else, for which the model has no event. */
  readonly outcome: Alteration | 'none' | 'notModelled';
  /** One sentence, with the clause. */
  readonly words: string;
}

export interface Change {
  readonly message: SessionMessage;
  readonly before: Packet;
  readonly after: Packet;
  /** The sequence number of the BU that the PDN GW accepted last for this binding. */
  readonly lastAccepted: number;
}

type MobilityLayer = Extract<Layer, { name: 'mobilityHeader' }>;
type IkeLayer = Extract<Layer, { name: 'ike' }>;

/** Works out the outcome of a change. */
export function alterOutcome(change: Change): AlterOutcome {
  const { before, after } = change;
  if (sameOctets(before, after)) return { outcome: 'none', words: 'Nothing is changed.' };
  const wasIke = before.layers.find(isIke);
  const isNowIke = after.layers.find(isIke);
  if (isNowIke !== undefined && carriesNotifyInClear(after) && !carriesNotifyInClear(before)) {
    return {
      outcome: 'forgedNotify',
      words: 'It arrives as a Notify outside any SA: no state may change for it (RFC 5996 2.21.4).',
    };
  }
  if (opened(after) < opened(before)) return protectionFails(change);
  const mobility = after.layers.findLast(isMobility);
  const wasMobility = before.layers.findLast(isMobility);
  if (mobility?.value.message.type === 'unknown' && wasMobility?.value.message.type !== 'unknown') {
    return {
      outcome: 'unknownType',
      words: `The receiver does not know Mobility Header type ${mobility.value.type}: it answers Binding Error, status 2 (RFC 6275 9.2).`,
    };
  }
  const fault = newFault(before, after);
  if (fault !== undefined) return { outcome: 'malformed', words: `The receiver discards it as malformed: ${fault}` };
  if (wasMobility !== undefined && mobility === undefined) return malformed('it carries no Mobility Header any more');
  if (wasIke !== undefined && isNowIke === undefined) return malformed('it carries no IKEv2 message any more');
  if (mobility !== undefined && wasMobility !== undefined) return ofMobility(change, wasMobility, mobility);
  if (isNowIke !== undefined && wasIke !== undefined) return ofIke(wasIke, isNowIke, before, after);
  return { outcome: 'none', words: 'The receiver does not look at what was changed.' };
}

/** No ESP SA or IKE SA opens it: for want of a fitting SA, or since the integrity check value is wrong. */
function protectionFails({ before, after }: Change): AlterOutcome {
  const clause = before.layers.some((layer) => layer.name === 'esp') ? 'RFC 4303 3.4' : 'RFC 5996 2.21';
  const refused = after.layers.map(openingOf).find((each) => each?.type === 'refused');
  const why = refused?.type === 'refused' ? refused.error.text : 'no SA of the receiver fits it.';
  return { outcome: 'icvFails', words: `The receiver discards it in silence (${clause}): ${why}` };
}

function ofMobility({ lastAccepted }: Change, before: MobilityLayer, after: MobilityLayer): AlterOutcome {
  const was = before.value.message;
  const now = after.value.message;
  if (was.type !== now.type) return malformed('nobody sends such a message to this receiver');
  if (was.type === 'bindingUpdate' && now.type === 'bindingUpdate') {
    if (now.flags.homeRegistration !== was.flags.homeRegistration) {
      return {
        outcome: 'registrationTypeDiffers',
        words: 'The H flag is not that of the binding: status 139 (RFC 6275 9.5.1).',
      };
    }
    if (!isLater(now.sequenceNumber, lastAccepted)) {
      return {
        outcome: 'sequenceOutOfWindow',
        words: `Sequence number ${now.sequenceNumber} is not later than ${lastAccepted}, the last one accepted: status 135 (RFC 6275 9.5.1).`,
      };
    }
    if (now.sequenceNumber !== was.sequenceNumber) {
      return notModelled(
        'the answer would carry that number, and the UE would not take it as its own (RFC 6275 11.7.3)',
      );
    }
    if (JSON.stringify(now.flags) !== JSON.stringify(was.flags)) return notModelled('its flags ask for something else');
    if (now.lifetimeUnits !== was.lifetimeUnits)
      return notModelled('its lifetime makes it another kind of registration');
    return unnoticed('a Binding Update so changed is accepted as the one that was sent');
  }
  if (was.type === 'bindingAcknowledgement' && now.type === 'bindingAcknowledgement') {
    if (now.sequenceNumber !== was.sequenceNumber) {
      return malformed('its sequence number is not that of the Binding Update (RFC 6275 11.7.3)');
    }
    if (now.status !== was.status) return notModelled('its status is another one');
    return unnoticed('status and sequence number are as they were');
  }
  if (was.type === 'bindingRevocationAcknowledgement' && now.type === 'bindingRevocationAcknowledgement') {
    if (now.sequenceNumber !== was.sequenceNumber) {
      return malformed('its sequence number is not that of the Binding Revocation Indication (RFC 5846)');
    }
    if (now.status !== was.status) return notModelled('its status is another one');
  }
  if (was.type === 'bindingRevocationIndication' && now.type === 'bindingRevocationIndication') {
    const whole = now.flags.ipv4HomeAddressBindingOnly === was.flags.ipv4HomeAddressBindingOnly;
    if (!whole) return notModelled('it revokes another part of the binding');
  }
  return unnoticed('the receiver acts on it as on the one that was sent');
}

function ofIke(before: IkeLayer, after: IkeLayer, packetBefore: Packet, packetAfter: Packet): AlterOutcome {
  const was = before.value.header;
  const now = after.value.header;
  if (was.initiatorSpi !== now.initiatorSpi || was.responderSpi !== now.responderSpi) {
    return { outcome: 'icvFails', words: 'The receiver discards it: it has no IKE SA of these SPIs (RFC 5996 2.21).' };
  }
  if (was.messageId !== now.messageId) return malformed('its Message ID is not the one expected (RFC 5996 2.2)');
  if (was.exchangeType !== now.exchangeType) return notModelled('it is another exchange');
  if (insideDiffers(packetBefore, packetAfter)) return notModelled('its payloads ask for something else');
  return unnoticed('header and payloads mean the same');
}

function opened({ layers }: Packet): number {
  return layers.filter((layer) => openingOf(layer)?.type === 'opened').length;
}

function openingOf(layer: Layer) {
  return layer.name === 'esp' || layer.name === 'ike' ? layer.value.opening : undefined;
}

/** The first error that the packet did not have as it was sent. */
function newFault(before: Packet, after: Packet): string | undefined {
  if (after.error !== undefined && after.error.text !== before.error?.text) return after.error.text;
  const known = new Set(before.notes.map((note) => note.text));
  return after.notes.find((note) => note.severity === 'error' && !known.has(note.text))?.text;
}

function carriesNotifyInClear({ layers }: Packet): boolean {
  const ike = layers.find(isIke);
  const payloads = ike?.value.payloads ?? [];
  return payloads.some((each) => each.type === 'notify') && !payloads.some((each) => each.type === 'encrypted');
}

function insideDiffers(before: Packet, after: Packet): boolean {
  return before.buffers.slice(1).some((octets, at) => !equalOctets(octets, after.buffers[at + 1] ?? new Uint8Array(0)));
}

function sameOctets(before: Packet, after: Packet): boolean {
  const [was, now] = [before.buffers[0], after.buffers[0]];
  return was !== undefined && now !== undefined && equalOctets(was, now);
}

function isMobility(layer: Layer): layer is MobilityLayer {
  return layer.name === 'mobilityHeader';
}

function isIke(layer: Layer): layer is IkeLayer {
  return layer.name === 'ike';
}

function malformed(why: string): AlterOutcome {
  return { outcome: 'malformed', words: `The receiver discards it: ${why}.` };
}

function unnoticed(why: string): AlterOutcome {
  return { outcome: 'none', words: `The change has no effect: ${why}.` };
}

function notModelled(why: string): AlterOutcome {
  return { outcome: 'notModelled', words: `The model has no event for this change: ${why}.` };
}
