/** The octets of the selected message: as sent, decrypted, as they arrive, and beside them those of the message before of its kind. */
import type { DissectedPacket } from '#session/messageOctets.ts';
import { octetsOf } from '#session/messageOctets.ts';
import type { Patch } from '#session/patch.ts';
import type { Session } from '#session/session.ts';
import { copyText } from '#shell/clipboard.ts';
import { changedPacket } from './changedPacket.ts';
import { lastOf } from './lastOf.ts';
import type { PacketView } from './packetView.ts';
import { packetView } from './packetView.ts';
import { patchOn } from './patches.ts';
import { session } from './view.ts';
import type { WalkState } from './walkState.ts';

export interface OctetsView {
  readonly number: number;
  /** Undefined where the message has no octets; then `reason` says why. */
  readonly sent: PacketView | undefined;
  readonly reason: string | undefined;
  /** As it arrives, where that is another packet by the step in view. */
  readonly arrived: PacketView | undefined;
  /** Why it is another one. */
  readonly arrivedWords: string | undefined;
  /** Where it travels, if that is inside something that is not shown; empty otherwise. */
  readonly place: string;
  /** By path of a field its words in the message before, where they were others; undefined where there was none. */
  readonly before: ReadonlyMap<string, string> | undefined;
  /** "(1)". */
  readonly beforeName: string | undefined;
}

/** Copies a text; false where the browser does not allow it. */
export const copy = copyText;

const known = new WeakMap<DissectedPacket, PacketView>();

function viewOf(packet: DissectedPacket): PacketView {
  const view = known.get(packet) ?? packetView(packet.dissection);
  known.set(packet, view);
  return view;
}

const octetsFor = lastOf(
  (concrete: Session, number: number, patch: Patch | undefined, altered: boolean): OctetsView => {
    const octets = octetsOf(concrete, number);
    if (octets.dissection === undefined) return { ...without, number, reason: octets.reason };
    const sent = viewOf(octets);
    const previous = previousOfKind(concrete, number);
    const earlier = previous === undefined ? undefined : octetsOf(concrete, previous);
    return {
      number,
      sent,
      reason: undefined,
      ...arrival(concrete, number, patch, altered),
      place: octets.place,
      before: earlier?.dissection !== undefined ? differences(viewOf(earlier), sent) : undefined,
      beforeName: earlier?.dissection !== undefined ? `(${previous})` : undefined,
    };
  },
);

const without: OctetsView = {
  number: 0,
  sent: undefined,
  reason: undefined,
  arrived: undefined,
  arrivedWords: undefined,
  place: '',
  before: undefined,
  beforeName: undefined,
};

/** The octets of the selected message; undefined where none is selected, or where it is sent only by a later step. */
export function selectedOctets(state: WalkState): OctetsView | undefined {
  const { selected, run, patches } = state;
  const concrete = session(state);
  const message = selected === undefined ? undefined : concrete.messages[selected - 1];
  if (message === undefined || message.instance.sentAt > run.step) return undefined;
  const patch = patchOn(patches, run.trace, message.number, run.step);
  return octetsFor(concrete, message.number, patch, (message.instance.alteredAt ?? Infinity) <= run.step);
}

/** A change of octets by hand; else what the session says of a change on the way, once it was made, or of a NAT. */
function arrival(
  concrete: Session,
  number: number,
  patch: Patch | undefined,
  altered: boolean,
): Pick<OctetsView, 'arrived' | 'arrivedWords'> {
  const changed = patch === undefined ? undefined : changedPacket(concrete, patch);
  if (changed !== undefined && patch !== undefined) {
    return { arrived: packetView(changed), arrivedWords: changedWords(patch) };
  }
  const octets = octetsOf(concrete, number);
  const isAltered = concrete.messages[number - 1]?.alteration !== 'none';
  if (octets.dissection === undefined || octets.asArrived === undefined || (isAltered && !altered)) {
    return { arrived: undefined, arrivedWords: undefined };
  }
  const arrivedWords = isAltered ? 'Changed on the way.' : 'With the address that the NAT writes.';
  return { arrived: viewOf(octets.asArrived), arrivedWords };
}

/** The latest earlier message of the same type, sender and PDN connection. */
function previousOfKind(concrete: Session, number: number): number | undefined {
  const message = concrete.messages[number - 1];
  return concrete.messages
    .slice(0, number - 1)
    .findLast(
      (each) =>
        each.type === message?.type &&
        each.apn === message.apn &&
        each.instance.from === message.instance.from &&
        each.instance.fate !== 'notSent',
    )?.number;
}

/** By path the words that a field had before, where it says something else now; what protection makes new each time is left out. */
function differences(before: PacketView, now: PacketView): ReadonlyMap<string, string> {
  const words = new Map(before.nodes.map((node) => [node.path, node.words]));
  return new Map(
    now.nodes.flatMap((node): [string, string][] => {
      const was = words.get(node.path);
      return was === undefined || was === node.words || isScrambled(node.name) ? [] : [[node.path, was]];
    }),
  );
}

function isScrambled(name: string): boolean {
  return /initiali[sz]ation vector|ciphertext|integrity check|checksum/i.test(name);
}

function changedWords({ mode, changes }: Patch): string {
  const count = changes.length === 1 ? '1 octet' : `${changes.length} octets`;
  const who = mode === 'peer' ? 'as by a faulty peer, the rest made right' : 'as by an attacker, nothing made right';
  return `Changed in flight: ${count}, ${who}.`;
}
