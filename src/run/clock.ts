/**
 * Virtual time: each event has a time in milliseconds from the start of the run.
 *
 * It is the later of the previous event's time and the event's own due time, so time never runs back: a delivery is due
 * one latency after the message was sent; a timer is due its value after its request was last sent; an action of a
 * person is due some thinking time after the previous event.
 */
import type { Event } from '#model/event.ts';
import type { Trace } from './trace.ts';

export interface Timing {
  /** From sending to delivery, in milliseconds. */
  readonly latencyMilliseconds: number;
  /** Before an action of the user or the operator, in milliseconds. */
  readonly thinkMilliseconds: number;
  /** What a timer waits after the n-th transmission (from 1) of its request, in milliseconds. */
  readonly timer: (name: string, transmission: number) => number;
}

/** When a timer was last started, and how often its request has been sent since it was first sent. */
interface Running {
  readonly since: number;
  readonly transmission: number;
}

/** The clock after some events of a trace; grows with it. */
export interface Clock {
  /** For each step its time; the first is that of step 1. */
  readonly times: readonly number[];
  readonly sentAt: ReadonlyMap<number, number>;
  /** By connection and timer name. */
  readonly running: ReadonlyMap<string, Running>;
}

export const startClock: Clock = { times: [], sentAt: new Map(), running: new Map() };

/** The clock once it has seen all steps of a trace; `clock` must have been made from a prefix of it. */
export function advance(clock: Clock, trace: Trace, timing: Timing): Clock {
  let now = clock;
  for (const step of trace.steps.slice(clock.times.length)) {
    const time = Math.max(now.times.at(-1) ?? 0, dueTime(now, trace, step.event, timing, step.acted));
    const sentAt = new Map(now.sentAt);
    const running = new Map(now.running);
    for (const number of step.sent) {
      sentAt.set(number, time);
      const message = trace.messages[number - 1];
      if (message === undefined || message.copyOf !== undefined) continue;
      const key = timerKey(message.name);
      const before = step.rule.stimulus.kind === 'timer' ? (running.get(key)?.transmission ?? 0) : 0;
      running.set(key, { since: time, transmission: before + 1 });
    }
    now = { times: [...now.times, time], sentAt, running };
  }
  return now;
}

/** When an event that is possible after all steps of a trace is due; the past if it is overdue. */
export function dueTime(clock: Clock, trace: Trace, event: Event, timing: Timing, acted?: number): number {
  const last = clock.times.at(-1) ?? 0;
  const rule = trace.system.rule(event.rule);
  switch (rule.stimulus.kind) {
    case 'delivery': {
      const number =
        acted ?? (event.at === undefined ? undefined : trace.inFlight[event.at.queue]?.[event.at.position]);
      return (number === undefined ? last : (clock.sentAt.get(number) ?? 0)) + timing.latencyMilliseconds;
    }
    case 'timer': {
      const { instance } = rule.stimulus;
      const running = clock.running.get(`${rule.choice ?? ''}${instance === undefined ? '' : `@${instance}`}`);
      return running === undefined ? last : running.since + timing.timer(rule.choice ?? '', running.transmission);
    }
    case 'action':
      return last + timing.thinkMilliseconds;
    case 'fault':
      return last;
    default:
      throw rule.stimulus.kind satisfies never;
  }
}

/** The type and the PDN connection of a message name: what its timer is known by. */
function timerKey(name: string): string {
  const [type = '', instance] = [name.split(/[:@]/)[0], name.split('@')[1]];
  return instance === undefined ? type : `${type}@${instance}`;
}
