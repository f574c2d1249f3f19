/** Where a browser keeps comments, and how they are read back. */
import type { CommentSet } from '#report/comments.ts';
import { readCommentSet } from '#report/commentsFile.ts';
import { isRecord } from '#report/jsonText.ts';
import type { Sets } from './commentActs.ts';

/** Where comments are kept. */
export interface CommentKeeper {
  read(): unknown;
  /** False where the browser cannot keep them. */
  write(value: unknown): boolean;
}

/** What was kept, as far as it can be read. */
export function readSets(stored: unknown): Sets & { readonly told: string } {
  const empty: CommentSet = { author: '', comments: [] };
  if (stored === undefined) return { mine: empty, others: [], told: '' };
  const { mine, others } = isRecord(stored) ? stored : {};
  const own = readCommentSet(mine);
  const foreign = (Array.isArray(others) ? others : []).map(readCommentSet);
  const faults = [own, ...foreign].some((each) => !each.ok || each.told !== '');
  return {
    mine: own.ok ? own.value : empty,
    others: foreign.flatMap((each) => (each.ok ? [each.value] : [])),
    told: faults ? 'Some of the comments that this browser has kept cannot be read.' : '',
  };
}
