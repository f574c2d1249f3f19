/** The open points that a failing property can ask about, described alike: gaps, points for further study, hazards. */
import type { DetachSystem } from '#detach/detach.ts';
import type { DetachProperty, Question } from '#detach/property.ts';
import { awaitsAnswer } from '#detach/propertyClaims.ts';
import { basesOf } from '#model/condition.ts';
import { atRest } from '#run/rest.ts';
import type { Trace } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import type { FfsId } from '#spec/ffs.ts';
import { candidates, ffsPoints } from '#spec/ffs.ts';
import type { GapId } from '#spec/gaps.ts';
import { gaps } from '#spec/gaps.ts';
import type { HazardId } from '#spec/hazards.ts';
import { hazards } from '#spec/hazards.ts';
import { basesOfRun } from './runBases.ts';
import type { StateVerdict } from './stateVerdict.ts';

export interface OpenPoint {
  readonly id: Question;
  readonly kind: 'gap' | 'for further study' | 'hazard';
  /** A few words, no full stop. */
  readonly title: string;
  readonly text: string;
  /** Where a cited RFC settles it: what that says, as a sentence. */
  readonly settledBy?: string;
}

const points: ReadonlyMap<string, OpenPoint> = new Map<string, OpenPoint>([
  ...gaps.map(({ id, title, text, settledBy, filled }): [GapId, OpenPoint] => {
    const point = { id, kind: 'gap', title, text } as const;
    return [id, settledBy === 'cited RFC' ? { ...point, settledBy: filled } : point];
  }),
  ...ffsPoints.map(({ id, title, text }): [FfsId, OpenPoint] => [id, { id, kind: 'for further study', title, text }]),
  ...hazards.map(({ id, title, text }): [HazardId, OpenPoint] => [id, { id, kind: 'hazard', title, text }]),
]);

/** Describes an open point. @throws {Error} for an id outside the closed type: a bug in the caller. */
export function describeOpenPoint(id: Question): OpenPoint {
  const point = points.get(id);
  if (point === undefined) throw new Error(`no open point is called ${id}`);
  return point;
}

/** What is known of a run that fails: what its acts rest on, and the parts of the claim that are false at its end. */
export interface FailingRun {
  readonly bases: readonly string[];
  /** For each false part, all that it rests on. */
  readonly falseParts: readonly (readonly string[])[];
  /** At rest somebody waits at its end for an answer: nothing is sent again, and nobody gives up. */
  readonly waits: boolean;
}

/** What is known of a run of a reading to its end, from the verdict of a property on that. */
export function failingRun(system: DetachSystem, trace: Trace, verdict: StateVerdict): FailingRun {
  const end = stateAt(trace, trace.steps.length);
  return {
    bases: basesOfRun(trace),
    falseParts: verdict.false.map((each) => each.bases),
    waits: system.holds(end, awaitsAnswer(system.parts)) && atRest(system, end),
  };
}

/**
 * What a failing property asks about: what its one false part rests on, where there is one alone; else the first of its
 * questions that the acts of the run rest on, a hazard that is about no gap before all others, since it says more; else the
 * first. A run that ends in waiting asks about retransmission, unless its acts rest on another gap. What only a true part of
 * the claim rests on is not asked.
 */
export function questionOf(property: DetachProperty, run: FailingRun): Question {
  const { claim } = property;
  const settled = basesOf(claim).filter((basis) => !run.falseParts.some((part) => part.includes(basis)));
  const questions = property.questions.filter((id) => !(settled as readonly string[]).includes(id));
  const [part, ...others] = run.falseParts;
  const ofPart = others.length > 0 ? undefined : questions.find((id) => part?.includes(id));
  const shown = questions.filter((id) => restsOn(run.bases, id));
  const waits = run.waits && questions.includes('A4');
  const used = waits ? [...shown.filter((id) => id !== 'FFS-1' && id !== 'FFS-2'), 'A4' as const] : shown;
  return ofPart ?? used.find(isHazardOfItsOwn) ?? used[0] ?? questions[0] ?? property.questions[0];
}

function isHazardOfItsOwn(id: Question): boolean {
  const hazard = hazards.find((each) => each.id === id);
  return hazard !== undefined && !hazard.concerns.some((each) => gaps.some((gap) => gap.id === each));
}

/**
 * Whether a run rests on an open point: on a gap where it rests on that itself; on a point for further study where it rests on
 * the notes that raise it, or on an answer to it; on a hazard where it shows a mishap of the network that the hazard is about,
 * or all else that it is about.
 */
function restsOn(bases: readonly string[], id: Question): boolean {
  const isUsed = (each: string) => bases.includes(each);
  const point = ffsPoints.find((each) => each.id === id);
  if (point !== undefined) {
    const notes: readonly string[] = point.notes;
    return isUsed(id) || notes.some(isUsed) || (id === 'FFS-1' && bases.some(isCandidate));
  }
  const hazard = hazards.find((each) => each.id === id);
  if (hazard === undefined) return isUsed(id);
  const mishaps = hazard.concerns.filter(isMishap);
  const others = hazard.concerns.filter((each) => !isMishap(each));
  return mishaps.some(isUsed) || (others.length > 0 && others.every(isUsed));
}

function isMishap(basis: string): boolean {
  return basis.startsWith('NET-');
}

/** The candidate answers are answers to FFS-1. */
function isCandidate(basis: string): boolean {
  return candidates.some((each) => each.id === basis);
}
