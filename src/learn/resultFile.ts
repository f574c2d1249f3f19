/** The file in which a student hands in results, and the table that a teacher makes of many. */
import { encodeSet, type LearnSet, plainLine } from './learnSet.ts';
import type { Progress, Score } from './progress.ts';
import { isRecord, readProgress, scoreOf } from './progress.ts';

const format = 'lifetime-zero.result';
const version = 1;
/** A file longer than this is no result. */
const MOST_CHARACTERS = 2_000_000;

export interface ReadFile {
  /** The name of the file. */
  readonly file: string;
  readonly text: string;
}

export interface ResultRow extends Score {
  readonly file: string;
  /** What the student is called; any text. */
  readonly name: string;
  /** The set that was worked on; empty where there was none. */
  readonly set: string;
}

export interface ResultTable {
  readonly rows: readonly ResultRow[];
  /** One sentence for each file that could not be read. */
  readonly refused: readonly string[];
}

/** The text of a result file. */
export function writeResult(name: string, set: LearnSet | undefined, progress: Progress): string {
  const result = {
    format,
    version,
    name: plainLine(name),
    ...(set === undefined ? {} : { setTitle: set.title, set: encodeSet(set) }),
    progress,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** One row a file, by name; a file that cannot be read gives a sentence, and the others are still shown. */
export function resultTable(files: readonly ReadFile[]): ResultTable {
  const read = files.map(readResult);
  return {
    rows: read
      .flatMap((each) => (typeof each === 'string' ? [] : [each]))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    refused: read.filter((each) => typeof each === 'string'),
  };
}

/** The table as text with tabs, as a spreadsheet takes it; a text that a spreadsheet would take for a formula is quoted. */
export function tableText({ rows }: ResultTable): string {
  const head = ['Name', 'Set', 'Lessons', 'Right at once', 'Questions', 'Challenges', 'File'];
  const lines = rows.map((row) => [
    spreadsheetText(row.name),
    spreadsheetText(row.set),
    row.lessonsDone,
    row.answersRight,
    row.answers,
    row.challenges,
    spreadsheetText(row.file),
  ]);
  return [head, ...lines].map((line) => `${line.join('\t')}\n`).join('');
}

function readResult({ file, text }: ReadFile): ResultRow | string {
  const called = `"${plainLine(file, 60)}"`;
  if (text.length > MOST_CHARACTERS) return `${called} is too long to be a result file.`;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return `${called} is no result file, or only a part of one: it is not whole JSON.`;
  }
  if (!isRecord(content) || content.format !== format) return `${called} is not a result file of this app.`;
  if (typeof content.version !== 'number' || content.version > version) {
    return `${called} was written by a later version of this app: open it there.`;
  }
  const progress = readProgress(content.progress);
  if (progress === undefined) return `${called} holds no results: that part of it is missing.`;
  const name = typeof content.name === 'string' ? plainLine(content.name) : '';
  const set = typeof content.setTitle === 'string' ? plainLine(content.setTitle) : '';
  return { file: plainLine(file, 60), name: name === '' ? 'without a name' : name, set, ...scoreOf(progress) };
}

function spreadsheetText(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}
