/** All claims of a reading in one list: over all runs, and at the step in view. */

import { readProperties } from '#check/propertyText.ts';
import type { FalsePart, StateVerdict } from '#check/stateVerdict.ts';
import { judgeState } from '#check/stateVerdict.ts';
import { type DetachProperty, modalityWords } from '#detach/property.ts';
import type { Modality, Property } from '#model/property.ts';
import { atRest } from '#run/rest.ts';
import type { Trace } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import type { OwnClaim, ReadingAnswer } from '#shell/checkMessages.ts';
import { brokenHere, isBroken, propertiesOfLine } from './brokenHere.ts';
import { findingsIn } from './checkView.ts';
import type { VerdictMark } from './checkWords.ts';
import { markOfFailing, ofNothingWords } from './checkWords.ts';
import { lastOf } from './lastOf.ts';
import type { WalkState } from './walkState.ts';

export interface ClaimView {
  readonly key: string;
  readonly sentence: string;
  readonly meaning: string;
  /** "at rest". */
  readonly when: string;
  /** Over all runs. */
  readonly mark: VerdictMark;
  /** What stands behind the mark: "at the earliest after 6 steps", "with at most 1 loss". */
  readonly verdict: string;
  readonly run: readonly string[] | undefined;
  readonly own: boolean;
  /** At the step in view; undefined where one's own property does not fit the reading in view. */
  readonly here: HereView | undefined;
}

export interface HereView {
  readonly broken: boolean;
  readonly words: string;
  /** What of it is false, where it is broken. */
  readonly parts: readonly FalsePart[];
}

/** The claims in the order of the properties, those that fail first; one's own last. */
export function claimViews(
  answer: ReadingAnswer,
  ownText: string,
  { run }: Pick<WalkState, 'run'>,
): readonly ClaimView[] {
  return viewsFor(answer, ownText, run.trace, run.step);
}

const viewsFor = lastOf((answer: ReadingAnswer, ownText: string, trace: Trace, step: number): readonly ClaimView[] => {
  const here = judgesAt(trace, step, ownText);
  const claims = propertiesOfLine(trace).map((property) => ofProperty(property, answer, here(property.id)));
  const own = answer.own.map((claim) => ofOwn(claim, answer, here(`own/${claim.id}`)));
  // What is broken at the step in view comes first: that is what a person asks for who comes from there.
  const rank = ({ mark, here: at }: ClaimView) =>
    at?.broken === true ? -1 : ['fails', 'differs', 'open', 'holds'].indexOf(mark);
  return [...claims.toSorted((a, b) => rank(a) - rank(b)), ...own.toSorted((a, b) => rank(a) - rank(b))];
});

function ofProperty(property: DetachProperty, answer: ReadingAnswer, here: HereView | undefined): ClaimView {
  const { id, title, meaning, modality } = property;
  const finding = findingsIn(answer).find((each) => each.property === id);
  const other = answer.findings.others.find((each) => each.property === id);
  const base = { key: id, sentence: title, meaning, when: modalityWords[modality], own: false, here };
  if (finding !== undefined) {
    const verdict = failsWords(finding.length, modality);
    // What no run comes to has no run to show.
    const run = modality === 'sometimes' ? undefined : finding.run;
    return { ...base, mark: markOfFailing(finding.settled), verdict, run };
  }
  const holds = other?.verdict === 'holds';
  const verdict = holds ? holdsWords(answer, other.ofNothing) : 'it does not fail so far';
  return { ...base, mark: holds ? 'holds' : 'open', verdict, run: undefined };
}

function ofOwn(claim: OwnClaim, answer: ReadingAnswer, here: HereView | undefined): ClaimView {
  const { id, sentence, meaning, modality, verdict, ofNothing, run } = claim;
  const base = { key: `own/${id}`, sentence, meaning, when: modalityWords[modality], run, own: true, here };
  if (verdict === 'not finished') return { ...base, mark: 'open', verdict: 'undecided so far' };
  if (verdict === 'fails') return { ...base, mark: 'fails', verdict: failsWords(run?.length, modality) };
  const steps = modality === 'sometimes' && run !== undefined ? `, after ${stepsWords(run.length)}` : '';
  return { ...base, mark: 'holds', verdict: `${holdsWords(answer, ofNothing)}${steps}` };
}

function failsWords(length: number | undefined, modality: Modality): string {
  if (modality === 'sometimes') return 'no run comes to it';
  return `at the earliest after ${stepsWords(length ?? 0)}`;
}

function stepsWords(count: number): string {
  return count === 1 ? '1 step' : `${count} steps`;
}

function holdsWords({ findings }: ReadingAnswer, ofNothing: boolean): string {
  return ofNothing ? `${ofNothingWords}, ${findings.bound}` : findings.bound;
}

/** What each property says of one state, by its id. */
function judgesAt(trace: Trace, step: number, ownText: string): (id: string) => HereView | undefined {
  const state = stateAt(trace, step);
  const rests = atRest(trace.system, state);
  const read = readProperties(trace.system, ownText);
  const own = (read.ok ? read.value : []).map((property) => ({ ...property, id: `own/${property.id}` }));
  const all = new Map<string, Property>([...propertiesOfLine(trace), ...own].map((each) => [each.id, each]));
  const onPurpose = brokenHere({ run: { trace, step } }).filter(({ settled }) => markOfFailing(settled) === 'differs');
  return (id) => {
    const property = all.get(id);
    const differs = onPurpose.some((each) => each.property === id);
    return property && hereView(property, judgeState(trace.system, state, property, rests), differs);
  };
}

function hereView(property: Property, verdict: StateVerdict, onPurpose: boolean): HereView {
  if (isBroken(property, verdict)) {
    return { broken: true, words: onPurpose ? 'differs at this step' : 'broken at this step', parts: verdict.false };
  }
  if (!verdict.speaks) {
    const words =
      verdict.silent === 'not at rest' ? 'not asked here: not at rest' : 'not asked here: it speaks of other states';
    return { broken: false, words, parts: [] };
  }
  if (property.modality === 'sometimes') {
    return { broken: false, words: verdict.holds ? 'so at this step' : 'not so at this step', parts: [] };
  }
  return { broken: false, words: 'kept at this step', parts: [] };
}
