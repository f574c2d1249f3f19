/** The graph of all states that a reading can reach, where they are few enough to be drawn. */
import type { Event } from '#model/event.ts';
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import type { PhaseValue } from './phases.ts';
import { phasesOf } from './phases.ts';
import { RunsTo } from './runsTo.ts';
import type { Search } from './search.ts';
import { stateKey } from './stateKey.ts';
import { breaksProperty } from './stateVerdict.ts';

/** More states than this are not drawn one by one: there is the table by phases. */
export const mostDrawn = 300;

export interface StateNode {
  /** In the order in which the search met the states; 0 is the start. */
  readonly number: number;
  /** The events of the shortest run to it. */
  readonly depth: number;
  readonly phases: readonly PhaseValue[];
  readonly rests: boolean;
  /** The properties that fail in it. */
  readonly fails: readonly string[];
  /** The event texts of a shortest run to it. */
  readonly run: readonly string[];
  /** What it is found by. */
  readonly key: string;
}

export interface StateEdge {
  readonly from: number;
  readonly to: number;
  readonly event: string;
  readonly rule: string;
  readonly kind: 'action' | 'timer' | 'delivery' | 'fault';
}

export interface StateGraph {
  readonly nodes: readonly StateNode[];
  readonly edges: readonly StateEdge[];
}

/** The graph of a search that has ended; undefined where it has more than `mostDrawn` states, or was stopped. */
export function stateGraph(system: System, search: Search, properties: readonly Property[]): StateGraph | undefined {
  const { states: count, stopped, broken } = search.result();
  if (count > mostDrawn || stopped !== undefined || broken !== undefined) return undefined;
  const states = Array.from({ length: count }, (_, number) => search.state(number));
  const runs = new RunsTo(system, search);
  const nodes = states.map((state, number) => nodeFor(system, search, state, number, runs.state(number), properties));
  const numbers = new Map(nodes.map(({ key, number }) => [key, number]));
  const edges = states.flatMap((state, from) =>
    system.enabled(state).map((event) => edgeFor(system, state, from, event, numbers)),
  );
  return { nodes, edges };
}

/**
 * The number of the node that a state is, of this system or of one that differs in its bounds on faults alone; undefined
 * where it lies beyond the bounds of the graph.
 */
export function nodeOf(graph: StateGraph, system: System, state: State): number | undefined {
  const key = stateKey(system, state);
  return graph.nodes.find((node) => node.key === key)?.number;
}

function nodeFor(
  system: System,
  search: Search,
  state: State,
  number: number,
  run: readonly string[],
  properties: readonly Property[],
): StateNode {
  const rests = search.rests(number) === true;
  return {
    number,
    depth: run.length,
    phases: phasesOf(system, state),
    rests,
    fails: properties.filter((property) => breaksProperty(system, state, property, rests)).map(({ id }) => id),
    run,
    key: stateKey(system, state),
  };
}

/** @throws {Error} if the event leads to a state that the search has not met: a bug. */
function edgeFor(
  system: System,
  state: State,
  from: number,
  event: Event,
  numbers: ReadonlyMap<string, number>,
): StateEdge {
  const to = numbers.get(stateKey(system, system.apply(state, event)));
  if (to === undefined) throw new Error(`the search has not met what "${event.text}" leads to`);
  return { from, to, event: event.text, rule: event.rule, kind: system.rule(event.rule).stimulus.kind };
}
