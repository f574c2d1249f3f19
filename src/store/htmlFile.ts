/** The run in view as one HTML file with the app around it; and the run of such a file when it is opened. */
import { readHtmlFile, saveHtmlFile } from '#shell/htmlFile.ts';
import { linkOf } from './linkOf.ts';
import type { LinkNames } from './linkText.ts';
import type { WalkState } from './walkStore.ts';

/** Hands the file to the browser, and says in a sentence what came of it. */
export async function saveWalkAsHtml(state: WalkState): Promise<string> {
  const name = `${state.scenario.name}.html`;
  try {
    await saveHtmlFile(name, { run: linkOf(state) });
    return `${name} is saved: it opens in any browser, without a network, at this step.`;
  } catch (error) {
    return `The file could not be made: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** What the file that this page is has in it; nothing where the page is none, and a sentence where it cannot be read. */
export function readWalkOfHtml(): { readonly wanted: LinkNames; readonly error?: string } {
  const read = readHtmlFile();
  if (!read.ok) return { wanted: {}, error: read.error };
  const run = isRecord(read.value) ? read.value.run : undefined;
  if (!isRecord(run)) return { wanted: {} };
  return { wanted: Object.fromEntries(Object.entries(run).map(([name, value]) => [name, String(value)])) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
