/**
 * Virtual time: each event has a time in milliseconds from the start of the run.
 *
 * It is the later of the previous event's time and the event's own due time, so time never runs back: a delivery is due
 * one latency after the message was sent; a timer is due its value after it was last started; an action of a person is
 * due some thinking time after the previous event; a fault is due at the previous event's time.
 *
 * A timer is named by its rule's choice, and told from those of other PDN connections by the stimulus's instance. It is
 * started by each sending, or try, of a message whose short name up to the first `:` or `@` is the timer's own, or is
 * listed by `startedBy`; what follows an `@` is the instance. Started by its own running out it counts one transmission
 * more, by any other event it begins again at the first. A copy made by the network starts nothing.
 */
import type { Event } from '#model/event.ts';
import type { Rule } from '#model/rule.ts';
import type { Trace } from './trace.ts';

export interface Timing {
  /** From sending to delivery, in milliseconds. */
  readonly latencyMilliseconds: number;
  /** Before an action of the user or the operator, in milliseconds. */
  readonly thinkMilliseconds: number;
  /** What a timer waits after the n-th transmission (from 1) of its request, in milliseconds. */
  readonly timer: (name: string, transmission: number) => number;
  /** The names of the messages that start a timer; without it, a timer is started by the message of its own name. */
  readonly startedBy?: (name: string) => readonly string[];
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

/** The time of each step of a trace, in milliseconds since its start; never falling. */
export function timesOf(trace: Trace, timing: Timing): readonly number[] {
  return advance(startClock, trace, timing).times;
}

/** The clock once it has seen all steps of a trace; `clock` must have been made from a prefix of it. */
export function advance(clock: Clock, trace: Trace, timing: Timing): Clock {
  const times = [...clock.times];
  const sentAt = new Map(clock.sentAt);
  const running = new Map(clock.running);
  const now: Clock = { times, sentAt, running };
  const timers = timersOf(trace, timing);
  for (const step of trace.steps.slice(clock.times.length)) {
    const time = Math.max(times.at(-1) ?? 0, dueTime(now, trace, step.event, timing, step.acted));
    const starts = new Set<string>();
    for (const number of step.sent) {
      sentAt.set(number, time);
      const message = trace.messages[number - 1];
      if (message === undefined || message.copyOf !== undefined) continue;
      for (const key of startedWith(timers, message.name)) starts.add(key);
    }
    const own = step.rule.stimulus.kind === 'timer' ? timerKey(step.rule) : undefined;
    for (const key of starts) {
      const before = key === own ? (running.get(key)?.transmission ?? 0) : 0;
      running.set(key, { since: time, transmission: before + 1 });
    }
    times.push(time);
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
      const running = clock.running.get(timerKey(rule));
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

interface Timer {
  readonly instance: string | undefined;
  readonly startedBy: ReadonlySet<string>;
}

/** The timers of a system, by key: those of several rules (send again, give up) are the same one. */
function timersOf(trace: Trace, timing: Timing): ReadonlyMap<string, Timer> {
  const rules = trace.system.rules.filter((rule) => rule.stimulus.kind === 'timer');
  return new Map(
    rules.map((rule) => {
      const name = rule.choice ?? '';
      const startedBy = new Set(timing.startedBy?.(name) ?? [name]);
      return [timerKey(rule), { instance: rule.stimulus.instance, startedBy }];
    }),
  );
}

/** The keys of the timers that the sending of a message starts. */
function startedWith(timers: ReadonlyMap<string, Timer>, messageName: string): readonly string[] {
  const [type = '', instance] = [messageName.split(/[:@]/)[0], messageName.split('@')[1]];
  return [...timers].flatMap(([key, timer]) => (timer.startedBy.has(type) && timer.instance === instance ? [key] : []));
}

function timerKey(rule: Rule): string {
  const { instance } = rule.stimulus;
  return `${rule.choice ?? ''}${instance === undefined ? '' : `@${instance}`}`;
}
