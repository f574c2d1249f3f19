/** Capture files made octet by octet, so that every variant of the formats is there. */
import { concat } from '#wire/octets.ts';

export function u16(value: number, little: boolean): Uint8Array {
  const octets = new Uint8Array(2);
  new DataView(octets.buffer).setUint16(0, value, little);
  return octets;
}

export function u32(value: number, little: boolean): Uint8Array {
  const octets = new Uint8Array(4);
  new DataView(octets.buffer).setUint32(0, value, little);
  return octets;
}

export function padded(octets: Uint8Array): Uint8Array {
  return concat(octets, new Uint8Array((4 - (octets.length % 4)) % 4));
}

export interface PcapFrame {
  readonly seconds: number;
  readonly fraction: number;
  readonly octets: Uint8Array;
  readonly originalLength?: number;
}

export function pcap(little: boolean, nano: boolean, linkType: number, frames: readonly PcapFrame[]): Uint8Array {
  const header = concat(
    u32(nano ? 0xa1b23c4d : 0xa1b2c3d4, little),
    u16(2, little),
    u16(4, little),
    u32(0, little),
    u32(0, little),
    u32(262_144, little),
    u32(linkType, little),
  );
  const records = frames.map(({ seconds, fraction, octets, originalLength = octets.length }) =>
    concat(
      u32(seconds, little),
      u32(fraction, little),
      u32(octets.length, little),
      u32(originalLength, little),
      octets,
    ),
  );
  return concat(header, ...records);
}

export function block(little: boolean, type: number, body: Uint8Array): Uint8Array {
  const whole = padded(body);
  const total = u32(12 + whole.length, little);
  return concat(u32(type, little), total, whole, total);
}

export function option(little: boolean, code: number, value: Uint8Array): Uint8Array {
  return concat(u16(code, little), u16(value.length, little), padded(value));
}

export function section(little: boolean): Uint8Array {
  const open = new Uint8Array(8).fill(0xff);
  return block(little, 0x0a0d0d0a, concat(u32(0x1a2b3c4d, little), u16(1, little), u16(0, little), open));
}

export function interfaceBlock(
  little: boolean,
  linkType: number,
  options: Uint8Array = new Uint8Array(),
  snap = 0,
): Uint8Array {
  return block(little, 1, concat(u16(linkType, little), u16(0, little), u32(snap, little), options));
}

export function enhanced(
  little: boolean,
  index: number,
  time: bigint,
  octets: Uint8Array,
  options: Uint8Array = new Uint8Array(),
): Uint8Array {
  const parts = [index, Number(time >> 32n), Number(time & 0xffff_ffffn), octets.length, octets.length];
  return block(little, 6, concat(...parts.map((part) => u32(part, little)), padded(octets), options));
}
