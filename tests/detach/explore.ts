/** Walks for the tests of the rules: a run by its event texts, and a search breadth first up to a number of states. */
import type { DetachSystem } from '#detach/detach.ts';
import type { Scenario } from '#detach/scenario.ts';
import { scenarioStart, scenarioSystem } from '#detach/scenario.ts';
import type { Event } from '#model/event.ts';
import type { Value } from '#model/field.ts';
import { valueAt } from '#model/field.ts';
import type { State } from '#model/state.ts';
import type { Trace } from '#run/trace.ts';
import { extendTrace, startTrace, stateAt } from '#run/trace.ts';

/** The event with this text. @throws {Error} if it is not possible here; says what is. */
function eventNamed(system: DetachSystem, state: State, text: string): Event {
  const enabled = system.enabled(state);
  const event = enabled.find((each) => each.text === text);
  if (event === undefined) {
    throw new Error(`"${text}" is not possible; possible are:\n${enabled.map((each) => each.text).join('\n')}`);
  }
  return event;
}

export type Fields = Readonly<Record<string, Value>>;

export interface Played {
  readonly system: DetachSystem;
  readonly trace: Trace;
  /** All fields by their ids after each event, those of the start first. */
  readonly fields: readonly Fields[];
  /** All fields by their ids at the end. */
  readonly end: Fields;
}

/** A scenario from its start to its end. @throws {Error} if one of its events does not fit. */
export function play(scenario: Scenario): Played {
  const system = scenarioSystem(scenario);
  return playTexts(system, scenario.events, scenarioStart(scenario, system));
}

/** A run by its event texts. @throws {Error} if one of them does not fit. */
export function playTexts(system: DetachSystem, texts: readonly string[], start: State = system.initial): Played {
  let trace = startTrace(system, start);
  for (const text of texts) {
    trace = extendTrace(trace, eventNamed(system, stateAt(trace, trace.steps.length), text));
  }
  const states = [start, ...trace.steps.map((step) => step.state)];
  const fields = states.map((state) => named(system, state));
  return { system, trace, fields, end: fields.at(-1) ?? {} };
}

/** What became of each message of this name: "delivered", "discarded", "lost", "notSent" or "inFlight". */
export function fates(trace: Trace, name: string): readonly string[] {
  return trace.messages.filter((each) => each.name === name).map((each) => each.fate);
}

/** All fields of a state by their ids. */
export function named(system: DetachSystem, state: State): Fields {
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
