/** Two readings side by side, as JSON for scripts. */
import type { AlignedRow, AlignedRuns } from '#check/alignRuns.ts';
import type { ComparedSide, ComparedVerdict, Comparison } from '#check/compareReadings.ts';
import type { Scenario } from '#detach/scenario.ts';

export interface Compared {
  readonly comparison: Comparison;
  /** The runs of a scenario, where one was asked for. */
  readonly aligned: { readonly scenario: Scenario; readonly runs: AlignedRuns } | undefined;
}

export function compareJson({ comparison, aligned }: Compared): string {
  const { a, b, parameters, properties, spaces } = comparison;
  const shape = {
    a: sideJson(a),
    b: sideJson(b),
    parameters,
    properties: properties.map(({ id, sentence, differs, ...of }) => ({
      id,
      differs,
      a: verdictJson(of.a),
      b: verdictJson(of.b),
      title: sentence,
    })),
    spaces: spaces === undefined ? null : { events: spaces.events, states: spaces.states, phases: phasesJson(spaces) },
    runs: aligned === undefined ? null : runsJson(aligned),
  };
  return `${JSON.stringify(shape, null, 2)}\n`;
}

function sideJson({ variant, states, transitions, depth, ends, finished, bound }: ComparedSide) {
  return { variant, states, transitions, depth, ends, finished, bound };
}

function verdictJson(of: ComparedVerdict | undefined) {
  if (of === undefined) return null;
  const { verdict, run, cameUp } = of;
  return { verdict, length: run?.length ?? null, events: run ?? null, cameUp };
}

/** For each combination of phases, by the ids of their fields, how many states of each reading are in it. */
function phasesJson({ phases }: NonNullable<Comparison['spaces']>) {
  return phases.map((each) => ({
    phases: Object.fromEntries(each.phases.map(({ field, value }) => [field, value])),
    a: each.a,
    b: each.b,
  }));
}

function runsJson({ scenario, runs }: NonNullable<Compared['aligned']>) {
  const { rows, firstDifference, skipped } = runs;
  return { scenario: scenario.name, firstDifference: firstDifference ?? null, rows: rows.map(rowJson), skipped };
}

/** Each side of a row is a list of steps, empty where the other reading alone has the row. */
function rowJson(row: AlignedRow) {
  switch (row.type) {
    case 'equal':
      return { type: row.type, a: row.a, b: row.b };
    case 'differs':
      return { type: row.type, a: [row.a], b: [row.b] };
    case 'only a':
      return { type: row.type, a: [row.a], b: [] };
    case 'only b':
      return { type: row.type, a: [], b: [row.b] };
    default:
      throw row satisfies never;
  }
}
