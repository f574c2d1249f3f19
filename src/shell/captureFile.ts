/** A capture file that a person opens: its list of frames from a worker, and one frame again with all its fields. */
import { type DecodedFrame, FrameDecoder } from '#capture/decodeFrame.ts';
import type { Keyring } from '#capture/keyFiles.ts';
import { openCapture } from '#capture/openCapture.ts';
import type { CaptureMessage, CaptureProgress, CaptureResult, FrameSummary } from './captureMessages.ts';

/** The texts of the two key files; empty for none. */
export interface KeyTexts {
  readonly ike: string;
  readonly esp: string;
}

/**
 * Lists the frames of a capture of any size; they come with the progress, at most `MOST_SUMMARIES` of them.
 * A file that is wrong is an `error` in the result. @throws the signal's reason once it is aborted.
 */
export function openCaptureFile(
  file: File,
  keys: KeyTexts,
  onProgress: (progress: CaptureProgress) => void,
  signal: AbortSignal,
): Promise<CaptureResult> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const worker = new Worker(new URL('./captureWorker.ts', import.meta.url), { type: 'module' });
    const leave = (): void => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
    };
    const abort = (): void => {
      leave();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    worker.addEventListener('message', ({ data }: MessageEvent<CaptureMessage>) => {
      if (data.type === 'progress') {
        onProgress(data.progress);
        return;
      }
      leave();
      resolve(data.result);
    });
    worker.addEventListener('error', (event) => {
      leave();
      reject(new Error(event.message));
    });
    worker.postMessage({ file, ikeKeys: keys.ike, espKeys: keys.esp });
  });
}

/**
 * One frame of the list, with the fields of each layer; undefined if the file is another one by now.
 * Out of a compressed file it takes reading up to the frame. What only other frames tell (fragments) is not in it.
 */
export async function readCaptureFrame(
  file: File,
  { compressed }: Pick<CaptureResult, 'compressed'>,
  summary: FrameSummary,
  keys: Keyring,
): Promise<DecodedFrame | undefined> {
  const octets = compressed ? await fromStart(file, summary.number) : await slice(file, summary);
  if (octets?.length !== summary.captured) return undefined;
  const { number, time, linkType, originalLength, at } = summary;
  const frame = { number, time, interface: 0, linkType, octets, originalLength, at, comments: [] };
  return new FrameDecoder({ opener: keys, fields: true }).decode(frame);
}

async function slice(file: File, { at, captured }: FrameSummary): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.slice(at, at + captured).arrayBuffer());
  } catch {
    return undefined;
  }
}

async function fromStart(file: File, number: number): Promise<Uint8Array | undefined> {
  const capture = openCapture();
  const reader = file.stream().getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const frame = capture.push(chunk.value).find((each) => each.number === number);
      if (frame === undefined) continue;
      await reader.cancel();
      return frame.octets;
    }
  } catch {
    return undefined;
  }
  return capture.end().find((each) => each.number === number)?.octets;
}
