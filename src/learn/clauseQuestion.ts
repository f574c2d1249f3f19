/** A question about the sentence that the step in view rests on most. */
import { basisOfStep } from '#chart/stepBasis.ts';
import { basesOfRule } from '#model/rule.ts';
import type { Session } from '#session/session.ts';
import type { BasisDescription } from '#spec/basis.ts';
import { describeBasis, isBasisId } from '#spec/basis.ts';
import type { Chance } from './chance.ts';
import { drawn, shuffled } from './chance.ts';
import { stirWords } from './eventWords.ts';
import type { Question } from './question.ts';
import { sayReasons, stepReasons } from './stepReasons.ts';

const MOST_WRONG = 3;

/** Undefined at the start, and after a fault of the network: no text asks for those. */
export function clauseQuestion(session: Session, step: number, chance: Chance): Question | undefined {
  const { trace } = session;
  const done = trace.steps[step - 1];
  if (done === undefined || done.rule.stimulus.kind === 'fault') return undefined;
  const basis = basisOfStep(done);
  const text = `The step in view is this. ${stirWords(session, done)}. Which sentence does it rest on most?`;
  // Whatever else the rule rests on would be half right.
  const half = new Set<string>(basesOfRule(done.rule));
  const others = [...new Set(trace.system.rules.flatMap((rule) => basesOfRule(rule)))]
    .filter(isBasisId)
    .map(describeBasis)
    .filter((each) => !half.has(each.id) && each.text !== basis.text);
  const wrong = drawn(others, MOST_WRONG, chance, (each) => each.text);
  if (wrong.length === 0 || text.toLowerCase().includes(basis.text.toLowerCase())) return undefined;
  const parts = stepReasons(session, done).filter((each) => each.basis === basis.id);
  const why = (each: BasisDescription) =>
    each === basis ? `This sentence decides the step (${each.force}).` : 'No part of this step rests on it.';
  return {
    kind: 'clause',
    step,
    text,
    several: false,
    options: shuffled(
      [basis, ...wrong].map((each) => ({ key: each.id, text: sayBasis(each), right: each === basis, why: why(each) })),
      chance,
    ),
    about: `What it decides here. ${sayReasons(parts)}`,
  };
}

function sayBasis({ clause, text }: BasisDescription): string {
  return `${clause}: ${text}`;
}
