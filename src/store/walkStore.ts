/**
 * The store of the walk: reading, scenario, run with its cursor, and what is open. Everything else is derived from these; what was
 * checked stands in a store of its own (`checkStore.ts`), which follows this one.
 */
import { createStore } from 'zustand/vanilla';
import type { DetachSystem } from '#detach/detach.ts';
import { detach } from '#detach/detach.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import type { Scenario } from '#detach/scenario.ts';
import { findScenario, scenarios, scenarioVariant } from '#detach/scenario.ts';
import type { Variant } from '#detach/variant.ts';
import { differences, readVariant } from '#detach/variant.ts';
import type { QuestionKind } from '#learn/question.ts';
import type { Event } from '#model/event.ts';
import { sameState } from '#model/state.ts';
import type { Run } from '#run/branches.ts';
import { forget, jump, rename, reread, show, startRun, switchTo, take } from '#run/branches.ts';
import { nextByTime } from '#run/play.ts';
import { replayLike } from '#run/replayLike.ts';
import type { Stop } from '#run/runText.ts';
import { replay } from '#run/runText.ts';
import type { Trace, TraceStep } from '#run/trace.ts';
import { flightAt, stateAt } from '#run/trace.ts';
import type { SessionOptions } from '#session/options.ts';
import { defaultOptions, readOptions } from '#session/options.ts';
import type { Patch } from '#session/patch.ts';
import type { TimingValues } from '#session/timing.ts';
import { defaultTiming } from '#session/timing.ts';
import type { BasisId } from '#spec/basis.ts';
import { clockOf, timingOf } from './clockOf.ts';
import { lastOf } from './lastOf.ts';
import type { LinkNames } from './linkText.ts';
import { cut, noScenario, openedLink } from './openLink.ts';
import type { KeptPatch } from './patches.ts';
import type { Presented } from './presenting.ts';
import { answered, objected, presented } from './presenting.ts';
import { replayOn, startOf } from './scenarioRun.ts';
import type { Settings } from './settings.ts';
import { defaultSettings } from './settings.ts';
import { systemWithout } from './switchedOff.ts';

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

/** A reading that was taken, and what was in view before: it can come back as long as the line is the one that was made then. */
export interface TakenReading {
  readonly trace: Trace;
  readonly before: Pick<WalkState, 'variant' | 'run' | 'reread' | 'shown' | 'selected'>;
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
  /** The way back from a reading that a check has offered and a person took. */
  readonly taken: TakenReading | undefined;
  /** The number of the message that is selected. */
  readonly selected: number | undefined;
  readonly drawer: Drawer | undefined;
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
  /** Takes back the reading that was taken last. */
  untakeReading(): void;
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
  forgetBranch(name: string): void;
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

export type WalkStore = ReturnType<typeof createWalkStore>;

export function createWalkStore(settings: Settings = defaultSettings) {
  return createStore<WalkState & WalkActions>()((set, get) => {
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
      taken: undefined,
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
        const { system } = run.trace;
        const event = system.enabled(stateAt(run.trace, run.step)).find((each) => kindOf(system, each) === 'timer');
        if (event !== undefined) move(take(run, event));
      },
      choose: (name) => {
        const scenario = findScenario(name);
        if (scenario === undefined) set({ notice: noScenario(name) });
        else {
          // Two readings can be compared on one scenario after another.
          const drawer = get().drawer === 'compare' ? 'compare' : undefined;
          set({ ...opened(scenario), drawer, notice: undefined });
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
        const { variant, run, reread, shown, selected } = get();
        get().setParameters(change);
        const { notice, run: after } = get();
        if (after.trace === run.trace) return;
        const told = notice === undefined ? `Taken: ${words}.` : `Taken: ${words}. ${notice}`;
        set({ notice: told, taken: { trace: after.trace, before: { variant, run, reread, shown, selected } } });
      },
      untakeReading: () => {
        const { taken } = get();
        if (taken !== undefined) set({ ...taken.before, taken: undefined, notice: undefined });
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
      forgetBranch: (name) => move(forget(get().run, name)),
      select: (selected) => set({ selected }),
      open: (drawer) => set({ drawer }),
      play: (playing) => set({ playing }),
      ask: (asking) => set({ asking }),
      set: (change) => set({ settings: { ...get().settings, ...change } }),
      tell: (notice) => set({ notice }),
      load: (wanted, damage) => set(openedLink(get(), wanted, damage)),
      present: (on) => set(on ? presented() : { ...answered(get()), presenting: false }),
      object: () => set(get().objection === undefined ? objected(get()) : answered(get())),
    };
  });
}

/** Whether what comes next is hidden, in the diagram and among the next events. */
export function hidesNext({ settings, asking }: Pick<WalkState, 'settings' | 'asking'>): boolean {
  return settings.hideNext || (asking !== undefined && !hidesClause({ asking }));
}

/** Whether the sentence that the step rests on is hidden, since it is asked for. */
export function hidesClause({ asking }: Pick<WalkState, 'asking'>): boolean {
  return asking === 'clause';
}

/** The event that Step takes at the cursor: the loaded run's next one, or what comes next by virtual time. */
export function nextEvent({ run, timing }: Pick<WalkState, 'run' | 'timing'>): Event | undefined {
  const loaded = run.trace.steps[run.step];
  if (loaded !== undefined) return loaded.event;
  return nextByTime(run.trace, clockOf({ run, timing }), timingOf({ timing }));
}

/** The run as Step leaves it, undefined where nothing is left; remembered, since it is asked for before Step is pressed. */
export const runAfterStep = lastOf((run: Run, timing: TimingValues): Run | undefined => {
  const event = nextEvent({ run, timing });
  return event === undefined ? undefined : take(run, event);
});

/** A network act on the selected message, if it is in flight, or else on the oldest in flight. */
export function eventOnMessage(state: Pick<WalkState, 'run' | 'selected'>, name: string): Event | undefined {
  const { run, selected } = state;
  const { system } = run.trace;
  const flight = flightAt(run.trace, run.step);
  const possible = system
    .enabled(stateAt(run.trace, run.step))
    .filter((event) => system.rule(event.rule).stimulus.name === name)
    .map((event) => ({ event, number: flight[event.at?.queue ?? -1]?.[event.at?.position ?? -1] ?? Infinity }))
    .sort((a, b) => a.number - b.number);
  return (possible.find((each) => each.number === selected) ?? possible[0])?.event;
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

/** The same events on another reading, as far as they fit; the line before stays as it is where they do not. */
function changedReading(state: WalkState, variant: Variant): Partial<WalkState> {
  if (differences(state.variant, variant).length === 0) return { notice: undefined };
  const { run } = state;
  // Through several changes in a row the line that a person made stays the one that is replayed.
  const from = state.reread?.to === run.trace ? state.reread.from : run.trace;
  if (differences(variantOf(from), variant).length === 0) {
    const branch = run.branches.find((each) => each.trace === from);
    const back = branch === undefined ? reread(run, from, false) : switchTo(run, branch.name);
    return {
      variant,
      run: forget(jump(back, run.step), branch === undefined ? '' : run.name),
      reread: undefined,
      notice: undefined,
    };
  }
  const system = detach(variant);
  const usual = sameState(from.initial, (from.system as DetachSystem).initial);
  const start = usual ? system.initial : startOf(system, state.scenario);
  const { trace, stopped, renamed } = replayLike(system, from.steps, start);
  const notice =
    stopped !== undefined
      ? partedAt(from.steps[trace.steps.length], trace.steps.length, stopped)
      : renamed !== undefined
        ? `From step ${renamed.step} on, this reading goes another way: "${renamed.to}" in place of "${renamed.from}".`
        : undefined;
  const selected = trace.messages.length < (state.selected ?? 0) ? undefined : state.selected;
  return { variant, run: reread(run, trace, from === run.trace), reread: { from, to: trace }, selected, notice };
}

function shownRun(
  state: WalkState,
  { variant, events, words, claim, step = 0, without }: WantedRun,
): Partial<WalkState> {
  const { run, shown } = state;
  const { trace, stopped } = replay(systemWithout(variant, without), events);
  const again = shown?.trace === run.trace;
  const kept = run.trace.steps.length === 0 ? undefined : { name: run.name, step: run.step };
  return {
    variant,
    run: jump(show(run, trace, 'found', !again), step),
    shown: { trace, words, claim, before: again ? shown.before : kept },
    reread: undefined,
    selected: undefined,
    playing: false,
    notice: stopped?.reason,
  };
}

/** The line before is in view again; the run that was shown goes, since one press brings it back. */
function beforeShown({ run, shown }: WalkState): Partial<WalkState> {
  if (shown?.before === undefined || shown.trace !== run.trace) return { shown: undefined };
  const { name, step } = shown.before;
  const back = forget(jump(switchTo(run, name), step), run.name);
  return { run: back, variant: variantOf(back.trace), shown: undefined, selected: undefined, notice: undefined };
}

function variantOf(trace: Trace): Variant {
  return (trace.system as DetachSystem).parts.variant;
}

/** What a person is told where a run goes on no longer: the step by its title, and the condition that fails. */
function partedAt(next: TraceStep | undefined, kept: number, stopped: Stop): string {
  const title = next?.rule.title ?? stopped.text;
  const failing = stopped.failing?.[0];
  const why = failing === undefined ? 'this reading has no such step' : `it needs that ${failing.words}`;
  return `On this reading the run goes as far as step ${kept}. Then came "${title}": ${why}.`;
}

function firstScenario(): Scenario {
  const [first] = scenarios;
  if (first === undefined) throw new Error('there is no scenario');
  return first;
}

function kindOf(system: Trace['system'], event: Event) {
  return system.rule(event.rule).stimulus.kind;
}
