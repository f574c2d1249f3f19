/** IKEv2 messages that came in fragments (RFC 7383), put together across frames, in bounded memory. */
import { type Fragment, joinFragments } from '#wire/ikeFragment.ts';
import type { IkePayload } from '#wire/ikePayload.ts';
import { decodePayloads } from '#wire/ikePayloads.ts';
import type { Layer, Packet } from '#wire/packet.ts';

/** What a fragment told once it was added. */
export type FragmentState =
  | { readonly type: 'waiting'; readonly text: string }
  | {
      readonly type: 'joined';
      readonly payloads: readonly IkePayload[];
      readonly text: string;
      readonly error?: string;
    };

type IkeLayerOf = Extract<Layer, { name: 'ike' }>;

/** Messages that are waited for; the one that waits longest is given up for another. */
const MOST_MESSAGES = 256;
/** More than any IKE message has; and no more octets of one are kept. */
const MOST_FRAGMENTS = 256;
const MOST_OCTETS = 262_144;

export class FragmentJoiner {
  readonly #waiting = new Map<string, Fragment[]>();

  /** @returns undefined if the layer is no opened fragment of several. */
  add(packet: Packet, layer: IkeLayerOf): FragmentState | undefined {
    const { header, opening, payloads } = layer.value;
    const last = payloads.at(-1);
    if (last?.type !== 'encryptedFragment' || last.total <= 1 || opening?.type !== 'opened') return undefined;
    const { buffer } = opening;
    const trailer = packet.layers.find((each) => each.name === 'skTrailer' && each.buffer === buffer);
    const fragment: Fragment = {
      fragment: { number: last.number, total: last.total },
      firstInnerPayload: last.firstInner,
      inner: (packet.buffers[buffer] as Uint8Array).slice(0, trailer?.at ?? 0),
    };
    const name = `${header.initiatorSpi},${header.responderSpi},${header.messageId},${header.flags.initiator},${header.flags.response}`;
    const known = this.#waiting.get(name) ?? [];
    const given = `Fragment ${last.number} of ${last.total}`;
    if (!known.some((each) => isSame(each, fragment))) known.push(fragment);
    const octets = known.reduce((sum, { inner }) => sum + inner.length, 0);
    if (known.length > MOST_FRAGMENTS || octets > MOST_OCTETS) {
      this.#waiting.delete(name);
      return { type: 'waiting', text: `${given}: there are more of this message than are kept.` };
    }
    const joined = joinFragments(known);
    if (!joined.ok) {
      this.#keep(name, known);
      return { type: 'waiting', text: `${given}: ${joined.missing.length} more are missing up to this frame.` };
    }
    this.#waiting.delete(name);
    const read = decodePayloads(joined.firstInnerPayload, joined.inner);
    const text = `${given}: with it the message is whole.`;
    return read.ok
      ? { type: 'joined', payloads: read.value.payloads, text }
      : { type: 'joined', payloads: read.partial.payloads ?? [], text, error: read.error.text };
  }

  #keep(name: string, known: Fragment[]): void {
    this.#waiting.delete(name);
    this.#waiting.set(name, known);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MOST_MESSAGES && oldest !== undefined) this.#waiting.delete(oldest);
  }
}

function isSame(a: Fragment, b: Fragment): boolean {
  return a.fragment.number === b.fragment.number && a.fragment.total === b.fragment.total;
}
