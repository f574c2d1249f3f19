/** The run in view as one HTML file, with the app around it. */
import { pageWith } from '#report/htmlPage.ts';
import { saveText } from '#shell/download.ts';
import { emptyHtmlFile } from '#shell/htmlFile.ts';
import { linkOf } from './linkOf.ts';
import type { WalkState } from './walkStore.ts';

/** Hands the file to the browser, and says in a sentence what came of it. */
export async function saveWalkAsHtml(state: WalkState): Promise<string> {
  const name = `${state.scenario.name}.html`;
  try {
    saveText(name, pageWith(await emptyHtmlFile(), { run: linkOf(state) }), 'text/html');
    return `${name} is saved: it opens in any browser, without a network, at this step.`;
  } catch (error) {
    return `The file could not be made: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
