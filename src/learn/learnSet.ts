/**
 * A set that a teacher makes: which lessons, how many questions by which seed, which challenges. It travels as one word in an address:
 * `actors+loss;q5.17;crossing+cut-off;Monday%20group`, that is lessons, number of questions and seed, challenges, title.
 */
import { findChallenge } from './challenges.ts';
import { findLesson } from './lessons.ts';

export interface LearnSet {
  /** What the teacher calls it; any text. */
  readonly title: string;
  /** Names of lessons, in order. */
  readonly lessons: readonly string[];
  /** How many questions are asked about the runs of these lessons. */
  readonly questions: number;
  readonly seed: number;
  readonly challenges: readonly string[];
}

export const mostQuestions = 50;
const MOST_TITLE = 80;

export type ReadSet =
  /** `left` names what this version does not know: the rest is taken. */
  | { readonly ok: true; readonly set: LearnSet; readonly left: readonly string[] }
  | { readonly ok: false; readonly error: string };

/** The set as the value of `set-of` in an address; the address encodes it once more where it must. */
export function encodeSet({ title, lessons, questions, seed, challenges }: LearnSet): string {
  return [lessons.join('+'), `q${questions}.${seed}`, challenges.join('+'), encodeURIComponent(title)].join(';');
}

/** Reads the value of `set-of`. Blanks count as plus signs, since an address may have turned one into the other. */
export function decodeSet(text: string): ReadSet {
  const [lessonNames = '', numbers = '', challengeNames = '', title = '', ...more] = text.split(';');
  const [, questions, seed] = /^q(\d{1,3})\.(\d{1,10})$/.exec(numbers) ?? [];
  if (questions === undefined || seed === undefined || more.length > 0) {
    return {
      ok: false,
      error: 'The set of lessons in the address is cut off or of another version: open the link again.',
    };
  }
  const lessons = names(lessonNames);
  const challenges = names(challengeNames);
  const left = [
    ...lessons.filter((name) => findLesson(name) === undefined),
    ...challenges.filter((name) => findChallenge(name) === undefined),
  ];
  const set = {
    title: readTitle(title),
    lessons: lessons.filter((name) => !left.includes(name)),
    questions: Math.min(Number(questions), mostQuestions),
    seed: Number(seed),
    challenges: challenges.filter((name) => !left.includes(name)),
  };
  if (set.lessons.length === 0 && set.challenges.length === 0) {
    return { ok: false, error: 'The set of lessons in the address has no lesson and no challenge that exists here.' };
  }
  return { ok: true, set, left };
}

/** A title or name of any origin, on one line and short. */
export function plainLine(text: string, most: number = MOST_TITLE): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, most);
}

function names(text: string): readonly string[] {
  return [...new Set(text.split(/[+ ]/).filter((name) => name !== ''))];
}

function readTitle(text: string): string {
  try {
    return plainLine(decodeURIComponent(text));
  } catch {
    return plainLine(text);
  }
}
