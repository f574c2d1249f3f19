/** A packet in the making: what the readers of the layers add to, and where they say what comes next. */
import type { Decoded, DecodeOptions, WireError } from './decoded.ts';
import type { WireField, WireNote } from './field.ts';
import { toHex } from './octets.ts';
import type { Layer, LayerContent, Opener, Packet, Unreadable } from './packetLayers.ts';

/** Octets yet to be read. */
export interface Step {
  /** Next Header or Protocol; `ip` where the first four bits say which version it is. */
  readonly protocol: number | 'ip';
  readonly buffer: number;
  readonly at: number;
  readonly end: number;
  /** Addresses of the innermost IP header so far, both 4 or both 16 octets; none before the first. */
  readonly source: Uint8Array;
  readonly destination: Uint8Array;
  /** From a Home Address option and a type 2 routing header: they stand for the source and the destination. */
  readonly homeSource?: Uint8Array;
  readonly homeDestination?: Uint8Array;
}

/** The addresses that the checksum of the upper layer and the selectors of an SA take (RFC 6275 6.1.1, 11.3.1). */
export function homeAddressesOf(step: Step): { readonly source: Uint8Array; readonly destination: Uint8Array } {
  const { source, destination } = step;
  // Behind an IPv4 header the options of IPv6 have no meaning.
  if (source.length !== 16) return { source, destination };
  return { source: step.homeSource ?? source, destination: step.homeDestination ?? destination };
}

/** Tunnels and openings within each other: more are not followed, so that the work stays in proportion to the octets. */
const DEEPEST = 8;

export class Dissection {
  readonly fields: boolean;
  readonly opener: Opener | undefined;
  readonly #buffers: Uint8Array[];
  readonly #bufferTitles: string[] = ['as sent'];
  readonly #layers: Layer[] = [];
  /** Octets behind a packet or datagram, after all that is inside it. */
  readonly #trailing: Layer[] = [];
  readonly #notes: (WireNote & { readonly buffer: number })[] = [];
  #error: (WireError & { readonly buffer: number }) | undefined;
  #depth = 0;

  constructor(octets: Uint8Array, opener: Opener | undefined, fields: boolean) {
    this.#buffers = [octets];
    this.opener = opener;
    this.fields = fields;
  }

  /** The octets of a step's buffer. */
  octets(buffer: number): Uint8Array {
    return this.#buffers[buffer] as Uint8Array;
  }

  /** A new buffer; returns its index. */
  opened(octets: Uint8Array, title: string): number {
    this.#bufferTitles.push(title);
    return this.#buffers.push(octets) - 1;
  }

  /** Whether one more tunnel or opening may be entered; counts it, and notes a refusal. */
  deeper(step: Step): boolean {
    this.#depth += 1;
    if (this.#depth <= DEEPEST) return true;
    const text = 'Too many packets within each other: what is inside stays unread.';
    this.note(step.buffer, [{ severity: 'warning', at: step.at, text }]);
    return false;
  }

  add(step: Step, length: number, title: string, fields: readonly WireField[], content: LayerContent): void {
    // Named one by one: spreading took a third of the time of decoding a frame.
    const { name, value } = content;
    this.#layers.push({ name, value, title, buffer: step.buffer, at: step.at, length, fields } as Layer);
  }

  note(buffer: number, notes: readonly WireNote[]): void {
    for (const note of notes) this.#notes.push({ ...note, buffer });
  }

  /** Keeps the first error: it is the outermost. */
  fail(buffer: number, error: WireError): void {
    this.#error ??= { ...error, buffer };
  }

  /**
   * What a decoder reads at a step. If it cannot, the error is kept, what was read becomes a layer of its own, the rest
   * a payload, and `undefined` says that nothing more is to be done here.
   */
  read<T extends object>(
    step: Step,
    of: Unreadable['of'],
    title: string,
    decode: (octets: Uint8Array, options: DecodeOptions) => Decoded<T>,
  ): { readonly value: T; readonly fields: readonly WireField[] } | undefined {
    const { buffer, at, end } = step;
    const octets = this.octets(buffer);
    const read = decode(octets, { start: at, end, fields: this.fields });
    this.note(buffer, read.notes);
    if (read.ok) return read;
    this.fail(buffer, read.error);
    const { fields } = this.fields ? read : decode(octets, { start: at, end, fields: true });
    const reached = fields.reduce((last, field) => Math.max(last, field.at + field.length), at);
    const value = { of, partial: { ...read.partial } };
    this.add(step, reached - at, `${title}, not whole`, read.fields, { name: 'unreadable', value });
    this.payload({ ...step, at: reached }, 'Octets that could not be read');
    return undefined;
  }

  /** The octets of a step as they are; none make no layer. */
  payload(step: Step, title: string): void {
    const layer = this.#payloadLayer(step, title);
    if (layer !== undefined) this.#layers.push(layer);
  }

  /** Octets behind what a length says; listed after what is inside it. */
  trailing(step: Step, title: string): void {
    const layer = this.#payloadLayer(step, title);
    if (layer !== undefined) this.#trailing.unshift(layer);
  }

  done(): Packet {
    return {
      buffers: this.#buffers,
      bufferTitles: this.#bufferTitles,
      layers: [...this.#layers, ...this.#trailing],
      notes: this.#notes,
      ...(this.#error === undefined ? {} : { error: this.#error }),
    };
  }

  #payloadLayer({ protocol, buffer, at, end }: Step, title: string): Layer | undefined {
    if (at >= end) return undefined;
    const octets = this.octets(buffer).slice(at, end);
    const length = end - at;
    const value = { octets, ...(protocol === 'ip' ? {} : { protocol }) };
    const fields = this.fields ? [payloadField(octets, at)] : [];
    return { name: 'payload', value, title, buffer, at, length, fields };
  }
}

function payloadField(octets: Uint8Array, at: number): WireField {
  const { length } = octets;
  const words = length === 1 ? '1 octet' : `${length} octets`;
  return { name: 'Octets', source: 'as received', at, length, value: toHex(octets), words };
}
