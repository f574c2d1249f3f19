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

/** For each queue and position what the message there is called in event texts. */
export type MessageTexts = readonly (readonly string[])[];

/** The names of all messages in flight; of several with the same name the second has `.2`, the third `.3`. */
export function messageTexts(state: State, places: Places, nameMessage: NameMessage): MessageTexts {
  const met = new Map<string, number>();
  return state.queues.map((queue) =>
    queue.map((message) => {
      const name = nameMessage(message, places);
      const number = (met.get(name) ?? 0) + 1;
      met.set(name, number);
      return number === 1 ? name : `${name}.${number}`;
    }),
  );
}

/** The text of the event that applies a rule to the message at a place. @throws {RangeError} if no message stands there. */
export function eventText(rule: Rule, at: Event['at'], texts: MessageTexts): string {
  const { name, instance } = rule.stimulus;
  const words = [instance === undefined ? name : `${name}@${instance}`];
  if (at !== undefined) {
    const message = texts[at.queue]?.[at.position];
    if (message === undefined) throw new RangeError('no message stands where the event acts');
    words.push(message);
  }
  if (rule.choice !== undefined) words.push(rule.choice);
  return words.join(' ');
}
