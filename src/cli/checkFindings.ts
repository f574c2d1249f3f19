/** What a check found as findings to take away, each with the smallest change of the reading that repairs it. */
import { findingsOf, withRepairs } from '#check/findings.ts';
import { findingsJson, findingsMarkdown } from '#check/findingsText.ts';
import { findRepairs } from '#check/repair.ts';
import { isBuiltIn } from './checkRequest.ts';
import type { Answer } from './checkSearch.ts';
import type { Streams } from './command.ts';
import { doWork } from './longWork.ts';

/** In spaces with more states no repair is looked for: some hundred readings would have to be checked. */
export const mostForRepair = 20_000;

export const findingsWriters = { json: findingsJson, markdown: findingsMarkdown } as const;
export type FindingsFormat = keyof typeof findingsWriters;

export async function findingsText(answer: Answer, format: FindingsFormat, streams?: Streams): Promise<string> {
  const { check, report } = answer;
  const properties = check.properties.filter(isBuiltIn);
  const findings = findingsOf(check.variant, report, { properties });
  const write = findingsWriters[format];
  if (!findings.finished || report.states > mostForRepair) return write(findings);
  const ids = new Set(properties.map(({ id }) => id));
  const ofBuiltIn = { ...report, properties: report.properties.filter(({ id }) => ids.has(id)) };
  const repairs = await doWork(findRepairs(check.variant, { report: ofBuiltIn }), streams, sayProgress);
  return write(repairs === undefined ? findings : withRepairs(findings, repairs));
}

function sayProgress({ done, of }: { readonly done: number; readonly of: number }): string {
  return `looking for repairs: ${done} of at most ${of} readings tried`;
}
