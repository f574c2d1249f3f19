/** Checks readings as the app's worker does, and measures the search alone. */

import type { Variant } from '#detach/variant.ts';
import { type CheckFigures, figuresOfCheck } from '../support/checkFigures.ts';

export type { CheckFigures };

export interface CheckOrder {
  readonly variants: readonly Variant[];
}

self.onmessage = ({ data }: MessageEvent<CheckOrder>) => self.postMessage(figuresOfCheck(data.variants));
