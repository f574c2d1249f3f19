/** The run in view as one HTML file with the app around it; and the run of such a file when it is opened. */
import { scenarioVariant } from '#detach/scenario.ts';
import { differences } from '#detach/variant.ts';
import { writePatches } from '#session/patch.ts';
import { readHtmlFile, saveHtmlFile } from '#shell/htmlFile.ts';
import { patchesOf } from './patches.ts';
import type { WalkState } from './walkStore.ts';

/** Names and values, as in an address. */
type Wanted = Readonly<Record<string, string>>;

/** Hands the file to the browser, and says in a sentence what came of it. */
export async function saveWalkAsHtml(state: WalkState): Promise<string> {
  const name = `${state.scenario.name}.html`;
  try {
    await saveHtmlFile(name, { run: wantedOf(state) });
    return `${name} is saved: it opens in any browser, without a network, at this step.`;
  } catch (error) {
    return `The file could not be made: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** What the file that this page is has in it; nothing where the page is none, and a sentence where it cannot be read. */
export function readWalkOfHtml(): { readonly wanted: Wanted; readonly error?: string } {
  const read = readHtmlFile();
  if (!read.ok) return { wanted: {}, error: read.error };
  const run = isRecord(read.value) ? read.value.run : undefined;
  if (!isRecord(run)) return { wanted: {} };
  return { wanted: Object.fromEntries(Object.entries(run).map(([name, value]) => [name, String(value)])) };
}

function wantedOf({ scenario, variant, options, run, patches }: WalkState): Wanted {
  const base = scenarioVariant(scenario);
  const set = differences(base, variant).map((name) => `${name}:${variant[name]}`);
  const session = Object.entries(options).map(([name, value]) => `${name}:${value}`);
  const changed = patchesOf(patches, run.trace);
  return {
    scenario: scenario.name,
    ...(set.length === 0 ? {} : { set: set.join(',') }),
    session: session.join(','),
    events: run.trace.steps.map(({ event }) => event.text).join(','),
    ...(changed.length === 0 ? {} : { patch: writePatches(changed) }),
    step: String(run.step),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
