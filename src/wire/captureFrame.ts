/** What a capture file gives, whichever its format is. */

export interface CaptureFrame {
  /** From 1, in the order of the file. */
  readonly number: number;
  /** Nanoseconds since 1970-01-01 UTC; undefined where the file says none (a Simple Packet Block). */
  readonly time: bigint | undefined;
  /** Index of the interface, counted over the whole file; 0 where the format has none. */
  readonly interface: number;
  readonly interfaceName?: string;
  readonly linkType: number;
  /** As captured, maybe cut. */
  readonly octets: Uint8Array;
  /** As it was on the link. */
  readonly originalLength: number;
  /** Offset of `octets` in the file, decompressed. */
  readonly at: number;
  readonly comments: readonly string[];
}

/** Why a file cannot be read on: one sentence, with the offset in the file, decompressed. */
export interface CaptureError {
  readonly type: 'foreign' | 'truncated' | 'malformed';
  readonly at: number;
  readonly text: string;
}

/** `more`: the octets that are there do not hold a whole frame. */
export type CaptureStep = { readonly frame: CaptureFrame } | { readonly error: CaptureError } | { readonly more: true };

export interface FrameReader {
  /** Reads on in the queue; drops what is read. */
  readonly next: () => CaptureStep;
  /** What is missing where the stream ends now; undefined at a place where it may end. */
  readonly unfinished: () => CaptureError | undefined;
}

export const MORE: CaptureStep = { more: true };

/** More than any link carries and any writer makes: a larger length is wrong, and nothing is set aside for it. */
export const LARGEST_BLOCK = 64 * 1024 * 1024;
