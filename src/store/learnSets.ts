/** Sets of lessons beside the walk: the one that a teacher is making, and the one that a link has brought. */
import type { LearnSet } from '#learn/learnSet.ts';
import { decodeSet } from '#learn/learnSet.ts';
import { lessons } from '#learn/lessons.ts';

/** A set in the making, as it was written. */
export interface SetDraft extends Pick<LearnSet, 'title' | 'lessons' | 'challenges'> {
  readonly questions: string;
  readonly seed: string;
}

interface ReadSetOf {
  readonly set: LearnSet | undefined;
  readonly notice: string | undefined;
}

/** A new set asks ten questions about all lessons. */
export const newDraft: SetDraft = {
  title: '',
  lessons: lessons.map(({ name }) => name),
  challenges: [],
  questions: '10',
  seed: '1',
};

export function named({ title }: LearnSet): string {
  return title === '' ? 'without a title' : `"${title}"`;
}

/** The set that a link wrote, and one sentence on what of it is not here. */
export function readSet(text: string | undefined): ReadSetOf {
  if (text === undefined) return { set: undefined, notice: undefined };
  const read = decodeSet(text);
  if (!read.ok) return { set: undefined, notice: read.error };
  const { set, left } = read;
  const notice = left.length === 0 ? undefined : `The set names what is not here: ${left.slice(0, 5).join(', ')}.`;
  return { set, notice };
}
