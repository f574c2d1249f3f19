/** Opens a run from a file that a person chooses: a run file, or a picture with a run in it. */
import { scenarios } from '#detach/scenario.ts';
import { defaultVariant, differences } from '#detach/variant.ts';
import { readOpenedRun } from '#report/openedRun.ts';
import type { SavedRun } from '#report/runFile.ts';
import { sessionOptionNames } from '#session/options.ts';
import { writePatches } from '#session/patch.ts';
import { timingPairs } from '#session/timingText.ts';
import { openComments } from './openComments.ts';
import type { WalkStore } from './walkStore.ts';

/** Opens it, and says in a sentence what came of it; where it cannot be read, what was open stays as it was. */
export async function openRunFile(walk: WalkStore, file: Blob & { readonly name: string }): Promise<string> {
  let octets: Uint8Array;
  try {
    octets = new Uint8Array(await file.arrayBuffer());
  } catch {
    return `${file.name} cannot be read.`;
  }
  const run = readOpenedRun(octets);
  if (!run.ok) return `${file.name}: ${run.error} What was open is still open.`;
  const { drawer } = walk.getState();
  walk.getState().load(wantedOf(run.value));
  const { notice } = walk.getState();
  walk.getState().open(drawer);
  // They stand beside one's own, and say so there.
  if (run.value.comments !== undefined) openComments().getState().arrive(run.value.comments);
  return [`${file.name} is open.`, ...run.remarks, ...(notice === undefined ? [] : [notice])].join(' ');
}

/** The run as the names and values of an address. */
function wantedOf(saved: SavedRun): Readonly<Record<string, string>> {
  const { scenario, reading, options, timing, without, events, step, patches } = saved;
  const set = differences(defaultVariant, reading).map((name) => `${name}:${reading[name]}`);
  return {
    scenario: scenario ?? usualStart(),
    preset: 'as-tabled',
    ...(set.length === 0 ? {} : { set: set.join(',') }),
    session: sessionOptionNames.map((name) => `${name}:${options[name]}`).join(','),
    timing: timingPairs(timing)
      .map(([name, value]) => `${name}:${value}`)
      .join(','),
    ...(without === undefined ? {} : { without }),
    events: events.join(','),
    ...(patches.length === 0 ? {} : { patch: writePatches(patches) }),
    step: String(step),
  };
}

/** A run without a scenario begins where most scenarios do. */
function usualStart(): string {
  const scenario = scenarios.find(({ start }) => start === undefined);
  if (scenario === undefined) throw new Error('every scenario has a start of its own');
  return scenario.name;
}
