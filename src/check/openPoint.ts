/** The open points that a failing property can ask about, described alike: gaps, points for further study, hazards. */
import type { DetachProperty, Question } from '#detach/properties.ts';
import type { FfsId } from '#spec/ffs.ts';
import { ffsPoints } from '#spec/ffs.ts';
import type { GapId } from '#spec/gaps.ts';
import { gaps } from '#spec/gaps.ts';
import type { HazardId } from '#spec/hazards.ts';
import { hazards } from '#spec/hazards.ts';

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
}

/**
 * What a failing property asks about: what its one false part rests on, where there is one alone; else the first of its
 * questions that the acts of the run rest on; else the first.
 */
export function questionOf(property: DetachProperty, run: FailingRun): Question {
  const { questions } = property;
  const [part, ...others] = run.falseParts;
  const ofPart = others.length > 0 ? undefined : questions.find((id) => part?.includes(id));
  return ofPart ?? questions.find((id) => restsOn(run.bases, id)) ?? questions[0];
}

/** A run rests on a hazard where it shows a mishap of the network that the hazard is about, or all else that it is about. */
function restsOn(bases: readonly string[], id: Question): boolean {
  const hazard = hazards.find((each) => each.id === id);
  if (hazard === undefined) return bases.includes(id);
  const concerns: readonly string[] = hazard.concerns;
  const [mishaps, others] = [concerns.filter(isMishap), concerns.filter((each) => !isMishap(each))];
  return (
    mishaps.some((each) => bases.includes(each)) || (others.length > 0 && others.every((each) => bases.includes(each)))
  );
}

function isMishap(basis: string): boolean {
  return basis.startsWith('NET-');
}
