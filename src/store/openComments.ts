/** The comments of the page, as the browser keeps them. */
import { isRecord } from '#report/jsonText.ts';
import { saveText } from '#shell/download.ts';
import { readHtmlFile } from '#shell/htmlFile.ts';
import type { Stored } from '#shell/storage.ts';
import { onStoredElsewhere, readStored, store } from '#shell/storage.ts';
import type { CommentStore } from './comments.ts';
import { commentFile, createCommentStore } from './comments.ts';

const key = 'lifetime-zero.comments.1';

let opened: CommentStore | undefined;

/** The same ones however often they are asked for. */
export function openComments(): CommentStore {
  if (opened !== undefined) return opened;
  const comments = createCommentStore({
    read: () => contentOf(readStored(key)),
    write: (value) => store(key, value),
  });
  const page = readHtmlFile();
  const along = page.ok && isRecord(page.value) ? page.value.comments : undefined;
  if (Array.isArray(along)) comments.getState().arrive(along);
  onStoredElsewhere(key, (stored) => comments.getState().follow(contentOf(stored)));
  opened = comments;
  return comments;
}

/** What is no JSON is no comment either: it is said to be unreadable. */
function contentOf(stored: Stored): unknown {
  return stored.ok ? stored.value : null;
}

/** One's own comments as a file for the person to keep. */
export function saveComments(comments: CommentStore): void {
  saveText('comments.json', commentFile(comments.getState()), 'application/json');
}
