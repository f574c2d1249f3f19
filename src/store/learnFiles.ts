/** What leaves the Learn drawer as a file or a link, and what comes in. */
import type { LearnSet } from '#learn/learnSet.ts';
import { encodeSet } from '#learn/learnSet.ts';
import type { ReadFile, ResultRow } from '#learn/resultFile.ts';
import { writeResult } from '#learn/resultFile.ts';
import { commaSeparated, tabSeparated } from '#learn/resultTable.ts';
import { pageAddress } from '#shell/address.ts';
import { copyText } from '#shell/clipboard.ts';
import { saveText } from '#shell/download.ts';
import type { LearnState } from './learnStore.ts';
import { writeLink } from './linkPacked.ts';
import { deadFor } from './publicAddress.ts';

/** The result file of the student, for the teacher. */
export function saveResult({ name, set, progress }: LearnState): void {
  saveText(`lifetime-zero-result${fileWord(name)}.json`, writeResult(name, set, progress), 'application/json');
}

/** The table of a teacher as a file that a spreadsheet opens. */
export function saveTable(rows: readonly ResultRow[]): void {
  saveText('lifetime-zero-results.csv', commaSeparated(rows), 'text/csv');
}

/** The table of a teacher for the clipboard; false where the browser gives none. */
export function copyTable(rows: readonly ResultRow[]): Promise<boolean> {
  return copyText(tabSeparated(rows));
}

/** The texts of files, as the browser gives them; one that cannot be read comes as an empty text, and is refused as such. */
export async function readFiles(files: Iterable<File>): Promise<readonly ReadFile[]> {
  return Promise.all([...files].map(async (file) => ({ file: file.name, text: await file.text().catch(() => '') })));
}

/** The link to a set, at the public address where there is one; `dead` says why others cannot open it. */
export function setLink(set: LearnSet, publicAddress: string): { readonly address: string; readonly dead?: string } {
  const page = (publicAddress === '' ? pageAddress() : publicAddress).replace(/#.*/s, '');
  const address = `${page}#${writeLink({ open: 'learn', 'set-of': encodeSet(set) })}`;
  const dead = deadFor(page);
  return dead === undefined ? { address } : { address, dead };
}

/** "-ada-lovelace": what of a name any system takes in a file name. */
function fileWord(name: string): string {
  const word = name
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return word === '' ? '' : `-${word.slice(0, 40)}`;
}
