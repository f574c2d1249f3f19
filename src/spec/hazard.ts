/** One edge case of the detach: what the texts make of it. */
import type { BasisId } from './basis.ts';

/**
 * 'ok': the texts lead to the right end. 'subtle': right only if a detail is heeded. 'gap': the text has no rule. 'hazard': a
 * plausible implementation goes wrong. 'violation': something the contribution rules out. 'note': worth knowing, no finding.
 */
export type FindingClass = 'ok' | 'subtle' | 'gap' | 'hazard' | 'violation' | 'note';

export interface Hazard {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly findingClass: FindingClass;
  /** The sentences, rules and gaps that it is about. */
  readonly concerns: readonly BasisId[];
}
