/** A lane without a worker: the same jobs, step by step as a test asks for it. */
import type { Job } from '#shell/checkJobs.ts';
import { jobOf } from '#shell/checkJobs.ts';
import type { Lane } from '#shell/checkLane.ts';
import { Superseded } from '#shell/checkLane.ts';
import type { CheckProgress, CheckRequest } from '#shell/checkMessages.ts';

export interface InlineLane extends Lane {
  /** The requests that were made, in order. */
  readonly asked: readonly CheckRequest[];
  /** One step of the job under way, and word of its progress. */
  step(): void;
  /** All steps that are left; the answer has been heard when this is over. */
  finish(): Promise<void>;
}

interface Current {
  readonly job: Job;
  readonly onProgress: ((progress: CheckProgress) => void) | undefined;
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
  stopped: boolean;
}

export function inlineLane(): InlineLane {
  const asked: CheckRequest[] = [];
  let current: Current | undefined;
  const leave = (reason: Error) => {
    current?.reject(reason);
    current = undefined;
  };
  const step = () => {
    if (current === undefined) return;
    try {
      const { done, value } = current.job.next(current.stopped);
      if (done !== true) {
        current.onProgress?.(value);
        return;
      }
      current.resolve(value as never);
      current = undefined;
    } catch (error) {
      leave(error as Error);
    }
  };
  return {
    asked,
    step,
    ask: (request, { onProgress } = {}) => {
      leave(new Superseded('another'));
      asked.push(request);
      const answer = new Promise<never>((resolve, reject) => {
        current = { job: jobOf(request), onProgress, resolve, reject, stopped: false };
      });
      const mine = current;
      return {
        answer,
        stop: () => {
          if (mine !== undefined) mine.stopped = true;
        },
      };
    },
    end: () => leave(new Superseded('nobody')),
    finish: async () => {
      while (current !== undefined) step();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}
