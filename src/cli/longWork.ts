/** Work that takes long, in a terminal: a person sees how far it is, and may end it. */
import { setImmediate } from 'node:timers/promises';
import type { Streams } from './command.ts';

/** Between two looks at the terminal. */
const LOOK_MILLISECONDS = 100;

/** Does the work; undefined if it was ended before. `words` say how far it is. */
export async function doWork<P, T>(
  work: Generator<P, T>,
  streams: Streams | undefined,
  words: (progress: P) => string,
): Promise<T | undefined> {
  let ended = false;
  let said = false;
  const listenNoMore = streams?.onInterrupt?.(() => {
    ended = true;
  });
  let looked = performance.now();
  let step = work.next();
  while (step.done !== true && !ended) {
    if (performance.now() - looked >= LOOK_MILLISECONDS) {
      streams?.say?.(`${words(step.value)} (Ctrl-C ends it)`);
      said = true;
      // The loop of events is where Ctrl-C is heard.
      await setImmediate();
      looked = performance.now();
    }
    step = work.next();
  }
  listenNoMore?.();
  if (said) streams?.say?.('');
  return step.done === true ? step.value : undefined;
}
