/** One frame of a capture, from its link layer to the innermost message. */
import type { CaptureFrame } from '#wire/captureFrame.ts';
import type { WireNote } from '#wire/field.ts';
import { linked } from '#wire/linkLayer.ts';
import { dissect, type Opener, type Packet } from '#wire/packet.ts';
import { FragmentJoiner, type FragmentState } from './fragments.ts';

export interface DecodedFrame {
  readonly frame: CaptureFrame;
  /** Offset of the IP packet in the frame; 0 where there is none. */
  readonly packetAt: number;
  /** Undefined where no IP packet was found. */
  readonly packet?: Packet;
  /** What else the frame is, where it is no IP packet: "ARP". */
  readonly other?: string;
  /** What of an IKEv2 message in fragments is known with this frame. */
  readonly fragment?: FragmentState;
  /** With offsets in the frame; those about decrypted octets name them and have offsets in them. */
  readonly notes: readonly WireNote[];
  /** The outermost thing that could not be read, in one sentence. */
  readonly error?: string;
}

export interface DecodeFrameOptions {
  readonly opener?: Opener;
  /** Whether each layer gets its fields: for one frame that a person looks at. `false` unless given. */
  readonly fields?: boolean;
}

/** Decodes frames one after the other: it remembers the IKEv2 fragments of those before. Never throws. */
export class FrameDecoder {
  readonly #opener: Opener | undefined;
  readonly #fields: boolean;
  readonly #joiner = new FragmentJoiner();

  constructor(options: DecodeFrameOptions = {}) {
    this.#opener = options.opener;
    this.#fields = options.fields ?? false;
  }

  decode(frame: CaptureFrame): DecodedFrame {
    const { octets, number, linkType } = frame;
    const link = linked(linkType, octets);
    if (link.type === 'unknownLink') {
      const text = `Frame ${number} has the link type ${linkType}, which cannot be read.`;
      return { frame, packetAt: 0, notes: [{ severity: 'error', at: 0, text }], error: text };
    }
    if (link.type === 'unreadable') {
      const { at, text } = link;
      return { frame, packetAt: 0, notes: [{ severity: 'error', at, text }], error: text };
    }
    if (link.type === 'other') return { frame, packetAt: 0, other: link.text, notes: [] };
    const packet = dissect(octets.subarray(link.at), link.version, this.#opener, { fields: this.#fields });
    const ike = packet.layers.find((layer) => layer.name === 'ike');
    const fragment = ike === undefined ? undefined : this.#joiner.add(packet, ike);
    const notes = [...notesOf(packet, link.at), ...fragmentNotes(fragment, link.at + (ike?.at ?? 0))];
    if (octets.length < frame.originalLength) {
      const text = `The frame was captured cut: ${octets.length} of ${frame.originalLength} octets.`;
      notes.push({ severity: 'warning', at: octets.length, text });
    }
    return {
      frame,
      packetAt: link.at,
      packet,
      ...(fragment === undefined ? {} : { fragment }),
      notes,
      ...(packet.error === undefined ? {} : { error: packet.error.text }),
    };
  }
}

function notesOf(packet: Packet, packetAt: number): WireNote[] {
  const { error } = packet;
  const told = error !== undefined && packet.notes.some(({ text, at }) => text === error.text && at === error.at);
  const all = error === undefined || told ? packet.notes : [{ ...error, severity: 'error' as const }, ...packet.notes];
  return all.map(({ severity, at, text, buffer }) =>
    buffer === 0
      ? { severity, at: at + packetAt, text }
      : { severity, at, text: `In the ${packet.bufferTitles[buffer] ?? 'plaintext'}: ${text}` },
  );
}

function fragmentNotes(fragment: FragmentState | undefined, at: number): WireNote[] {
  if (fragment === undefined) return [];
  const notes: WireNote[] = [{ severity: 'note', at, text: fragment.text }];
  if (fragment.type === 'joined' && fragment.error !== undefined) {
    notes.push({ severity: 'error', at, text: `In the joined message: ${fragment.error}` });
  }
  return notes;
}
