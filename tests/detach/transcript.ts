/** A run as readable lines: each event, the messages it moved, the fields it changed. */
import type { MessageInstance, Trace, TraceStep } from '#run/trace.ts';

export function transcriptOf(trace: Trace): string {
  const start = trace.messages
    .filter((message) => message.sentAt === 0)
    .map((message) => `   #${message.number} ${message.name} ${message.from} -> ${message.to}, in flight at the start`);
  return `${[...start, ...trace.steps.flatMap((step) => linesOf(trace, step))].join('\n')}\n`;
}

function linesOf(trace: Trace, step: TraceStep): readonly string[] {
  const acted = step.acted === undefined ? [] : [trace.messages[step.acted - 1]];
  const sent = step.sent.map((number) => trace.messages[number - 1]);
  return [
    `${step.step}  ${step.event.text}   (${step.rule.actor}: ${step.rule.title})`,
    ...acted.flatMap((message) => (message?.endedAt === step.step ? [`   #${message.number} ${ending(message)}`] : [])),
    ...step.effects.flatMap((effect) =>
      effect.type === 'changed'
        ? [`   ${effect.field.id}: ${String(effect.before)} -> ${String(effect.after)}   [${effect.basis}]`]
        : [],
    ),
    ...sent.flatMap((message) => (message === undefined ? [] : [sending(message)])),
  ];
}

function ending(message: MessageInstance): string {
  return message.reason === undefined ? message.fate : `${message.fate}: ${message.reason}`;
}

function sending(message: MessageInstance): string {
  const route = `${message.from} -> ${message.to}`;
  if (message.fate === 'notSent')
    return `   #${message.number} ${message.name} ${route} not sent: ${message.reason ?? ''}`;
  return `   #${message.number} ${message.name} ${route}`;
}
