/**
 * Text inside a PNG picture, in an iTXt chunk (PNG 1.2 clause 4.2.3.3): what makes a picture of a run one that can be opened again.
 *
 * |  length (4)  |  "iTXt"  |  keyword 0  |  0 0  |  0  |  0  |  UTF-8 text  |  CRC (4)  |
 */

export type PngText =
  | { readonly ok: true; readonly text: string }
  /** `notPng`, `cut` (its chunks do not come to an end), `damaged` (the text's check sum is another), `none` (no such text in it). */
  | { readonly ok: false; readonly error: 'notPng' | 'cut' | 'damaged' | 'none' };

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Length, type and CRC. */
const AROUND = 12;
/** Compression flag and method, language tag and translated keyword, both empty. */
const PLAIN = [0, 0, 0, 0] as const;

const utf8 = new TextEncoder();

export function isPng(octets: Uint8Array): boolean {
  return SIGNATURE.every((octet, at) => octets[at] === octet);
}

/** The text under a keyword. Any octets will do. */
export function readPngText(octets: Uint8Array, keyword: string): PngText {
  if (!isPng(octets)) return { ok: false, error: 'notPng' };
  const head = [...utf8.encode(keyword), 0, ...PLAIN];
  for (const chunk of chunksOf(octets)) {
    if (chunk === 'cut') return { ok: false, error: 'cut' };
    if (chunk.type === 'IEND') break;
    if (chunk.type !== 'iTXt' || !head.every((octet, at) => chunk.content[at] === octet)) continue;
    if (!chunk.sound) return { ok: false, error: 'damaged' };
    return { ok: true, text: new TextDecoder().decode(chunk.content.subarray(head.length)) };
  }
  return { ok: false, error: 'none' };
}

/** The picture with a text in it, before its last chunk. @throws {RangeError} if it is no whole PNG: a bug in the caller. */
export function withPngText(octets: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const end = isPng(octets) ? [...chunksOf(octets)].at(-1) : 'cut';
  if (end === undefined || end === 'cut' || end.type !== 'IEND') throw new RangeError('this is no whole PNG picture');
  const chunk = chunkOf('iTXt', Uint8Array.of(...utf8.encode(keyword), 0, ...PLAIN), utf8.encode(text));
  const whole = new Uint8Array(octets.length + chunk.length);
  whole.set(octets.subarray(0, end.at));
  whole.set(chunk, end.at);
  whole.set(octets.subarray(end.at), end.at + chunk.length);
  return whole;
}

interface Chunk {
  readonly type: string;
  /** Offset of its length. */
  readonly at: number;
  readonly content: Uint8Array;
  /** Its check sum is right. */
  readonly sound: boolean;
}

/** The chunks up to IEND, each as it comes; `cut` where the octets end before. */
function* chunksOf(octets: Uint8Array): Generator<Chunk | 'cut'> {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
  let at: number = SIGNATURE.length;
  let type = '';
  while (type !== 'IEND') {
    if (at + AROUND > octets.length || at + AROUND + view.getUint32(at) > octets.length) {
      yield 'cut';
      return;
    }
    const end = at + 8 + view.getUint32(at);
    type = String.fromCharCode(...octets.subarray(at + 4, at + 8));
    const sound = view.getUint32(end) === crc(octets.subarray(at + 4, end));
    yield { type, at, content: octets.subarray(at + 8, end), sound };
    at = end + 4;
  }
}

function chunkOf(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const chunk = new Uint8Array(length + AROUND);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, length);
  chunk.set(utf8.encode(type), 4);
  let at = 8;
  for (const part of parts) {
    chunk.set(part, at);
    at += part.length;
  }
  view.setUint32(at, crc(chunk.subarray(4, at)));
  return chunk;
}

/** CRC-32 of type and content (PNG 1.2 clause 3.4). */
function crc(octets: Uint8Array): number {
  let value = 0xffff_ffff;
  for (const octet of octets) value = (value >>> 8) ^ (table[(value ^ octet) & 0xff] ?? 0);
  return ~value >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, octet) => {
  let value = octet;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb8_8320 ^ (value >>> 1) : value >>> 1;
  return value;
});
