/** The comments of the page, as the browser keeps them. */
import { saveText } from '#shell/download.ts';
import { readStored, store } from '#shell/storage.ts';
import type { CommentStore } from './comments.ts';
import { commentFile, createCommentStore } from './comments.ts';

const key = 'lifetime-zero.comments.1';

let opened: CommentStore | undefined;

/** The same ones however often they are asked for. */
export function openComments(): CommentStore {
  opened ??= createCommentStore({
    read: () => {
      const stored = readStored(key);
      // What is no JSON is no comment either, and is said to be unreadable.
      return stored.ok ? stored.value : null;
    },
    write: (value) => store(key, value),
  });
  return opened;
}

/** One's own comments as a file for the person to keep. */
export function saveComments(comments: CommentStore): void {
  saveText('comments.json', commentFile(comments.getState()), 'application/json');
}
