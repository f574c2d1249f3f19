/**
 * A person's own copy of the text, beside the walk. It stays in this page, and in this browser where the person says so; it is in no
 * link, no file and no request.
 *
 * What reads and matches it is loaded when the first text is opened: the first screen does without.
 */
import { createStore } from 'zustand/vanilla';
import type { ParameterName } from '#detach/variant.ts';
import type { WordPiece } from '#report/ownTextChanges.ts';
import type { Requirement } from '#spec/requirements.ts';

export interface OwnText {
  /** Of the file, or what stands for it. */
  readonly name: string;
  readonly paragraphs: readonly string[];
}

export type ReadOwnText =
  | { readonly ok: true; readonly value: OwnText }
  | { readonly ok: false; readonly error: string };

export type ShownChange =
  | { readonly type: 'same' }
  | { readonly type: 'new' }
  | { readonly type: 'changed'; readonly pieces: readonly WordPiece[] };

export interface ShownSentence {
  readonly text: string;
  readonly change: ShownChange;
}

export interface OwnWords {
  readonly sentences: readonly ShownSentence[];
  /** Other sentences of ours that the same words say. */
  readonly sharedWith: readonly string[];
  /** Whether they stand in another place than ours. */
  readonly moved: boolean;
}

export interface Proposal {
  readonly parameter: ParameterName;
  readonly value: string;
  readonly words: string;
  /** The sentence that settles it. */
  readonly sentence: string;
}

export interface OwnTextView {
  readonly name: string;
  /** The text that was opened first, where this is a later one. */
  readonly comparedWith: string | undefined;
  /** How many of our sentences were found, of how many. */
  readonly found: number;
  readonly of: number;
  /** By the id of our sentence. */
  readonly words: ReadonlyMap<string, OwnWords>;
  readonly missing: readonly Pick<Requirement, 'id' | 'clause' | 'title'>[];
  readonly unknown: readonly (ShownSentence & { readonly clause: string | undefined })[];
  readonly gone: readonly string[];
  /** How many sentences are new or changed. */
  readonly changed: number;
  readonly proposals: readonly Proposal[];
}

export interface OwnTextState {
  readonly text: OwnText | undefined;
  /** The one that was opened first, where another one is open by now. */
  readonly first: OwnText | undefined;
  readonly view: OwnTextView | undefined;
  /** Whether the browser keeps it. */
  readonly kept: boolean;
  /** One sentence on what was done or refused last. */
  readonly told: string;
}

export interface OwnTextActions {
  openFile(file: File): Promise<void>;
  openPasted(text: string): Promise<void>;
  /** Keeps it in this browser, or no longer. */
  keep(on: boolean): void;
  /** Nothing is left of it, here or in the browser. */
  forget(): void;
  /** Shows what the browser has kept; told is only what is wrong with it. */
  restore(): Promise<void>;
}

/** Where a text is kept if the person says so. */
export interface OwnTextKeeper {
  /** What is kept, of whatever form; undefined if nothing is. */
  read(): unknown;
  /** False where the browser cannot keep it. */
  write(value: unknown): boolean;
  forget(): void;
}

export type OwnTextStore = ReturnType<typeof createOwnTextStore>;

export function createOwnTextStore(keeper: OwnTextKeeper) {
  return createStore<OwnTextState & OwnTextActions>()((set, get) => {
    /** What was asked for last; an answer that comes after a later question is not heard. */
    let asked = 0;
    const show = async (text: OwnText, first: OwnText | undefined, mine: number) => {
      const { viewOf } = await import('./ownTextView.ts');
      if (mine !== asked) return undefined;
      const view = viewOf(text, first);
      set({ text, first, view });
      return view;
    };
    const opened = async (read: Promise<ReadOwnText>, mine: number) => {
      const answer = await read;
      if (mine !== asked) return;
      if (!answer.ok) {
        const stays = get().text === undefined ? '' : ' The text that was open stays.';
        set({ told: `${answer.error}${stays}` });
        return;
      }
      const view = await show(answer.value, get().first ?? get().text, mine);
      if (view === undefined) return;
      const { text, first, kept } = get();
      const stillKept = kept && keeper.write({ text, first });
      if (kept && !stillKept) keeper.forget();
      set({ told: `${saidOf(view)}${kept && !stillKept ? ' This browser cannot keep it.' : ''}`, kept: stillKept });
    };
    return {
      text: undefined,
      first: undefined,
      view: undefined,
      kept: false,
      told: '',
      openFile: (file) => {
        asked += 1;
        set({ told: `Reading ${file.name}.` });
        return opened(
          import('./ownTextView.ts').then(({ readFile }) => readFile(file)),
          asked,
        );
      },
      openPasted: (text) => {
        asked += 1;
        return opened(
          import('./ownTextView.ts').then(({ readPasted }) => readPasted(text)),
          asked,
        );
      },
      keep: (on) => {
        const { text, first } = get();
        if (!on || text === undefined) {
          keeper.forget();
          set({ kept: false, told: 'This browser keeps nothing of it; it is here until the page is closed.' });
        } else if (keeper.write({ text, first })) {
          set({ kept: true, told: 'Kept in this browser, and nowhere else.' });
        } else {
          keeper.forget();
          set({ kept: false, told: 'This browser cannot keep it; it is here until the page is closed.' });
        }
      },
      forget: () => {
        asked += 1;
        keeper.forget();
        set({
          text: undefined,
          first: undefined,
          view: undefined,
          kept: false,
          told: 'Forgotten: nothing is left of it.',
        });
      },
      restore: async () => {
        const stored = readKept(keeper.read());
        if (stored === undefined) return;
        asked += 1;
        set({ kept: true });
        await show(stored.text, stored.first, asked);
      },
    };
  });
}

function saidOf({ name, found, of, unknown, comparedWith, changed }: OwnTextView): string {
  const compared =
    comparedWith === undefined
      ? ''
      : ` Compared with ${comparedWith}: ${changed} ${changed === 1 ? 'sentence' : 'sentences'} new or changed.`;
  return `${name}: ${found} of our ${of} sentences found, ${unknown.length} of its own not known.${compared}`;
}

interface Kept {
  readonly text: OwnText;
  readonly first: OwnText | undefined;
}

/** What another version kept in another form is left alone. */
function readKept(stored: unknown): Kept | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { text, first } = stored as { readonly text?: unknown; readonly first?: unknown };
  if (!isOwnText(text)) return undefined;
  return { text, first: isOwnText(first) ? first : undefined };
}

function isOwnText(value: unknown): value is OwnText {
  if (typeof value !== 'object' || value === null) return false;
  const { name, paragraphs } = value as { readonly name?: unknown; readonly paragraphs?: unknown };
  return typeof name === 'string' && Array.isArray(paragraphs) && paragraphs.every((each) => typeof each === 'string');
}
