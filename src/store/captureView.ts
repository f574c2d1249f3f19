/** A capture that a person opens: its frames as lines, and one of them as the message panel shows packets. */
import type { Keyring } from '#capture/keyFiles.ts';
import { ESP_KEY_FILE, IKE_KEY_FILE, keyringOf, readKeyFiles } from '#capture/keyFiles.ts';
import { openCaptureFile, readCaptureFrame } from '#shell/captureFile.ts';
import type { CaptureProgress, CaptureResult, FrameSummary } from '#shell/captureMessages.ts';
import type { PacketView } from './packetView.ts';
import { packetView } from './packetView.ts';

export interface OpenedCapture {
  readonly file: File;
  readonly keys: Keyring;
  readonly result: CaptureResult;
}

/**
 * Reads the files that a person chose: one capture, and beside it the two tables of keys by their names.
 * @returns a sentence where there is no capture among them or a table is wrong. @throws the signal's reason once it is aborted.
 */
export async function openChosen(
  files: readonly File[],
  onProgress: (progress: CaptureProgress) => void,
  signal: AbortSignal,
): Promise<OpenedCapture | string> {
  const textOf = async (name: string) => (await files.find((each) => each.name === name)?.text()) ?? '';
  const [ike, esp] = [await textOf(IKE_KEY_FILE), await textOf(ESP_KEY_FILE)];
  const [file, ...others] = files.filter(({ name }) => name !== IKE_KEY_FILE && name !== ESP_KEY_FILE);
  if (file === undefined || others.length > 0) {
    return `Choose one capture, and with it ${IKE_KEY_FILE} and ${ESP_KEY_FILE} if you have them.`;
  }
  const read = readKeyFiles(ike, esp);
  if (!read.ok) return read.error;
  const result = await openCaptureFile(file, { ike, esp }, onProgress, signal);
  return { file, keys: keyringOf(read.value), result };
}

/** One frame of the list; undefined where the file has changed since, or the frame has no IP packet. */
export async function frameView(
  { file, keys, result }: OpenedCapture,
  frame: FrameSummary,
): Promise<PacketView | undefined> {
  const decoded = await readCaptureFrame(file, result, frame, keys);
  return decoded?.packet === undefined ? undefined : packetView(decoded.packet);
}
