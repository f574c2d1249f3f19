/**
 * Makes a packet right again after some of it was changed, as a faulty peer sends it: checksums, padding and integrity check
 * values, from the inside out. No length changes, and what was changed by hand stays as it is.
 */
import { checksumOf, sumOf } from '#wire/checksum.ts';
import { decodeEsp, openEsp, protectEsp } from '#wire/esp.ts';
import { openSk, protectSk } from '#wire/ikeSk.ts';
import type { Layer, Opener, Opening, Packet } from '#wire/packetLayers.ts';
import type { OctetChange } from './patch.ts';
import { changedBuffers } from './patch.ts';

const ENCRYPTED_PAYLOAD = 46;
const IKE_HEADER_LENGTH = 28;

/**
 * The packet as sent with the changes, made right.
 * @param packet as it was sent, opened with the same keys.
 * @returns undefined if a changed octet is not there.
 */
export function madeRight(packet: Packet, changes: readonly OctetChange[], opener: Opener): Uint8Array | undefined {
  const buffers = changedBuffers(packet.buffers, changes);
  if (buffers === undefined) return undefined;
  const repair = new Repair(packet, buffers, changes, opener);
  for (const layer of [...packet.layers].reverse()) repair.layer(layer);
  return buffers[0];
}

class Repair {
  readonly #packet: Packet;
  readonly #buffers: readonly Uint8Array[];
  readonly #changes: readonly OctetChange[];
  readonly #opener: Opener;

  constructor(packet: Packet, buffers: readonly Uint8Array[], changes: readonly OctetChange[], opener: Opener) {
    this.#packet = packet;
    this.#buffers = buffers;
    this.#changes = changes;
    this.#opener = opener;
  }

  layer(layer: Layer): void {
    const { buffer, at } = layer;
    const old = this.#old(buffer);
    switch (layer.name) {
      case 'mobilityHeader':
        this.#checksum(buffer, at, 8 * ((old[at + 1] ?? 0) + 1), at + 4);
        break;
      case 'udp':
        // 0 over IPv4: none was computed (RFC 768).
        if (((old[at + 6] ?? 0) | (old[at + 7] ?? 0)) !== 0) {
          this.#checksum(buffer, at, ((old[at + 4] ?? 0) << 8) | (old[at + 5] ?? 0), at + 6);
        }
        break;
      case 'ipv4':
        this.#checksum(buffer, at, 4 * ((old[at] ?? 0) & 0x0f), at + 10);
        break;
      case 'esp':
        this.#esp(layer, layer.value.opening);
        break;
      case 'ike':
        this.#sk(layer, layer.value.opening);
        break;
      default:
        break;
    }
  }

  /** The checksum follows what changed in the octets that it covers; the pseudo-header is as it was (RFC 1624). */
  #checksum(buffer: number, at: number, length: number, checksumAt: number): void {
    const [before, now] = [this.#old(buffer), this.#now(buffer)];
    if (at + length > before.length || length < checksumAt + 2 - at) return;
    const covered = (octets: Uint8Array) => {
      const copy = octets.slice(at, at + length);
      copy.fill(0, checksumAt - at, checksumAt - at + 2);
      return sumOf({ octets: copy });
    };
    const was = ((before[checksumAt] ?? 0) << 8) | (before[checksumAt + 1] ?? 0);
    const checksum = checksumOf((~was & 0xffff) + checksumOf(covered(before)) + covered(now));
    this.#put(buffer, checksumAt, Uint8Array.of(checksum >> 8, checksum & 0xff));
  }

  #esp({ buffer, at, length }: Layer, opening: Opening): void {
    const end = Math.min(at + length, this.#old(buffer).length);
    const was = decodeEsp(this.#old(buffer), { start: at, end });
    const now = decodeEsp(this.#now(buffer), { start: at, end });
    const addresses = this.#addressesBefore(buffer, at);
    if (!was.ok || !now.ok || addresses === undefined) return;
    const keys = this.#opener.esp(was.value.spi, addresses.source, addresses.destination);
    const opened = keys === undefined ? undefined : openEsp(was.value, keys);
    if (keys === undefined || opened?.ok !== true) return;
    const inside = this.#inside(opening);
    if (inside === undefined) return;
    const content = inside.length - 2 - opened.padLength;
    const sealed = protectEsp(
      {
        spi: now.value.spi,
        sequenceNumber: now.value.sequenceNumber,
        iv: opened.iv,
        payload: inside.subarray(0, content),
        padding: inside.subarray(content, inside.length - 2),
        nextHeader: inside[inside.length - 1] ?? 0,
      },
      keys,
    );
    this.#put(buffer, at, sealed);
  }

  #sk({ buffer, at }: Layer, opening: Opening | undefined): void {
    const [old, now] = [this.#old(buffer), this.#now(buffer)];
    const payload = skPlace(old, at);
    if (payload === undefined) return;
    const view = new DataView(old.buffer, old.byteOffset + at, IKE_HEADER_LENGTH);
    const keys = this.#opener.ike(view.getBigUint64(0), view.getBigUint64(8));
    if (keys === undefined) return;
    const message = old.subarray(at, at + payload.at + payload.length);
    const fromInitiator = ((message[19] ?? 0) & 0x08) !== 0;
    const opened = openSk(message, payload, keys, fromInitiator);
    const inside = opened.ok ? this.#inside(opening) : undefined;
    if (!opened.ok || inside === undefined) return;
    const content = inside.length - 1 - opened.padLength;
    const sealed = protectSk(
      now.slice(at, at + payload.at),
      now[at + payload.at] ?? 0,
      inside.subarray(0, content),
      opened.iv,
      keys,
      fromInitiator,
      { padding: inside.subarray(content, inside.length - 1) },
    );
    this.#put(buffer, at, sealed);
  }

  /** Puts octets in their place, but for those that were changed by hand. */
  #put(buffer: number, at: number, octets: Uint8Array): void {
    const byHand = new Map(this.#changes.filter((each) => each.buffer === buffer).map((each) => [each.at, each.octet]));
    const now = this.#now(buffer);
    for (const [i, octet] of octets.entries()) now[at + i] = byHand.get(at + i) ?? octet;
  }

  /** The changed plaintext of what was opened. */
  #inside(opening: Opening | undefined): Uint8Array | undefined {
    return opening?.type === 'opened' ? this.#buffers[opening.buffer] : undefined;
  }

  /** The addresses of the IP header that stands nearest before an offset. */
  #addressesBefore(buffer: number, at: number): { source: Uint8Array; destination: Uint8Array } | undefined {
    const ip = this.#packet.layers.findLast(
      (layer) => (layer.name === 'ipv6' || layer.name === 'ipv4') && layer.buffer === buffer && layer.at < at,
    );
    if (ip === undefined) return undefined;
    const octets = this.#old(buffer);
    const [first, width] = ip.name === 'ipv6' ? [ip.at + 8, 16] : [ip.at + 12, 4];
    return { source: octets.slice(first, first + width), destination: octets.slice(first + width, first + 2 * width) };
  }

  #old(buffer: number): Uint8Array {
    return this.#packet.buffers[buffer] ?? new Uint8Array(0);
  }

  #now(buffer: number): Uint8Array {
    return this.#buffers[buffer] ?? new Uint8Array(0);
  }
}

/** Where the Encrypted payload of a message is, counted from the IKE header (RFC 5996 3.2); undefined if it has none. */
function skPlace(octets: Uint8Array, at: number): { at: number; length: number } | undefined {
  let type = octets[at + 16] ?? 0;
  for (let place = IKE_HEADER_LENGTH; type !== 0; ) {
    const length = ((octets[at + place + 2] ?? 0) << 8) | (octets[at + place + 3] ?? 0);
    if (length < 4 || at + place + length > octets.length) return undefined;
    if (type === ENCRYPTED_PAYLOAD) return { at: place, length };
    type = octets[at + place] ?? 0;
    place += length;
  }
  return undefined;
}
