/** The run that the page has in it, where the page is the app as one HTML file. */
import { isRecord } from '#report/jsonText.ts';
import { readHtmlFile } from '#shell/htmlFile.ts';
import type { LinkNames } from './linkText.ts';

/** Names and values as of a link; none where the page is no such file, and a sentence where they cannot be read. */
export function readWalkOfHtml(): { readonly wanted: LinkNames; readonly error?: string } {
  const read = readHtmlFile();
  if (!read.ok) return { wanted: {}, error: read.error };
  const run = isRecord(read.value) ? read.value.run : undefined;
  if (!isRecord(run)) return { wanted: {} };
  return { wanted: Object.fromEntries(Object.entries(run).map(([name, value]) => [name, String(value)])) };
}
