/** Runs a search of the terminal: in slices, so that a person sees how far it is and can end it with what was found. */
import { setImmediate } from 'node:timers/promises';
import type { CheckReport } from '#check/checkReport.ts';
import { reportOf } from '#check/checkReport.ts';
import type { Search } from '#check/search.ts';
import type { Check, Questions } from './checkRequest.ts';
import { searchOf } from './checkRequest.ts';
import type { Streams } from './command.ts';

/** States looked at between two looks at the terminal. */
const SLICE = 200_000;

export interface Answer {
  readonly check: Check;
  readonly report: CheckReport;
  readonly seconds: number;
  /** Why not all states were seen; undefined where they were. */
  readonly stopped: CheckReport['stopped'] | 'interrupted';
}

export async function runSearch(check: Check, questions: Questions, streams?: Streams): Promise<Answer> {
  const began = performance.now();
  const search = searchOf(check, questions);
  const seconds = () => Math.round(performance.now() - began) / 1000;
  let interrupted = false;
  const listenNoMore = streams?.onInterrupt?.(() => {
    interrupted = true;
  });
  let done = search.advance(SLICE);
  while (!done && !interrupted) {
    streams?.say?.(sayProgress(search, seconds()));
    // The loop of events is where Ctrl-C is heard.
    await setImmediate();
    done = search.advance(SLICE);
  }
  listenNoMore?.();
  streams?.say?.('');
  const report = reportOf(check.system, search);
  return { check, report, seconds: seconds(), stopped: done ? report.stopped : 'interrupted' };
}

function sayProgress(search: Search, seconds: number): string {
  const { states, transitions, depth } = search.progress();
  const [some, more] = [states, transitions].map((count) => count.toLocaleString('en'));
  return `${some} states, ${more} transitions, depth ${depth}, ${seconds.toFixed(0)} s (Ctrl-C ends it)`;
}

/** Whether a property fails, and not because the reading departs from it on purpose; or a run that never ends. */
export function isBad({ check, report }: Answer): boolean {
  if (report.broken !== undefined || report.termination.type === 'cycle') return true;
  return check.properties.some(
    ({ id, onPurpose }) =>
      onPurpose === undefined && report.properties.some((each) => each.id === id && each.verdict === 'fails'),
  );
}
