/** What the steps of a run rest on: the sentences behind all that was done, and those behind what made it possible. */
import { basesOf } from '#model/condition.ts';
import type { Effect } from '#model/evaluate.ts';
import type { Trace, TraceStep } from '#run/trace.ts';

/** A rule taken, and what it did. */
export type Act = Pick<TraceStep, 'rule' | 'effects'>;

/** The sentences that the acts of a run rest on, without repeats, in the order of the run. */
export function basesOfRun(trace: Trace): readonly string[] {
  return [...new Set(trace.steps.flatMap(basesDone))];
}

/** The sentences behind what a step did; what is written for properties only does not count. */
export function basesDone(step: Act): readonly string[] {
  return step.effects.flatMap(basisOfEffect);
}

/** The sentences behind the conditions that a step met, and behind those for want of which a message was not sent. */
export function basesMet({ rule, effects }: Act): readonly string[] {
  const missing = effects.flatMap((effect) => (effect.type === 'notSent' ? [effect.missing] : []));
  return [...rule.when, ...missing].flatMap((condition) => basesOf(condition));
}

function basisOfEffect(effect: Effect): readonly string[] {
  if (effect.type === 'taken' || (effect.type === 'changed' && effect.field.role === 'observer')) return [];
  return [effect.basis];
}
