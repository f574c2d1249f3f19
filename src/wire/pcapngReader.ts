/**
 * Reads the pcapng file format (draft-ietf-opsawg-pcapng): several sections in either byte order, several interfaces.
 *
 * Enhanced, Simple and the obsolete Packet Block give frames; other blocks (names, keys, statistics) are passed over.
 */

import { type CaptureError, type CaptureStep, type FrameReader, LARGEST_BLOCK, MORE } from './captureFrame.ts';
import type { OctetQueue } from './octetQueue.ts';
import { decodeUtf8 } from './utf8.ts';

interface Interface {
  /** Counted over the whole file. */
  readonly index: number;
  readonly name?: string;
  readonly linkType: number;
  /** Most octets kept of a frame; 0: all. */
  readonly snapLength: number;
  /** Units in a second. */
  readonly unitsPerSecond: bigint;
  /** Seconds to add. */
  readonly offset: bigint;
}

interface Option {
  readonly code: number;
  readonly at: number;
  readonly length: number;
}

/** The same in both byte orders. */
const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
const OBSOLETE_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;
const NANOSECONDS = 1_000_000_000n;
const shortest: Readonly<Record<number, number>> = {
  [SECTION_HEADER]: 28,
  [INTERFACE_DESCRIPTION]: 20,
  [OBSOLETE_PACKET]: 32,
  [SIMPLE_PACKET]: 16,
  [ENHANCED_PACKET]: 32,
};

/** Whether a file that begins so, its first four octets read as big endian, is a pcapng file. */
export function isPcapng(start: number): boolean {
  return start === SECTION_HEADER;
}

/** A reader of the frames in the queue, from the start of the file. */
export function pcapngReader(queue: OctetQueue): FrameReader {
  let littleEndian = true;
  let interfaces: Interface[] = [];
  let interfaceCount = 0;
  let number = 0;
  let readBlocks = 0;

  const malformed = (at: number, text: string): CaptureStep => ({
    error: { type: 'malformed', at: queue.offset + at, text },
  });

  /** The options that lie wholly between the two offsets. */
  const optionsIn = (from: number, to: number): readonly Option[] => {
    const options: Option[] = [];
    let at = from;
    while (at + 4 <= to) {
      const code = queue.u16(at, littleEndian);
      const length = queue.u16(at + 2, littleEndian);
      if (code === 0 || at + 4 + length > to) break;
      options.push({ code, at: at + 4, length });
      at += 4 + ((length + 3) & ~3);
    }
    return options;
  };
  const textOf = ({ at, length }: Option): string => decodeUtf8(queue.copy(at, length));

  const describe = (total: number): void => {
    const options = optionsIn(16, total - 4);
    const name = options.find(({ code }) => code === 2);
    const resolution = options.find(({ code, length }) => code === 9 && length >= 1);
    const offset = options.find(({ code, length }) => code === 14 && length >= 8);
    interfaces.push({
      index: interfaceCount,
      ...(name === undefined ? {} : { name: textOf(name) }),
      linkType: queue.u16(8, littleEndian),
      snapLength: queue.u32(12, littleEndian),
      unitsPerSecond: resolution === undefined ? 1_000_000n : unitsPerSecond(queue.u8(resolution.at)),
      offset: offset === undefined ? 0n : queue.i64(offset.at, littleEndian),
    });
    interfaceCount += 1;
  };

  const packet = (type: number, total: number): CaptureStep => {
    const simple = type === SIMPLE_PACKET;
    const dataAt = simple ? 12 : 28;
    const id = simple ? 0 : type === ENHANCED_PACKET ? queue.u32(8, littleEndian) : queue.u16(8, littleEndian);
    const from = interfaces[id];
    if (from === undefined) {
      return malformed(8, `Frame ${number + 1} is of interface ${id}, which the file does not describe.`);
    }
    const originalLength = queue.u32(simple ? 8 : 24, littleEndian);
    const room = total - dataAt - 4;
    const captured = simple
      ? Math.min(originalLength, from.snapLength === 0 ? originalLength : from.snapLength, room)
      : queue.u32(20, littleEndian);
    if (captured > room) {
      return malformed(
        20,
        `Frame ${number + 1} says that it has ${captured} octets, and its block has room for ${room}.`,
      );
    }
    const options = simple ? [] : optionsIn(dataAt + ((captured + 3) & ~3), total - 4);
    number += 1;
    const frame = {
      number,
      time: simple ? undefined : timeOf(queue.u32(12, littleEndian), queue.u32(16, littleEndian), from),
      interface: from.index,
      ...(from.name === undefined ? {} : { interfaceName: from.name }),
      linkType: from.linkType,
      octets: queue.copy(dataAt, captured),
      originalLength,
      at: queue.offset + dataAt,
      comments: options.filter(({ code }) => code === 1).map(textOf),
    };
    queue.drop(total);
    return { frame };
  };

  /** Reads a block that is there whole; undefined if it held no frame. */
  const readBlock = (type: number, total: number): CaptureStep | undefined => {
    readBlocks += 1;
    if (type === OBSOLETE_PACKET || type === SIMPLE_PACKET || type === ENHANCED_PACKET) return packet(type, total);
    if (type === SECTION_HEADER) interfaces = [];
    if (type === INTERFACE_DESCRIPTION) describe(total);
    queue.drop(total);
    return undefined;
  };

  const next = (): CaptureStep => {
    while (queue.length >= 12) {
      const isSection = queue.u32(0, false) === SECTION_HEADER;
      if (isSection) {
        const magic = queue.u32(8, false);
        if (magic !== 0x1a2b3c4d && magic !== 0x4d3c2b1a) return malformed(8, 'A section has no known byte order.');
        littleEndian = magic === 0x4d3c2b1a;
      }
      const type = queue.u32(0, littleEndian);
      const total = queue.u32(4, littleEndian);
      if (total > LARGEST_BLOCK || total < (shortest[type] ?? 12) || total % 4 !== 0) {
        return malformed(
          4,
          `A block after frame ${number} has the length ${total}, which no block of its type can have.`,
        );
      }
      if (queue.length < total) return MORE;
      if (queue.u32(total - 4, littleEndian) !== total) {
        return malformed(total - 4, `A block after frame ${number} has two different lengths.`);
      }
      const step = readBlock(type, total);
      if (step !== undefined) return step;
    }
    return MORE;
  };

  const unfinished = (): CaptureError | undefined => {
    if (queue.length === 0) return undefined;
    const within = readBlocks === 0 ? 'its first block' : `a block after frame ${number}`;
    return { type: 'truncated', at: queue.offset + queue.length, text: `The file ends within ${within}.` };
  };

  return { next, unfinished };
}

/** The option if_tsresol: a power of 10, or of 2 where the highest bit is set. */
function unitsPerSecond(resolution: number): bigint {
  return (resolution & 0x80) === 0 ? 10n ** BigInt(resolution) : 2n ** BigInt(resolution & 0x7f);
}

function timeOf(high: number, low: number, { unitsPerSecond: units, offset }: Interface): bigint {
  const count = (BigInt(high) << 32n) | BigInt(low);
  return (count * NANOSECONDS) / units + offset * NANOSECONDS;
}
