/** The app as one HTML file: saving it with a run in it, and that run again where the page is such a file. */
import { ID_OF_RUN, pageWith } from '#report/htmlPage.ts';
import { saveText } from './download.ts';

/** This page as it was read, before the app took its place in it: from disk no page may read itself again. */
let ownPage: string | undefined;

/** Whether this page is such a file: then nothing may be fetched, and its address is dead for others. */
export function isHtmlFile(): boolean {
  return document.getElementById(ID_OF_RUN) !== null;
}

/**
 * What was taken along, `undefined` where this page is no such file; to be called before anything is drawn. A file that was
 * cut or changed on its way comes back as a sentence.
 */
export function readHtmlFile():
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string } {
  const text = document.getElementById(ID_OF_RUN)?.textContent;
  if (text === undefined || text === null) return { ok: true, value: undefined };
  ownPage ??= `<!doctype html>\n${document.documentElement.outerHTML}`;
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, error: 'The run in this file cannot be read: the file was changed on its way.' };
  }
}

/** Saves the app as one file with this in it. @throws {Error} if the server does not hand out the page for it. */
export async function saveHtmlFile(name: string, along: unknown): Promise<void> {
  saveText(name, pageWith(ownPage ?? (await fetchedPage()), along), 'text/html');
}

async function fetchedPage(): Promise<string> {
  const answer = await fetch('./one.html');
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
  return answer.text();
}
