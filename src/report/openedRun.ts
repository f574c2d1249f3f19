/** A file that a person opens as a run: a run file, or a picture with one in it. */
import { isPng, readPngText, withPngText } from './pngText.ts';
import type { ReadRun } from './runFile.ts';
import { RUN_FORMAT, readRunFile } from './runFile.ts';

/** More is no run: the longest has some hundred kilobytes, and a picture at four times its size some megabytes. */
const MOST_OCTETS = 64 * 1024 * 1024;

const sentences = {
  notPng: 'The file is no picture.',
  cut: 'The picture is cut: it ends before its last part.',
  damaged: 'The run in the picture is damaged.',
  none: 'The picture has no run in it: it comes from elsewhere, or a program has saved it anew without.',
} as const;

/** Reads either. Any octets will do: what is wrong comes back as a sentence. */
export function readOpenedRun(octets: Uint8Array): ReadRun {
  if (octets.length > MOST_OCTETS) return { ok: false, error: 'The file is too large to be a run.' };
  if (isPng(octets)) {
    const read = readPngText(octets, RUN_FORMAT);
    return read.ok ? readRunFile(read.text) : { ok: false, error: sentences[read.error] };
  }
  try {
    return readRunFile(new TextDecoder('utf-8', { fatal: true }).decode(octets));
  } catch {
    return { ok: false, error: 'The file is neither a run file nor a PNG picture.' };
  }
}

/** A picture (PNG) with the text of a run file in it. */
export function pictureWithRun(png: Uint8Array, runFile: string): Uint8Array<ArrayBuffer> {
  return withPngText(png, RUN_FORMAT, runFile);
}
