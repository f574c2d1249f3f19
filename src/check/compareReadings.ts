/** Two readings side by side: what each parameter and each property comes to, and which states and events are gained and lost. */
import type { DetachSystem } from '#detach/detach.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { ParameterName, Variant } from '#detach/variant.ts';
import { differences } from '#detach/variant.ts';
import { boundWords } from './boundWords.ts';
import { searchReading } from './checkReading.ts';
import type { CheckReport, PropertyReport } from './checkReport.ts';
import { reportOf } from './checkReport.ts';
import type { Done } from './longWork.ts';
import type { PhaseValue } from './phases.ts';
import type { SearchLimits, Verdict } from './search.ts';
import type { Space } from './spaceContents.ts';
import { contentsOf } from './spaceContents.ts';

/** Spaces with more states than this are compared by their verdicts alone. */
export const mostCompared = 100_000;

export interface ComparedSide {
  readonly variant: Variant;
  /** "with at most 1 loss and no duplication". */
  readonly bound: string;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  readonly ends: number;
  readonly finished: boolean;
}

export interface ComparedVerdict {
  readonly verdict: Verdict;
  readonly cameUp: boolean;
  readonly run: readonly string[] | undefined;
}

export interface ComparedProperty {
  readonly id: string;
  readonly sentence: string;
  /** Undefined where a reading does not have the property. */
  readonly a: ComparedVerdict | undefined;
  readonly b: ComparedVerdict | undefined;
  readonly differs: boolean;
}

export interface ComparedPhases {
  readonly phases: readonly PhaseValue[];
  /** How many states of each reading are in these phases. */
  readonly a: number;
  readonly b: number;
}

/** What the spaces of two readings have, each state and event by its name. */
export interface SpaceDifference {
  /** Events possible somewhere in B and nowhere in A, and the other way round, in the order of the alphabet. */
  readonly events: { readonly gained: readonly string[]; readonly lost: readonly string[] };
  /**
   * How many states A and B have, both, B alone, and A alone. What is noted for claims only is left out of a state here, so that
   * these are fewer than the search counts.
   */
  readonly states: {
    readonly a: number;
    readonly b: number;
    readonly common: number;
    readonly gained: number;
    readonly lost: number;
  };
  /** Every combination of phases that one of them reaches. */
  readonly phases: readonly ComparedPhases[];
}

export interface Comparison {
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly parameters: readonly {
    readonly name: ParameterName;
    readonly a: string | number;
    readonly b: string | number;
  }[];
  readonly properties: readonly ComparedProperty[];
  /** Undefined where a space was not seen to its end or has too many states. */
  readonly spaces: SpaceDifference | undefined;
}

/** Compares two readings; yields as the work goes on: the searches first, then what is in their spaces. */
export function* compareReadings(a: Variant, b: Variant, limits?: SearchLimits): Generator<Done, Comparison> {
  const [left, right] = [search(a, limits), search(b, limits)];
  for (const each of [left, right]) {
    while (!each.search.advance(2_000)) yield { done: 0, of: 1 };
  }
  const [ofA, ofB] = [left, right].map((each) => reportOf(each.system, each.search)) as [CheckReport, CheckReport];
  return {
    a: side(a, ofA),
    b: side(b, ofB),
    parameters: differences(a, b).map((name) => ({ name, a: a[name], b: b[name] })),
    properties: compareProperties(left.system, right.system, ofA, ofB),
    spaces: isComparable(ofA) && isComparable(ofB) ? yield* compareSpaces(left, right) : undefined,
  };
}

function search(variant: Variant, limits: SearchLimits | undefined) {
  return searchReading(variant, limits === undefined ? {} : { limits });
}

function side(variant: Variant, report: CheckReport): ComparedSide {
  const { states, transitions, depth, ends } = report;
  return { variant, bound: boundWords(variant), states, transitions, depth, ends, finished: isFinished(report) };
}

function compareProperties(
  left: DetachSystem,
  right: DetachSystem,
  a: CheckReport,
  b: CheckReport,
): readonly ComparedProperty[] {
  const titles = new Map(
    [...propertiesOf(left.parts), ...propertiesOf(right.parts)].map((property) => [property.id, property.title]),
  );
  return [...titles].map(([id, sentence]) => {
    const [ofA, ofB] = [a, b].map((report) => verdictOf(report.properties.find((each) => each.id === id)));
    const differs = ofA?.verdict !== ofB?.verdict;
    return { id, sentence, a: ofA, b: ofB, differs };
  });
}

function verdictOf(report: PropertyReport | undefined): ComparedVerdict | undefined {
  return report && { verdict: report.verdict, cameUp: report.cameUp, run: report.run };
}

function* compareSpaces(a: Space, b: Space): Generator<Done, SpaceDifference> {
  const [inA, inB] = [yield* contentsOf(a, b.system), yield* contentsOf(b, a.system)];
  const common = [...inA.states].filter((key) => inB.states.has(key)).length;
  const phases = new Map([...inA.phases, ...inB.phases].map(([key, { words }]) => [key, words]));
  return {
    events: { gained: without(inB.events, inA.events), lost: without(inA.events, inB.events) },
    states: {
      a: inA.states.size,
      b: inB.states.size,
      common,
      gained: inB.states.size - common,
      lost: inA.states.size - common,
    },
    phases: [...phases].map(([key, words]) => ({
      phases: words,
      a: inA.phases.get(key)?.states ?? 0,
      b: inB.phases.get(key)?.states ?? 0,
    })),
  };
}

function without(all: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...all].filter((each) => !others.has(each)).sort();
}

function isFinished(report: CheckReport): boolean {
  return report.stopped === undefined && report.broken === undefined;
}

function isComparable(report: CheckReport): boolean {
  return isFinished(report) && report.states <= mostCompared;
}
