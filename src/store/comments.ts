/**
 * Comments of a person, and those of others beside them, each with who wrote it. They are kept in this browser, and leave it in a
 * file that the person saves. Everything that is done to them can be undone.
 */
import { createStore } from 'zustand/vanilla';
import type { Comment, CommentPlace, CommentSet } from '#report/comments.ts';
import { readCommentSet, readComments, writeComments } from '#report/commentsFile.ts';

export interface CommentState {
  readonly mine: CommentSet;
  readonly others: readonly CommentSet[];
  /** What is being written; it stays while other things are looked at. */
  readonly draft: CommentDraft | undefined;
  /** One sentence on what was done or refused last. */
  readonly told: string;
  /** The states before, the newest last. */
  readonly past: readonly Sets[];
}

export interface CommentDraft extends CommentWords {
  readonly place: CommentPlace;
  /** Of the comment that is changed; undefined for a new one. */
  readonly id: string | undefined;
}

interface Sets {
  readonly mine: CommentSet;
  readonly others: readonly CommentSet[];
}

export type CommentWords = Omit<Comment, 'id' | 'place'>;

export interface CommentActions {
  /** Begins a comment on a place; one that was begun already has another place then. */
  begin(place: CommentPlace): void;
  /** Begins to change one's own comment. */
  edit(id: string): void;
  type(words: Partial<CommentWords>): void;
  /** Leaves what was being written. */
  leave(): void;
  /** Keeps what was written; without a word it is refused. */
  write(): void;
  remove(id: string): void;
  setAuthor(name: string): void;
  /** Puts the comments of a file beside one's own. */
  read(name: string, text: string): void;
  /** Puts comments that came with the page (one HTML file) beside one's own, but for one's own. */
  arrive(sets: readonly unknown[]): void;
  /** Takes what another window of this browser keeps now; what is being written here stays. */
  follow(stored: unknown): void;
  removeOthers(at: number): void;
  /** The comments of a set become one's own: one's own file, opened on another machine. */
  takeOver(at: number): void;
  undo(): void;
}

/** Where comments are kept. */
export interface CommentKeeper {
  read(): unknown;
  /** False where the browser cannot keep them. */
  write(value: unknown): boolean;
}

export type CommentStore = ReturnType<typeof createCommentStore>;

/** So many acts can be undone. */
const MOST_PAST = 100;

export function createCommentStore(keeper: CommentKeeper) {
  return createStore<CommentState & CommentActions>()((set, get) => {
    const change = (sets: Partial<Sets>, told: string) => {
      const { mine, others, past } = get();
      const next = { mine, others, ...sets };
      const kept = keeper.write(next);
      const words = kept ? told : `${told} This browser cannot keep it: save the file before you leave.`;
      set({ ...next, told: words, draft: undefined, past: [...past, { mine, others }].slice(-MOST_PAST) });
    };
    const mineWith = (comments: readonly Comment[]): Partial<Sets> => ({ mine: { ...get().mine, comments } });
    return {
      ...readSets(keeper.read()),
      draft: undefined,
      past: [],
      begin: (place) => {
        const { draft } = get();
        const begun = draft?.id === undefined ? draft : undefined;
        set({ draft: { comment: '', proposed: '', status: 'open', id: undefined, ...begun, place }, told: '' });
      },
      edit: (id) => {
        const comment = get().mine.comments.find((each) => each.id === id);
        if (comment !== undefined) set({ draft: comment, told: '' });
      },
      type: (words) => {
        const { draft } = get();
        if (draft !== undefined) set({ draft: { ...draft, ...words } });
      },
      leave: () => set({ draft: undefined, told: '' }),
      write: () => {
        const { draft, mine } = get();
        if (draft === undefined) return;
        const { place, id, ...words } = draft;
        if (words.comment.trim() === '' && words.proposed.trim() === '') {
          set({ told: 'There is nothing in it yet: write a comment or a change.' });
          return;
        }
        if (id === undefined) {
          change(mineWith([...mine.comments, { id: freeId(mine), place, ...words }]), 'Comment added.');
        } else {
          const comments = mine.comments.map((each) => (each.id === id ? { ...each, ...words } : each));
          change(mineWith(comments), 'Comment changed.');
        }
      },
      remove: (id) => change(mineWith(get().mine.comments.filter((each) => each.id !== id)), 'Comment deleted.'),
      // At each letter, and without a word: the field itself shows it, and takes it back.
      setAuthor: (author) => {
        const { mine, others } = get();
        const named = { ...mine, author };
        keeper.write({ mine: named, others });
        set({ mine: named });
      },
      read: (name, text) => {
        const read = readComments(text);
        if (!read.ok) {
          set({ told: `${name} was not read: ${read.error}.` });
          return;
        }
        const { others } = get();
        const from = { ...read.value, author: read.value.author === '' ? name : read.value.author };
        const again = others.some((each) => each.author === from.author);
        const next = beside(others, from);
        const count = from.comments.length;
        const said = `${count} ${count === 1 ? 'comment' : 'comments'} of ${from.author} read`;
        const instead = again ? ', in place of those read before' : '';
        change({ others: next }, `${said}${instead}.${read.told === '' ? '' : ` ${read.told}`}`);
      },
      arrive: (sets) => {
        const known = new Set(get().mine.comments.map((each) => JSON.stringify(each)));
        const fresh = sets
          .map(readCommentSet)
          .flatMap((each) => (each.ok ? [each.value] : []))
          .filter(({ comments }) => comments.some((each) => !known.has(JSON.stringify(each))));
        if (fresh.length === 0) return;
        const others = fresh.reduce(
          (all, each) => beside(all, { ...each, author: each.author === '' ? 'who saved this file' : each.author }),
          get().others,
        );
        set({ others, told: 'Comments came with this file.' });
      },
      follow: (stored) => set({ ...readSets(stored), past: [] }),
      removeOthers: (at) => {
        const { others } = get();
        change({ others: others.toSpliced(at, 1) }, `The comments of ${others[at]?.author ?? ''} are taken away.`);
      },
      takeOver: (at) => {
        const { mine, others } = get();
        const from = others[at];
        if (from === undefined) return;
        let next = mine;
        for (const comment of from.comments) {
          const isTaken = next.comments.some(({ id }) => id === comment.id);
          const id = isTaken ? freeId(next) : comment.id;
          next = { ...next, comments: [...next.comments, { ...comment, id }] };
        }
        change({ mine: next, others: others.toSpliced(at, 1) }, `The comments of ${from.author} are among yours now.`);
      },
      undo: () => {
        const { past } = get();
        const before = past.at(-1);
        if (before === undefined) return;
        // A name is no act on comments: it stays.
        const { others } = before;
        const mine = { ...before.mine, author: get().mine.author };
        keeper.write({ mine, others });
        set({ mine, others, past: past.slice(0, -1), draft: undefined, told: 'Undone.' });
      },
    };
  });
}

/** One's own comments as a file's text. */
export function commentFile({ mine }: Pick<CommentState, 'mine'>): string {
  return writeComments(mine);
}

/** What goes along with a page that is saved: all sets, one's own first. */
export function commentsAlong({ mine, others }: Pick<CommentState, 'mine' | 'others'>): readonly CommentSet[] {
  return [mine, ...others].filter(({ comments }) => comments.length > 0);
}

/** A set among others, in place of the one that its author had before. */
function beside(others: readonly CommentSet[], from: CommentSet): readonly CommentSet[] {
  const again = others.findIndex(({ author }) => author === from.author);
  return again === -1 ? [...others, from] : others.with(again, from);
}

function freeId({ comments }: CommentSet): string {
  const known = new Set(comments.map(({ id }) => id));
  let number = comments.length + 1;
  while (known.has(`c${number}`)) number += 1;
  return `c${number}`;
}

/** What was kept, as far as it can be read. */
function readSets(stored: unknown): Sets & { readonly told: string } {
  const empty: CommentSet = { author: '', comments: [] };
  if (stored === undefined) return { mine: empty, others: [], told: '' };
  const { mine, others } = (stored ?? {}) as { readonly mine?: unknown; readonly others?: unknown };
  const own = readCommentSet(mine);
  const foreign = (Array.isArray(others) ? others : []).map(readCommentSet);
  const faults = [own, ...foreign].some((each) => !each.ok || each.told !== '');
  return {
    mine: own.ok ? own.value : empty,
    others: foreign.flatMap((each) => (each.ok ? [each.value] : [])),
    told: faults ? 'Some of the comments that this browser has kept cannot be read.' : '',
  };
}
