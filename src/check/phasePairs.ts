/**
 * A space of states as a table by phases: for each combination of the actors' phases (of the UE and the PDN GW, say) how many
 * states there are, how many at rest, how many failing, and a shortest run to one.
 */
import type { Property } from '#model/property.ts';
import type { System } from '#model/system.ts';
import type { Done } from './longWork.ts';
import type { PhaseValue } from './phases.ts';
import { phaseFields, phasesOf, phaseValue } from './phases.ts';
import { RunsTo } from './runsTo.ts';
import type { Search } from './search.ts';
import { breaksProperty } from './stateVerdict.ts';

export interface PhaseCell {
  /** One for each phase field, in the system's order. */
  readonly phases: readonly PhaseValue[];
  readonly states: number;
  readonly atRest: number;
  /** How many of them some property fails in. */
  readonly failing: number;
  /** The properties that fail in one of them. */
  readonly properties: readonly string[];
  /** The event texts of a shortest run to one of them. */
  readonly run: readonly string[];
  /** The event texts of a shortest run to one that fails; undefined where none does. */
  readonly failingRun: readonly string[] | undefined;
}

export interface PhaseTable {
  /** The axes: the phase fields, each with the values that come about, in the order of its domain. */
  readonly axes: readonly { readonly field: string; readonly owner: string; readonly values: readonly PhaseValue[] }[];
  /** In the order in which the search met them. */
  readonly cells: readonly PhaseCell[];
  readonly states: number;
  /** Whether all states were seen. */
  readonly finished: boolean;
}

/** Makes the table of a search that has ended; yields now and then. */
export function* phaseTable(
  system: System,
  search: Search,
  properties: readonly Property[],
  step = 1000,
): Generator<Done, PhaseTable> {
  const { states, stopped } = search.result();
  const fields = phaseFields(system);
  const places = fields.map((field) => system.places.field(field));
  const tallies = new Map<string, Tally>();
  for (let number = 0; number < states; number++) {
    const state = search.state(number);
    const rests = search.rests(number) === true;
    const key = places.map((place) => state.values[place]).join();
    const tally = tallies.get(key) ?? { first: number, states: 0, atRest: 0, failing: 0, broken: new Set<string>() };
    tallies.set(key, tally);
    tally.states++;
    if (rests) tally.atRest++;
    const broken = properties.filter((property) => breaksProperty(system, state, property, rests));
    if (broken.length > 0) {
      tally.failing++;
      tally.firstFailing ??= number;
      for (const { id } of broken) tally.broken.add(id);
    }
    if ((number + 1) % step === 0) yield { done: number + 1, of: states };
  }
  const runs = new RunsTo(system, search);
  const cells = [...tallies.values()].map((tally) => cellOf(system, search, runs, tally, properties));
  const axes = fields.map((field) => {
    const met = new Set(
      cells.flatMap((cell) => cell.phases.filter((each) => each.field === field.id).map((each) => each.value)),
    );
    const values = field.domain.filter((value) => met.has(value)).map((value) => phaseValue(field, value));
    return { field: field.id, owner: field.owner, values };
  });
  return { axes, cells, states, finished: stopped === undefined };
}

interface Tally {
  readonly first: number;
  firstFailing?: number;
  states: number;
  atRest: number;
  failing: number;
  readonly broken: Set<string>;
}

function cellOf(
  system: System,
  search: Search,
  runs: RunsTo,
  tally: Tally,
  properties: readonly Property[],
): PhaseCell {
  const { first, firstFailing, states, atRest, failing, broken } = tally;
  return {
    phases: phasesOf(system, search.state(first)),
    states,
    atRest,
    failing,
    properties: properties.filter(({ id }) => broken.has(id)).map(({ id }) => id),
    run: runs.state(first),
    failingRun: firstFailing === undefined ? undefined : runs.state(firstFailing),
  };
}
