/** What a check found, as JSON for scripts. */
import { boundWords } from '#check/boundWords.ts';
import type { PropertyReport } from '#check/checkReport.ts';
import { fieldPropertyId } from '#check/checkReport.ts';
import type { AskedProperty } from './checkRequest.ts';
import type { Answer } from './checkSearch.ts';

/** The fields that are promised come first. */
export function answerJson({ check, report, seconds, stopped }: Answer) {
  const { variant } = check;
  const { states, transitions, depth, ends, stuck, termination, broken, octets } = report;
  const reports = new Map(report.properties.map((each) => [each.id, each]));
  return {
    variant,
    states,
    transitions,
    depth,
    seconds,
    properties: check.properties.map((property) => propertyJson(property, reports)),
    bound: boundWords(variant),
    stopped: stopped ?? null,
    ends,
    stuck: stuck ?? null,
    termination,
    broken: broken ?? null,
    octets,
  };
}

function propertyJson(property: AskedProperty, reports: ReadonlyMap<string, PropertyReport>) {
  const { id, title, onPurpose, perField } = property;
  const { verdict, cameUp, count, run } = reportOf(reports, id);
  const fields = perField?.flatMap(({ field }) => {
    const ofField = reportOf(reports, fieldPropertyId(id, field.id));
    return ofField.verdict === 'fails' ? [{ field: field.id, ...runJson(ofField.run) }] : [];
  });
  return {
    id,
    verdict,
    ...runJson(run),
    cameUp,
    count,
    title,
    onPurpose: onPurpose ?? null,
    ...(fields === undefined ? {} : { fields }),
  };
}

/** Null where there is no run to show: of `always` and `atRest` where they do not fail, of `sometimes` where it does. */
function runJson(run: readonly string[] | undefined) {
  return { length: run?.length ?? null, events: run ?? null };
}

function reportOf(reports: ReadonlyMap<string, PropertyReport>, id: string): PropertyReport {
  const report = reports.get(id);
  if (report === undefined) throw new Error(`the search did not watch ${id}`);
  return report;
}
