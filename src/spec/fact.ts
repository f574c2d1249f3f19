/** A fact that is no sentence of the contribution and no numbered RFC rule, but that a rule may rest on. */
import type { Confidence, Force } from './source.ts';

export interface Fact {
  readonly id: string;
  readonly title: string;
  /** The document, or 'our choice' where none is claimed. */
  readonly document: string;
  readonly section: string | null;
  readonly force: Force;
  readonly confidence: Confidence;
  readonly text: string;
}
