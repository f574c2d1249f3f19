/**
 * Comments of a person, and those of others beside them, each with who wrote it. They are kept in this browser, and leave it in a
 * file that the person saves. Everything that is done to them can be undone.
 */
import { createStore } from 'zustand/vanilla';
import type { Comment, CommentPlace, CommentSet } from '#report/comments.ts';
import { readCommentSet, readComments, writeComments } from '#report/commentsFile.ts';
import type { Act, ActWords, Sets } from './commentActs.ts';
import {
  withAct,
  wordsOfAdding,
  wordsOfChanging,
  wordsOfDeleting,
  wordsOfLeaving,
  wordsOfReading,
  wordsOfTakingAway,
  wordsOfTakingOver,
} from './commentActs.ts';
import type { CommentDraft, CommentWords } from './commentDraft.ts';
import { isWorth, newDraft, stillThere } from './commentDraft.ts';
import type { CommentKeeper } from './commentsKept.ts';
import { readSets } from './commentsKept.ts';

export interface CommentState extends Sets {
  /** What is being written; it stays while other things are looked at. */
  readonly draft: CommentDraft | undefined;
  /** One sentence on what was done or refused last. */
  readonly told: string;
  /** What can be undone, the newest last; and what was undone, likewise. */
  readonly past: readonly Act<CommentDraft>[];
  readonly future: readonly Act<CommentDraft>[];
}

export interface CommentActions {
  /** Begins a comment on a place; one that was begun already has another place then. */
  begin(place: CommentPlace): void;
  /** Begins to change one's own comment. */
  edit(id: string): void;
  type(words: Partial<CommentWords>): void;
  /** Gives up what was being written. */
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
  redo(): void;
}

export type CommentStore = ReturnType<typeof createCommentStore>;

export function createCommentStore(keeper: CommentKeeper) {
  return createStore<CommentState & CommentActions>()((set, get) => {
    const keep = (sets: Sets, told: string) => {
      const kept = keeper.write(sets);
      set({ ...sets, told: kept ? told : `${told} This browser cannot keep it: save the file before you leave.` });
    };
    const act = (sets: Partial<Sets>, words: ActWords, draft?: CommentDraft) => {
      const { mine, others, past } = get();
      const [before, after] = [
        { mine, others },
        { mine, others, ...sets },
      ];
      keep(after, words.told);
      set({ past: withAct(past, { ...words, before, after, draft }), future: [] });
    };
    const giveUp = () => {
      const { draft, mine } = get();
      set({ draft: undefined });
      if (draft !== undefined && isWorth(draft, mine)) act({}, wordsOfLeaving(), draft);
    };
    // A name is no act on comments: it stays.
    const goTo = ({ mine, others }: Sets, told: string) =>
      keep({ mine: { ...mine, author: get().mine.author }, others }, told);
    const mineWith = (comments: readonly Comment[]): Sets => {
      const { mine, others } = get();
      return { mine: { ...mine, comments }, others };
    };
    return {
      ...readSets(keeper.read()),
      draft: undefined,
      past: [],
      future: [],
      begin: (place) => {
        const begun = get().draft;
        set({ told: '' });
        if (begun?.id !== undefined) giveUp();
        set({ draft: begun?.id === undefined ? { ...(begun ?? newDraft), place } : { ...newDraft, place } });
      },
      edit: (id) => {
        const comment = get().mine.comments.find((each) => each.id === id);
        if (comment === undefined || get().draft?.id === id) return;
        set({ told: '' });
        giveUp();
        set({ draft: comment });
      },
      type: (words) => {
        const { draft } = get();
        if (draft !== undefined) set({ draft: { ...draft, ...words } });
      },
      leave: () => {
        set({ told: '' });
        giveUp();
      },
      write: () => {
        const { draft, mine } = get();
        if (draft === undefined) return;
        const { place, id, ...words } = draft;
        if (words.comment.trim() === '' && words.proposed.trim() === '') {
          set({ told: 'There is nothing in it yet: write a comment or a change.' });
          return;
        }
        set({ draft: undefined });
        const from = mine.comments.find((each) => each.id === id);
        if (from === undefined) {
          const added = { id: freeId(mine), place, ...words };
          const after = mineWith([...mine.comments, added]);
          act(after, wordsOfAdding(after, added.id));
        } else {
          const to = { ...from, ...words };
          const after = mineWith(mine.comments.map((each) => (each === from ? to : each)));
          act(after, wordsOfChanging(after, from.id, from, to));
        }
      },
      remove: (id) => {
        const { mine, others, draft } = get();
        const words = wordsOfDeleting({ mine, others }, id);
        const givenUp = draft?.id === id ? draft : undefined;
        if (givenUp !== undefined) set({ draft: undefined });
        act(mineWith(mine.comments.filter((each) => each.id !== id)), words, givenUp);
      },
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
        const told = `${said}${instead}.${read.told === '' ? '' : ` ${read.told}`}`;
        act({ others: next }, wordsOfReading(from.author, again, told));
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
      follow: (stored) => set({ ...readSets(stored), past: [], future: [] }),
      removeOthers: (at) => {
        const { others } = get();
        act({ others: others.toSpliced(at, 1) }, wordsOfTakingAway(others[at]?.author ?? ''));
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
        act({ mine: next, others: others.toSpliced(at, 1) }, wordsOfTakingOver(from.author));
      },
      undo: () => {
        const { mine, past, future, draft } = get();
        const last = past.at(-1);
        if (last === undefined) return;
        if (last.draft !== undefined && draft !== undefined && isWorth(draft, mine)) {
          set({ told: 'Add what you are writing, or cancel it: then Undo can bring the other draft back.' });
          return;
        }
        goTo(last.before, last.undone);
        set({
          past: past.slice(0, -1),
          future: [...future, last],
          draft: last.draft ?? stillThere(draft, last.before),
        });
      },
      redo: () => {
        const { past, future, draft } = get();
        const last = future.at(-1);
        if (last === undefined) return;
        goTo(last.after, last.redone);
        const left = last.draft === undefined ? stillThere(draft, last.after) : undefined;
        set({ past: [...past, last], future: future.slice(0, -1), draft: left });
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
