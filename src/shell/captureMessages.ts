/** What the page and the worker that reads captures tell each other. */
import type { CaptureType } from '#capture/openCapture.ts';

/** A frame in the list, with what it takes to read it again from the file. */
export interface FrameSummary {
  readonly number: number;
  /** As `lz decode` prints it. */
  readonly line: string;
  /** Offset of its octets in the file, decompressed. */
  readonly at: number;
  readonly captured: number;
  readonly originalLength: number;
  readonly linkType: number;
  readonly time?: bigint;
}

export interface CaptureRequest {
  readonly file: File;
  /** The texts of the two key files; empty for none. */
  readonly ikeKeys: string;
  readonly espKeys: string;
}

export interface CaptureProgress {
  /** Octets of the file that are read, and how many it has. */
  readonly read: number;
  readonly size: number;
  /** Frames so far, those included that the list has no room for. */
  readonly frames: number;
  /** Since the last progress. */
  readonly added: readonly FrameSummary[];
}

export interface CaptureResult {
  readonly type: CaptureType | undefined;
  readonly compressed: boolean;
  readonly frames: number;
  /** One sentence, with the offset; everything before it is in the list. */
  readonly error?: string;
}

export type CaptureMessage =
  | { readonly type: 'progress'; readonly progress: CaptureProgress }
  | { readonly type: 'result'; readonly result: CaptureResult };

/** Frames that the list holds; those after it are counted. */
export const MOST_SUMMARIES = 50_000;
