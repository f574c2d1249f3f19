/**
 * Two runs side by side, step by step: equal stretches folded, the first difference marked.
 *
 * Steps are matched by the longest common subsequence: best where they read the same and do the same, else where they read
 * the same, else where the same stimulus has another name (the notification has become a BRI).
 */

import type { Start } from '#detach/detach.ts';
import { detach, startState } from '#detach/detach.ts';
import type { Scenario } from '#detach/scenario.ts';
import { scenarioStart, scenarioSystem } from '#detach/scenario.ts';
import type { Variant } from '#detach/variant.ts';
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { replayLike } from '#run/replayLike.ts';
import { replay } from '#run/runText.ts';
import type { Trace, TraceStep } from '#run/trace.ts';
import { traceOf } from '#run/trace.ts';
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
  /** The same event, or the same stimulus under another name, that does not do the same. */
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
  return { ...alignTraces(ofA.trace, ofB.trace), skipped: { a: ofA.skipped, b: ofB.skipped } };
}

/** Two runs of any systems. */
export function alignTraces(a: Trace, b: Trace): Pick<AlignedRuns, 'rows' | 'firstDifference'> {
  const rows = folded(matched(a, b));
  const first = rows.findIndex((row) => row.type !== 'equal');
  return { rows, firstDifference: first < 0 ? undefined : first };
}

interface Replayed {
  readonly trace: Trace;
  readonly skipped: readonly Skipped[];
}

function replaySkipping(system: System, steps: readonly TraceStep[], start: State): Replayed {
  const events: Event[] = [];
  const skipped: Skipped[] = [];
  let state = start;
  for (const step of steps) {
    const { trace, stopped } = replayLike(system, [step], state);
    const [taken] = trace.steps;
    if (taken === undefined) {
      skipped.push({ at: step.step, event: step.event.text, reason: stopped?.reason ?? 'It is not possible here.' });
      continue;
    }
    events.push(taken.event);
    state = taken.state;
  }
  return { trace: traceOf(system, events, start), skipped };
}

type Pair =
  | { readonly type: 'equal' | 'differs'; readonly a: AlignedStep; readonly b: AlignedStep }
  | { readonly type: 'only a'; readonly a: AlignedStep }
  | { readonly type: 'only b'; readonly b: AlignedStep };

/** The pairs of a heaviest common subsequence, and what stands between them, those of the first run first. */
function matched(a: Trace, b: Trace): readonly Pair[] {
  const [left, right] = [a, b].map((trace) => trace.steps.map((step) => alignedStep(trace, step))) as [
    readonly AlignedStep[],
    readonly AlignedStep[],
  ];
  const weight = (i: number, j: number) => likeness(a.steps[i], b.steps[j], left[i], right[j]);
  const best = bestSums(left.length, right.length, weight);
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [one, other] = [left[i], right[j]];
    if (one === undefined && other === undefined) return pairs;
    const like = one === undefined || other === undefined ? 0 : weight(i, j);
    if (one !== undefined && other !== undefined && like > 0 && at(i, j) === at(i + 1, j + 1) + like) {
      pairs.push({ type: like === sameInAll ? 'equal' : 'differs', a: one, b: other });
      i++;
      j++;
    } else if (one !== undefined && (other === undefined || at(i, j) === at(i + 1, j))) {
      pairs.push({ type: 'only a', a: one });
      i++;
    } else if (other !== undefined) {
      pairs.push({ type: 'only b', b: other });
      j++;
    }
  }
}

/** For each pair of places the weight of the best matching of all that comes from there on. */
function bestSums(rows: number, columns: number, weight: (i: number, j: number) => number): readonly number[][] {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    const row = best[i] ?? [];
    for (let j = columns - 1; j >= 0; j--) {
      const like = weight(i, j);
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), like === 0 ? 0 : like + at(i + 1, j + 1));
    }
  }
  return best;
}

const sameInAll = 5;

/** How alike two steps are: 0 where they may not stand side by side. */
function likeness(
  a: TraceStep | undefined,
  b: TraceStep | undefined,
  did: AlignedStep | undefined,
  didToo: AlignedStep | undefined,
): number {
  if (a === undefined || b === undefined) return 0;
  if (a.event.text === b.event.text) return did?.did.join() === didToo?.did.join() ? sameInAll : 4;
  return sameStimulus(a, b) ? 2 : 0;
}

/** The same person acts, the same timer of an actor runs out, or a message of the same direction is delivered or lost. */
function sameStimulus({ rule: a }: TraceStep, { rule: b }: TraceStep): boolean {
  const [one, other] = [a.stimulus, b.stimulus];
  return (
    one.kind === other.kind &&
    one.name === other.name &&
    one.instance === other.instance &&
    one.message?.queue === other.message?.queue &&
    a.actor === b.actor
  );
}

function alignedStep(trace: Trace, step: TraceStep): AlignedStep {
  const { event, rule } = step;
  return {
    step: step.step,
    event: event.text,
    rule: rule.id,
    title: rule.title,
    actor: rule.actor,
    did: sayEffects(trace.system, step.effects),
  };
}

function folded(pairs: readonly Pair[]): readonly AlignedRow[] {
  const rows: AlignedRow[] = [];
  for (const pair of pairs) {
    const last = rows.at(-1);
    if (pair.type === 'equal') {
      const stretch = last?.type === 'equal' ? last : { a: [], b: [] };
      const row = { type: 'equal', a: [...stretch.a, pair.a], b: [...stretch.b, pair.b] } as const;
      if (last?.type === 'equal') rows[rows.length - 1] = row;
      else rows.push(row);
    } else if (pair.type === 'differs') {
      rows.push({ type: 'differs', a: pair.a, b: pair.b });
    } else {
      rows.push(pair);
    }
  }
  return rows;
}
