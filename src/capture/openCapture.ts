/** Reads a capture as a stream: pcap or pcapng, compressed by gzip or not. */
import { Gunzip } from 'fflate';
import type { CaptureError, CaptureFrame, FrameReader } from '#wire/captureFrame.ts';
import { OctetQueue } from '#wire/octetQueue.ts';
import { concat } from '#wire/octets.ts';
import { isPcap, pcapReader } from '#wire/pcap.ts';
import { isPcapng, pcapngReader } from '#wire/pcapngReader.ts';

export type CaptureType = 'pcap' | 'pcapng';

/** One capture being read. It holds no more than one chunk, decompressed, and the block that a chunk ends in. */
export interface CaptureStream {
  /** The frames that are whole with this chunk. None after an error. */
  readonly push: (chunk: Uint8Array) => readonly CaptureFrame[];
  /** To be called once, after the last chunk. */
  readonly end: () => readonly CaptureFrame[];
  /** Undefined until it is known. */
  readonly type: () => CaptureType | undefined;
  readonly compressed: () => boolean;
  readonly error: () => CaptureError | undefined;
}

/** Small pieces of compressed octets, as each may become a thousand times as large. */
const COMPRESSED_PIECE = 16_384;

export function openCapture(): CaptureStream {
  const queue = new OctetQueue();
  let reader: FrameReader | undefined;
  let type: CaptureType | undefined;
  let error: CaptureError | undefined;
  let gunzip: Gunzip | undefined;
  /** Octets that came out of the gzip member that is read, modulo 2^32; its trailer ends in that number. */
  let memberLength = 0;
  let lastFour = new Uint8Array(4);
  let frames: CaptureFrame[] = [];
  let frameCount = 0;
  let begun = new Uint8Array(0);

  const drain = (): void => {
    if (error !== undefined) return;
    if (reader === undefined) {
      if (queue.length < 4) return;
      const start = queue.u32(0, false);
      type = isPcap(start) ? 'pcap' : isPcapng(start) ? 'pcapng' : undefined;
      if (type === undefined) {
        error = { type: 'foreign', at: 0, text: 'The file is neither pcap nor pcapng.' };
        return;
      }
      reader = type === 'pcap' ? pcapReader(queue) : pcapngReader(queue);
    }
    for (;;) {
      const step = reader.next();
      if ('frame' in step) {
        frames.push(step.frame);
        frameCount += 1;
        continue;
      }
      if ('error' in step) error = step.error;
      return;
    }
  };

  const feed = (octets: Uint8Array): void => {
    if (error !== undefined) return;
    queue.append(octets);
    drain();
  };

  const decompress = (chunk: Uint8Array, last: boolean): void => {
    lastFour = concat(lastFour, chunk.subarray(-4)).slice(-4);
    for (let at = 0; (at < chunk.length || last) && error === undefined; at += COMPRESSED_PIECE) {
      const final = last && at + COMPRESSED_PIECE >= chunk.length;
      try {
        gunzip?.push(chunk.subarray(at, at + COMPRESSED_PIECE), final);
      } catch (reason) {
        error ??= gzipError(reason instanceof Error ? reason.message : '', frameCount, queue);
      }
      if (final) return;
    }
  };

  /** Holds back the first two octets until both are there, as they tell whether the file is compressed. */
  const take = (chunk: Uint8Array): void => {
    if (error !== undefined) return;
    if (gunzip !== undefined) {
      decompress(chunk, false);
      return;
    }
    if (queue.length > 0 || reader !== undefined) {
      feed(chunk);
      return;
    }
    const start = new Uint8Array(begun.length + chunk.length);
    start.set(begun);
    start.set(chunk, begun.length);
    begun = start;
    if (start.length < 2) return;
    begun = new Uint8Array(0);
    if (start[0] !== 0x1f || start[1] !== 0x8b) {
      feed(start);
      return;
    }
    gunzip = new Gunzip((octets) => {
      memberLength = (memberLength + octets.length) >>> 0;
      feed(octets);
    });
    gunzip.onmember = () => {
      memberLength = 0;
    };
    decompress(start, false);
  };

  const taken = (): readonly CaptureFrame[] => {
    const whole = frames;
    frames = [];
    return whole;
  };

  return {
    push: (chunk) => {
      take(chunk);
      return taken();
    },
    end: () => {
      if (gunzip !== undefined) decompress(new Uint8Array(0), true);
      const trailer = new DataView(lastFour.buffer).getUint32(0, true);
      if (gunzip !== undefined && trailer !== memberLength) error ??= gzipError('unexpected EOF', frameCount, queue);
      error ??= reader === undefined ? tooShort(queue.length + begun.length) : reader.unfinished();
      return taken();
    },
    type: () => type,
    compressed: () => gunzip !== undefined,
    error: () => error,
  };
}

function tooShort(length: number): CaptureError {
  if (length === 0) return { type: 'foreign', at: 0, text: 'The file is empty.' };
  return { type: 'foreign', at: 0, text: 'The file is neither pcap nor pcapng.' };
}

function gzipError(message: string, frameCount: number, queue: OctetQueue): CaptureError {
  const at = queue.offset + queue.length;
  const where = `after frame ${frameCount}`;
  return message === 'unexpected EOF'
    ? { type: 'truncated', at, text: `The compressed file ends ${where}, before its end mark.` }
    : { type: 'malformed', at, text: `The compressed file is damaged ${where}.` };
}
