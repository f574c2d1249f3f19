/** What the store of the walk holds, and what can be done with it. */
import type { Scenario } from '#detach/scenario.ts';
import type { Variant } from '#detach/variant.ts';
import type { QuestionKind } from '#learn/question.ts';
import type { Event } from '#model/event.ts';
import type { Run } from '#run/branches.ts';
import type { Trace } from '#run/trace.ts';
import type { SessionOptions } from '#session/options.ts';
import type { Patch } from '#session/patch.ts';
import type { TimingValues } from '#session/timing.ts';
import type { BasisId } from '#spec/basis.ts';
import type { LinkNames } from './linkText.ts';
import type { KeptPatch } from './patches.ts';
import type { Presented } from './presenting.ts';
import type { Settings } from './settings.ts';

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
  /** A notice that tells of the act just done: the next act takes it away. */
  readonly passing: string | undefined;
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

/** Whether what comes next is hidden, in the diagram and among the next events. */
export function hidesNext({ settings, asking }: Pick<WalkState, 'settings' | 'asking'>): boolean {
  return settings.hideNext || (asking !== undefined && !hidesClause({ asking }));
}

/** Whether the sentence that the step rests on is hidden, since it is asked for. */
export function hidesClause({ asking }: Pick<WalkState, 'asking'>): boolean {
  return asking === 'clause';
}
