/** Runs of a scenario: its start on a system, its events replayed there. */
import type { DetachSystem } from '#detach/detach.ts';
import { startState } from '#detach/detach.ts';
import type { Scenario } from '#detach/scenario.ts';
import { scenarios } from '#detach/scenario.ts';
import { systemWithout } from '#detach/switchedOff.ts';
import type { Variant } from '#detach/variant.ts';
import type { Run } from '#run/branches.ts';
import type { Fit } from '#run/runText.ts';
import { replay } from '#run/runText.ts';
import type { Trace } from '#run/trace.ts';
import type { BasisId } from '#spec/basis.ts';

/** The one that the page opens with. */
export function firstScenario(): Scenario {
  const [first] = scenarios;
  if (first === undefined) throw new Error('there is no scenario');
  return first;
}

/** Event texts on a reading, from where the scenario starts, as far as they fit. */
export function replayOn(variant: Variant, scenario: Scenario, texts: readonly string[], without?: BasisId): Fit {
  const system = systemWithout(variant, without);
  return replay(system, texts, startOf(system, scenario));
}

/** Where a scenario starts on a system. */
export function startOf(system: DetachSystem, { start }: Pick<Scenario, 'start'>) {
  return start === undefined ? system.initial : startState(system, start);
}

/** Whether a system has what a scenario's start sets: a reading may lack the field or the message. */
export function hasStart(system: DetachSystem, scenario: Scenario): boolean {
  try {
    startOf(system, scenario);
    return true;
  } catch {
    return false;
  }
}

/** Whether a run is the one that its scenario loads, and nothing was added to it. */
export function isAsLoaded({ trace, branches }: Run, scenario: Scenario): boolean {
  return branches.length === 0 && hasEventsOf(trace, scenario);
}

/** Whether a line has the events of a scenario, no more and no fewer. */
export function hasEventsOf({ steps }: Trace, { events }: Scenario): boolean {
  return steps.length === events.length && steps.every((step, at) => step.event.text === events[at]);
}
