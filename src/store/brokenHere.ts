/** What is broken at the step in view: judged from the state alone, so that a run made by hand is judged like one that was found. */

import type { Settled } from '#check/findings.ts';
import { settle } from '#check/findings.ts';
import { describeOpenPoint, failingRun, questionOf } from '#check/openPoint.ts';
import type { StateVerdict } from '#check/stateVerdict.ts';
import { judgeState } from '#check/stateVerdict.ts';
import type { DetachSystem } from '#detach/detach.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { DetachProperty } from '#detach/property.ts';
import { sentenceOff } from '#detach/switchedOff.ts';
import type { Property } from '#model/property.ts';
import { atRest } from '#run/rest.ts';
import type { Trace } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import { describeBasis } from '#spec/basis.ts';
import { lastOf } from './lastOf.ts';
import type { ShownRun, WalkState } from './walkState.ts';

export interface BrokenClaim {
  readonly property: string;
  readonly sentence: string;
  readonly settled: Settled;
  /** The first step from which on it is broken without a break up to the one in view. */
  readonly since: number;
  readonly verdict: StateVerdict;
}

const propertiesFor = lastOf((system: DetachSystem) => propertiesOf(system.parts));

/** The properties of the reading that a line of the walk is on. */
export function propertiesOfLine(trace: Trace): readonly DetachProperty[] {
  return propertiesFor(trace.system as DetachSystem);
}

const brokenFor = lastOf((trace: Trace, step: number): readonly BrokenClaim[] => {
  const state = stateAt(trace, step);
  const system = trace.system as DetachSystem;
  const rests = atRest(system, state);
  return propertiesOfLine(trace).flatMap((property): BrokenClaim[] => {
    const verdict = judgeState(system, state, property, rests);
    if (!isBroken(property, verdict)) return [];
    const steps = { ...trace, steps: trace.steps.slice(0, step) };
    const point = describeOpenPoint(questionOf(property, failingRun(system, steps, verdict)));
    const { settled } = settle(system.parts.variant, property, point);
    return [
      { property: property.id, sentence: property.title, settled, since: brokenSince(trace, step, property), verdict },
    ];
  });
}, 2);

/** The claims of the reading that the state in view breaks, in the order of the properties. */
export function brokenHere({
  run,
}: {
  readonly run: Pick<WalkState['run'], 'trace' | 'step'>;
}): readonly BrokenClaim[] {
  return brokenFor(run.trace, run.step);
}

/** Whether a verdict on a state is one that fails the property. */
export function isBroken({ modality }: Pick<Property, 'modality'>, { speaks, holds }: StateVerdict): boolean {
  return modality !== 'sometimes' && speaks && !holds;
}

function brokenSince(trace: Trace, step: number, property: DetachProperty): number {
  let since = step;
  while (since > 0 && isBroken(property, judgeState(trace.system, stateAt(trace, since - 1), property))) since--;
  return since;
}

/** The sentence that is switched off in the line in view, and where it stands; undefined where none is. */
export function sentenceOffWords({ run }: Pick<WalkState, 'run'>): string | undefined {
  const off = sentenceOff(run.trace.system);
  if (off === undefined) return undefined;
  const { text, clause } = describeBasis(off);
  return `${text} (${clause})`;
}

export interface ClaimLine {
  readonly claim: BrokenClaim;
  /** How many more are broken at the same step. */
  readonly others: number;
}

/** What the run that is shown has to do with what was asked for. */
export function shownWords({ words, claim }: Pick<ShownRun, 'words' | 'claim'>): string {
  if (claim === undefined) return words;
  return `${claim === 'fails' ? 'a run in which this fails' : 'a run that bears this out'}: ${words}`;
}

/** The one claim to be named on the first screen: that which the shown run is about, else the one broken last, questions first. */
export function claimToName(broken: readonly BrokenClaim[], shownWords: string | undefined): ClaimLine | undefined {
  const rank = (claim: BrokenClaim) => [
    claim.sentence === shownWords ? 0 : 1,
    claim.settled === 'question to the text' ? 0 : 1,
    -claim.since,
  ];
  const [claim] = broken.toSorted((a, b) => compareRanks(rank(a), rank(b)));
  return claim === undefined ? undefined : { claim, others: broken.length - 1 };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, place) => each !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
