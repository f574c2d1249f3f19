/** The search of `lz check`: in slices, so that a person sees how far it is and can end it with what was found. */
import type { CheckReport } from '#check/checkReport.ts';
import { reportOf } from '#check/checkReport.ts';
import type { Progress, Search } from '#check/search.ts';
import type { Check, Questions } from './checkRequest.ts';
import { searchOf } from './checkRequest.ts';
import type { Streams } from './command.ts';
import { doWork } from './longWork.ts';

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
  const seconds = () => Math.round(performance.now() - began) / 1000;
  const search = searchOf(check, questions);
  const done = await doWork(searching(search), streams, (progress) => sayProgress(progress, seconds()));
  const report = reportOf(check.system, search);
  // Once all states were seen, what a person cuts off is only the look whether every run ends.
  const cut = done === undefined && !search.progress().allSeen;
  return { check, report, seconds: seconds(), stopped: cut ? 'interrupted' : report.stopped };
}

function* searching(search: Search): Generator<Progress, 'done'> {
  while (!search.advance(SLICE)) yield search.progress();
  return 'done';
}

function sayProgress({ states, transitions, depth }: Progress, seconds: number): string {
  const [some, more] = [states, transitions].map((count) => count.toLocaleString('en'));
  return `${some} states, ${more} transitions, depth ${depth}, ${seconds.toFixed(0)} s`;
}

/** Whether a property fails that the reading has not replaced by another, or a run never ends or gets stuck. */
export function isBad({ check, report }: Answer): boolean {
  if (report.broken !== undefined || report.termination.type === 'cycle' || report.stuck !== undefined) return true;
  return check.properties.some(
    ({ id, excused }) =>
      excused === undefined && report.properties.some((each) => each.id === id && each.verdict === 'fails'),
  );
}
