/**
 * What a person learns beside the walk: the lesson and the challenge under way, answers given, and the progress that this browser
 * keeps. Everything shown is derived (`learnView.ts`); a lesson moves the walk, and never the other way round.
 */
import { createStore } from 'zustand/vanilla';
import { findScenario } from '#detach/scenario.ts';
import { challengeVariant, judgeChallenge } from '#learn/challenge.ts';
import { findChallenge } from '#learn/challenges.ts';
import type { LearnSet } from '#learn/learnSet.ts';
import { plainLine } from '#learn/learnSet.ts';
import { scenarioOfBeat } from '#learn/lesson.ts';
import { standingOf } from '#learn/lessonStanding.ts';
import { findLesson } from '#learn/lessons.ts';
import type { Progress } from '#learn/progress.ts';
import { answered, mergeProgress, noProgress, sawBeat, solved } from '#learn/progress.ts';
import type { Question } from '#learn/question.ts';
import { markAnswer } from '#learn/question.ts';
import type { ReadFile } from '#learn/resultFile.ts';
import type { ResultOrder, ResultTable } from '#learn/resultTable.ts';
import { resultTable } from '#learn/resultTable.ts';
import type { PlacedQuestion } from '#learn/setQuestions.ts';
import { isRunOf } from './learnAsked.ts';
import { differencesText } from './learnReading.ts';
import type { SetDraft } from './learnSets.ts';
import { named, newDraft, readSet } from './learnSets.ts';
import type { WalkStore } from './walkStore.ts';

export type LearnTab = 'lessons' | 'questions' | 'challenges' | 'results';

/** What the browser keeps. */
export interface Kept {
  readonly progress: Progress;
  /** What the student is called. */
  readonly name: string;
  /** The set under way, as its link wrote it. */
  readonly setOf: string | undefined;
}

export interface Undoable {
  /** What was done, as one sentence. */
  readonly words: string;
  readonly back: (now: LearnState) => Partial<LearnState>;
}

export interface LearnState extends Kept {
  readonly tab: LearnTab;
  readonly set: LearnSet | undefined;
  /** The lesson under way, and its beat from 0. */
  readonly lesson: { readonly name: string; readonly beat: number } | undefined;
  /** The challenge under way. */
  readonly challenge: string | undefined;
  /** Which questions are asked where no set says so: another number, others. */
  readonly seed: number;
  /** By question: the keys chosen so far. */
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  /** The questions whose answer is marked on the page. */
  readonly marked: ReadonlySet<string>;
  /** The question of the set that is in view, from 0. */
  readonly asked: number;
  /** Of the questions about the step in view, the one that a person turned to. */
  readonly turned: string | undefined;
  /** What a teacher has opened. */
  readonly table: ResultTable | undefined;
  readonly order: ResultOrder;
  /** The set that a teacher is making. */
  readonly draft: SetDraft;
  /** What was done last that took something away, and how that comes back. */
  readonly undoable: Undoable | undefined;
  /** One sentence to the person. */
  readonly notice: string | undefined;
}

export interface LearnActions {
  turnTo(tab: LearnTab): void;
  openLesson(name: string): void;
  /** To the first beat that was not seen, or whose question is open. */
  goOnWith(name: string): void;
  leaveLesson(): void;
  /** A beat out of range changes nothing. */
  toBeat(beat: number): void;
  choose(id: string, question: Question, key: string): void;
  mark(id: string, question: Question): void;
  /** The same question once more. */
  again(id: string): void;
  otherQuestions(): void;
  /** To another question about the step in view. */
  turnToQuestion(id: string | undefined): void;
  /** A question of the set comes into view, with the walk at its step. */
  toQuestion(at: number, placed: PlacedQuestion | undefined): void;
  startChallenge(name: string): void;
  /** Marks the run in view; called whenever the walk moves. */
  watch(): void;
  leaveChallenge(): void;
  takeSet(text: string | undefined): void;
  leaveSet(): void;
  setName(name: string): void;
  openResults(files: readonly ReadFile[]): void;
  orderResults(order: ResultOrder): void;
  closeResults(): void;
  changeDraft(change: Partial<SetDraft>): void;
  forget(): void;
  undo(): void;
  /** What can be undone is left as it is. */
  letGo(): void;
}

export type LearnStore = ReturnType<typeof createLearnStore>;

export function createLearnStore(walk: WalkStore, kept: Kept = { progress: noProgress, name: '', setOf: undefined }) {
  return createStore<LearnState & LearnActions>()((set, get) => {
    /** A way back to the set that is under way now. */
    const undoableSet = (words: string): Undoable => {
      const { set: before, setOf } = get();
      return {
        words,
        back: () => {
          walk.setState({ setOf });
          return { set: before, setOf, asked: 0, notice: undefined };
        },
      };
    };
    const toBeat = (name: string, beat: number) => {
      const lesson = findLesson(name);
      const wanted = lesson?.beats[beat];
      if (lesson === undefined || wanted === undefined) return;
      showStep(walk, scenarioOfBeat(lesson, wanted).name, wanted.step);
      set({ lesson: { name, beat }, progress: sawBeat(get().progress, name, beat), notice: undefined });
    };
    return {
      ...kept,
      ...readSet(kept.setOf),
      tab: 'lessons',
      lesson: undefined,
      challenge: undefined,
      seed: 1,
      chosen: new Map(),
      marked: new Set(),
      asked: 0,
      turned: undefined,
      table: undefined,
      order: 'name',
      draft: newDraft,
      undoable: undefined,
      turnTo: (tab) => set({ tab, notice: undefined }),
      openLesson: (name) => toBeat(name, 0),
      goOnWith: (name) => {
        const lesson = findLesson(name);
        if (lesson !== undefined) toBeat(name, standingOf(lesson, get().progress).left ?? 0);
      },
      leaveLesson: () => set({ lesson: undefined }),
      toBeat: (beat) => {
        const { lesson } = get();
        if (lesson !== undefined) toBeat(lesson.name, beat);
      },
      choose: (id, question, key) => {
        if (get().marked.has(id)) return;
        const before = get().chosen.get(id) ?? [];
        const several = before.includes(key) ? before.filter((each) => each !== key) : [...before, key];
        set({ chosen: new Map(get().chosen).set(id, question.several ? several : [key]) });
      },
      mark: (id, question) => {
        if (get().marked.has(id)) return;
        const { right } = markAnswer(question, get().chosen.get(id) ?? []);
        set({ marked: new Set(get().marked).add(id), progress: answered(get().progress, id, right) });
      },
      again: (id) => {
        const chosen = new Map(get().chosen);
        chosen.delete(id);
        set({ chosen, marked: new Set([...get().marked].filter((each) => each !== id)) });
      },
      otherQuestions: () => set({ seed: get().seed + 1, turned: undefined }),
      turnToQuestion: (turned) => set({ turned }),
      toQuestion: (asked, placed) => {
        if (placed === undefined) return;
        showStep(walk, placed.scenario.name, placed.question.step);
        set({ asked });
      },
      startChallenge: (name) => {
        const challenge = findChallenge(name);
        if (challenge === undefined) return;
        walk.getState().load({
          scenario: 'ue-initiated',
          preset: challenge.preset,
          set: differencesText(challenge.preset, challengeVariant(challenge)),
          events: '',
          open: 'learn',
        });
        set({ challenge: name, notice: undefined });
      },
      watch: () => {
        const challenge = findChallenge(get().challenge ?? '');
        if (challenge === undefined) return;
        const { trace, step } = walk.getState().run;
        const events = trace.steps.slice(0, step).map(({ event }) => event.text);
        const verdict = judgeChallenge(challenge, events);
        if (verdict.type !== 'solved') return;
        const progress = solved(get().progress, challenge.name, events.slice(0, verdict.steps));
        if (progress !== get().progress) set({ progress });
      },
      leaveChallenge: () => set({ challenge: undefined }),
      takeSet: (text) => {
        if (text === undefined || text === get().setOf) return;
        const { set: before } = get();
        set({
          undoable: before === undefined ? undefined : undoableSet(`The set ${named(before)} has made room.`),
          setOf: text,
          tab: 'lessons',
          lesson: undefined,
          asked: 0,
          ...readSet(text),
        });
      },
      leaveSet: () => {
        const { set: before } = get();
        if (before === undefined) return;
        set({
          undoable: undoableSet(`You have left the set ${named(before)}.`),
          setOf: undefined,
          set: undefined,
          asked: 0,
          notice: undefined,
        });
        walk.setState({ setOf: undefined });
      },
      setName: (name) => set({ name: plainLine(name) }),
      openResults: (files) => {
        const { table } = get();
        const undoable = table === undefined ? undefined : { words: 'Another table is open.', back: () => ({ table }) };
        set({ table: resultTable(files), undoable });
      },
      orderResults: (order) => set({ order }),
      closeResults: () => {
        const { table } = get();
        set({ table: undefined, undoable: { words: 'The table is closed.', back: () => ({ table }) } });
      },
      changeDraft: (change) => set({ draft: { ...get().draft, ...change } }),
      forget: () => {
        const { progress: before, chosen, marked } = get();
        // What was done since then is kept, too.
        const back = ({ progress }: LearnState) => ({ progress: mergeProgress(before, progress), chosen, marked });
        set({
          undoable: { words: 'Your results are forgotten.', back },
          progress: noProgress,
          chosen: new Map(),
          marked: new Set(),
        });
      },
      undo: () => {
        const { undoable } = get();
        if (undoable !== undefined) set({ ...undoable.back(get()), undoable: undefined });
      },
      letGo: () => set({ undoable: undefined }),
    };
  });
}

/** The run of a scenario in view at a step; a run that is in view already is only moved in, so that nothing is drawn anew. */
function showStep(walk: WalkStore, scenario: string, step: number): void {
  const { load, jump } = walk.getState();
  const found = findScenario(scenario);
  if (found !== undefined && isRunOf(walk.getState(), found)) jump(step);
  else load({ scenario, step: String(step), open: 'learn' });
}
