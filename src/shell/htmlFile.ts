/** Whether this page is the app as one HTML file, and what was taken along in it. */
import { ID_OF_RUN } from '#report/htmlPage.ts';

/** This page as it was read, before the app took its place in it: from disk no page may read itself again. */
let ownPage: string | undefined;

type ReadFile = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** Whether this page is such a file: then nothing may be fetched, and its address is dead for others. */
export function isHtmlFile(): boolean {
  return document.getElementById(ID_OF_RUN) !== null;
}

/**
 * What was taken along, `undefined` where this page is no such file; to be called before anything is drawn. A file that was
 * cut or changed on its way comes back as a sentence.
 */
export function readHtmlFile(): ReadFile {
  const text = document.getElementById(ID_OF_RUN)?.textContent;
  if (text === undefined || text === null) return { ok: true, value: undefined };
  ownPage ??= `<!doctype html>\n${document.documentElement.outerHTML}`;
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, error: 'The run in this file cannot be read: the file was changed on its way.' };
  }
}

/** The page for one file: this one as it was read, or else the server's. @throws {Error} if the server does not hand it out. */
export async function emptyHtmlFile(): Promise<string> {
  if (ownPage !== undefined) return ownPage;
  const answer = await fetch('./one.html');
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
  return answer.text();
}
