/**
 * Two runs side by side, step by step: equal stretches folded, the first difference marked.
 *
 * Steps are matched by the longest common subsequence of their events, preferably of those that do the same; an act under
 * another name (the notification has become a BRI) stands beside the one that it is.
 */

import type { Start } from '#detach/detach.ts';
import { detach, startState } from '#detach/detach.ts';
import type { Scenario } from '#detach/scenario.ts';
import { scenarioStart, scenarioSystem } from '#detach/scenario.ts';
import type { Variant } from '#detach/variant.ts';
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { quote, refusalOf } from '#run/refusal.ts';
import { replayLike } from '#run/replayLike.ts';
import { replay } from '#run/runText.ts';
import type { Trace, TraceStep } from '#run/trace.ts';
import { traceOf } from '#run/trace.ts';
import { alignLists } from './alignLists.ts';
import { sayEffects } from './effectWords.ts';

export interface AlignedStep {
  /** 1 for the first event of its run. */
  readonly step: number;
  readonly event: string;
  readonly rule: string;
  readonly title: string;
  readonly actor: string;
  /** What it did, in words: fields written, messages sent, not sent, discarded. */
  readonly did: readonly string[];
}

export type AlignedRow =
  /** A stretch in which both runs do the same, in as many steps. */
  | { readonly type: 'equal'; readonly a: readonly AlignedStep[]; readonly b: readonly AlignedStep[] }
  /** The same event that does not do the same, or the same act under another name. */
  | { readonly type: 'differs'; readonly a: AlignedStep; readonly b: AlignedStep }
  | { readonly type: 'only a'; readonly a: AlignedStep }
  | { readonly type: 'only b'; readonly b: AlignedStep };

/** An event of the scenario that a reading does not allow where it stands. */
export interface Skipped {
  /** Its place among the events of the scenario, from 1. */
  readonly at: number;
  readonly event: string;
  /** One sentence. */
  readonly reason: string;
}

export interface AlignedRuns {
  readonly rows: readonly AlignedRow[];
  /** The place in `rows` of the first that is not equal; undefined where the runs are the same. */
  readonly firstDifference: number | undefined;
  readonly skipped: { readonly a: readonly Skipped[]; readonly b: readonly Skipped[] };
}

/** The events of a scenario on two readings; an event that does not fit is skipped, and the next one is tried. */
export function alignScenario(scenario: Scenario, a: Variant, b: Variant): AlignedRuns {
  const own = scenarioSystem(scenario);
  const { trace } = replay(own, scenario.events, scenarioStart(scenario, own));
  return alignEvents(trace, a, b, scenario.start);
}

/** The events of a run on two readings, from the same start. */
export function alignEvents(trace: Trace, a: Variant, b: Variant, start: Start = {}): AlignedRuns {
  const [ofA, ofB] = [a, b].map((variant) => {
    const system = detach(variant);
    return replaySkipping(system, trace.steps, startState(system, start));
  }) as [Replayed, Replayed];
  const origins = { a: ofA.origins, b: ofB.origins };
  return { ...alignTraces(ofA.trace, ofB.trace, origins), skipped: { a: ofA.skipped, b: ofB.skipped } };
}

/** Two runs of any systems. `origins` gives for each step of each what it stems from: steps of one origin are the same act. */
export function alignTraces(
  a: Trace,
  b: Trace,
  origins?: { readonly a: readonly number[]; readonly b: readonly number[] },
): Pick<AlignedRuns, 'rows' | 'firstDifference'> {
  const [left, right] = [alignedSteps(a), alignedSteps(b)];
  const sameAct = (i: number, j: number) =>
    origins === undefined ? sameAction(a.steps[i], b.steps[j]) : origins.a[i] === origins.b[j];
  const places = alignLists(left.length, right.length, (i, j) => {
    const [one, other] = [left[i], right[j]];
    if (one?.event === other?.event) return sameDeeds(one, other) ? 1_001 : 1_000;
    return sameAct(i, j) ? 1 : 0;
  });
  const rows: AlignedRow[] = [];
  for (const place of places) {
    const one = place.a === undefined ? undefined : left[place.a];
    const other = place.b === undefined ? undefined : right[place.b];
    addRow(rows, one, other);
  }
  const first = rows.findIndex((row) => row.type !== 'equal');
  return { rows, firstDifference: first < 0 ? undefined : first };
}

interface Replayed {
  readonly trace: Trace;
  /** For each of its steps the step that it was made from. */
  readonly origins: readonly number[];
  readonly skipped: readonly Skipped[];
}

/** An event under another name is taken only where it does not come later under its own. */
function replaySkipping(system: System, steps: readonly TraceStep[], start: State): Replayed {
  const events: Event[] = [];
  const origins: number[] = [];
  const skipped: Skipped[] = [];
  let state = start;
  for (const step of steps) {
    const { text } = step.event;
    const [taken] = replayLike(system, [step], state).trace.steps;
    const comesLater = steps.some((each) => each.step > step.step && each.event.text === taken?.event.text);
    if (taken === undefined || (taken.event.text !== text && comesLater)) {
      const { reason } = refusalOf(system, state, text);
      skipped.push({ at: step.step, event: text, reason: `${quote(text)} is not possible here: ${reason}.` });
      continue;
    }
    events.push(taken.event);
    origins.push(step.step);
    state = taken.state;
  }
  return { trace: traceOf(system, events, start), origins, skipped };
}

/** Adds a pair of steps, or one alone; an equal pair joins the stretch before it. */
function addRow(rows: AlignedRow[], a: AlignedStep | undefined, b: AlignedStep | undefined): void {
  if (a === undefined) {
    if (b !== undefined) rows.push({ type: 'only b', b });
  } else if (b === undefined) {
    rows.push({ type: 'only a', a });
  } else if (a.event === b.event && sameDeeds(a, b)) {
    const last = rows.at(-1);
    if (last?.type === 'equal') rows.pop();
    const stretch = last?.type === 'equal' ? last : { a: [], b: [] };
    rows.push({ type: 'equal', a: [...stretch.a, a], b: [...stretch.b, b] });
  } else {
    rows.push({ type: 'differs', a, b });
  }
}

function sameDeeds(a: AlignedStep | undefined, b: AlignedStep | undefined): boolean {
  return a?.did.join() === b?.did.join();
}

/** The same person acts, whatever the choice. */
function sameAction(a: TraceStep | undefined, b: TraceStep | undefined): boolean {
  const [one, other] = [a?.rule.stimulus, b?.rule.stimulus];
  return one?.kind === 'action' && one.name === other?.name && one.instance === other.instance;
}

function alignedSteps(trace: Trace): readonly AlignedStep[] {
  return trace.steps.map(({ step, event, rule, effects }) => ({
    step,
    event: event.text,
    rule: rule.id,
    title: rule.title,
    actor: rule.actor,
    did: sayEffects(trace.system, effects),
  }));
}
