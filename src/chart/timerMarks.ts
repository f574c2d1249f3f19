/**
 * The timers that a step starts and stops, each with the message beside which it is drawn: a start at the sender of the request that the
 * timer guards, a stop at the receiver of the message that ends the wait. So neither takes a row of its own, as long as there is a message.
 */

import type { DetachSystem } from '#detach/detach.ts';
import type { MessageType } from '#detach/message.ts';
import type { Field } from '#model/field.ts';
import { readArg } from '#model/state.ts';
import type { MessageInstance, Trace, TraceStep } from '#run/trace.ts';
import type { TimerMark } from './sequenceRow.ts';

export interface TimersOfStep {
  /** By number of the message. */
  readonly beside: ReadonlyMap<number, readonly TimerMark[]>;
  /** Those that no message stands for: they have rows of their own. */
  readonly alone: readonly TimerMark[];
}

interface Guard {
  readonly field: Field<number>;
  readonly owner: string;
  /** "T-BU", as in the actors' panels. */
  readonly name: string;
  readonly requests: readonly MessageType[];
}

const none: TimersOfStep = { beside: new Map(), alone: [] };

/** What the step does to timers; a timer that runs out is the step itself, and no stop. */
export function timersOfStep(trace: Trace, step: TraceStep): TimersOfStep {
  const { variant } = (trace.system as DetachSystem).parts;
  if (variant.timers === 'none') return none;
  const changes = countChanges(step);
  if (changes.size === 0) return none;
  const beside = new Map<number, readonly TimerMark[]>();
  const alone: TimerMark[] = [];
  const put = (message: MessageInstance | undefined, mark: TimerMark) => {
    if (message === undefined) alone.push(mark);
    else beside.set(message.number, [...(beside.get(message.number) ?? []), mark]);
  };
  for (const guard of guardsOf(trace)) {
    const change = changes.get(guard.field.id);
    if (change === undefined) continue;
    const mark = { over: guard.owner, name: guard.name };
    if (change.after > 0) put(requestOf(trace, step, guard), { ...mark, action: 'started' });
    else if (change.before > 0 && step.rule.stimulus.kind !== 'timer') {
      put(endedBy(trace, step, guard.owner), { ...mark, action: 'stopped' });
    }
  }
  return { beside, alone };
}

/** "T-BU started". */
export function timerWords(mark: TimerMark): string {
  return `${mark.name} ${mark.action}`;
}

/** For each count that the step changed: its value before the step and after it. */
function countChanges(step: TraceStep): ReadonlyMap<string, { readonly before: number; readonly after: number }> {
  const changes = new Map<string, { readonly before: number; readonly after: number }>();
  for (const effect of step.effects) {
    if (effect.type !== 'changed' || typeof effect.after !== 'number') continue;
    const before = changes.get(effect.field.id)?.before ?? Number(effect.before);
    changes.set(effect.field.id, { before, after: effect.after });
  }
  return changes;
}

function guardsOf(trace: Trace): readonly Guard[] {
  const { connections, variant } = (trace.system as DetachSystem).parts;
  const guards = connections.flatMap(({ ue, pdnGw, ike }): readonly Guard[] => [
    { field: ue.buTransmissions, owner: 'ue', name: 'T-BU', requests: ['bindingUpdate'] },
    { field: ike.ue.deleteTransmissions, owner: 'ue', name: 'T-IKE', requests: ['deleteRequest'] },
    {
      field: pdnGw.notificationTransmissions,
      owner: 'pdnGw',
      name: variant.notification === 'bri' ? 'T-BRI' : 'Timer (FFS)',
      requests: ['detachNotification', 'bindingRevocationIndication'],
    },
    { field: ike.pdnGw.deleteTransmissions, owner: 'pdnGw', name: 'T-IKE', requests: ['gatewayDeleteRequest'] },
  ]);
  // Connections that share an IKE SA share its fields.
  return [...new Map(guards.map((guard) => [guard.field.id, guard])).values()];
}

function requestOf(trace: Trace, step: TraceStep, guard: Guard): MessageInstance | undefined {
  const { args } = (trace.system as DetachSystem).parts;
  return step.sent
    .map((number) => trace.messages[number - 1])
    .find(
      (message) =>
        message?.from === guard.owner && guard.requests.includes(readArg(trace.system.places, message.sent, args.type)),
    );
}

/** The message whose arrival at this side is the step. */
function endedBy(trace: Trace, step: TraceStep, owner: string): MessageInstance | undefined {
  const message = step.acted === undefined ? undefined : trace.messages[step.acted - 1];
  return message?.to === owner && message.endedAt === step.step && message.fate !== 'lost' ? message : undefined;
}
