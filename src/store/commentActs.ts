/** What was done to comments: the state before and after, and the words in which undo and redo say what they do. */

import type { Comment, CommentSet } from '#report/comments.ts';
import { commentTable } from '#report/comments.ts';

export interface Sets {
  readonly mine: CommentSet;
  readonly others: readonly CommentSet[];
}

export interface ActWords {
  /** "deleting comment 3", behind Undo and Redo. */
  readonly what: string;
  /** One sentence when it is done, undone, done again. */
  readonly told: string;
  readonly undone: string;
  readonly redone: string;
}

export interface Act<Draft> extends ActWords {
  readonly before: Sets;
  readonly after: Sets;
  /** What was being written, and was given up by it. */
  readonly draft: Draft | undefined;
}

/** So many acts can be undone. */
const MOST_PAST = 100;

export function withAct<Draft>(past: readonly Act<Draft>[], act: Act<Draft>): readonly Act<Draft>[] {
  return [...past, act].slice(-MOST_PAST);
}

/** One's own comment as the table numbers it: "comment 3". */
function named({ mine, others }: Sets, id: string): string {
  const row = commentTable([mine, ...others], []).find((each) => each.set === 0 && each.id === id);
  return `comment ${row?.number ?? ''}`;
}

export function wordsOfAdding(after: Sets, id: string): ActWords {
  const comment = named(after, id);
  return {
    what: `adding ${comment}`,
    told: `${capital(comment)} is added.`,
    undone: `${capital(comment)} is taken out again.`,
    redone: `${capital(comment)} is there again.`,
  };
}

export function wordsOfDeleting(before: Sets, id: string): ActWords {
  const comment = named(before, id);
  return {
    what: `deleting ${comment}`,
    told: `${capital(comment)} is deleted.`,
    undone: `${capital(comment)} is back.`,
    redone: `${capital(comment)} is deleted again.`,
  };
}

export function wordsOfChanging(before: Sets, id: string, from: Comment, to: Comment): ActWords {
  const comment = named(before, id);
  if (from.comment === to.comment && from.proposed === to.proposed && from.status !== to.status) {
    return {
      what: `making ${comment} ${to.status}`,
      told: `${capital(comment)} is ${to.status} now.`,
      undone: `${capital(comment)} is ${from.status} again.`,
      redone: `${capital(comment)} is ${to.status} again.`,
    };
  }
  return {
    what: `changing ${comment}`,
    told: `${capital(comment)} is changed.`,
    undone: `${capital(comment)} is as it was before.`,
    redone: `${capital(comment)} is changed again.`,
  };
}

export function wordsOfLeaving(): ActWords {
  return {
    what: 'giving up the draft',
    told: 'The draft is given up.',
    undone: 'The draft is back.',
    redone: 'The draft is given up again.',
  };
}

/** `told` says what was read of the file. */
export function wordsOfReading(author: string, isAgain: boolean, told: string): ActWords {
  return {
    what: `reading the comments of ${author}`,
    told,
    undone: isAgain
      ? `The comments of ${author} are those of the file before.`
      : `The comments of ${author} are taken away again.`,
    redone: `The comments of ${author} are read again.`,
  };
}

export function wordsOfTakingAway(author: string): ActWords {
  return {
    what: `taking away the comments of ${author}`,
    told: `The comments of ${author} are taken away.`,
    undone: `The comments of ${author} are back.`,
    redone: `The comments of ${author} are taken away again.`,
  };
}

export function wordsOfTakingOver(author: string): ActWords {
  return {
    what: `making the comments of ${author} yours`,
    told: `The comments of ${author} are among yours now.`,
    undone: `The comments of ${author} stand beside yours again.`,
    redone: `The comments of ${author} are among yours again.`,
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
