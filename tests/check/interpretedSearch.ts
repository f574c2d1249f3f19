/** A search that steps the rules by the interpreter: slow, simple, and the measure for the one that the layer uses. */
import { circleFrom } from '#check/circle.ts';
import type {
  BrokenRule,
  Progress,
  PropertyResult,
  Search,
  SearchLimits,
  SearchResult,
  Termination,
} from '#check/search.ts';
import { verdictOf } from '#check/verdict.ts';
import { conditionHolds } from '#model/evaluate.ts';
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';

interface Tally {
  cameUp: boolean;
  count: number;
  witness: number | undefined;
}

export class InterpretedSearch implements Search {
  readonly #system: System;
  readonly #properties: readonly Property[];
  readonly #most: number;
  readonly #states: State[] = [];
  readonly #parents: number[] = [];
  readonly #depths: number[] = [];
  readonly #atRest: boolean[] = [];
  readonly #next: number[][] = [];
  readonly #numbers = new Map<string, number>();
  readonly #tallies: Tally[];
  readonly #taken: number[];
  #transitions = 0;
  #full = false;
  #broken: BrokenRule | undefined;
  readonly #stuck: number[] = [];

  constructor(system: System, properties: readonly Property[], limits: SearchLimits = {}, start = system.initial) {
    this.#system = system;
    this.#properties = properties;
    this.#most = limits.states ?? Number.POSITIVE_INFINITY;
    this.#tallies = properties.map(() => ({ cameUp: false, count: 0, witness: undefined }));
    this.#taken = system.rules.map(() => 0);
    this.#meet(start, -1);
  }

  advance(states: number): boolean {
    for (let left = states; left > 0 && this.#next.length < this.#states.length; left--) this.#expand();
    return this.#next.length === this.#states.length;
  }

  progress(): Progress {
    return {
      states: this.#states.length,
      transitions: this.#transitions,
      depth: this.#depths.at(-1) ?? 0,
      allSeen: this.#next.length === this.#states.length && !this.#full,
    };
  }

  result(): SearchResult {
    const finished = this.#next.length === this.#states.length && !this.#full && this.#broken === undefined;
    return {
      ...this.progress(),
      stopped: this.#full ? 'bound' : undefined,
      broken: this.#broken,
      ends: this.#atRest.filter(Boolean).length,
      stuck: { count: this.#stuck.length, witness: this.#stuck[0] },
      termination: finished ? this.#termination() : { type: 'not finished' },
      properties: this.#properties.map((property, at) => this.#resultOf(property, this.#tallies[at], finished)),
      taken: this.#taken,
      octets: 0,
    };
  }

  state(number: number): State {
    const state = this.#states[number];
    if (state === undefined) throw new RangeError(`no state has the number ${number}`);
    return state;
  }

  rests(number: number): boolean | undefined {
    return this.#atRest[number];
  }

  wayTo(number: number): readonly number[] {
    const way: number[] = [];
    for (let at = number; at >= 0; at = this.#parents[at] ?? -1) way.unshift(at);
    return way;
  }

  #meet(state: State, parent: number): number {
    const key = keyOf(state);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#states.length >= this.#most) {
      this.#full = true;
      return -1;
    }
    const number = this.#states.length;
    this.#numbers.set(key, number);
    this.#states.push(state);
    this.#parents.push(parent);
    this.#depths.push(parent < 0 ? 0 : (this.#depths[parent] ?? 0) + 1);
    return number;
  }

  #expand(): void {
    const number = this.#next.length;
    const state = this.state(number);
    const events = this.#system.enabled(state);
    const rules = events.map((event) => this.#system.rule(event.rule));
    const still = rules.every((rule) => rule.stimulus.kind === 'fault');
    const rests = still && state.queues.every((queue) => queue.length === 0);
    if (still && !rests) this.#stuck.push(number);
    this.#atRest.push(rests);
    this.#tally(state, number, rests);
    const next: number[] = [];
    for (const event of events) {
      let after: State;
      try {
        after = this.#system.apply(state, event);
      } catch (error) {
        this.#broken ??= { rule: event.rule, state: number, reason: (error as Error).message };
        continue;
      }
      this.#transitions++;
      const rule = this.#system.rules.findIndex((each) => each.id === event.rule);
      this.#taken[rule] = (this.#taken[rule] ?? 0) + 1;
      const met = this.#meet(after, number);
      if (met >= 0) next.push(met);
    }
    this.#next.push(next);
  }

  #tally(state: State, number: number, rests: boolean): void {
    for (const [at, { modality, premise, claim }] of this.#properties.entries()) {
      const tally = this.#tallies[at];
      if (tally === undefined || (modality === 'atRest' && !rests)) continue;
      const speaks = premise === undefined || conditionHolds(this.#system.places, state, premise);
      if (speaks) tally.cameUp = true;
      if (conditionHolds(this.#system.places, state, claim) !== (modality === 'sometimes')) continue;
      tally.count++;
      tally.witness ??= number;
    }
  }

  #resultOf(property: Property, tally: Tally | undefined, finished: boolean): PropertyResult {
    const { cameUp, count, witness } = tally ?? { cameUp: false, count: 0, witness: undefined };
    return { property, verdict: verdictOf(property, count, finished), cameUp, count, witness };
  }

  /** Takes away states into which no way leads, over and over; what is left lies on circles or behind them. */
  #termination(): Termination {
    const ways = this.#states.map(() => 0);
    for (const next of this.#next) for (const to of next) ways[to] = (ways[to] ?? 0) + 1;
    const free = ways.flatMap((count, number) => (count === 0 ? [number] : []));
    for (let number = free.pop(); number !== undefined; number = free.pop()) {
      ways[number] = -1;
      for (const to of this.#next[number] ?? []) {
        ways[to] = (ways[to] ?? 0) - 1;
        if (ways[to] === 0) free.push(to);
      }
    }
    const left = ways.findIndex((count) => count > 0);
    if (left < 0) return { type: 'every run ends' };
    return { type: 'cycle', states: circleFrom(left, (number) => this.#before(number, ways)) };
  }

  /** A state, left over, from which an event leads to this one. */
  #before(number: number, ways: readonly number[]): number {
    return this.#next.findIndex((next, from) => (ways[from] ?? 0) > 0 && next.includes(number));
  }
}

/** A text that two states share only if they are the same. */
function keyOf({ values, queues }: State): string {
  return `${values.join()}|${queues.map((queue) => queue.map((message) => message.join()).join(';')).join('|')}`;
}
