/**
 * Properties: claims over all runs of a system, in the rule language.
 *
 * `always`: in every state that can be reached. `atRest`: in every such state in which nothing is in flight and no event but
 * a fault is possible. `sometimes`: in one state at least. Where every event spends a bound no run goes on for ever, so that
 * what is asked to hold *eventually* is what holds at rest.
 */
import type { Condition } from './condition.ts';

export type Modality = 'always' | 'atRest' | 'sometimes';

export interface Property<Basis extends string = string> {
  /** For scripts, such as `P4`: one word, unique among the properties of a search. */
  readonly id: string;
  /** The claim as one sentence, for people; no full stop. */
  readonly title: string;
  /** What it means in the procedure, one or two sentences. */
  readonly meaning: string;
  /** The sentence, or the silence, that it rests on. */
  readonly basis: Basis;
  readonly modality: Modality;
  /** The states that it speaks of; all of them where it is left out. A claim whose premise never comes is true of nothing. */
  readonly premise?: Condition<Basis>;
  readonly claim: Condition<Basis>;
}
