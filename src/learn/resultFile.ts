/** The file in which a student hands in results. */
import { isRecord, readJson } from '#report/jsonText.ts';
import { encodeSet, type LearnSet, plainLine } from './learnSet.ts';
import type { Progress, Score } from './progress.ts';
import { readProgress, scoreOf } from './progress.ts';

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

/** What a file holds, as a row; or one sentence on why it cannot be read. */
export function readResult({ file, text }: ReadFile): ResultRow | string {
  const called = `"${plainLine(file, 60)}"`;
  if (text.length > MOST_CHARACTERS) return `${called} is too long to be a result file.`;
  const content = readJson(text);
  if (content === undefined) return `${called} is no result file, or only a part of one: it is not whole JSON.`;
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
