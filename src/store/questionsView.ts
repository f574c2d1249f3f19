/** What fails in a reading, as the Check drawer lists it: questions to the text first, by open point, then what is settled. */
import type { Finding, FindingGroup, Settled } from '#check/findings.ts';
import type { Change } from '#check/repair.ts';
import { parameterWords, sayParameter } from '#detach/parameterWords.ts';
import type { ReadingAnswer } from '#shell/checkMessages.ts';
import { describeBasis, isBasisId } from '#spec/basis.ts';
import { lastOf } from './lastOf.ts';

export interface QuestionSection {
  readonly settled: Settled;
  readonly title: string;
  /** One sentence on what is in it; undefined for the questions themselves. */
  readonly about: string | undefined;
  readonly groups: readonly FindingGroup[];
  readonly count: number;
}

const sections: readonly (Omit<QuestionSection, 'groups' | 'count'> & { readonly title: string })[] = [
  { settled: 'question to the text', title: 'Questions to the text', about: undefined },
  {
    settled: 'for teaching',
    title: 'For teaching',
    about: 'This reading leaves out what the cited RFCs add: what fails here is no question to the text.',
  },
  {
    settled: 'changed on purpose',
    title: 'Changed on purpose',
    about: 'The reading departs from the claim knowingly: a difference, no question.',
  },
  {
    settled: 'left to the cited RFC',
    title: 'Left to the cited RFC, no action',
    about: 'The text says nothing, and an RFC that it cites does.',
  },
];

/** The sections that have something in them. */
export const questionSections = lastOf((answer: ReadingAnswer): readonly QuestionSection[] =>
  sections.flatMap((section) => {
    const groups = answer.findings.groups.flatMap((group): FindingGroup[] => {
      const findings = group.findings.filter(({ settled }) => settled === section.settled);
      return findings.length === 0 ? [] : [{ ...group, findings }];
    });
    const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
    return count === 0 ? [] : [{ ...section, groups, count }];
  }),
);

/** How an open point is headed: "Gap A12" and its title. */
export function pointWords({ id, kind, title }: FindingGroup): string {
  const name = kind === 'gap' ? `Gap ${id}` : kind === 'hazard' ? `Edge case ${id}` : id;
  return `${name}: ${title}`;
}

/** What a claim rests on, in one line; a sentence that its run does not come to is not accused. */
export function restsOn({
  basis,
  bearing,
  discussionOnly,
}: Pick<Finding, 'basis' | 'bearing' | 'discussionOnly'>): string {
  const unconfirmed = basis.confidence === 'unconfirmed' ? ', unconfirmed' : '';
  const notBroken = bearing === 'not reached' && basis.force !== 'text is silent' ? 'not broken: ' : '';
  return `${notBroken}${basis.clause}, ${discussionOnly ? 'discussion part, not agreed text' : basis.force}${unconfirmed}`;
}

/** Documents and sections of some sentences, each once. */
export function clausesOf(bases: readonly string[]): string {
  return [...new Set(bases.filter(isBasisId).map((id) => describeBasis(id).clause))].join(', ');
}

/** "Order of BU and DELETE: BU, then DELETE once the BA is there (now: open: the text gives none)". */
export function changeWords(change: Change): string {
  return `${changedWords(change)} (now: ${sayParameter(change.parameter, change.from)})`;
}

/** The same once it is made: "Order of BU and DELETE: BU, then DELETE once the BA is there". */
export function changedWords({ parameter, to }: Pick<Change, 'parameter' | 'to'>): string {
  return `${parameterWords[parameter]}: ${sayParameter(parameter, to)}`;
}
