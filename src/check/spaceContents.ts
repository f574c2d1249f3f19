/** What is in a space of states, by name, so that it can be compared with that of another system. */
import type { Field } from '#model/field.ts';
import { valueAt } from '#model/field.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import type { Done } from './longWork.ts';
import type { PhaseValue } from './phases.ts';
import { phasesOf } from './phases.ts';
import type { Search } from './search.ts';

/** A system and a search of it that has ended. */
export interface Space {
  readonly system: System;
  readonly search: Search;
}

export interface SpaceContents {
  /** The events possible somewhere. */
  readonly events: ReadonlySet<string>;
  /** The states by name; several that differ only in what is written for properties are one. */
  readonly states: ReadonlySet<string>;
  /** For each combination of phases how many states (as the search counts them) are in it. */
  readonly phases: ReadonlyMap<string, { readonly words: readonly PhaseValue[]; readonly states: number }>;
}

/** Looks at every state; fields that the other system does not have count only where they differ from their start. */
export function* contentsOf(space: Space, other: System, step = 500): Generator<Done, SpaceContents> {
  const { system, search } = space;
  const { states: of } = search.result();
  const nameState = namerOf(system, other);
  const events = new Set<string>();
  const states = new Set<string>();
  const phases = new Map<string, { words: readonly PhaseValue[]; states: number }>();
  for (let number = 0; number < of; number++) {
    const state = search.state(number);
    for (const event of system.enabled(state)) events.add(event.text);
    states.add(nameState(state));
    const words = phasesOf(system, state);
    const key = words.map(({ field, value }) => `${field}=${String(value)}`).join();
    const met = phases.get(key) ?? { words, states: 0 };
    met.states++;
    phases.set(key, met);
    if ((number + 1) % step === 0) yield { done: number + 1, of };
  }
  return { events, states, phases };
}

/** Names a state by its fields, those written for properties only left out, and by the names of its messages. */
function namerOf(system: System, other: System): (state: State) => string {
  const { fields, nameMessage } = system.definition;
  const named = fields.flatMap((field, place) => (field.role === 'observer' ? [] : [{ field, place }]));
  const common = new Set(named.filter(({ field }) => other.field(field.id) !== undefined).map(({ field }) => field));
  const isSaid = (field: Field, index: number | undefined) =>
    common.has(field) || valueAt(field, index ?? -1) !== field.initial;
  return ({ values, queues }) => {
    const said = named.filter(({ field, place }) => isSaid(field, values[place]));
    const words = said.map(({ field, place }) => `${field.id}=${String(valueAt(field, values[place] ?? -1))}`).sort();
    const messages = queues.map((queue) => queue.map((each) => nameMessage(each, system.places)).join(';'));
    return [words.join(), ...messages].join('|');
  };
}
