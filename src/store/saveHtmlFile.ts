/** The run in view as one HTML file, with the app around it. */
import { pageWith } from '#report/htmlPage.ts';
import { saveText } from '#shell/download.ts';
import { emptyHtmlFile } from '#shell/htmlFile.ts';
import { commentsAlong } from './comments.ts';
import { linkOf } from './linkOf.ts';
import { openComments } from './openComments.ts';
import type { WalkState } from './walkState.ts';

/** Hands the file to the browser, and says in a sentence what came of it. */
export async function saveWalkAsHtml(state: WalkState): Promise<string> {
  const name = `${state.scenario.name}.html`;
  try {
    // Comments go along; a person's own copy of the text never does.
    const along = { run: linkOf(state), comments: commentsAlong(openComments().getState()) };
    saveText(name, pageWith(await emptyHtmlFile(), along), 'text/html');
    return `${name} is saved: it opens in any browser, without a network, at this step.`;
  } catch (error) {
    return `The file could not be made: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
