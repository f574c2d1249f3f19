/** Comments as JSON: how they travel, and how they are kept. Whatever comes in is read as far as it can be. */
import type { Comment, CommentPlace, CommentSet } from './comments.ts';
import { commentStatuses } from './comments.ts';
import { mendedCut } from './commentsCut.ts';
import { isRecord, readJson } from './jsonText.ts';

/** What the file says that it is. */
const format = 'lifetime-zero-comments';
const version = 1;
/** Of a file; more is no review. */
const MOST_COMMENTS = 2_000;
const MOST_CHARACTERS = 10_000;
const MOST_EVENTS = 10_000;
const UNKNOWN_PLACE = 'no known place';

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

/** Any text will do; of one that was cut, what stands whole in it is read. */
export function readComments(text: string): ReadComments {
  const whole = readJson(text);
  if (whole !== undefined) return readCommentSet(whole);
  const mended = mendedCut(text);
  const rest = readCommentSet(mended === undefined ? undefined : readJson(mended));
  if (!rest.ok) return { ok: false, error: text.trim() === '' ? 'it is empty' : 'it is no JSON, or was cut' };
  return { ...rest, told: joined('The file was cut: what came after is missing.', rest.told) };
}

/** Any value will do; one without a list of comments is refused. */
export function readCommentSet(value: unknown): ReadComments {
  if (!isRecord(value) || (value.format !== undefined && value.format !== format) || !Array.isArray(value.comments)) {
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
  const lost = comments.filter(({ place }) => place.clause === UNKNOWN_PLACE).length;
  return { ok: true, value: { author, comments }, told: toldOf(left, lost, value.version) };
}

function toldOf(left: number, lost: number, given: unknown): string {
  return joined(
    typeof given === 'number' && given > version ? 'The file is of a later version: what is known of it was read.' : '',
    left > 0 ? `${left} of its comments could not be read.` : '',
    lost === 1 ? 'One of them is about a place that is not known here.' : '',
    lost > 1 ? `${lost} of them are about places that are not known here.` : '',
  );
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((each) => each !== '').join(' ');
}

function commentOf(value: unknown, at: number, ids: Set<string>): Comment | undefined {
  if (!isRecord(value)) return undefined;
  const comment = textOf(value.comment);
  if (comment === undefined) return undefined;
  const place = placeOf(value.place);
  const wanted = textOf(value.id) ?? '';
  const id = wanted === '' || ids.has(wanted) ? `read-${at}` : wanted;
  ids.add(id);
  const status = commentStatuses.find((each) => each === value.status) ?? 'open';
  return { id, place, comment, proposed: textOf(value.proposed) ?? '', status };
}

/** A place that is not known here, as of a later version, is its clause where it has one: the words are not lost for it. */
function placeOf(value: unknown): CommentPlace {
  if (!isRecord(value)) return { type: 'clause', clause: UNKNOWN_PLACE };
  const clause = textOf(value.clause) ?? UNKNOWN_PLACE;
  const { step, events } = value;
  const [title, scenario] = [textOf(value.title), textOf(value.scenario)];
  const isStep = value.type === 'step' && typeof step === 'number' && Number.isSafeInteger(step) && step > 0;
  const isRun =
    Array.isArray(events) && events.length <= MOST_EVENTS && events.every((each) => typeof each === 'string');
  if (!isStep || !isRun || title === undefined || scenario === undefined) return { type: 'clause', clause };
  return { type: 'step', clause, step, title, scenario, events };
}

/** Words of any length; what is longer than a comment may be is cut. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : undefined;
}
