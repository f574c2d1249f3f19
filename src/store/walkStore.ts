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
import { findScenario, scenarioVariant } from '#detach/scenario.ts';
import { readVariant } from '#detach/variant.ts';
import type { Run } from '#run/branches.ts';
import { forget, jump, rename, startRun, switchTo, take } from '#run/branches.ts';
import type { Trace } from '#run/trace.ts';
import { defaultOptions, readOptions } from '#session/options.ts';
import type { Patch } from '#session/patch.ts';
import { defaultTiming } from '#session/timing.ts';
import { changedReading, variantOf } from './changedReading.ts';
import { cut, noScenario, openedLink } from './openLink.ts';
import { answered, objected, presented } from './presenting.ts';
import { firstScenario, isAsLoaded, replayOn } from './scenarioRun.ts';
import type { Settings } from './settings.ts';
import { defaultSettings } from './settings.ts';
import { beforeShown, shownRun } from './shownRun.ts';
import { actWords, type Kept, kept, MOST_ACTS, sameData } from './walkHistory.ts';
import { eventOnMessage, runAfterStep, timerEvent } from './walkMoves.ts';
import type { WalkActions, WalkState } from './walkState.ts';

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
  const move = (run: Run) => {
    const { notice, passing } = get();
    set(notice !== undefined && notice === passing ? { run, notice: undefined } : { run });
  };
  const tellInPassing = (notice: string, undoable?: Trace) => set({ notice, passing: notice, undoable });
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
    passing: undefined,
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
        set({ ...fresh, drawer, notice: undefined });
        if (!isAsLoaded(left, before)) tellInPassing(`What was done in "${before.title}" is left.`, fresh.run.trace);
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
      set({ run, variant: variantOf(run.trace), selected: undefined });
      tellInPassing(`"${name}" is dropped.`, run.trace);
    },
    undo: () => {
      const before = get();
      history().undo();
      tellInPassing(toldOf(before, get(), 'undo'));
    },
    redo: () => {
      const before = get();
      history().redo();
      tellInPassing(toldOf(before, get(), 'redo'));
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
