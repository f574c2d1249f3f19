/** What an event, or a rule that might be one, is called in a question. */
import type { Rule } from '#model/rule.ts';
import type { TraceStep } from '#run/trace.ts';
import { flightAt } from '#run/trace.ts';
import type { Session } from '#session/session.ts';

/** What an actor is called. */
function actorWords(actor: string): string {
  if (actor === 'ue') return 'UE';
  return actor === 'pdnGw' ? 'PDN GW' : 'Network';
}

/** "(1) Binding Update, lifetime 0". @throws {RangeError} if the session has no such message. */
export function messageWords(session: Session, number: number): string {
  const message = session.messages[number - 1];
  if (message === undefined) throw new RangeError(`there is no message ${number}`);
  const words = message.decisive === '' ? message.title : `${message.title}, ${message.decisive}`;
  return session.parts.connections.length > 1 ? `(${number}) ${words} (${message.apn})` : `(${number}) ${words}`;
}

/** The whole act: who does what, about which message. The same words for a rule that is possible and for one that is not. */
export function actWords(
  session: Session,
  step: number,
  rule: Rule,
  at?: { readonly queue: number; readonly position: number },
): string {
  const who = actorWords(rule.actor);
  if (rule.stimulus.kind === 'delivery') return `Arrival at the ${who}: ${rule.title}`;
  const number = at === undefined ? undefined : flightAt(session.trace, step)[at.queue]?.[at.position];
  return number === undefined ? `${who}: ${rule.title}` : `${who}: ${rule.title}, ${messageWords(session, number)}`;
}

/** What sets a step off, without what it leads to: for a question about just that. */
export function stirWords(session: Session, { rule, acted }: TraceStep): string {
  const who = actorWords(rule.actor);
  if (rule.stimulus.kind === 'delivery' && acted !== undefined)
    return `${messageWords(session, acted)} reaches the ${who}`;
  if (rule.stimulus.kind === 'timer') return `${who}: ${rule.title.split(':')[0] ?? rule.title}`;
  return acted === undefined ? `${who}: ${rule.title}` : `${who}: ${rule.title}, ${messageWords(session, acted)}`;
}
