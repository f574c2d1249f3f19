/** Comments as JSON: how they travel, and how they are kept. Whatever comes in is read as far as it can be. */
import type { Comment, CommentPlace, CommentSet } from './comments.ts';
import { commentStatuses } from './comments.ts';

/** What the file says that it is. */
const format = 'lifetime-zero-comments';
const version = 1;
/** Of a file; more is no review. */
const MOST_COMMENTS = 2_000;
const MOST_CHARACTERS = 10_000;
const MOST_EVENTS = 10_000;

export type ReadComments =
  | {
      readonly ok: true;
      readonly value: CommentSet;
      /** One sentence on what was left out; empty where nothing was. */
      readonly told: string;
    }
  /** One sentence. */
  | { readonly ok: false; readonly error: string };

/** The text of a file. */
export function writeComments(set: CommentSet): string {
  return `${JSON.stringify({ format, version, ...set }, null, 2)}\n`;
}

/** Any text will do. */
export function readComments(text: string): ReadComments {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch {
    return { ok: false, error: text.trim() === '' ? 'it is empty' : 'it is no JSON, or was cut' };
  }
  return readCommentSet(value);
}

/** Any value will do; one without a list of comments is refused. */
export function readCommentSet(value: unknown): ReadComments {
  if (!isObject(value) || (value.format !== undefined && value.format !== format) || !Array.isArray(value.comments)) {
    return { ok: false, error: 'it holds no comments' };
  }
  const given = value.comments.slice(0, MOST_COMMENTS);
  const ids = new Set<string>();
  const comments = given.flatMap((each: unknown, at) => {
    const comment = commentOf(each, at, ids);
    return comment === undefined ? [] : [comment];
  });
  const left = value.comments.length - comments.length;
  if (comments.length === 0 && left > 0) return { ok: false, error: 'none of its comments can be read' };
  const author = textOf(value.author)?.slice(0, 200) ?? '';
  return { ok: true, value: { author, comments }, told: toldOf(left, value.version) };
}

function toldOf(left: number, given: unknown): string {
  const later = typeof given === 'number' && given > version ? 'The file is of a later version. ' : '';
  if (left > 0) return `${later}${left} of its comments could not be read.`;
  return later === '' ? '' : `${later}What is known of it was read.`;
}

function commentOf(value: unknown, at: number, ids: Set<string>): Comment | undefined {
  if (!isObject(value)) return undefined;
  const place = placeOf(value.place);
  const comment = textOf(value.comment);
  if (place === undefined || comment === undefined) return undefined;
  const wanted = textOf(value.id) ?? '';
  const id = wanted === '' || ids.has(wanted) ? `read-${at}` : wanted;
  ids.add(id);
  const status = commentStatuses.find((each) => each === value.status) ?? 'open';
  return { id, place, comment, proposed: textOf(value.proposed) ?? '', status };
}

function placeOf(value: unknown): CommentPlace | undefined {
  if (!isObject(value)) return undefined;
  const clause = textOf(value.clause);
  if (clause === undefined) return undefined;
  if (value.type === 'clause') return { type: 'clause', clause };
  const { step, events } = value;
  const [title, scenario] = [textOf(value.title), textOf(value.scenario)];
  const isStep = value.type === 'step' && typeof step === 'number' && Number.isSafeInteger(step) && step > 0;
  if (!isStep || title === undefined || scenario === undefined) return undefined;
  if (!Array.isArray(events) || events.length > MOST_EVENTS) return undefined;
  if (!events.every((each) => typeof each === 'string')) return undefined;
  return { type: 'step', clause, step, title, scenario, events };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= MOST_CHARACTERS ? value : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
