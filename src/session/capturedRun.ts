/**
 * A run as two people with a packet analyser would see it, one at the UE and one at the PDN GW.
 *
 * What is sent is seen where its sender is, what arrives where its receiver is: a lost message is seen once, and the
 * network's own copy only where it arrives.
 */
import type { SessionMessage } from './message.ts';
import { octetsOf, patchedOctets } from './messageOctets.ts';
import type { Patch } from './patch.ts';
import { patchOfMessage } from './patch.ts';
import type { Session } from './session.ts';

export const captureInterfaces = ['UE', 'PDN GW'] as const;

export interface CapturedPacket {
  /** The number of the message. */
  readonly number: number;
  /** Place in `captureInterfaces`. */
  readonly interface: 0 | 1;
  /** As seen at that interface. */
  readonly direction: 'outbound' | 'inbound';
  /** Since 1970. */
  readonly timeNanoseconds: bigint;
  readonly octets: Uint8Array;
  /** What happened, why, and what became of the message; one line. */
  readonly comment: string;
}

export interface CapturedRun {
  /** In the order of time, those of one time in the order of the messages. */
  readonly packets: readonly CapturedPacket[];
  /** The messages that nobody can see, each with its reason. */
  readonly missing: readonly { readonly number: number; readonly reason: string }[];
}

/** What is said of a step: its event, and the clause that it rests on. */
export type SayStep = (step: number) => string;

/** The start of every run: 2023-11-14 22:13:20 UTC. */
const START_NANOSECONDS = 1_700_000_000_000_000_000n;

/** More changed octets of a packet are counted, not listed. */
const MOST_LISTED = 8;

/**
 * All packets of a run, and the messages that have none.
 * @param patches what a person changed in messages on the way; one whose octets are not there is left out.
 */
export function capturedRun(session: Session, sayStep: SayStep, patches: readonly Patch[] = []): CapturedRun {
  const missing: { number: number; reason: string }[] = [];
  const seen: { step: number; packet: CapturedPacket }[] = [];
  for (const message of session.messages) {
    const octets = octetsOf(session, message.number);
    if (!octets.ok) {
      missing.push({ number: message.number, reason: octets.reason });
      continue;
    }
    const { instance } = message;
    const at = (actor: string) => (actor === 'ue' ? 0 : 1);
    const place = octets.place === '' ? '' : `; ${octets.place}`;
    if (instance.copyOf === undefined) {
      seen.push({
        step: instance.sentAt,
        packet: {
          number: message.number,
          interface: at(instance.from),
          direction: 'outbound',
          timeNanoseconds: timeOf(message.sentTime),
          octets: octets.octets,
          comment: `${named(message)}; ${sentWords(message, sayStep)}${lossWords(message, sayStep)}${place}`,
        },
      });
    }
    if (instance.fate !== 'delivered' && instance.fate !== 'discarded') continue;
    const patch = patchOfMessage(patches, session.trace.messages, message.number);
    const patched = patch === undefined ? undefined : patchedOctets(session, patch);
    const changed =
      patch === undefined || patched === undefined
        ? changeWords(message)
        : patchWords(patch, octets.dissection.buffers);
    seen.push({
      step: instance.endedAt ?? 0,
      packet: {
        number: message.number,
        interface: at(instance.to),
        direction: 'inbound',
        timeNanoseconds: timeOf(message.endTime ?? message.sentTime),
        octets: patched ?? (octets.asArrived ?? octets).octets,
        comment: `${named(message)}; ${arrivalWords(message, sayStep)}${changed}${place}`,
      },
    });
  }
  // Within a step, what arrives comes before what is sent in answer; the sort is stable otherwise.
  const order = ({ direction }: CapturedPacket) => (direction === 'inbound' ? 0 : 1);
  seen.sort((a, b) => a.step - b.step || order(a.packet) - order(b.packet));
  return { packets: seen.map(({ packet }) => packet), missing };
}

function timeOf(milliseconds: number): bigint {
  return START_NANOSECONDS + BigInt(Math.round(milliseconds * 1_000_000));
}

/** "Message (1), Binding Update, lifetime 0". */
function named({ number, title, decisive, instance }: SessionMessage): string {
  const copy = instance.copyOf === undefined ? '' : `, the network's copy of (${instance.copyOf})`;
  return `Message (${number}), ${title}${decisive === '' ? '' : `, ${decisive}`}${copy}`;
}

function sentWords({ instance }: SessionMessage, sayStep: SayStep): string {
  return instance.sentAt === 0 ? 'sent before the run' : `sent in step ${instance.sentAt}: ${sayStep(instance.sentAt)}`;
}

function lossWords({ instance }: SessionMessage, sayStep: SayStep): string {
  if (instance.fate === 'inFlight') return '; still in flight at the end of the run';
  if (instance.fate !== 'lost') return '';
  return `; lost in step ${instance.endedAt}: ${sayStep(instance.endedAt ?? 0)}`;
}

function arrivalWords({ instance }: SessionMessage, sayStep: SayStep): string {
  const end = instance.endedAt ?? 0;
  const discarded = instance.fate === 'discarded' ? `, discarded (${instance.reason})` : '';
  return `arrives in step ${end}${discarded}: ${sayStep(end)}`;
}

function changeWords({ instance, alteration }: SessionMessage): string {
  return alteration === 'none' ? '' : `; changed on the way in step ${instance.alteredAt}`;
}

/** "; changed on the way in step 2, by an attacker, nothing made right: octet 62 from 00 to ff". */
function patchWords({ step, mode, changes }: Patch, before: readonly Uint8Array[]): string {
  const who = mode === 'peer' ? 'by a faulty peer, the rest made right' : 'by an attacker, nothing made right';
  const listed = changes.slice(0, MOST_LISTED).map(({ buffer, at, octet }) => {
    const place = buffer === 0 ? `octet ${at}` : `decrypted octet ${at}`;
    return `${place} from ${hex(before[buffer]?.[at] ?? 0)} to ${hex(octet)}`;
  });
  const more = changes.length > MOST_LISTED ? `, and ${changes.length - MOST_LISTED} more` : '';
  return `; changed on the way in step ${step}, ${who}: ${listed.join(', ')}${more}`;
}

function hex(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}
