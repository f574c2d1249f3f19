/** `lz decode`: what is in a capture file, one line a frame or as JSON, with what keys open. */
import { join } from 'node:path';
import { FrameDecoder } from '#capture/decodeFrame.ts';
import { JSON_START, jsonEnd, jsonFrame, sentenceOf } from '#capture/decodeJson.ts';
import { textLine } from '#capture/decodeText.ts';
import { ESP_KEY_FILE, IKE_KEY_FILE, type Keyring, keyringOf, readKeyFiles } from '#capture/keyFiles.ts';
import { openCapture } from '#capture/openCapture.ts';
import { quote } from '#run/refusal.ts';
import type { CaptureFrame } from '#wire/captureFrame.ts';
import { type Read, readArguments, refuse } from './arguments.ts';
import type { Command, Finished, ReadInput, Streams } from './command.ts';
import { badInput, done } from './command.ts';
import { decodeHelp } from './decodeHelp.ts';
import { piecewise, writtenTo } from './piecewise.ts';
import { sayError } from './readText.ts';

export const decodeCommand: Command = {
  about: 'read a capture file (pcap, pcapng): one line a frame, or JSON',
  help: decodeHelp,
  run: async (args, readInput, streams) => {
    const [file, ...options] = args;
    if (file === undefined || /^-./.test(file)) return badInput('decode needs a file, or - for standard input, first');
    const given = readArguments(options, { keys: 'value', json: 'flag' });
    if (!given.ok) return badInput(given.error);
    const keys = await readKeys(given.value.get('keys')?.[0], readInput);
    if (!keys.ok) return badInput(keys.error);
    return decode(file, keys.value, given.value.has('json'), streams ?? piecewise(readInput));
  },
};

async function decode(file: string, opener: Keyring, asJson: boolean, streams: Streams): Promise<Finished> {
  const capture = openCapture();
  const decoder = new FrameDecoder({ opener });
  let started = false;

  const show = async (frames: readonly CaptureFrame[]): Promise<void> => {
    const texts: string[] = [];
    for (const frame of frames) {
      const decoded = decoder.decode(frame);
      if (!asJson) texts.push(`${textLine(decoded)}\n`);
      else texts.push(`${started ? ',\n' : JSON_START}${jsonFrame(decoded)}`);
      started = true;
    }
    if (texts.length > 0) await streams.write(texts.join(''));
  };

  try {
    for await (const chunk of streams.open(file)) {
      await show(capture.push(chunk));
      if (capture.error() !== undefined) break;
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return badInput(`cannot read ${file === '-' ? 'standard input' : quote(file)}: ${sayError(error)}`);
  }
  await show(capture.end());
  const error = capture.error();
  if (asJson) await streams.write(`${started ? '' : JSON_START}${jsonEnd(capture.type(), error)}`);
  const output = writtenTo(streams);
  return error === undefined ? done(output) : badInput(sentenceOf(error), output);
}

async function readKeys(folder: string | undefined, readInput: ReadInput): Promise<Read<Keyring>> {
  if (folder === undefined) return { ok: true, value: keyringOf({ ike: [], esp: [] }) };
  const texts: (string | undefined)[] = [];
  for (const name of [IKE_KEY_FILE, ESP_KEY_FILE]) {
    const path = join(folder, name);
    try {
      texts.push(new TextDecoder().decode(await readInput(path)));
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      if (error.code !== 'ENOENT') return refuse(`cannot read ${quote(path)}: ${sayError(error)}`);
      texts.push(undefined);
    }
  }
  const [ike, esp] = texts;
  if (ike === undefined && esp === undefined) {
    return refuse(`there is neither ${IKE_KEY_FILE} nor ${ESP_KEY_FILE} in ${quote(folder)}`);
  }
  const rows = readKeyFiles(ike ?? '', esp ?? '');
  return rows.ok ? { ok: true, value: keyringOf(rows.value) } : refuse(rows.error);
}
