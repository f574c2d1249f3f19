/**
 * What the checker has been asked and has answered, beside the walk: the results of a reading follow every change of it by
 * themselves as far as they take a moment; all else is done when a person asks for it.
 *
 * A request is data, and its text is the key under which its answer is kept. Two lanes work side by side: one for the reading in
 * use, one for everything else, so that neither ends the other.
 */
import { createStore } from 'zustand/vanilla';
import type { Variant } from '#detach/variant.ts';
import type { Lane } from '#shell/checkLane.ts';
import { Superseded } from '#shell/checkLane.ts';
import type { Answer, CheckProgress, CheckRequest, ReadingAnswer } from '#shell/checkMessages.ts';
import type { ReadingName } from './compareView.ts';
import type { WalkStore } from './walkStore.ts';

/** How far a request has come. */
export interface Task<Result = Answer> {
  /** What is known, also from an earlier try that did not come to its end. */
  readonly answer?: Result;
  /** Set while it is under way; undefined before the first word of progress. */
  readonly underWay?: { readonly progress: CheckProgress | undefined; readonly limited: boolean };
  /** One sentence: why there is no answer. */
  readonly failure?: string;
}

export interface OwnProperties {
  /** The name of the file, or what stands for it. */
  readonly name: string;
  readonly text: string;
}

export type CheckTab = 'questions' | 'claims' | 'sentences' | 'space';

export type CompareTab = 'claims' | 'run' | 'space' | 'all';

export interface CheckState {
  /** By `keyOf` the request. */
  readonly tasks: ReadonlyMap<string, Task>;
  /** Properties of one's own, for as long as the page is open. */
  readonly own: OwnProperties | undefined;
  /** What they were before the last change of them, and whether that change is undone just now. */
  readonly ownBefore: { readonly own: OwnProperties | undefined; readonly undone: boolean } | undefined;
  readonly tab: CheckTab;
  readonly compareTab: CompareTab;
  /** The two readings that a person compares, by name; undefined before one was chosen. */
  readonly compared: ComparedNames | undefined;
}

export interface ComparedNames {
  readonly a: ReadingName;
  readonly b: ReadingName;
}

export interface CheckActions {
  /** Checks the reading in use, for a moment only; what is known already stays as it is. */
  follow(): void;
  /** Checks the reading in use to the end, however long that takes. */
  checkAll(): void;
  /** Asks for anything else, unless it is answered or under way. */
  ask(request: CheckRequest): void;
  /** Ends what is under way for a request; what it has found is kept. */
  stop(request: CheckRequest): void;
  setOwn(own: OwnProperties | undefined): void;
  /** Undoes the last change of one's own properties; once more does it again. */
  swapOwn(): void;
  turnTo(tab: CheckTab): void;
  turnCompareTo(tab: CompareTab): void;
  compare(names: ComparedNames): void;
}

export interface Lanes {
  readonly reading: Lane;
  readonly others: Lane;
}

/** What a search may take without being asked for, in milliseconds. */
export const unaskedMilliseconds = 1_000;
/** Answers that are kept, the newest. */
const MOST_TASKS = 60;

export type CheckStore = ReturnType<typeof createCheckStore>;

/** The checks of a walk. Nothing is checked before `follow` is called; the caller does so at each change of reading. */
export function createCheckStore(walk: WalkStore, lanes: Lanes) {
  /** How each request that was begun last can be stopped; what a word of an earlier one says is not heard any more. */
  const begun = new Map<string, { readonly stop: () => void }>();
  return createStore<CheckState & CheckActions>()((set, get) => {
    const note = (key: string, task: Task | undefined) => {
      const tasks = new Map(get().tasks);
      tasks.delete(key);
      if (task !== undefined) tasks.set(key, task);
      const tooMany = [...tasks.keys()].slice(0, Math.max(0, tasks.size - MOST_TASKS));
      for (const old of tooMany) tasks.delete(old);
      set({ tasks });
    };
    const begin = (request: CheckRequest, lane: Lane, milliseconds?: number) => {
      const key = keyOf(request);
      const limited = milliseconds !== undefined;
      const before = get().tasks.get(key)?.answer;
      const known = before === undefined ? {} : { answer: before };
      const asked = request.type === 'reading' && limited ? { ...request, milliseconds } : request;
      const asking = lane.ask(asked, {
        onProgress: (progress) => note(key, { ...known, underWay: { progress, limited } }),
      });
      begun.set(key, asking);
      note(key, { ...known, underWay: { progress: undefined, limited } });
      const ends = (task: Task | undefined) => {
        if (begun.get(key) === asking) note(key, task);
      };
      asking.answer.then(
        (answer) => ends({ answer }),
        (reason: Error) => {
          if (!(reason instanceof Superseded)) ends({ ...known, failure: reason.message });
          else ends(before === undefined ? undefined : known);
        },
      );
    };
    const readingInUse = () => readingRequest(walk.getState().variant, get().own);
    return {
      tasks: new Map(),
      own: undefined,
      ownBefore: undefined,
      tab: 'questions',
      compareTab: 'claims',
      compared: undefined,
      follow: () => {
        const request = readingInUse();
        const task = get().tasks.get(keyOf(request));
        if (task === undefined) begin(request, lanes.reading, unaskedMilliseconds);
        // What another reading had under way is of no use any more.
        else if (task.underWay === undefined) lanes.reading.end();
      },
      checkAll: () => {
        const request = readingInUse();
        const task = get().tasks.get(keyOf(request));
        if (task?.underWay?.limited === false) return;
        begin(request, lanes.reading);
      },
      ask: (request) => {
        const task = get().tasks.get(keyOf(request));
        if (task?.answer === undefined && task?.underWay === undefined) begin(request, lanes.others);
      },
      stop: (request) => begun.get(keyOf(request))?.stop(),
      setOwn: (own) => {
        set({ own, ownBefore: { own: get().own, undone: false } });
        get().follow();
      },
      swapOwn: () => {
        const { own, ownBefore } = get();
        if (ownBefore === undefined) return;
        get().setOwn(ownBefore.own);
        set({ ownBefore: { own, undone: !ownBefore.undone } });
      },
      turnTo: (tab) => set({ tab }),
      turnCompareTo: (compareTab) => set({ compareTab }),
      compare: (compared) => set({ compared }),
    };
  });
}

/** The request for all runs of a reading, with one's own properties. */
export function readingRequest(variant: Variant, own: OwnProperties | undefined): CheckRequest {
  return { type: 'reading', variant, own: own?.text ?? '' };
}

/** Two requests with the same key have the same answer. */
export function keyOf(request: CheckRequest): string {
  return JSON.stringify(request);
}

/** How far a request has come; undefined where it was never made. */
export function taskOf<Request extends CheckRequest>(
  { tasks }: CheckState,
  request: Request,
): Task<Answer<Request['type']>> | undefined {
  return tasks.get(keyOf(request)) as Task<Answer<Request['type']>> | undefined;
}

/** What is known of a reading. */
export function readingTask(state: CheckState, variant: Variant): Task<ReadingAnswer> | undefined {
  return taskOf(state, readingRequest(variant, state.own)) as Task<ReadingAnswer> | undefined;
}
