/** Why an event is not possible: the rules that a state does not allow, and which of their conditions fail. */
import type { Event } from '#model/event.ts';
import type { Rule } from '#model/rule.ts';
import type { State } from '#model/state.ts';
import type { Finding, System } from '#model/system.ts';

export interface Refusal {
  readonly rule: Rule;
  /** All conditions of the rule, those of its message included where such a message could be looked at. */
  readonly findings: readonly Finding[];
  readonly failing: readonly Finding[];
}

/**
 * The actions and timers that are not possible in a state, and the deliveries that another rule answers; the one that
 * lacks least comes first. Network faults are left out: they are always possible while something is in flight.
 */
export function refusals(system: System, state: State): readonly Refusal[] {
  const possible = new Set(system.enabled(state).map((event) => event.rule));
  return system.rules
    .filter((rule) => !possible.has(rule.id) && rule.stimulus.kind !== 'fault')
    .flatMap((rule) => {
      const findings = system.explain(rule, state, nextMessage(system, state, rule));
      const failing = findings.filter((finding) => !finding.holds);
      return failing.length === 0 ? [] : [{ rule, findings, failing }];
    })
    .sort((a, b) => a.failing.length - b.failing.length);
}

function nextMessage(system: System, state: State, rule: Rule): Event['at'] {
  if (rule.stimulus.message === undefined) return undefined;
  const queue = system.places.queue(rule.stimulus.message.queue);
  return state.queues[queue]?.length === 0 ? undefined : { queue, position: 0 };
}
