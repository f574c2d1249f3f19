/** Pictures of other programs as greys, 0 black to 255 white: PNG as rsvg-convert and browsers write it, PGM as pdftoppm does. */
import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Row by row. */
  readonly grey: Uint8Array;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** @throws {Error} a PNG that is interlaced, has a palette, or other than 8 bits a channel. */
export function pixelsOfPng(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = CHANNELS[png[25] ?? -1];
  if (png[24] !== 8 || channels === undefined || png[28] !== 0) throw new Error('a PNG of another form');
  const bytes = unfiltered(inflateSync(dataOf(png)), width * channels, channels);
  const grey = new Uint8Array(width * height);
  const coloured = channels > 2;
  for (let at = 0, from = 0; at < grey.length; at++, from += channels) {
    const first = bytes[from] ?? 0;
    const light = coloured ? 0.299 * first + 0.587 * (bytes[from + 1] ?? 0) + 0.114 * (bytes[from + 2] ?? 0) : first;
    const alpha = channels % 2 === 0 ? (bytes[from + channels - 1] ?? 0) : 255;
    grey[at] = Math.round((light * alpha + 255 * (255 - alpha)) / 255);
  }
  return { width, height, grey };
}

export function pixelsOfPgm(pgm: Buffer): Pixels {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 60).toString('latin1'));
  if (head === null) throw new Error('a PGM of another form');
  return { width: Number(head[1]), height: Number(head[2]), grey: pgm.subarray(head[0].length) };
}

/** The grey at a pixel; outside there is white. */
export function greyAt({ width, height, grey }: Pixels, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 255 : (grey[y * width + x] ?? 255);
}

/** How much ink is in each row, in black pixels. */
export function inkOfRows({ width, height, grey }: Pixels): readonly number[] {
  return Array.from({ length: height }, (_, y) =>
    grey.subarray(y * width, (y + 1) * width).reduce((ink, value) => ink + (255 - value) / 255, 0),
  );
}

function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

/** Takes back the filter of each row (PNG specification, clause 9). */
function unfiltered(filtered: Buffer, stride: number, channels: number): Uint8Array {
  const rows = filtered.length / (stride + 1);
  const bytes = new Uint8Array(rows * stride);
  for (let y = 0; y < rows; y++) {
    const filter = filtered[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (bytes[at - channels] ?? 0);
      const up = y === 0 ? 0 : (bytes[at - stride] ?? 0);
      const upLeft = x < channels || y === 0 ? 0 : (bytes[at - stride - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
      bytes[at] = (filtered[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return bytes;
}

function paeth(left: number, up: number, upLeft: number): number {
  const by = (value: number) => Math.abs(left + up - upLeft - value);
  if (by(left) <= by(up) && by(left) <= by(upLeft)) return left;
  return by(up) <= by(upLeft) ? up : upLeft;
}
