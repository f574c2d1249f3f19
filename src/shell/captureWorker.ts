/** Reads a capture file as a stream, away from the page's thread. */
import { FrameDecoder } from '#capture/decodeFrame.ts';
import { sentenceOf } from '#capture/decodeJson.ts';
import { textLine } from '#capture/decodeText.ts';
import { keyringOf, readKeyFiles } from '#capture/keyFiles.ts';
import { openCapture } from '#capture/openCapture.ts';
import type { CaptureFrame } from '#wire/captureFrame.ts';
import { type CaptureMessage, type CaptureRequest, type FrameSummary, MOST_SUMMARIES } from './captureMessages.ts';

/** Between two messages about the progress, in milliseconds. */
const PROGRESS_EVERY = 100;

self.addEventListener('message', (event: MessageEvent<CaptureRequest>) => {
  void read(event.data);
});

function tell(message: CaptureMessage): void {
  self.postMessage(message);
}

async function read({ file, ikeKeys, espKeys }: CaptureRequest): Promise<void> {
  const rows = readKeyFiles(ikeKeys, espKeys);
  if (!rows.ok) {
    tell({ type: 'result', result: { type: undefined, compressed: false, frames: 0, error: rows.error } });
    return;
  }
  const capture = openCapture();
  const decoder = new FrameDecoder({ opener: keyringOf(rows.value) });
  let added: FrameSummary[] = [];
  let frames = 0;
  let octets = 0;
  let told = performance.now();

  const list = (more: readonly CaptureFrame[]): void => {
    for (const frame of more) {
      frames += 1;
      if (frames <= MOST_SUMMARIES) added.push(summaryOf(frame, textLine(decoder.decode(frame))));
    }
  };
  const progress = (): void => {
    tell({ type: 'progress', progress: { read: octets, size: file.size, frames, added } });
    added = [];
    told = performance.now();
  };

  const reader = file.stream().getReader();
  let unreadable: string | undefined;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      octets += chunk.value.length;
      list(capture.push(chunk.value));
      if (performance.now() - told >= PROGRESS_EVERY) progress();
      if (capture.error() !== undefined) break;
    }
    await reader.cancel();
  } catch {
    unreadable = `The file could not be read on, at offset ${octets}.`;
  }
  list(capture.end());
  progress();
  const error = capture.error();
  const sentence = unreadable ?? (error === undefined ? undefined : sentenceOf(error));
  const result = { type: capture.type(), compressed: capture.compressed(), frames };
  tell({ type: 'result', result: sentence === undefined ? result : { ...result, error: sentence } });
}

function summaryOf(frame: CaptureFrame, line: string): FrameSummary {
  const { number, at, octets, originalLength, linkType, time } = frame;
  const base = { number, line, at, captured: octets.length, originalLength, linkType };
  return time === undefined ? base : { ...base, time };
}
