/** Why a rule cannot be applied: which of its conditions fail, and what is so instead, in words. */
import type { Condition, Term } from '#model/condition.ts';
import { basesOf } from '#model/condition.ts';
import type { Event } from '#model/event.ts';
import { sayValue, valueAt } from '#model/field.ts';
import type { Rule } from '#model/rule.ts';
import type { Message, State } from '#model/state.ts';
import { read } from '#model/state.ts';
import type { Finding, System } from '#model/system.ts';

/** A condition that does not hold, what is so instead, and all that the condition rests on. */
export interface FailingCondition extends Finding {
  /** The present values of what the condition looks at: "the UE is detached". */
  readonly now: string;
  readonly bases: readonly string[];
}

/** The conditions of a rule that fail in a state, for the message it would act on. */
export function failingConditions(
  system: System,
  rule: Rule,
  state: State,
  at: Event['at'],
): readonly FailingCondition[] {
  const message = at === undefined ? undefined : state.queues[at.queue]?.[at.position];
  return system
    .explain(rule, state, at)
    .filter((finding) => !finding.holds)
    .map((finding) => ({
      ...finding,
      now: sayInstead(system, state, finding.condition, message),
      bases: basesOf(finding.condition),
    }));
}

/** "it needs that X, but Y", for each condition that fails. */
export function sayFailing(failing: readonly FailingCondition[]): string {
  return failing
    .map(({ words, now }) => (now === '' ? `it needs that ${words}` : `it needs that ${words}, but ${now}`))
    .join('; ');
}

/** Whether a condition looks at the message that the rule acts on. */
export function looksAtMessage(condition: Condition): boolean {
  return termsOf(condition).some((term) => term.type === 'arg');
}

/** Whether a condition looks at control states of the actors, and at nothing else. */
export function looksAtPhasesOnly(condition: Condition): boolean {
  if (condition.type === 'inFlight') return false;
  const terms = termsOf(condition).filter((term) => term.type !== 'constant');
  return terms.length > 0 && terms.every((term) => term.type === 'field' && term.field.role === 'phase');
}

/** What is so of all that a condition looks at: "the UE is detached"; of its message only where there is one. */
export function sayInstead(system: System, state: State, condition: Condition, message?: Message): string {
  const { places } = system;
  const values = termsOf(condition).flatMap((term) => {
    if (term.type === 'field') return [sayValue(term.field, read(places, state, term.field))];
    if (term.type === 'arg' && message !== undefined) {
      return [sayValue(term.arg, valueAt(term.arg, message[places.arg(term.arg)] ?? -1))];
    }
    return [];
  });
  const flying = looksInFlight(condition) ? [sayInFlight(system, state)] : [];
  return [...new Set([...values, ...flying])].join(' and ');
}

function sayInFlight(system: System, state: State): string {
  const names = state.queues.flat().map((each) => system.definition.nameMessage(each, system.places));
  return names.length === 0 ? 'nothing is in flight' : `in flight: ${names.join(', ')}`;
}

function termsOf(condition: Condition): readonly Term[] {
  switch (condition.type) {
    case 'compare':
      return [condition.left, condition.right];
    case 'all':
    case 'any':
      return condition.parts.flatMap(termsOf);
    case 'not':
      return termsOf(condition.part);
    case 'inFlight':
      return [];
    default:
      throw condition satisfies never;
  }
}

function looksInFlight(condition: Condition): boolean {
  if (condition.type === 'all' || condition.type === 'any') return condition.parts.some(looksInFlight);
  return condition.type === 'not' ? looksInFlight(condition.part) : condition.type === 'inFlight';
}
