/**
 * The octets of a session's messages: what its sender sends, and what arrives where that differs, each decoded again with
 * the session's own keys.
 */

import { dissect } from '#wire/packet.ts';
import type { Packet } from '#wire/packetLayers.ts';
import { AddressBook } from './addresses.ts';
import { confirm } from './confirm.ts';
import type { OctetFault } from './fault.ts';
import { faultOf } from './fault.ts';
import { ikeOctets, notifyOctets } from './ikeOctets.ts';
import { openerOf } from './keys.ts';
import { madeRight } from './makeRight.ts';
import type { Addresses, MessageNumbers, SessionMessage } from './message.ts';
import { isMobility } from './mobilityContent.ts';
import { mobilityOctets, userPacket } from './mobilityOctets.ts';
import type { Patch } from './patch.ts';
import { changedBuffers } from './patch.ts';
import type { Session } from './session.ts';
import { messageOf } from './session.ts';

/** A whole IP packet and what is read in it, fields included. */
export interface DissectedPacket {
  readonly octets: Uint8Array;
  readonly dissection: Packet;
}

export type MessageOctets =
  | (DissectedPacket & {
      readonly ok: true;
      /** As it arrives, where a NAT or a change on the way makes that another packet. */
      readonly asArrived?: DissectedPacket;
      /** Where the packet travels, if that is inside something that is not shown; empty otherwise. */
      readonly place: string;
      readonly reason?: undefined;
    })
  | {
      readonly ok: false;
      readonly octets?: undefined;
      readonly dissection?: undefined;
      readonly asArrived?: undefined;
      readonly place?: undefined;
      /** One sentence: why there are no octets. */
      readonly reason: string;
    };

const UNNAMED = 'The text leaves this message for further study: without a name it has no octets.';
const INSIDE_EPDG = 'inside the IPsec tunnel between UE and ePDG, which is not shown';

const kept = new WeakMap<SessionMessage, MessageOctets>();

/**
 * The octets of a message; made once.
 * @throws {RangeError} if there is no such message, or if what is decoded is not what was encoded: a bug.
 */
export function octetsOf(session: Session, number: number): MessageOctets {
  const message = messageOf(session, number);
  const known = kept.get(message) ?? make(session, message);
  kept.set(message, known);
  return known;
}

/**
 * A message as it arrives with the octets that a person changed, behind a NAT with the address that this writes.
 * @returns undefined where the message has no octets, or not those that are to be changed.
 * @throws {RangeError} if there is no such message.
 */
export function patchedOctets(session: Session, { message: number, mode, changes }: Patch): Uint8Array | undefined {
  const message = messageOf(session, number);
  const { instance, numbers, addresses } = message;
  if (!octetsOf(session, number).ok || numbers.type === 'unnamed') return undefined;
  const arriving = build(session, message, numbers, asArriving(session, addresses, instance.from), 'none');
  const { dissection } = dissected(session, arriving);
  return mode === 'peer'
    ? madeRight(dissection, changes, openerOf(session))
    : changedBuffers(dissection.buffers.slice(0, 1), changes)?.[0];
}

/** The first patch that no message of the run can have: what is wrong with it, in a sentence; undefined where all fit. */
export function patchMisfit(session: Session, patches: readonly Patch[]): string | undefined {
  const { steps } = session.trace;
  for (const patch of patches) {
    const { message: number, step } = patch;
    const instance = session.trace.messages[number - 1];
    if (instance === undefined) return `The run has no message ${number} that could be changed.`;
    if (step > steps.length) return `The run has no step ${step} in which message ${number} could be changed.`;
    if (instance.sentAt > step || (instance.endedAt ?? Infinity) <= step) {
      return `Message ${number} is not in flight in step ${step}: it cannot be changed there.`;
    }
    if (patchedOctets(session, patch) === undefined) return `Message ${number} does not have the octets to be changed.`;
  }
  return undefined;
}

function make(session: Session, message: SessionMessage): MessageOctets {
  const { instance, numbers, altered, alteration, addresses } = message;
  if (instance.fate === 'notSent') {
    return { ok: false, reason: `It was not sent: ${instance.reason ?? 'the sender had no way to send it'}.` };
  }
  if (numbers.type === 'unnamed') return { ok: false, reason: UNNAMED };
  const place = session.options.access === 'untrusted' ? INSIDE_EPDG : '';
  const sent = build(session, message, numbers, asSent(session, addresses, instance.from), 'none');
  const packet = dissected(session, sent);
  confirm(packet.dissection, message);
  const arriving = asArriving(session, addresses, instance.from);
  const changed = altered?.type === 'unnamed' ? numbers : (altered ?? numbers);
  const ports = changed.type === 'unprotectedNotify' && numbers.type !== 'unprotectedNotify';
  const arrivingAddresses = ports ? forgedFrom(session, arriving, instance.from) : arriving;
  const arrived = build(session, message, changed, arrivingAddresses, faultOf(alteration));
  const same = arrived.length === sent.length && arrived.every((octet, at) => octet === sent[at]);
  return { ok: true, ...packet, place, ...(same ? {} : { asArrived: dissected(session, arrived) }) };
}

function dissected(session: Session, octets: Uint8Array): DissectedPacket {
  return { octets, dissection: dissect(octets, 'ip', openerOf(session), { fields: true }) };
}

function build(
  session: Session,
  message: SessionMessage,
  numbers: Exclude<MessageNumbers, { type: 'unnamed' }>,
  addresses: Addresses,
  fault: OctetFault,
): Uint8Array {
  if (isMobility(numbers)) return mobilityOctets(session, message, numbers, addresses, fault);
  switch (numbers.type) {
    case 'ike':
      return ikeOctets(session, message, numbers, addresses, fault);
    case 'unprotectedNotify':
      return notifyOctets(numbers, addresses);
    case 'payloadPacket':
      return userPacket(session, message, addresses, fault);
    default:
      throw numbers satisfies never;
  }
}

/** The session's addresses are those that the UE sees: the PDN GW sends to the one that the NAT shows it. */
function asSent(session: Session, addresses: Addresses, from: string): Addresses {
  const { ipv4CareOfAddress, ipv4CareOfAddressSeen } = session.fixture;
  return from !== 'ue' && addresses.destination === ipv4CareOfAddress
    ? { ...addresses, destination: ipv4CareOfAddressSeen }
    : addresses;
}

/** The NAT writes its own address in the place of the UE's and leaves the port, as many do where nobody else has it. */
function asArriving(session: Session, addresses: Addresses, from: string): Addresses {
  const { ipv4CareOfAddress, ipv4CareOfAddressSeen } = session.fixture;
  return from === 'ue' && addresses.source === ipv4CareOfAddress
    ? { ...addresses, source: ipv4CareOfAddressSeen }
    : addresses;
}

/** A forged Notify in the place of a message comes by IKEv2, whatever the message came by, and claims to be its sender. */
function forgedFrom(session: Session, arriving: Addresses, from: string): Addresses {
  if (arriving.inner === undefined && arriving.homeAddressIn === undefined && arriving.ports !== undefined)
    return arriving;
  return asArriving(session, new AddressBook(session.fixture, session.options).ikeRequest(from, undefined), from);
}
