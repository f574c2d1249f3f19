/** The page of the bench that decodes a capture as the app does: the file in a worker, the list of its frames back here. */
import { openCaptureFile } from '#shell/captureFile.ts';
import type { CaptureProgress } from '#shell/captureMessages.ts';

const decodePage = {
  /** Milliseconds from the file to the end of its list, and how many frames are in the list: those beyond its bound are counted unread. */
  async decode(ike: string, esp: string): Promise<{ readonly milliseconds: number; readonly listed: number }> {
    const input = document.getElementById('capture') as HTMLInputElement;
    const file = input.files?.[0];
    if (file === undefined) throw new Error('no file was chosen');
    const began = performance.now();
    let listed = 0;
    const count = ({ added }: CaptureProgress) => {
      listed += added.length;
    };
    const result = await openCaptureFile(file, { ike, esp }, count, new AbortController().signal);
    if (result.error !== undefined) throw new Error(result.error);
    return { milliseconds: performance.now() - began, listed };
  },
};

export type DecodeBenchPage = typeof decodePage;

Object.assign(window, { decodePage });
