/** The page of the bench that checks readings: the search in a worker, the page's own longest silence beside it. */
import type { Variant } from '#detach/variant.ts';
import type { CheckFigures, CheckOrder } from './checkWorker.ts';

export interface CheckAnswer extends CheckFigures {
  /** From the order to the answer, in milliseconds: a worker from cold. */
  readonly milliseconds: number;
  /** The longest that the page itself did not come to its turn meanwhile, in milliseconds. */
  readonly silence: number;
}

const checkPage = {
  /** Every reading in order in one worker, begun for it. */
  check(variants: readonly Variant[]): Promise<CheckAnswer> {
    const began = performance.now();
    let silence = 0;
    let last = began;
    const ticking = setInterval(() => {
      silence = Math.max(silence, performance.now() - last);
      last = performance.now();
    }, 5);
    const worker = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<CheckFigures>) => {
        clearInterval(ticking);
        worker.terminate();
        resolve({ ...data, milliseconds: performance.now() - began, silence });
      };
      worker.postMessage({ variants } satisfies CheckOrder);
    });
  },
};

export type CheckBenchPage = typeof checkPage;

Object.assign(window, { checkPage });
