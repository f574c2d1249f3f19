/**
 * A trace of the detach procedure as rows of a sequence diagram.
 *
 * A message has its row at the step that ended it: delivered, discarded or lost. Until then it is in the tail, which is
 * drawn last and made anew at each step; so the rows of a run only ever grow at the end.
 */

import type { DetachSystem } from '#detach/detach.ts';
import type { MessageType } from '#detach/message.ts';
import { alterationWords } from '#detach/message.ts';
import type { Field } from '#model/field.ts';
import { readArg } from '#model/state.ts';
import type { MessageInstance, Trace, TraceStep } from '#run/trace.ts';
import { inFlightAt } from '#run/trace.ts';
import { phaseHeadline } from '#session/panel.ts';
import type { Lifeline, MessageFate, MessageGroup, MessageRow, SequenceRow, TimerMark } from './sequenceRow.ts';
import { timersOfStep, timerWords } from './timerMarks.ts';

export const lifelines: readonly Lifeline[] = [
  { id: 'ue', name: 'UE' },
  { id: 'pdnGw', name: 'PDN GW' },
];

type Phase = Parameters<typeof phaseHeadline>[1];

/** What a message is called in the diagram: its name and its one decisive field. */
export type NameInDiagram = (message: MessageInstance) => string;

const groups: Partial<Record<MessageType, MessageGroup>> = {
  bindingUpdate: 'deregistration',
  bindingAck: 'deregistration',
  deleteRequest: 'ikeClosing',
  deleteResponse: 'ikeClosing',
  gatewayDeleteRequest: 'ikeClosing',
  gatewayDeleteResponse: 'ikeClosing',
  detachNotification: 'notification',
  detachNotificationAck: 'notification',
  bindingRevocationIndication: 'notification',
  bindingRevocationAck: 'notification',
};

/** All rows of a trace, those of every step; or of the steps after one, since those of earlier steps do not change as a trace grows. */
export function sequenceRows(trace: Trace, nameOf: NameInDiagram, after = 0): readonly SequenceRow[] {
  return trace.steps.slice(after).flatMap((step) => rowsOfStep(trace, step, nameOf));
}

/** The messages in flight after a step that the run, as far as it is loaded, does not bring to an end: they have no row yet. */
export function tailRows(trace: Trace, step: number, nameOf: NameInDiagram): readonly SequenceRow[] {
  return inFlightAt(trace, step)
    .filter((message) => message.fate === 'inFlight')
    .map((message) => ({
      ...messageRow(trace, message, 'inFlight', step, nameOf),
      key: `flight-${message.number}`,
    }));
}

const markedRows = new WeakMap<SequenceRow, SequenceRow>();

/**
 * The rows, those of the messages that were changed on the way without effect marked too; what the model has an event for
 * is marked already. The same row marked is the same object.
 */
export function markChanged(
  rows: readonly SequenceRow[],
  isChanged: (number: number) => boolean,
): readonly SequenceRow[] {
  return rows.map((row) => {
    if (row.kind !== 'message' || row.altered !== undefined || !isChanged(row.number)) return row;
    const marked = markedRows.get(row) ?? { ...row, altered: 'changed on the way' };
    markedRows.set(row, marked);
    return marked;
  });
}

function rowsOfStep(trace: Trace, step: TraceStep, nameOf: NameInDiagram): readonly SequenceRow[] {
  const ended = trace.messages.filter((message) => message.endedAt === step.step);
  const taken = ended.filter((message) => message.number === step.acted);
  const others = ended.filter((message) => message.number !== step.acted);
  const row = (message: MessageInstance) => messageRow(trace, message, message.fate, step.step, nameOf);
  return [
    ...headRows(trace, step, nameOf),
    ...taken.map(row),
    ...timerRows(trace, step),
    ...conditionRows(trace, step),
    ...others.map(row),
  ];
}

/** Timers that start or stop without a message beside which they could be drawn. */
function timerRows(trace: Trace, step: TraceStep): readonly SequenceRow[] {
  return timersOfStep(trace, step).alone.map((mark, at) => ({
    kind: 'timer',
    key: `timer-${step.step}-${at}`,
    step: step.step,
    over: mark.over,
    action: mark.action,
    text: timerWords(mark),
  }));
}

/** What stirs the step, where that is not a message: a person, a timer, a fault. */
function headRows(trace: Trace, step: TraceStep, nameOf: NameInDiagram): readonly SequenceRow[] {
  const { rule } = step;
  const base = { key: `event-${step.step}`, step: step.step } as const;
  switch (rule.stimulus.kind) {
    case 'timer':
      return [{ ...base, kind: 'timer', over: rule.actor, action: 'fired', text: beforeColon(rule.title) }];
    case 'action':
      return [{ ...base, kind: 'event', over: rule.actor, text: actionWords(rule.stimulus.name, rule.title) }];
    case 'delivery':
      return [];
    case 'fault': {
      const message = step.acted === undefined ? undefined : trace.messages[step.acted - 1];
      if (message === undefined) return [{ ...base, kind: 'event', over: 'network', text: rule.title }];
      if (rule.stimulus.message?.taken === true) return [];
      const done = rule.stimulus.name === 'duplicate' ? 'duplicated' : `changed in flight: ${rule.title}`;
      return [{ ...base, kind: 'event', over: 'network', text: `(${message.number}) ${nameOf(message)} ${done}` }];
    }
    default:
      throw rule.stimulus.kind satisfies never;
  }
}

function messageRow(
  trace: Trace,
  message: MessageInstance,
  fate: MessageFate,
  step: number,
  nameOf: NameInDiagram,
): MessageRow {
  const { args } = (trace.system as DetachSystem).parts;
  const { places } = trace.system;
  const type = readArg(places, message.message, args.type);
  const alteration = readArg(places, message.message, args.alteration);
  const group = groups[type];
  const crosses = fate === 'inFlight' ? [] : overtaken(trace, message);
  const started = timersAt('started', trace, message.sentAt, message);
  const stopped = fate === 'inFlight' ? [] : timersAt('stopped', trace, message.endedAt, message);
  return {
    kind: 'message',
    key: `message-${message.number}`,
    step,
    number: message.number,
    sentStep: message.sentAt,
    from: message.from,
    to: message.to,
    label: nameOf(message),
    dashed: type === 'detachNotification' || type === 'detachNotificationAck',
    fate,
    copy: message.copyOf !== undefined,
    ...(message.reason === undefined || fate === 'inFlight' ? {} : { reason: message.reason }),
    ...(alteration === 'none' ? {} : { altered: alterationWords[alteration] }),
    ...(crosses.length === 0 ? {} : { crosses }),
    ...(group === undefined ? {} : { group }),
    ...(started.length === 0 ? {} : { started }),
    ...(stopped.length === 0 ? {} : { stopped }),
  };
}

/** The timers of one kind that the step does with this message. */
function timersAt(
  action: TimerMark['action'],
  trace: Trace,
  at: number | undefined,
  message: MessageInstance,
): readonly TimerMark[] {
  const step = at === undefined ? undefined : trace.steps[at - 1];
  if (step === undefined) return [];
  return (
    timersOfStep(trace, step)
      .beside.get(message.number)
      ?.filter((mark) => mark.action === action) ?? []
  );
}

/** The numbers of messages of the other direction that were under way when this one arrived, sent before it was sent or since. */
function overtaken(trace: Trace, message: MessageInstance): readonly number[] {
  const end = message.endedAt;
  if (end === undefined || message.fate === 'notSent') return [];
  return trace.messages
    .filter(
      (other) =>
        other.from !== message.from &&
        other.number < message.number &&
        other.fate !== 'notSent' &&
        other.sentAt < end &&
        (other.endedAt === undefined || other.endedAt > end),
    )
    .map((other) => other.number);
}

/** One state condition for each actor whose phase the step changed. */
function conditionRows(trace: Trace, step: TraceStep): readonly SequenceRow[] {
  const phases = new Map<string, { readonly field: Field; readonly text: string }>();
  for (const effect of step.effects) {
    if (effect.type !== 'changed' || effect.field.role !== 'phase') continue;
    phases.set(effect.field.id, { field: effect.field, text: phaseWords(trace, effect.field, effect.after) });
  }
  return [...phases.values()].map(({ field, text }) => ({
    kind: 'condition',
    key: `condition-${step.step}-${field.id}`,
    step: step.step,
    over: field.owner,
    text,
  }));
}

function phaseWords(trace: Trace, field: Field, value: string | number | boolean): string {
  const { variant, connections } = (trace.system as DetachSystem).parts;
  const apn = field.id.split('@')[1] ?? connections[0]?.apn ?? '';
  const instance = connections.length > 1 ? ` (${apn})` : '';
  const side = field.owner === 'ue' ? 'ue' : 'pdnGw';
  return `${phaseHeadline(side, value as Phase, variant.mobileIp === 'yes')}${instance}`;
}

function actionWords(name: string, title: string): string {
  if (name === 'detach') return 'User: detach';
  if (name === 'orderDetach') return 'Operator: detach';
  return beforeColon(title);
}

function beforeColon(title: string): string {
  return title.split(':')[0] ?? title;
}
