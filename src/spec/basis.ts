/**
 * What a condition or an update of a rule may rest on: one closed type over all sentences of this layer, and one description for
 * each of them, ready for the clause bar.
 */
import type { Fact } from './fact.ts';
import { type CandidateId, candidates, type FfsId, ffsPoints } from './ffs.ts';
import { type GapId, gaps } from './gaps.ts';
import { type IpsecFactId, ipsecFacts } from './ipsecFacts.ts';
import {
  type StageTwoFactId,
  stageTwoFacts,
  type Ts24303FactId,
  ts24303Facts,
  type WlanFactId,
  wlanFacts,
} from './laterTexts.ts';
import { type LocalChoiceId, localChoices } from './localChoices.ts';
import { type NetworkFactId, networkFacts } from './networkFacts.ts';
import { type RequirementId, requirements } from './requirements.ts';
import { forceOfRfcRule } from './rfcRule.ts';
import { type RfcRuleId, rfcRules } from './rfcRules.ts';
import type { Confidence, Force } from './source.ts';

export type BasisId =
  | RequirementId
  | RfcRuleId
  | GapId
  | FfsId
  | CandidateId
  | IpsecFactId
  | StageTwoFactId
  | Ts24303FactId
  | WlanFactId
  | LocalChoiceId
  | NetworkFactId;

export interface BasisDescription {
  readonly id: BasisId;
  /** A few words, no full stop. */
  readonly title: string;
  /** Document and section as printed, such as 'TR 24.801 8.4.3.2', 'RFC 3775 11.8' or 'our choice'. */
  readonly clause: string;
  readonly force: Force;
  /** One sentence. */
  readonly text: string;
  readonly confidence: Confidence;
}

const report = 'TR 24.801';

function cite(document: string, section: string | null): string {
  return section === null ? document : `${document} ${section}`;
}

function describeFact(fact: Fact & { readonly id: BasisId }): BasisDescription {
  const { id, title, force, text, confidence } = fact;
  return { id, title, clause: cite(fact.document, fact.section), force, text, confidence };
}

const descriptions: readonly BasisDescription[] = [
  ...requirements.map(
    ({ id, title, clause, force, text }): BasisDescription => ({
      id,
      title,
      clause: clause === 'Discussion' ? `contribution to ${report}, discussion part` : cite(report, clause),
      force,
      text,
      confidence: 'read',
    }),
  ),
  ...rfcRules.map(
    ({ id, title, document, section, text, confidence }): BasisDescription => ({
      id,
      title,
      clause: cite(document, section),
      force: forceOfRfcRule(document),
      text,
      confidence,
    }),
  ),
  ...gaps.map(
    ({ id, title, text }): BasisDescription => ({
      id,
      title,
      clause: `${report} 8.4.3, unsaid`,
      force: 'text is silent',
      text,
      confidence: 'read',
    }),
  ),
  ...ffsPoints.map(
    ({ id, title, text }): BasisDescription => ({
      id,
      title,
      clause: `${report} 8.4.3, editor's note`,
      force: id === 'FFS-3' ? "editor's note" : 'FFS',
      text,
      confidence: 'read',
    }),
  ),
  ...candidates.map(
    ({ id, title, text }): BasisDescription => ({
      id,
      title,
      clause: 'candidate answer to FFS',
      force: 'FFS',
      text,
      confidence: 'our choice',
    }),
  ),
  ...[...ipsecFacts, ...stageTwoFacts, ...ts24303Facts, ...wlanFacts, ...localChoices, ...networkFacts].map(
    describeFact,
  ),
];

const byId: ReadonlyMap<string, BasisDescription> = new Map(descriptions.map((one) => [one.id, one]));

/** Every basis there is: the contribution in its own order first, then RFC rules, open points and facts. */
export const basisIds: readonly BasisId[] = descriptions.map((one) => one.id);

/** Whether a text names a basis, such as one read from a link. */
export function isBasisId(text: string): text is BasisId {
  return byId.has(text);
}

/**
 * Describes a basis for the reader.
 * @throws {Error} for an id outside the closed type: a bug in the caller.
 */
export function describeBasis(id: BasisId): BasisDescription {
  const description = byId.get(id);
  if (description === undefined) throw new Error(`no basis is called ${id}`);
  return description;
}
