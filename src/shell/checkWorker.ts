/** Does what is asked of the checker away from the page's thread: in slices, so that a word to stop is heard in between. */
import { type Job, jobOf } from './checkJobs.ts';
import type { CheckMessage, CheckOrder, CheckProgress } from './checkMessages.ts';

/** How long a slice is, and how often the page hears of the progress, in milliseconds. */
const SLICE = 30;
const PROGRESS_EVERY = 120;

interface Current {
  readonly number: number;
  readonly job: Job;
  stopped: boolean;
  told: number;
}

let current: Current | undefined;
// A message to oneself comes after those that the page has sent, and unlike a timer it is never held back.
const next = new MessageChannel();
next.port1.onmessage = () => goOn();

self.addEventListener('message', ({ data }: MessageEvent<CheckOrder>) => {
  if (data.type === 'stop') {
    if (current?.number !== data.number) return;
    current.stopped = true;
    tell({ type: 'stopping', number: data.number });
    return;
  }
  current = { number: data.number, job: jobOf(data.request), stopped: false, told: performance.now() };
  goOn();
});

function goOn(): void {
  if (current === undefined) return;
  const { number, job, stopped } = current;
  try {
    const until = performance.now() + SLICE;
    let step = job.next(stopped);
    while (step.done !== true && !isEnding(step.value) && performance.now() < until) step = job.next(stopped);
    if (step.done === true) {
      current = undefined;
      tell({ type: 'answer', number, answer: step.value });
      return;
    }
    // What comes then may take long, and nothing is said or heard meanwhile.
    if (isEnding(step.value) || performance.now() - current.told >= PROGRESS_EVERY) {
      current.told = performance.now();
      tell({ type: 'progress', number, progress: step.value });
    }
    next.port2.postMessage(undefined);
  } catch (error) {
    current = undefined;
    tell({ type: 'failed', number, sentence: sentenceOf(error) });
  }
}

function isEnding(progress: CheckProgress): boolean {
  return progress.type === 'search' && progress.ending;
}

function tell(message: CheckMessage): void {
  self.postMessage(message);
}

/** Memory that the browser does not give is a bound like another; all else is a bug, and is told as it stands. */
function sentenceOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return error instanceof RangeError ? `This is too large for the memory here: ${words}` : words;
}
