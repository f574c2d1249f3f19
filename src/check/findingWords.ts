/** What a finding has to do with the text, in words that the page and a document share: what it asks for, and what it breaks. */
import type { Question } from '#detach/property.ts';
import type { BasisDescription, BasisId } from '#spec/basis.ts';
import { hazards } from '#spec/hazards.ts';
import type { Settled } from './findings.ts';
import type { OpenPoint } from './openPoint.ts';

/** How a run stands to the sentence that a claim rests on: it goes against it, comes to what it asks for, or does not. */
export type Bearing = 'against' | 'reached' | 'not reached';

/** Whether a sentence is one that an edge case among the open points of a claim is known to break. */
export function goesAgainst(basis: BasisId, questions: readonly Question[]): boolean {
  return hazards.some(
    ({ id, findingClass, concerns }) =>
      findingClass === 'violation' && questions.includes(id) && (concerns as readonly string[]).includes(basis),
  );
}

/** What a claim asks for beside its sentence, which is not accused where the run does not come to it. */
export function sayAsked({ clause, text, force }: BasisDescription, bearing: Bearing): string {
  if (force === 'text is silent') return `The text leaves open what this claim asks for (${clause}): ${text}`;
  if (bearing === 'not reached') return `Nothing in this run comes to the sentence behind it (${clause}): ${text}`;
  return `It asks for what ${clause} is meant to bring about: ${text}`;
}

interface Broken {
  readonly basis: BasisDescription;
  readonly bearing: Bearing;
  readonly settled: Settled;
  readonly point: OpenPoint;
  /** A sentence is switched off in the check. */
  readonly isOneOff: boolean;
}

/** Which sentence the run breaks; where it breaks none, what the text does not say instead. */
export function sayBroken({ basis, bearing, settled, point, isOneOff }: Broken): string {
  if (settled === 'changed on purpose') return 'The reading departs from the text here on purpose.';
  if (bearing === 'against') return `This run goes against what is asked for (${basis.clause}).`;
  const none = isOneOff ? 'No sentence is broken but the one that is switched off' : 'No sentence is broken';
  return `${none}: the text ${pointWords[point.kind]} (${point.id}, ${point.title}).`;
}

const pointWords: Record<OpenPoint['kind'], string> = {
  gap: 'leaves a gap',
  'for further study': 'leaves this for further study',
  hazard: 'does not provide for this case',
};
