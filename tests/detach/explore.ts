/** Walks for the tests of the rules: a run by its event texts, and a search breadth first up to a number of states. */
import type { DetachSystem } from '#detach/detach.ts';
import type { Scenario } from '#detach/scenario.ts';
import { scenarioStart, scenarioSystem } from '#detach/scenario.ts';
import type { Event } from '#model/event.ts';
import type { Value } from '#model/field.ts';
import { valueAt } from '#model/field.ts';
import type { State } from '#model/state.ts';

/** The event with this text. @throws {Error} if it is not possible here; says what is. */
export function eventNamed(system: DetachSystem, state: State, text: string): Event {
  const enabled = system.enabled(state);
  const event = enabled.find((each) => each.text === text);
  if (event === undefined) {
    throw new Error(`"${text}" is not possible; possible are:\n${enabled.map((each) => each.text).join('\n')}`);
  }
  return event;
}

/** The states after each event, the start first. */
export function walk(system: DetachSystem, texts: readonly string[], start: State = system.initial): readonly State[] {
  const states = [start];
  for (const [at, text] of texts.entries()) {
    const state = states[at] ?? start;
    states.push(system.apply(state, eventNamed(system, state, text)));
  }
  return states;
}

/** The state after the last of these events. */
export function after(system: DetachSystem, texts: readonly string[], start: State = system.initial): State {
  return walk(system, texts, start).at(-1) ?? start;
}

export interface Played {
  readonly system: DetachSystem;
  readonly states: readonly State[];
  readonly end: Readonly<Record<string, Value>>;
}

/** A scenario from its start to its end. */
export function play(scenario: Scenario): Played {
  const system = scenarioSystem(scenario);
  const states = walk(system, scenario.events, scenarioStart(scenario, system));
  return { system, states, end: named(system, states.at(-1) ?? system.initial) };
}

/** All fields of a state by their ids. */
export function named(system: DetachSystem, state: State): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    system.definition.fields.map((field, at) => [field.id, valueAt(field, state.values[at] ?? -1)]),
  );
}

/** Nothing in flight, and nothing possible but faults. */
export function atRest(system: DetachSystem, state: State): boolean {
  return (
    state.queues.every((queue) => queue.length === 0) &&
    system.enabled(state).every((event) => system.rule(event.rule).stimulus.kind === 'fault')
  );
}

export interface Visited {
  readonly states: readonly State[];
  /** Whether there are more states than the bound. */
  readonly cut: boolean;
}

/** The states that can be reached, breadth first, at most `most` of them. `visit` sees each with its events. */
export function explore(
  system: DetachSystem,
  most: number,
  visit: (state: State, events: readonly Event[]) => void = () => undefined,
  start: State = system.initial,
): Visited {
  const states = [start];
  const seen = new Set([keyOf(start)]);
  let cut = false;
  for (let at = 0; at < states.length; at++) {
    const state = states[at] as State;
    const events = system.enabled(state);
    visit(state, events);
    for (const event of events) {
      const next = system.apply(state, event);
      const key = keyOf(next);
      if (seen.has(key)) continue;
      if (states.length >= most) {
        cut = true;
        continue;
      }
      seen.add(key);
      states.push(next);
    }
  }
  return { states, cut };
}

/** A text that two states share only if they are the same. */
export function keyOf(state: State): string {
  return `${state.values.join()}|${state.queues.map((queue) => queue.map((message) => message.join()).join(';')).join('|')}`;
}
