/**
 * A lane to a worker that checks: one request at a time, the latest wins. The worker stays for the next request, so that a reading
 * that changes is followed without a new start; what is superseded or aborted is ended with its worker, so that its memory is free.
 */
import type { Answer, CheckMessage, CheckProgress, CheckRequest } from './checkMessages.ts';

/** Asks, and hands progress on; `stop` ends the work early and answers with what is known by then. */
export interface Asking<Kind extends CheckRequest['type']> {
  readonly answer: Promise<Answer<Kind>>;
  readonly stop: () => void;
}

export interface AskOptions {
  readonly onProgress?: (progress: CheckProgress) => void;
}

/** What answers requests: the worker here, the same work at once in tests. */
export interface Lane {
  /** The answer is rejected with a `Superseded` where another request, or `end`, came before it was there. */
  ask<Request extends CheckRequest>(request: Request, options?: AskOptions): Asking<Request['type']>;
  /** Ends what is under way. */
  end(): void;
}

/** Why an answer will not come: another question was asked, or nobody waits for it any more. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** A worker that has not said by then that it stops is too deep in its work to hear it. */
const PATIENCE_MILLISECONDS = 1_500;

interface UnderWay {
  readonly number: number;
  readonly onProgress: ((progress: CheckProgress) => void) | undefined;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
  stopping: boolean;
}

/** A lane with a worker of its own, which is made with the first request. */
export function openLane(): Lane {
  let worker: Worker | undefined;
  let underWay: UnderWay | undefined;
  let asked = 0;

  const leave = (reason: Error): void => {
    if (underWay === undefined) return;
    underWay.reject(reason);
    underWay = undefined;
    worker?.terminate();
    worker = undefined;
  };
  const hear = ({ data }: MessageEvent<CheckMessage>): void => {
    if (underWay === undefined || data.number !== underWay.number) return;
    if (data.type === 'progress') {
      underWay.onProgress?.(data.progress);
      return;
    }
    if (data.type === 'stopping') {
      underWay.stopping = true;
      return;
    }
    const { resolve, reject } = underWay;
    underWay = undefined;
    if (data.type === 'answer') resolve(data.answer);
    else reject(new Error(data.sentence));
  };
  const begin = (): Worker => {
    const begun = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' });
    begun.addEventListener('message', hear);
    begun.addEventListener('error', (event) => leave(new Error(event.message || 'The worker could not be started')));
    return begun;
  };
  return {
    ask: (request, { onProgress } = {}) => {
      leave(new Superseded('another question was asked'));
      asked += 1;
      const number = asked;
      worker ??= begin();
      const asking = worker;
      const answer = new Promise<Answer<(typeof request)['type']>>((resolve, reject) => {
        underWay = { number, onProgress, resolve: resolve as (answer: Answer) => void, reject, stopping: false };
      });
      asking.postMessage({ type: 'ask', number, request });
      const stop = () => {
        asking.postMessage({ type: 'stop', number });
        setTimeout(() => {
          if (underWay?.number === number && !underWay.stopping) leave(new Superseded('it did not stop by itself'));
        }, PATIENCE_MILLISECONDS);
      };
      return { answer, stop };
    },
    end: () => leave(new Superseded('nobody waits for it')),
  };
}
