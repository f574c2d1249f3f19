/** Reads the pcap file format (draft-ietf-opsawg-pcap): both byte orders, microseconds and nanoseconds. */
import { type CaptureError, type CaptureStep, type FrameReader, LARGEST_BLOCK, MORE } from './captureFrame.ts';
import type { OctetQueue } from './octetQueue.ts';

interface Magic {
  readonly littleEndian: boolean;
  /** Nanoseconds in the smaller unit of the times. */
  readonly unit: number;
}

/** By the first four octets, read as big endian. */
const magics: Readonly<Record<number, Magic>> = {
  2712847316: { littleEndian: false, unit: 1000 },
  3569595041: { littleEndian: true, unit: 1000 },
  2712812621: { littleEndian: false, unit: 1 },
  1295823521: { littleEndian: true, unit: 1 },
};
const FILE_HEADER = 24;
const RECORD_HEADER = 16;

/** Whether a file that begins so, its first four octets read as big endian, is a pcap file. */
export function isPcap(start: number): boolean {
  return magics[start] !== undefined;
}

/** A reader of the frames in the queue, from the start of the file. @throws {RangeError} if the magic number is another one. */
export function pcapReader(queue: OctetQueue): FrameReader {
  const magic = magics[queue.u32(0, false)];
  if (magic === undefined) throw new RangeError('no pcap file');
  const { littleEndian, unit } = magic;
  let linkType: number | undefined;
  let number = 0;

  const record = (known: number): CaptureStep => {
    if (queue.length < RECORD_HEADER) return MORE;
    const captured = queue.u32(8, littleEndian);
    if (captured > LARGEST_BLOCK) {
      const text = `Frame ${number + 1} says that it has ${captured} octets, more than a frame can have.`;
      return { error: { type: 'malformed', at: queue.offset + 8, text } };
    }
    if (queue.length < RECORD_HEADER + captured) return MORE;
    number += 1;
    const seconds = BigInt(queue.u32(0, littleEndian));
    const frame = {
      number,
      time: seconds * 1_000_000_000n + BigInt(queue.u32(4, littleEndian) * unit),
      interface: 0,
      linkType: known,
      octets: queue.copy(RECORD_HEADER, captured),
      originalLength: queue.u32(12, littleEndian),
      at: queue.offset + RECORD_HEADER,
      comments: [],
    };
    queue.drop(RECORD_HEADER + captured);
    return { frame };
  };

  return {
    next: () => {
      if (linkType === undefined) {
        if (queue.length < FILE_HEADER) return MORE;
        // The upper bits tell whether, and how long, a check sequence ends each frame.
        linkType = queue.u32(20, littleEndian) & 0xffff;
        queue.drop(FILE_HEADER);
      }
      return record(linkType);
    },
    unfinished: () => cut(queue, linkType === undefined ? 'the file header' : `frame ${number + 1}`),
  };
}

function cut(queue: OctetQueue, within: string): CaptureError | undefined {
  if (queue.length === 0) return undefined;
  return { type: 'truncated', at: queue.offset + queue.length, text: `The file ends within ${within}.` };
}
