/** The table that a teacher makes of many result files: in an order, with a total, and as text for a spreadsheet. */
import type { Score } from './progress.ts';
import type { ReadFile, ResultRow } from './resultFile.ts';
import { readResult } from './resultFile.ts';

export interface ResultTable {
  readonly rows: readonly ResultRow[];
  /** One sentence for each file that could not be read. */
  readonly refused: readonly string[];
}

/** What the rows stand in the order of: words forwards, numbers from the largest. */
export type ResultOrder = 'name' | 'set' | 'lessonsDone' | 'answersRight' | 'challenges';

// By the alphabet, not by code: small and large letters together, "2" before "10", accents where a reader looks for them.
const { compare } = new Intl.Collator('en', { numeric: true });

/** One row a file, by name; a file that cannot be read gives a sentence, and the others are still shown. */
export function resultTable(files: readonly ReadFile[]): ResultTable {
  const read = files.map(readResult);
  return {
    rows: sortedRows(
      read.flatMap((each) => (typeof each === 'string' ? [] : [each])),
      'name',
    ),
    refused: read.filter((each) => typeof each === 'string'),
  };
}

/** Where that is alike, by name. */
export function sortedRows(rows: readonly ResultRow[], order: ResultOrder): readonly ResultRow[] {
  const byName = (a: ResultRow, b: ResultRow) => compare(a.name, b.name) || compare(a.file, b.file);
  if (order === 'name') return rows.toSorted(byName);
  if (order === 'set') return rows.toSorted((a, b) => compare(a.set, b.set) || byName(a, b));
  return rows.toSorted((a, b) => b[order] - a[order] || byName(a, b));
}

export function totalOf(rows: readonly ResultRow[]): Score {
  const sum = (key: keyof Score) => rows.reduce((total, row) => total + row[key], 0);
  return {
    lessonsDone: sum('lessonsDone'),
    answersRight: sum('answersRight'),
    answers: sum('answers'),
    challenges: sum('challenges'),
  };
}

/** The table with tabs between its columns, as a spreadsheet takes it from the clipboard. */
export function tabSeparated(rows: readonly ResultRow[]): string {
  return lines(rows)
    .map((line) => `${line.join('\t')}\n`)
    .join('');
}

/** The table as a CSV file (RFC 4180); the mark at its start tells spreadsheets that it is UTF-8. */
export function commaSeparated(rows: readonly ResultRow[]): string {
  const cell = (value: string | number) => (typeof value === 'number' ? value : `"${value.replaceAll('"', '""')}"`);
  return `\ufeff${lines(rows)
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('')}`;
}

function lines(rows: readonly ResultRow[]): readonly (readonly (string | number)[])[] {
  const head = ['Name', 'Set', 'Lessons done', 'Right at once', 'Questions answered', 'Challenges solved', 'File'];
  const numbers = ({ lessonsDone, answersRight, answers, challenges }: Score) => [
    lessonsDone,
    answersRight,
    answers,
    challenges,
  ];
  return [
    head,
    ...rows.map((row) => [plainText(row.name), plainText(row.set), ...numbers(row), plainText(row.file)]),
    ['Total', '', ...numbers(totalOf(rows)), ''],
  ];
}

/** A text that a spreadsheet would take for a formula has an apostrophe before it: so it stays a text. */
function plainText(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;
}
