/** Picking the next event: by virtual time, or by a seeded chance. */
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import type { Clock, Timing } from './clock.ts';
import { dueTime } from './clock.ts';
import type { Trace } from './trace.ts';
import { extendTrace, startTrace } from './trace.ts';

/**
 * The event that comes next by virtual time at the end of a trace: faults never, actions of people only where nothing
 * else is possible, or never; of events due at the same time the first in the system's order. Undefined where nothing
 * is left.
 */
export function nextByTime(
  trace: Trace,
  clock: Clock,
  timing: Timing,
  actions: 'last' | 'never' = 'last',
): Event | undefined {
  const { system } = trace;
  const state = trace.steps.at(-1)?.state ?? trace.initial;
  const kindOf = (event: Event) => system.rule(event.rule).stimulus.kind;
  const possible = system.enabled(state).filter((event) => kindOf(event) !== 'fault');
  const ofItself = possible.filter((event) => kindOf(event) !== 'action');
  const candidates = ofItself.length > 0 || actions === 'never' ? ofItself : possible;
  let best: { event: Event; due: number } | undefined;
  for (const event of candidates) {
    const due = dueTime(clock, trace, event, timing);
    if (best === undefined || due < best.due) best = { event, due };
  }
  return best?.event;
}

export interface WalkOptions {
  /** Any whole number; the same seed gives the same walk. */
  readonly seed: number;
  /** The most events taken. */
  readonly most: number;
  /** Whether faults of the network are taken too. */
  readonly faults: boolean;
}

/** A random walk: at each state one of the possible events, by a seeded chance. */
export function randomWalk(system: System, options: WalkOptions, initial: State = system.initial): Trace {
  const random = seeded(options.seed);
  let trace = startTrace(system, initial);
  while (trace.steps.length < options.most) {
    const state = trace.steps.at(-1)?.state ?? initial;
    const events = system
      .enabled(state)
      .filter((event) => options.faults || system.rule(event.rule).stimulus.kind !== 'fault');
    const event = events[Math.floor(random() * events.length)];
    if (event === undefined) break;
    trace = extendTrace(trace, event);
  }
  return trace;
}

/** Mulberry32: numbers of 0 or more and below 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
