/** The shortest runs to many states of a search: what they have in common is worked out once. */
import type { System } from '#model/system.ts';
import type { Search } from './search.ts';
import { eventsAlong } from './shortestRun.ts';

export class RunsTo {
  readonly #system: System;
  readonly #search: Search;
  readonly #known = new Map<number, readonly string[]>();

  constructor(system: System, search: Search) {
    this.#system = system;
    this.#search = search;
  }

  /** The event texts of a shortest run to a state, by its number. */
  state(number: number): readonly string[] {
    const way = this.#search.wayTo(number);
    let run: readonly string[] = [];
    for (const [at, to] of way.entries()) {
      run = this.#known.get(to) ?? [...run, ...this.#eventsBetween(way[at - 1], to)];
      this.#known.set(to, run);
    }
    return run;
  }

  #eventsBetween(from: number | undefined, to: number): readonly string[] {
    if (from === undefined) return [];
    const step = [this.#search.state(from), this.#search.state(to)];
    return eventsAlong(this.#system, step).map((event) => event.text);
  }
}
