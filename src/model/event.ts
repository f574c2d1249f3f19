/**
 * An event: one rule applied once, to one message where the rule acts on one.
 *
 * Its text names what happens and never a number of the model, so that it survives edits of the rules:
 * `verb[@instance] [message[.n]] [choice]`, such as `detach buThenDelete`, `deliver bindingAck:133`,
 * `lose bindingUpdate.2` (the second such message in flight, the oldest first).
 */
import type { Rule } from './rule.ts';
import type { Message, Places, State } from './state.ts';

export interface Event {
  readonly rule: string;
  /** The queue, by its place in the layout, and the position in it, of the message acted on. */
  readonly at?: { readonly queue: number; readonly position: number };
  readonly text: string;
}

/** Names a message for event texts: its type and what tells it from others, one word without blanks. */
export type NameMessage = (message: Message, places: Places) => string;

/** The text of the event that applies a rule to the message at a place. */
export function eventText(rule: Rule, at: Event['at'], state: State, places: Places, nameMessage: NameMessage): string {
  const { name, instance } = rule.stimulus;
  const words = [instance === undefined ? name : `${name}@${instance}`];
  if (at !== undefined) words.push(messageText(at, state, places, nameMessage));
  if (rule.choice !== undefined) words.push(rule.choice);
  return words.join(' ');
}

function messageText(at: NonNullable<Event['at']>, state: State, places: Places, nameMessage: NameMessage): string {
  const name = nameAt(at, state, places, nameMessage);
  let before = 0;
  for (const [queue, messages] of state.queues.entries()) {
    for (let position = 0; position < messages.length; position++) {
      if (queue === at.queue && position === at.position) return before === 0 ? name : `${name}.${before + 1}`;
      if (nameAt({ queue, position }, state, places, nameMessage) === name) before++;
    }
  }
  throw new RangeError('no message stands where the event acts');
}

function nameAt(at: NonNullable<Event['at']>, state: State, places: Places, nameMessage: NameMessage): string {
  const message = state.queues[at.queue]?.[at.position];
  if (message === undefined) throw new RangeError('no message stands where the event acts');
  return nameMessage(message, places);
}
