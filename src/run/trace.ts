/**
 * The trace of a run: which message each event sent, delivered, lost or copied.
 *
 * The model keeps no identity of a message; the trace gives each one a number, in the order of sending, and follows it to
 * its end. Charts, tables and octets are made from this, so that they cannot disagree with the state.
 */
import type { Condition } from '#model/condition.ts';
import type { Effect } from '#model/evaluate.ts';
import type { Event } from '#model/event.ts';
import type { Rule } from '#model/rule.ts';
import type { Message, State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { sayCondition } from '#model/words.ts';

export type Fate = 'inFlight' | 'delivered' | 'discarded' | 'lost' | 'notSent';

export interface MessageInstance {
  /** 1, 2, 3 ... in the order of sending; a message in flight at the start comes first; a copy has its own number. */
  readonly number: number;
  /** As it was sent. */
  readonly sent: Message;
  /** As it is now, or was at its end: marks of the network included. */
  readonly message: Message;
  /** Its short name when it was sent, as in event texts. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly queue: number;
  /** The step that sent it: 1 is the first event; 0 if it was in flight at the start. */
  readonly sentAt: number;
  /** The step at which it was delivered, discarded, lost; undefined while in flight. */
  readonly endedAt?: number;
  readonly fate: Fate;
  /** Why it was discarded or could not be sent. */
  readonly reason?: string;
  /** The number of the message whose delivery made its sender send it. */
  readonly answers?: number;
  /** The number of the message that it is a copy of. */
  readonly copyOf?: number;
  /** The step at which the network, or someone in it, altered it. */
  readonly alteredAt?: number;
}

export interface TraceStep {
  /** 1 for the first event. */
  readonly step: number;
  readonly event: Event;
  readonly rule: Rule;
  readonly effects: readonly Effect[];
  readonly state: State;
  /** The number of the message that the event took, copied or altered. */
  readonly acted?: number;
  /** The numbers of the messages that it sent, or tried to send, in order. */
  readonly sent: readonly number[];
  /** For each queue the numbers of what is in flight afterwards, the oldest first. */
  readonly inFlight: readonly (readonly number[])[];
}

export interface Trace {
  readonly system: System;
  readonly initial: State;
  readonly steps: readonly TraceStep[];
  /** By number, less one. */
  readonly messages: readonly MessageInstance[];
  /** For each queue the numbers of what is in flight at the end, the oldest first. */
  readonly inFlight: readonly (readonly number[])[];
}

/** A trace without events. */
export function startTrace(system: System, initial: State = system.initial): Trace {
  const messages: MessageInstance[] = [];
  const inFlight = initial.queues.map((queue, at) =>
    queue.map((message) => {
      messages.push(newInstance(system, messages.length + 1, message, at, 0));
      return messages.length;
    }),
  );
  return { system, initial, steps: [], messages, inFlight };
}

/** The trace with one event more. @throws {RangeError} if the event is not possible. */
export function extendTrace(trace: Trace, event: Event): Trace {
  const { system } = trace;
  const before = trace.steps.at(-1)?.state ?? trace.initial;
  const { state, effects } = system.perform(before, event);
  const rule = system.rule(event.rule);
  const step = trace.steps.length + 1;
  const writer = new Writer(trace, step, rule);
  const acted = event.at === undefined ? undefined : trace.inFlight[event.at.queue]?.[event.at.position];
  writer.acted = acted;
  for (const effect of effects) writer.note(effect);
  writer.refresh(state);
  const done = { step, event, rule, effects, state, sent: writer.sent, inFlight: writer.inFlight };
  return {
    ...trace,
    steps: [...trace.steps, acted === undefined ? done : { ...done, acted }],
    messages: writer.messages,
    inFlight: writer.inFlight,
  };
}

/** The trace of a list of events. @throws {RangeError} if one is not possible. */
export function traceOf(system: System, events: readonly Event[], initial: State = system.initial): Trace {
  return events.reduce(extendTrace, startTrace(system, initial));
}

/** The state after a step; step 0 is the start. */
export function stateAt(trace: Trace, step: number): State {
  return trace.steps[step - 1]?.state ?? trace.initial;
}

/** For each queue the numbers of what is in flight after a step, in the order of the queue. */
export function flightAt(trace: Trace, step: number): readonly (readonly number[])[] {
  if (step > 0) return trace.steps[step - 1]?.inFlight ?? [];
  const numbers = trace.messages.filter((message) => message.sentAt === 0).map((message) => message.number);
  return trace.initial.queues.map((queue, at) =>
    numbers.filter((number) => trace.messages[number - 1]?.queue === at).slice(0, queue.length),
  );
}

/** The messages in flight after a step, oldest first. */
export function inFlightAt(trace: Trace, step: number): readonly MessageInstance[] {
  return trace.messages.filter(
    (each) => each.sentAt <= step && each.fate !== 'notSent' && (each.endedAt === undefined || each.endedAt > step),
  );
}

class Writer {
  messages: MessageInstance[];
  inFlight: (readonly number[])[];
  readonly sent: number[] = [];
  acted: number | undefined;
  readonly #system: System;
  readonly #step: number;
  readonly #rule: Rule;

  constructor(trace: Trace, step: number, rule: Rule) {
    this.messages = [...trace.messages];
    this.inFlight = [...trace.inFlight];
    this.#system = trace.system;
    this.#step = step;
    this.#rule = rule;
  }

  note(effect: Effect): void {
    switch (effect.type) {
      case 'taken': {
        const { queue, position } = effect.selected;
        this.inFlight[queue] = (this.inFlight[queue] ?? []).filter((_, at) => at !== position);
        this.#change(this.acted, {
          fate: this.#rule.stimulus.kind === 'fault' ? 'lost' : 'delivered',
          endedAt: this.#step,
        });
        break;
      }
      case 'discarded':
        this.#change(this.acted, { fate: 'discarded', reason: effect.reason });
        break;
      case 'sent':
        this.inFlight[effect.queue] = [...(this.inFlight[effect.queue] ?? []), this.#add(effect.message, effect.queue)];
        break;
      case 'sentAndLost':
        this.#change(this.#add(effect.message, effect.queue), { fate: 'lost', endedAt: this.#step });
        break;
      case 'notSent': {
        const number = this.#add(effect.message, effect.queue);
        this.#change(number, { fate: 'notSent', endedAt: this.#step, reason: sayNot(effect.missing) });
        break;
      }
      case 'copied': {
        const { queue, position, message } = effect.selected;
        const copy = this.#add(message, queue);
        if (this.acted !== undefined) this.#change(copy, { copyOf: this.acted });
        this.inFlight[queue] = (this.inFlight[queue] ?? []).toSpliced(position + 1, 0, copy);
        break;
      }
      case 'marked':
        if (this.#rule.stimulus.name === 'alter') this.#change(this.acted, { alteredAt: this.#step });
        break;
      case 'lostAll':
        for (const number of this.inFlight.flat()) this.#change(number, { fate: 'lost', endedAt: this.#step });
        this.inFlight = this.inFlight.map(() => []);
        break;
      case 'changed':
        break;
      default:
        throw effect satisfies never;
    }
  }

  /** Takes over what the network's marks have made of the messages in flight. */
  refresh(state: State): void {
    for (const [queue, numbers] of this.inFlight.entries()) {
      for (const [position, number] of numbers.entries()) {
        const message = state.queues[queue]?.[position];
        if (message !== undefined && message !== this.messages[number - 1]?.message) this.#change(number, { message });
      }
    }
  }

  #add(message: Message, queue: number): number {
    const number = this.messages.length + 1;
    const instance = newInstance(this.#system, number, message, queue, this.#step);
    const answers = this.#rule.stimulus.kind === 'delivery' ? this.acted : undefined;
    this.messages.push(answers === undefined ? instance : { ...instance, answers });
    this.sent.push(number);
    return number;
  }

  #change(number: number | undefined, change: Partial<MessageInstance>): void {
    const instance = number === undefined ? undefined : this.messages[number - 1];
    if (instance === undefined) throw new RangeError('a trace lost sight of a message');
    this.messages[instance.number - 1] = { ...instance, ...change };
  }
}

function newInstance(system: System, number: number, message: Message, queue: number, step: number): MessageInstance {
  const { from, to } = system.definition.queues[queue] ?? { from: '', to: '' };
  const name = system.definition.nameMessage(message, system.places);
  return { number, sent: message, message, name, from, to, queue, sentAt: step, fate: 'inFlight' };
}

/** What was missing: the condition that failed, said the other way round. */
function sayNot(missing: Condition): string {
  return sayCondition({ type: 'not', part: missing });
}
