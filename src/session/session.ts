/**
 * A session: a run made concrete. Each message has its numbers and addresses, each step its counters and its time.
 *
 * A session is a function of the run, its times and the options alone, and what it says of a step does not change as the run grows.
 */
import type { Parts } from '#detach/parts.ts';
import type { Field, Value } from '#model/field.ts';
import { read } from '#model/state.ts';
import type { Trace } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import { Bookkeeper } from './bookkeeper.ts';
import type { Fixture } from './fixture.ts';
import { fixtureOf } from './fixture.ts';
import type { Ledger } from './ledger.ts';
import type { SessionMessage } from './message.ts';
import type { SessionOptions } from './options.ts';
import { defaultOptions } from './options.ts';
import type { TimingValues } from './timing.ts';
import { defaultTiming } from './timing.ts';

export interface Session {
  readonly trace: Trace;
  /** The PDN connections and fields of its reading. */
  readonly parts: Parts;
  /** For each step its time in milliseconds from the start of the run; the first is that of step 1. */
  readonly times: readonly number[];
  readonly options: SessionOptions;
  readonly timing: TimingValues;
  readonly fixture: Fixture;
  /** By number, less one: the same numbers as in the trace. */
  readonly messages: readonly SessionMessage[];
  /** The counters after each step; the first is the start. */
  readonly ledgers: readonly Ledger[];
}

/**
 * Makes a run concrete. With the session of a run that this one goes on from, the same options and timing, only the steps since are followed.
 * @throws {RangeError} if the trace is not of the detach procedure, or has not one time for each step: bugs in the caller.
 */
export function sessionOf(
  trace: Trace,
  times: readonly number[],
  options: SessionOptions = defaultOptions,
  timing: TimingValues = defaultTiming,
  before?: Session,
): Session {
  if (times.length !== trace.steps.length) {
    throw new RangeError(`${trace.steps.length} steps have ${times.length} times`);
  }
  const parts = partsOfTrace(trace);
  const fixture = before?.fixture ?? fixtureOf(options);
  const { messages, ledgers } = new Bookkeeper({ trace, parts, times, options, timing, fixture }).keep(before);
  return { trace, parts, times, options, timing, fixture, messages, ledgers };
}

/** The number of the last step; 0 for a run without events. */
export function lastStep(session: Session): number {
  return session.trace.steps.length;
}

/** The time of a step in milliseconds; 0 at the start. */
export function timeAt(session: Session, step: number): number {
  return session.times[step - 1] ?? 0;
}

/** A message by its number. @throws {RangeError} if there is none. */
export function messageOf(session: Session, number: number): SessionMessage {
  const message = session.messages[number - 1];
  if (message === undefined) throw new RangeError(`there is no message ${number}`);
  return message;
}

/** The value of a field after a step. @throws {RangeError} if the reading has no such field. */
export function valueAtStep<V extends Value>(session: Session, step: number, field: Field<V>): V {
  return read(session.trace.system.places, stateAt(session.trace, step), field);
}

/** The counters after a step. @throws {RangeError} if the run has no such step. */
export function ledgerAt(session: Session, step: number): Ledger {
  const ledger = session.ledgers[step];
  if (ledger === undefined) throw new RangeError(`the run has no step ${step}`);
  return ledger;
}

function partsOfTrace(trace: Trace): Parts {
  const { system } = trace;
  if (!('parts' in system)) throw new RangeError('the trace is not of the detach procedure');
  return system.parts as Parts;
}
