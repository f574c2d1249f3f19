/** A frame, and the whole capture, as JSON: a shape that scripts rely on. */
import type { CaptureError } from '#wire/captureFrame.ts';
import type { DecodedFrame } from './decodeFrame.ts';
import { type Plain, plainLayers } from './frameLayers.ts';
import type { CaptureType } from './openCapture.ts';

/** The text before the first frame; between two frames stands a comma and a line end. */
export const JSON_START = '{"frames": [\n';

/** The text after the last frame. */
export function jsonEnd(type: CaptureType | undefined, error: CaptureError | undefined): string {
  const file = { type: type ?? null, error: error === undefined ? null : sentenceOf(error) };
  return `\n],\n"file": ${JSON.stringify(file)}}\n`;
}

/** One object on one line; a layer that occurs more than once is a list, outermost first. */
export function jsonFrame(decoded: DecodedFrame): string {
  const { frame, packet, fragment, notes, error } = decoded;
  const layers: Record<string, Plain | Plain[]> = {};
  const joined = fragment?.type === 'joined' ? fragment.payloads : undefined;
  for (const [name, value] of packet === undefined ? [] : plainLayers(packet, joined)) {
    const before = layers[name];
    layers[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before as Plain, value];
  }
  return JSON.stringify({
    frame: frame.number,
    time: frame.time === undefined ? null : timeText(frame.time),
    length: frame.originalLength,
    captured: frame.octets.length,
    error: error ?? null,
    ...layers,
    notes: notes.map(({ severity, at, text }) => ({ severity, at, text })),
  });
}

/** Seconds since 1970 with nine digits behind the point. */
export function timeText(time: bigint): string {
  const sign = time < 0n ? '-' : '';
  const size = time < 0n ? -time : time;
  return `${sign}${size / 1_000_000_000n}.${String(size % 1_000_000_000n).padStart(9, '0')}`;
}

/** The sentence with the offset in it. */
export function sentenceOf({ text, at }: CaptureError): string {
  return `${text.replace(/\.$/, '')}, at offset ${at}.`;
}
