/** What a search found, as plain data: event texts in place of states, so that it travels between workers and into files. */
import type { Property } from '#model/property.ts';
import type { System } from '#model/system.ts';
import type { Search, Stop, Verdict } from './search.ts';
import { eventsAlong, shortestRun } from './shortestRun.ts';

export interface PropertyReport {
  readonly id: string;
  readonly verdict: Verdict;
  /** Whether the search met a state that the property speaks of. */
  readonly cameUp: boolean;
  /** How many states break it; of `sometimes`, bear it out. */
  readonly count: number;
  /** The event texts of a shortest run to such a state; undefined where none was met. */
  readonly run: readonly string[] | undefined;
}

export interface CheckReport {
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  /** How many states are at rest. */
  readonly ends: number;
  /** States with a message in flight that nobody takes, and a shortest run to one; undefined where none was met. */
  readonly stuck: { readonly count: number; readonly run: readonly string[] } | undefined;
  /** Undefined where all states were seen. */
  readonly stopped: Stop | undefined;
  /** A rule that asks for what its field or queue cannot hold, and the run on which it does: a bug in the rules. */
  readonly broken: { readonly rule: string; readonly reason: string; readonly run: readonly string[] } | undefined;
  readonly termination:
    | { readonly type: 'every run ends' | 'not finished' }
    /** The events that lead to a circle, and those of the circle. */
    | { readonly type: 'cycle'; readonly lead: readonly string[]; readonly circle: readonly string[] };
  readonly properties: readonly PropertyReport[];
  /** How often each rule was taken, by its id, in the system's order. */
  readonly taken: Readonly<Record<string, number>>;
  readonly octets: number;
}

/** The report of a search as it stands. */
export function reportOf(system: System, search: Search): CheckReport {
  const { states, transitions, depth, ends, stuck, stopped, broken, termination, properties, taken, octets } =
    search.result();
  const runTo = (number: number) => shortestRun(system, search, number).map((event) => event.text);
  return {
    states,
    transitions,
    depth,
    ends,
    stuck: stuck.witness === undefined ? undefined : { count: stuck.count, run: runTo(stuck.witness) },
    stopped,
    broken: broken && { rule: broken.rule, reason: broken.reason, run: runTo(broken.state) },
    termination: termination.type === 'cycle' ? cycleReport(system, search, termination.states) : termination,
    properties: properties.map(({ property, verdict, cameUp, count, witness }) => ({
      id: property.id,
      verdict,
      cameUp,
      count,
      run: witness === undefined ? undefined : runTo(witness),
    })),
    taken: Object.fromEntries(system.rules.map((rule, at) => [rule.id, taken[at] ?? 0])),
    octets,
  };
}

/** Runs a search to its end and reports. */
export function searchToEnd(system: System, search: Search): CheckReport {
  while (!search.advance(1_000_000));
  return reportOf(system, search);
}

function cycleReport(system: System, search: Search, numbers: readonly number[]): CheckReport['termination'] {
  const [first = 0] = numbers;
  const circle = [...numbers, first].map((each) => search.state(each));
  return {
    type: 'cycle',
    lead: shortestRun(system, search, first).map((event) => event.text),
    circle: eventsAlong(system, circle).map((event) => event.text),
  };
}

/** The properties that a search watches beside those asked for, where a claim is also reported field by field. */
export function withFields<P extends Property & { readonly perField?: readonly FieldClaim[] }>(
  properties: readonly P[],
): readonly Property[] {
  return properties.flatMap((property): readonly Property[] => [
    property,
    ...(property.perField ?? []).map(({ field, claim }) => ({
      ...property,
      id: fieldPropertyId(property.id, field.id),
      claim,
    })),
  ]);
}

/** What the property of one field of a claim is called. */
export function fieldPropertyId(property: string, field: string): string {
  return `${property}/${field}`;
}

interface FieldClaim {
  readonly field: { readonly id: string };
  readonly claim: Property['claim'];
}
