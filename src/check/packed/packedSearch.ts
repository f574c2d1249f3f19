/**
 * The search over packed states, by code compiled for the system: a state is a few 32-bit words, the index over them a table of
 * state numbers. Where a queue has more contents than there are numbers for, or a counter reaches a value for which it has no
 * room, it begins anew with more bits.
 */
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { atRest } from '#run/rest.ts';
import type { Progress, PropertyResult, Search, SearchLimits, SearchResult, Stop } from '../search.ts';
import { verdictOf } from '../verdict.ts';
import type { Tally } from './engine.ts';
import { Engine, MOST_STATES } from './engine.ts';
import type { Widths } from './layout.ts';
import { TooNarrow } from './layout.ts';
import { header } from './memoryMap.ts';
import { TooManyContents } from './queueContents.ts';

/** So many contents of queues, as a power of two, are looked for first. */
const FIRST_QUEUE_BITS = 14;
const MORE_QUEUE_BITS = 3;
const MOST_QUEUE_BITS = 20;

export class PackedSearch implements Search {
  readonly #system: System;
  readonly #properties: readonly Property[];
  readonly #limits: SearchLimits;
  readonly #start: State;
  #widths: Widths = { queueBits: FIRST_QUEUE_BITS, tops: new Set() };
  #engine: Engine;
  #stopped: Stop | undefined;
  #result: SearchResult | undefined;

  constructor(system: System, properties: readonly Property[], limits: SearchLimits = {}, start = system.initial) {
    this.#system = system;
    this.#properties = properties;
    this.#limits = limits;
    this.#start = start;
    this.#engine = this.#begin();
  }

  advance(states: number): boolean {
    if (this.#stopped !== undefined) return true;
    try {
      const most = this.#limits.states ?? MOST_STATES;
      const { next } = this.#engine;
      const ended = this.#engine.run(states);
      if (ended === 'done') return this.#engine.sweepThrough(states);
      if (ended === 'no memory') this.#stopped = 'memory';
      else if (this.#engine.count >= most || next === this.#engine.next) this.#stopped = 'bound';
      return this.#stopped !== undefined;
    } catch (error) {
      if (error instanceof TooNarrow) {
        this.#beginAnew({ ...this.#widths, tops: new Set([...this.#widths.tops, error.place]) });
      } else if (error instanceof TooManyContents) {
        this.#beginAnew({ ...this.#widths, queueBits: this.#widths.queueBits + MORE_QUEUE_BITS });
      } else throw error;
      return this.advance(states);
    }
  }

  /** With more bits; where there is no room for them, what was found so far is kept. */
  #beginAnew(widths: Widths): void {
    this.#widths = widths;
    try {
      if (widths.queueBits <= MOST_QUEUE_BITS) {
        this.#engine = this.#begin();
        return;
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    this.#stopped = 'queues';
  }

  progress(): Progress {
    const { count, depth, transitions, done } = this.#engine;
    return { states: count, transitions, depth, allSeen: done && this.#stopped === undefined };
  }

  result(): SearchResult {
    const engine = this.#engine;
    const brokenRule = this.#system.rules[engine.word(header.brokenRule)];
    const done = engine.done && this.#stopped === undefined && brokenRule === undefined;
    if (this.#result !== undefined) return this.#result;
    const result: SearchResult = {
      ...this.progress(),
      stopped: this.#stopped,
      broken: brokenRule && {
        rule: brokenRule.id,
        state: engine.word(header.brokenState),
        reason: `${brokenRule.id} asks for more than a field or a queue can hold`,
      },
      ends: engine.word(header.ends),
      stuck: engine.stuck(),
      properties: this.#properties.map((property, at) => this.#resultOf(property, engine.tally(at), done)),
      taken: engine.taken(),
      octets: engine.octets,
      termination: done ? engine.termination() : { type: 'not finished' },
    };
    if (done && engine.swept) this.#result = result;
    return result;
  }

  state(number: number): State {
    return this.#engine.state(number);
  }

  rests(number: number): boolean | undefined {
    return number < this.#engine.next ? atRest(this.#system, this.state(number)) : undefined;
  }

  wayTo(number: number): readonly number[] {
    const way: number[] = [];
    for (let at = number; at > 0; at = this.#engine.parent(at)) way.push(at);
    return [...way, 0].reverse();
  }

  #begin(): Engine {
    return new Engine(this.#system, this.#properties, this.#start, this.#widths, this.#limits);
  }

  #resultOf(property: Property, tally: Tally, done: boolean): PropertyResult {
    const verdict = verdictOf(property, tally.count, done);
    return { property, verdict, ...tally };
  }
}
