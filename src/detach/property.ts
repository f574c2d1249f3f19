/** The shape of a property of the detach: the claim in the rule language, and what it asks about where it fails. */
import type { Condition } from '#model/condition.ts';
import type { Field } from '#model/field.ts';
import type { Modality, Property } from '#model/property.ts';
import type { BasisId } from '#spec/basis.ts';
import type { FfsId } from '#spec/ffs.ts';
import type { GapId } from '#spec/gaps.ts';
import type { HazardId } from '#spec/hazards.ts';

/** The open point that a failing property asks about. */
export type Question = GapId | FfsId | HazardId;

export interface DetachProperty extends Property<BasisId> {
  /** What it asks about where it fails: one of these that its run shows, else the first. */
  readonly questions: readonly [Question, ...Question[]];
  /** Set where the reading departs from the claim on purpose: the failure is a difference, not a question. */
  readonly onPurpose?: string;
  /** Set where the claim was replaced by another on purpose: then it does not count as failing. */
  readonly excused?: true;
  /** The claim field by field, where the fields that break it are named one by one. */
  readonly perField?: readonly { readonly field: Field; readonly claim: Condition<BasisId> }[];
}

export type Claim = Condition<BasisId>;

/** How a modality is said of a claim. */
export const modalityWords: Record<Modality, string> = {
  always: 'at every moment',
  atRest: 'at rest',
  sometimes: 'in some run',
};
