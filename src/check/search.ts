/**
 * A search through all states that a system can reach: what every checker of this layer answers, and how it is asked.
 *
 * Breadth first, so that the first state that breaks a claim is one of those nearest to the start: its run is a shortest one.
 */
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';

/** `not finished`: no state that breaks the claim was met, but not all states were seen. Never said as "holds". */
export type Verdict = 'holds' | 'fails' | 'not finished';

export interface PropertyResult {
  readonly property: Property;
  readonly verdict: Verdict;
  /** Whether a state was met that the property speaks of; a claim that holds without one is true of nothing. */
  readonly cameUp: boolean;
  /** How many states break it (of `sometimes`: bear it out). */
  readonly count: number;
  /** The number of the first state that breaks it (of `sometimes`: bears it out), for `runTo`; undefined if none was met. */
  readonly witness: number | undefined;
}

/** The graph of all runs is free of cycles exactly where every run comes to an end, whatever happens. */
export type Termination =
  | { readonly type: 'every run ends' }
  | { readonly type: 'not finished' }
  /** The states (by number) of a circle, in order: from the last an event leads to the first. */
  | { readonly type: 'cycle'; readonly states: readonly number[] };

/** A rule that asks for what its field or queue cannot hold: a bug in the rules, with the state in which it was met. */
export interface BrokenRule {
  readonly rule: string;
  readonly state: number;
  readonly reason: string;
}

/** A message is in flight, and nothing is possible but faults: a deadlock, since nobody takes the message. */
export interface Stuck {
  /** How many states are so. */
  readonly count: number;
  /** The first of them; undefined if none was met. */
  readonly witness: number | undefined;
}

/** Why a search ended before all states were seen: `queues` where there are more contents of queues than it can number. */
export type Stop = 'bound' | 'memory' | 'queues';

export interface Progress {
  readonly states: number;
  readonly transitions: number;
  /** The number of events of the longest of the shortest runs, so far. */
  readonly depth: number;
  /** All states were seen, so that verdicts are final; what is left to find out is whether every run ends. */
  readonly allSeen: boolean;
}

export interface SearchResult extends Progress {
  /** Undefined where all states were seen. */
  readonly stopped: Stop | undefined;
  readonly broken: BrokenRule | undefined;
  /** How many states are at rest. */
  readonly ends: number;
  readonly stuck: Stuck;
  readonly termination: Termination;
  /** In the order of the properties asked for. */
  readonly properties: readonly PropertyResult[];
  /** For each rule, in the system's order, how often it was taken. */
  readonly taken: readonly number[];
  /** The memory that the search holds, in octets: states, index, bookkeeping. */
  readonly octets: number;
}

export interface SearchLimits {
  /** No more states than this are kept. */
  readonly states?: number;
  /** Memory in octets. */
  readonly octets?: number;
}

/** A search that is under way. Each state has a number, from 0 (the start) on, in the order in which it was met. */
export interface Search {
  /** Goes on for about this many states. True when there is nothing left to do. */
  advance(states: number): boolean;
  progress(): Progress;
  /** What is known by now; final once `advance` has said true. */
  result(): SearchResult;
  /** A state by its number. @throws {RangeError} if no state has it. */
  state(number: number): State;
  /** Whether a state is at rest; undefined while it was not looked at. */
  rests(number: number): boolean | undefined;
  /** The states on a shortest way from the start to a state, both included, by number. */
  wayTo(number: number): readonly number[];
}
