/**
 * The store of the walk: reading, scenario, run with its cursor, and what is open. Everything else is derived from these; what was
 * checked stands in a store of its own (`checkStore.ts`), which follows this one.
 */
import type { TemporalState } from 'zundo';
import { temporal } from 'zundo';
import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { findPreset, presetVariant } from '#detach/presets.ts';
import type { Scenario } from '#detach/scenario.ts';
import { findScenario, scenarios, scenarioVariant } from '#detach/scenario.ts';
import type { Variant } from '#detach/variant.ts';
import { readVariant } from '#detach/variant.ts';
import type { QuestionKind } from '#learn/question.ts';
import type { Event } from '#model/event.ts';
import type { Run } from '#run/branches.ts';
import { forget, jump, rename, startRun, switchTo, take } from '#run/branches.ts';
import type { Trace } from '#run/trace.ts';
import type { SessionOptions } from '#session/options.ts';
import { defaultOptions, readOptions } from '#session/options.ts';
import type { Patch } from '#session/patch.ts';
import type { TimingValues } from '#session/timing.ts';
import { defaultTiming } from '#session/timing.ts';
import type { BasisId } from '#spec/basis.ts';
import { changedReading, variantOf } from './changedReading.ts';
import type { LinkNames } from './linkText.ts';
import { cut, noScenario, openedLink } from './openLink.ts';
import type { KeptPatch } from './patches.ts';
import type { Presented } from './presenting.ts';
import { answered, objected, presented } from './presenting.ts';
import { isAsLoaded, replayOn } from './scenarioRun.ts';
import type { Settings } from './settings.ts';
import { defaultSettings } from './settings.ts';
import { beforeShown, shownRun } from './shownRun.ts';
import { actWords, type Kept, kept, MOST_ACTS, sameData } from './walkHistory.ts';
import { eventOnMessage, runAfterStep, timerEvent } from './walkMoves.ts';

export type Drawer =
  | 'clauses'
  | 'message'
  | 'securityAssociations'
  | 'ueTables'
  | 'pdnGwTables'
  | 'ueDiagram'
  | 'pdnGwDiagram'
  | 'reading'
  | 'whyNot'
  | 'check'
  | 'compare'
  | 'learn'
  | 'share'
  | 'help';

/** What a run that was found does to the claim that it is about. */
export type RunOnClaim = 'fails' | 'bears out';

/** A run that a check has found, as long as nobody has gone on from it. */
export interface ShownRun {
  readonly trace: Trace;
  /** What it shows, as one sentence without a full stop. */
  readonly words: string;
  /** Where that is a claim: whether the run breaks it or bears it out. */
  readonly claim: RunOnClaim | undefined;
  /** The line and the step that were in view before, to go back to; undefined where there was no step to keep. */
  readonly before: { readonly name: string; readonly step: number } | undefined;
}

export interface WalkState {
  readonly scenario: Scenario;
  readonly variant: Variant;
  readonly options: SessionOptions;
  /** Latency and timer values that virtual time runs on. */
  readonly timing: TimingValues;
  readonly run: Run;
  /** The octets that a person changed in messages of the run. */
  readonly patches: readonly KeptPatch[];
  /** Where the line in view was made by a change of reading: the line that it was made from. */
  readonly reread: { readonly from: Trace; readonly to: Trace } | undefined;
  /** The run that was opened by `showRun` last. */
  readonly shown: ShownRun | undefined;
  /** The number of the message that is selected. */
  readonly selected: number | undefined;
  readonly drawer: Drawer | undefined;
  /** While the drawer is Share: the one that it took the place of, which a link opens. */
  readonly behind: Drawer | undefined;
  readonly playing: boolean;
  /** Whether the page is the presenter view. */
  readonly presenting: boolean;
  /** While an objection is followed: what was presented, to come back to. */
  readonly objection: Presented | undefined;
  readonly settings: Settings;
  /** The kind of the question that is asked about the step in view: as long as it is, the page hides what answers it. */
  readonly asking: QuestionKind | undefined;
  /** The set of lessons that a link named last, as it was written. */
  readonly setOf: string | undefined;
  /** One sentence to the person: what was refused, or where a run parted. */
  readonly notice: string | undefined;
  /** The line in view when the notice offered to undo what it tells of: with another one, undo would mean another act. */
  readonly undoable: Trace | undefined;
}

export interface WalkActions {
  /** What the large button says: the next step of the loaded run, or what comes next by virtual time. */
  step(): void;
  back(): void;
  jump(step: number): void;
  end(): void;
  take(event: Event): void;
  /** On the selected message if it is in flight, else on the oldest. */
  lose(): void;
  duplicate(): void;
  /** Changes octets of a message in flight, with the event that says what that means; without one the receiver does not notice. */
  change(patch: Omit<Patch, 'step'>, event: Event | undefined): void;
  /** The first timer that may fire. */
  fireTimer(): void;
  choose(scenario: string): void;
  choosePreset(preset: string): void;
  /** Changes some parameters of the reading at once. */
  setParameters(change: Readonly<Record<string, string | number>>): void;
  /** The same, with a way back to what was in view before. */
  takeReading(change: Readonly<Record<string, string | number>>, words: string): void;
  setOption(name: string, value: string): void;
  /** Changes some of the timing values; one that is no finite number of 0 or more is refused with a sentence. */
  setTiming(change: Partial<TimingValues>): void;
  /**
   * Opens a run that a check has found on a reading: loaded, at its start or at a step. What was in view is kept as a branch, but
   * for a run that was opened so itself and left as it was.
   */
  showRun(wanted: WantedRun): void;
  /** Back to the line and the step that were in view before `showRun`. */
  leaveShown(): void;
  switchBranch(name: string): void;
  renameBranch(name: string): void;
  /** Drops the line in view; the one that was left last comes in its place. */
  dropBranch(): void;
  /** Takes back what was done last to the data of the walk, and says what that was. */
  undo(): void;
  redo(): void;
  select(number: number | undefined): void;
  open(drawer: Drawer | undefined): void;
  play(on: boolean): void;
  ask(kind: QuestionKind | undefined): void;
  set(settings: Partial<Settings>): void;
  tell(notice: string | undefined): void;
  /**
   * Opens what names and values (an address's fragment) ask for, as far as it can be; what is wrong is told. A run that was made by
   * hand stays as a branch. `damage` is what was seen of the link as a whole.
   */
  load(wanted: LinkNames, damage?: string): void;
  /** Begins and ends the presentation; where it ends within an objection, the presented line is in view again. */
  present(on: boolean): void;
  /** From the presented step into an objection, or from there back to exactly what was presented. */
  object(): void;
}

export interface WantedRun {
  readonly variant: Variant;
  /** The texts of its events, from the usual start. */
  readonly events: readonly string[];
  readonly words: string;
  readonly claim?: RunOnClaim;
  readonly step?: number;
  /** A sentence that is switched off in it. */
  readonly without?: BasisId;
}

export type WalkStore = StoreApi<WalkState & WalkActions> & {
  readonly temporal: StoreApi<TemporalState<Kept>>;
};

export function createWalkStore(settings: Settings = defaultSettings): WalkStore {
  const store: WalkStore = createStore<WalkState & WalkActions>()(
    temporal<WalkState & WalkActions, [], [], Kept>(
      (set, get) => actions(settings, set, get, () => store.temporal.getState()),
      {
        partialize: kept,
        equality: sameData,
        limit: MOST_ACTS,
      },
    ),
  );
  return store;
}

function actions(
  settings: Settings,
  set: (change: Partial<WalkState>) => void,
  get: () => WalkState & WalkActions,
  history: () => TemporalState<Kept>,
): WalkState & WalkActions {
  const move = (run: Run) => set({ run });
  const onMessage = (name: string) => {
    const event = eventOnMessage(get(), name);
    if (event !== undefined) get().take(event);
  };
  return {
    ...opened(firstScenario()),
    settings,
    asking: undefined,
    setOf: undefined,
    timing: defaultTiming,
    notice: undefined,
    reread: undefined,
    shown: undefined,
    undoable: undefined,
    behind: undefined,
    presenting: false,
    objection: undefined,
    step: () => {
      const run = runAfterStep(get().run, get().timing);
      if (run !== undefined) move(run);
    },
    back: () => move(jump(get().run, get().run.step - 1)),
    jump: (step) => move(jump(get().run, step)),
    end: () => move(jump(get().run, get().run.trace.steps.length)),
    take: (event) => move(take(get().run, event)),
    lose: () => onMessage('lose'),
    duplicate: () => onMessage('duplicate'),
    change: (patch, event) => {
      const run = event === undefined ? get().run : take(get().run, event);
      const changed: Patch = { ...patch, step: run.step };
      set({ run, patches: [...get().patches, { patch: changed, step: run.trace.steps[run.step - 1] }] });
    },
    fireTimer: () => {
      const { run } = get();
      const event = timerEvent(run);
      if (event !== undefined) move(take(run, event));
    },
    choose: (name) => {
      const scenario = findScenario(name);
      if (scenario === undefined) set({ notice: noScenario(name) });
      else {
        // Two readings can be compared on one scenario after another.
        const drawer = get().drawer === 'compare' ? 'compare' : undefined;
        const { run: left, scenario: before } = get();
        const fresh = opened(scenario);
        const told = isAsLoaded(left, before)
          ? { notice: undefined }
          : { notice: `What was done in "${before.title}" is left.`, undoable: fresh.run.trace };
        set({ ...fresh, drawer, ...told });
      }
    },
    choosePreset: (name) => {
      const preset = findPreset(name);
      if (preset === undefined) set({ notice: `There is no reading "${cut(name)}".` });
      else set(changedReading(get(), presetVariant(preset)));
    },
    setParameters: (change) => {
      const read = readVariant(change, get().variant);
      set(read.ok ? changedReading(get(), read.value) : { notice: read.error });
    },
    takeReading: (change, words) => {
      const { trace } = get().run;
      get().setParameters(change);
      const { notice, run } = get();
      if (run.trace === trace) return;
      const told = notice === undefined ? `Taken: ${words}.` : `Taken: ${words}. ${notice}`;
      set({ notice: told, undoable: run.trace });
    },
    setOption: (name, value) => {
      const read = readOptions({ ...get().options, [name]: value });
      set(read.ok ? { options: read.value } : { notice: read.error });
    },
    setTiming: (change) => {
      const wrong = Object.entries(change).find(
        ([, value]) => typeof value === 'number' && !(value >= 0 && value <= 3_600_000),
      );
      if (wrong !== undefined) set({ notice: `${wrong[0]} cannot be ${String(wrong[1])}: it is 0 to 3600000 ms.` });
      else set({ timing: { ...get().timing, ...change } });
    },
    showRun: (wanted) => set(shownRun(get(), wanted)),
    leaveShown: () => set(beforeShown(get())),
    switchBranch: (name) => {
      const run = switchTo(get().run, name);
      set({ run, variant: variantOf(run.trace), selected: undefined });
    },
    renameBranch: (name) => move(rename(get().run, name)),
    dropBranch: () => {
      const { name, branches } = get().run;
      const next = branches.at(-1);
      if (next === undefined) return;
      const run = forget(switchTo(get().run, next.name), name);
      set({
        run,
        variant: variantOf(run.trace),
        selected: undefined,
        notice: `"${name}" is dropped.`,
        undoable: run.trace,
      });
    },
    undo: () => {
      const before = get();
      history().undo();
      set({ notice: toldOf(before, get(), 'undo'), undoable: undefined });
    },
    redo: () => {
      const before = get();
      history().redo();
      set({ notice: toldOf(before, get(), 'redo'), undoable: undefined });
    },
    select: (selected) => set({ selected }),
    open: (drawer) => {
      const { drawer: before, behind } = get();
      set({ drawer, behind: drawer !== 'share' ? undefined : before === 'share' ? behind : before });
    },
    play: (playing) => set({ playing }),
    ask: (asking) => set({ asking }),
    set: (change) => set({ settings: { ...get().settings, ...change } }),
    tell: (notice) => set({ notice, undoable: undefined }),
    load: (wanted, damage) => set(openedLink(get(), wanted, damage)),
    present: (on) => set(on ? presented() : { ...answered(get()), presenting: false }),
    object: () => set(get().objection === undefined ? objected(get()) : answered(get())),
  };
}

/** Whether what comes next is hidden, in the diagram and among the next events. */
export function hidesNext({ settings, asking }: Pick<WalkState, 'settings' | 'asking'>): boolean {
  return settings.hideNext || (asking !== undefined && !hidesClause({ asking }));
}

/** Whether the sentence that the step rests on is hidden, since it is asked for. */
export function hidesClause({ asking }: Pick<WalkState, 'asking'>): boolean {
  return asking === 'clause';
}

/** What a person is told of an act that was taken back or done again. */
function toldOf(before: WalkState, after: WalkState, way: 'undo' | 'redo'): string {
  if (sameData(kept(before), kept(after))) return `There is nothing to ${way}.`;
  return way === 'undo'
    ? `Undone: ${actWords(kept(after), kept(before))}.`
    : `Done again: ${actWords(kept(before), kept(after))}.`;
}

type Opened = Pick<
  WalkState,
  'scenario' | 'variant' | 'options' | 'run' | 'patches' | 'selected' | 'drawer' | 'playing'
>;

/** A scenario at its start, its run loaded. @throws {Error} if its events do not fit: a test keeps that from happening. */
function opened(scenario: Scenario): Opened {
  const variant = scenarioVariant(scenario);
  const { trace, stopped } = replayOn(variant, scenario, scenario.events);
  if (stopped !== undefined) throw new Error(`scenario ${scenario.name}: ${stopped.reason}`);
  const options = readOptions(scenario.session ?? {});
  return {
    scenario,
    variant,
    options: options.ok ? options.value : defaultOptions,
    run: startRun(trace),
    patches: [],
    selected: undefined,
    drawer: undefined,
    playing: false,
  };
}

function firstScenario(): Scenario {
  const [first] = scenarios;
  if (first === undefined) throw new Error('there is no scenario');
  return first;
}
