/**
 * A person's own copy of the text, beside the walk. It stays in this page, and in this browser where the person says so; it is in no
 * link, no file and no request. Each act on it can be undone until the page is closed.
 *
 * What reads and matches it is loaded when the first text is opened.
 */
import { createStore } from 'zustand/vanilla';
import type { OwnText, OwnTextKeeper, Texts } from './ownTextKept.ts';
import { noTexts, readKept } from './ownTextKept.ts';
import type { OwnTextView } from './ownTextShown.ts';
import { saidOf } from './ownTextShown.ts';

export type ReadOwnText =
  | { readonly ok: true; readonly value: OwnText }
  | { readonly ok: false; readonly error: string };

/** What was done, with the sentence that undoing and doing it again say. */
interface Act {
  readonly before: Texts;
  readonly after: Texts;
  /** Whether the browser kept it before; undefined where the act left that alone. */
  readonly keptBefore: boolean | undefined;
  /** "opening paper.docx", behind Undo and Redo. */
  readonly what: string;
  readonly undone: string;
  readonly redone: string;
}

export interface OwnTextState extends Texts {
  readonly view: OwnTextView | undefined;
  /** A text that was read while another one is open: the person says what it is to that one. */
  readonly waiting: OwnText | undefined;
  /** Whether the browser keeps it. */
  readonly kept: boolean;
  /** One sentence on what was done or refused last. */
  readonly told: string;
  /** What can be undone, the newest last; and what was undone, likewise. */
  readonly past: readonly Act[];
  readonly future: readonly Act[];
}

export interface OwnTextActions {
  openFile(file: File): Promise<void>;
  openPasted(text: string): Promise<void>;
  /** Says what the text that waits is: a revision of the one that is open, another one in its place, or nothing after all. */
  take(waitingIs: 'revision' | 'instead' | 'nothing'): Promise<void>;
  /** Keeps it in this browser, or no longer. */
  keep(on: boolean): void;
  /** Takes it away, here and in the browser. */
  forget(): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Shows what the browser has kept; told is only what is wrong with it. */
  restore(): Promise<void>;
}

export type OwnTextStore = ReturnType<typeof createOwnTextStore>;

/** So many acts can be undone. */
const MOST_PAST = 20;
const NOT_LOADED = 'a part of this page could not be loaded.';
const CANNOT_KEEP = 'This browser cannot keep it; it is here until the page is closed.';

export function createOwnTextStore(keeper: OwnTextKeeper) {
  return createStore<OwnTextState & OwnTextActions>()((set, get) => {
    /** What was asked for last; an answer that comes after a later question is not heard. */
    let asked = 0;
    /** Has the browser keep what is open, or nothing of it. */
    const mind = (wanted: boolean) => {
      const { text, first, kept } = get();
      const isKept = wanted && text !== undefined && keeper.write({ text, first });
      if (!isKept && (kept || wanted)) keeper.forget();
      set({ kept: isKept });
    };
    /** Goes to other texts; false where something else was asked for meanwhile. */
    const show = async (to: Texts, mine: number): Promise<boolean> => {
      const shown = to.text === undefined ? undefined : (await import('./ownTextView.ts')).viewOf(to.text, to.first);
      if (mine !== asked) return false;
      set({ ...to, view: shown, waiting: undefined });
      return true;
    };
    const withKeeping = (told: string, wanted: boolean) =>
      wanted && !get().kept && get().text !== undefined ? `${told} ${CANNOT_KEEP}` : told;
    const done = (act: Act) => set({ past: [...get().past, act].slice(-MOST_PAST), future: [] });
    const use = async (after: Texts, mine: number) => {
      const { text, first, kept } = get();
      if (!(await show(after, mine))) return;
      mind(kept);
      const name = after.text?.name ?? '';
      const asWhat = after.first === undefined ? '' : ` as a revision of ${after.first.name}`;
      done({
        before: { text, first },
        after,
        keptBefore: undefined,
        what: `opening ${name}`,
        undone: text === undefined ? `${name} is closed again.` : `${text.name} is the text again, as it was before.`,
        redone: `${name} is the text again${asWhat}.`,
      });
      const { view } = get();
      set({ told: withKeeping(view === undefined ? '' : saidOf(view), kept) });
    };
    const opened = async (read: Promise<ReadOwnText>, mine: number) => {
      const answer = await read;
      if (mine !== asked) return;
      const { text } = get();
      const stays = text === undefined ? '' : ' The text that was open stays.';
      if (!answer.ok) set({ told: `${answer.error}${stays}` });
      else if (text === undefined) await use({ text: answer.value, first: undefined }, mine);
      else if (sameWords(text, answer.value)) set({ told: `${answer.value.name} says just what is open already.` });
      else set({ waiting: apart(answer.value, get()), told: '' });
    };
    const read = (from: (view: typeof import('./ownTextView.ts')) => ReadOwnText | Promise<ReadOwnText>) => {
      asked += 1;
      set({ waiting: undefined });
      return opened(import('./ownTextView.ts').then(from).catch(unread), asked);
    };
    const travel = async (way: 'undo' | 'redo') => {
      const { past, future, kept } = get();
      const act = (way === 'undo' ? past : future).at(-1);
      if (act === undefined) return;
      asked += 1;
      // To forget is to forget again; and what was forgotten comes back as it was kept.
      const wanted = act.keptBefore === undefined ? kept : way === 'undo' && act.keptBefore;
      if (!(await show(way === 'undo' ? act.before : act.after, asked))) return;
      mind(wanted);
      set({
        past: way === 'undo' ? past.slice(0, -1) : [...past, act],
        future: way === 'undo' ? [...future, act] : future.slice(0, -1),
        told: withKeeping(way === 'undo' ? act.undone : act.redone, wanted),
      });
    };
    return {
      ...noTexts,
      view: undefined,
      waiting: undefined,
      kept: false,
      told: '',
      past: [],
      future: [],
      openFile: (file) => {
        set({ told: `Reading ${file.name}.` });
        return read(({ readFile }) => readFile(file));
      },
      openPasted: (text) => read(({ readPasted }) => readPasted(text)),
      take: async (waitingIs) => {
        const { waiting, text, first } = get();
        if (waiting === undefined) return;
        asked += 1;
        if (waitingIs === 'nothing')
          set({ waiting: undefined, told: `${waiting.name} was left; ${text?.name} stays.` });
        else await use({ text: waiting, first: waitingIs === 'revision' ? (first ?? text) : undefined }, asked);
      },
      keep: (on) => {
        mind(on);
        const here = 'This browser keeps nothing of it; it is here until the page is closed.';
        set({ told: get().kept ? 'Kept in this browser, and nowhere else.' : on ? CANNOT_KEEP : here });
      },
      forget: () => {
        const { text, first, kept } = get();
        asked += 1;
        keeper.forget();
        set({ ...noTexts, view: undefined, waiting: undefined, kept: false });
        const gone = 'Forgotten: this browser keeps nothing of it.';
        if (text === undefined) return set({ told: gone });
        const back = kept ? 'and is kept in this browser again' : 'in this page only';
        done({
          before: { text, first },
          after: noTexts,
          keptBefore: kept,
          what: `forgetting ${text.name}`,
          undone: `${text.name} is back, ${back}.`,
          redone: gone,
        });
        set({ told: `${gone} Until the page is closed, Undo brings it back.` });
      },
      undo: () => travel('undo'),
      redo: () => travel('redo'),
      restore: async () => {
        const stored = readKept(keeper.read());
        if (stored.text === undefined) return;
        asked += 1;
        try {
          if (await show(stored, asked)) set({ kept: true });
        } catch {
          set({ told: `${stored.text.name}, which this browser has kept, was not shown: ${NOT_LOADED}` });
        }
      },
    };
  });
}

/** The code that reads it is a file of its own, and may be out of reach. */
function unread(): ReadOwnText {
  return { ok: false, error: `It was not read: ${NOT_LOADED} Try again, or open the page anew.` };
}

/** A text under a name that neither of those that are open has. */
function apart(read: OwnText, { text, first }: Texts): OwnText {
  const taken = [text?.name, first?.name];
  let name = read.name;
  for (let number = 2; taken.includes(name); number += 1) name = `${read.name} (${number})`;
  return { ...read, name };
}

function sameWords(one: OwnText, other: OwnText): boolean {
  return one.paragraphs.join('\n') === other.paragraphs.join('\n');
}
