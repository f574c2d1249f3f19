/** What a check of readings takes: the search alone, and all until the answer. Runs in Node and in a worker of the browser. */
import { searchReading } from '#check/checkReading.ts';
import { reportOf } from '#check/checkReport.ts';
import type { Variant } from '#detach/variant.ts';

export interface CheckFigures {
  readonly states: number;
  readonly transitions: number;
  /** Of the searches, from the first state to the last. */
  readonly searchSeconds: number;
  /** With rules compiled, circles looked for and shortest runs named. */
  readonly seconds: number;
  /** The most memory that one search held, in octets. */
  readonly octets: number;
}

/** All readings, one after the other. */
export function figuresOfCheck(variants: readonly Variant[]): CheckFigures {
  const began = performance.now();
  const sum = { states: 0, transitions: 0, searchSeconds: 0, octets: 0 };
  for (const variant of variants) {
    const { system, search } = searchReading(variant);
    const searching = performance.now();
    while (!search.progress().allSeen && !search.advance(200_000));
    sum.searchSeconds += (performance.now() - searching) / 1000;
    while (!search.advance(1_000_000));
    const { states, transitions, octets } = reportOf(system, search);
    sum.states += states;
    sum.transitions += transitions;
    sum.octets = Math.max(sum.octets, octets);
  }
  return { ...sum, seconds: (performance.now() - began) / 1000 };
}
