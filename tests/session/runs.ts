/** Runs for the tests of this folder: a reading and the texts of its events, or a reading and a seed. */
import type { DetachSystem, Start } from '#detach/detach.ts';
import { detach, startState } from '#detach/detach.ts';
import { readVariant } from '#detach/variant.ts';
import { advance, startClock } from '#run/clock.ts';
import { nextByTime, randomWalk } from '#run/play.ts';
import type { Trace } from '#run/trace.ts';
import { extendTrace, startTrace } from '#run/trace.ts';
import type { SessionMessage } from '#session/message.ts';
import type { SessionOptions } from '#session/options.ts';
import { defaultOptions } from '#session/options.ts';
import type { Session } from '#session/session.ts';
import { lastStep, sessionOf } from '#session/session.ts';
import type { Caption, Table } from '#session/tables/table.ts';
import { tableAt } from '#session/tables/tables.ts';
import { clockTiming } from '#session/timing.ts';

export type Given = Readonly<Record<string, unknown>>;

function systemOf(given: Given): DetachSystem {
  const variant = readVariant(given);
  if (!variant.ok) throw new Error(variant.error);
  return detach(variant.value);
}

export interface Extras {
  readonly options?: Partial<SessionOptions>;
  readonly start?: Start;
}

/** The session of a run given by the texts of its events; "..." plays by virtual time until nothing is left. */
export function play(given: Given, texts: readonly string[], extras: Extras = {}): Session {
  const system = systemOf(given);
  let trace = startTrace(system, startState(system, extras.start ?? {}));
  for (const text of texts) trace = text === '...' ? toTheEnd(trace) : take(trace, text);
  return concrete(trace, extras.options);
}

/** The session of a random walk. */
export function walk(given: Given, seed: number, most: number, faults: boolean): Session {
  return concrete(randomWalk(systemOf(given), { seed, most, faults }));
}

/** The session of the first steps of a run. */
export function prefix(session: Session, steps: number): Session {
  const { trace } = session;
  const short = trace.steps
    .slice(0, steps)
    .reduce((t, { event }) => extendTrace(t, event), startTrace(trace.system, trace.initial));
  return sessionOf(short, session.times.slice(0, steps), session.options, session.timing);
}

function concrete(trace: Trace, options: Partial<SessionOptions> = {}): Session {
  const { times } = advance(startClock, trace, clockTiming());
  return sessionOf(trace, times, { ...defaultOptions, ...options });
}

function take(trace: Trace, text: string): Trace {
  const events = trace.system.enabled(trace.steps.at(-1)?.state ?? trace.initial);
  const event = events.find((each) => each.text === text);
  if (event === undefined) throw new Error(`"${text}" is not among: ${events.map((each) => each.text).join('; ')}`);
  return extendTrace(trace, event);
}

function toTheEnd(trace: Trace): Trace {
  let now = trace;
  for (let left = 60; left > 0; left--) {
    const event = nextByTime(now, advance(startClock, now, clockTiming()), clockTiming());
    if (event === undefined) return now;
    now = extendTrace(now, event);
  }
  throw new Error('the run does not end');
}

/** Messages by type, in the order of sending. */
export function ofType(session: Session, type: SessionMessage['type']): readonly SessionMessage[] {
  return session.messages.filter((each) => each.type === type);
}

/** The message of a type at a place in the order of sending. */
export function nth(session: Session, type: SessionMessage['type'], at = 0): SessionMessage {
  const found = ofType(session, type)[at];
  if (found === undefined) throw new Error(`no ${type} number ${at + 1}`);
  return found;
}

/** A table after the last step. */
export function lastTable(session: Session, caption: Caption): Table {
  return tableAt(session, caption, lastStep(session));
}

/** The text of a cell. */
export function text(table: Table, row: string, column: string): string | undefined {
  return table.rows.find((each) => each.key === row)?.cells[column]?.text;
}
