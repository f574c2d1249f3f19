/** Why an event is not possible: the rules that a state does not allow, and which of their conditions fail. */
import type { Event } from '#model/event.ts';
import type { Rule } from '#model/rule.ts';
import type { State } from '#model/state.ts';
import type { Finding, System } from '#model/system.ts';
import type { FailingCondition } from './failing.ts';
import { failingConditions, looksAtPhasesOnly } from './failing.ts';

export interface Refusal {
  readonly rule: Rule;
  /** The message that the rule would act on: of those within its reach, the one for which the fewest conditions fail. */
  readonly at?: NonNullable<Event['at']>;
  /** All conditions of the rule; those that speak of its message only where there is one. */
  readonly findings: readonly Finding[];
  readonly failing: readonly FailingCondition[];
  /** What stands in the way besides the conditions. */
  readonly hindrance?: 'no such message is in flight' | 'another rule answers it';
  /** All that fails is the phase that an actor is in: it is not the time for it. */
  readonly phaseOnly: boolean;
}

/**
 * The actions and timers that are not possible in a state, and the deliveries that another rule answers, with at least
 * one condition that fails; in the order of `whyNot`. Network faults are left out.
 */
export function refusals(system: System, state: State): readonly Refusal[] {
  return whyNot(system, state).filter(({ rule, failing }) => rule.stimulus.kind !== 'fault' && failing.length > 0);
}

/** All rules that are not possible in a state; the one that lacks least first, those that only wait for a phase last. */
export function whyNot(system: System, state: State): readonly Refusal[] {
  const possible = new Set(system.enabled(state).map((event) => event.rule));
  return system.rules
    .filter((rule) => !possible.has(rule.id))
    .map((rule) => refusalOfRule(system, rule, state))
    .sort((a, b) => Number(a.phaseOnly) - Number(b.phaseOnly) || obstacles(a) - obstacles(b));
}

function refusalOfRule(system: System, rule: Rule, state: State): Refusal {
  const { message } = rule.stimulus;
  if (message === undefined) return refuse(system, rule, state);
  const queue = system.places.queue(message.queue);
  const places = (state.queues[queue] ?? []).map((_, position) => ({ queue, position }));
  const headOnly = message.which === 'next' && system.definition.ordering === 'fifo';
  const [first, ...others] = (headOnly ? places.slice(0, 1) : places).map((at) => refuse(system, rule, state, at));
  if (first === undefined) {
    return { ...refuse(system, rule, state), hindrance: 'no such message is in flight', phaseOnly: false };
  }
  return others.reduce((best, each) => (each.failing.length < best.failing.length ? each : best), first);
}

function refuse(system: System, rule: Rule, state: State, at?: Event['at']): Refusal {
  const findings = system.explain(rule, state, at);
  const failing = failingConditions(system, rule, state, at);
  const phaseOnly = failing.length > 0 && failing.every((each) => looksAtPhasesOnly(each.condition));
  const refusal = { rule, findings, failing, phaseOnly, ...(at === undefined ? {} : { at }) };
  return failing.length > 0 ? refusal : { ...refusal, hindrance: 'another rule answers it' };
}

function obstacles(refusal: Refusal): number {
  return refusal.failing.length + (refusal.hindrance === undefined ? 0 : 1);
}
