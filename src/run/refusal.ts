/** Why the event with a certain text is not possible in a state, as a sentence. */
import type { Event } from '#model/event.ts';
import { eventText, messageTexts } from '#model/event.ts';
import type { Rule } from '#model/rule.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import type { FailingCondition } from './failing.ts';
import { failingConditions, looksAtMessage, sayFailing } from './failing.ts';

export interface TextRefusal {
  /** Whether the text names an event that there is, if not now. */
  readonly known: boolean;
  /** A clause that can follow a colon. */
  readonly reason: string;
  /** The conditions that fail, of the rule that comes nearest; absent if the text names no event at all. */
  readonly failing?: readonly FailingCondition[];
}

/** One way in which a text could be an event: a rule, and the message that it would act on. */
interface Attempt {
  readonly rule: Rule;
  readonly at: Event['at'];
  readonly failing: readonly FailingCondition[];
}

/** Says why. The text is one event's, its words parted by single blanks, and no enabled event's. */
export function refusalOf(system: System, state: State, text: string): TextRefusal {
  const attempts = attemptsAt(system, state, text);
  if (attempts.length === 0) return sayUnknown(system, state, text);
  const nearest = attempts.reduce((best, each) => (isNearer(each, best) ? each : best));
  const { failing, at } = nearest;
  if (at !== undefined && goesLater(system, nearest.rule, at)) {
    const first = system.definition.nameMessage(state.queues[at.queue]?.[0] ?? [], system.places);
    return { known: true, reason: `${first} is delivered first` };
  }
  const why = failing.length === 0 ? 'another rule answers it' : sayFailing(failing);
  return { known: true, reason: why, failing };
}

/** A text of any origin, made fit to be shown in a sentence: quoted, shortened, without control characters. */
export function quote(text: string): string {
  return `"${showable(text)}"`;
}

/** As `quote`, without the quotation marks; at most 80 characters. */
export function showable(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return short.replace(/\p{C}/gu, '\u{fffd}');
}

function attemptsAt(system: System, state: State, text: string): readonly Attempt[] {
  const names = messageTexts(state, system.places, system.definition.nameMessage);
  const [verb] = text.split(' ', 1);
  return system.rules
    .filter((rule) => verbOf(rule) === verb)
    .flatMap((rule) =>
      placesFor(system, rule, state)
        .filter((at) => eventText(rule, at, names) === text)
        .map((at) => ({ rule, at, failing: failingConditions(system, rule, state, at) })),
    );
}

/** Every message that a rule could act on if it were that one's turn; of a rule on no message, just that. */
function placesFor(system: System, rule: Rule, state: State): readonly Event['at'][] {
  if (rule.stimulus.message === undefined) return [undefined];
  const queue = system.places.queue(rule.stimulus.message.queue);
  return (state.queues[queue] ?? []).map((_, position) => ({ queue, position }));
}

function goesLater(system: System, rule: Rule, at: NonNullable<Event['at']>): boolean {
  return rule.stimulus.message?.which === 'next' && system.definition.ordering === 'fifo' && at.position > 0;
}

/** A rule made for this message is nearer than one made for another; then fewer failing conditions are. */
function isNearer(one: Attempt, other: Attempt): boolean {
  const wrong = ({ failing }: Attempt) => failing.filter((each) => looksAtMessage(each.condition)).length;
  return wrong(one) - wrong(other) < 0 || (wrong(one) === wrong(other) && one.failing.length < other.failing.length);
}

function sayUnknown(system: System, state: State, text: string): TextRefusal {
  const [verb = '', ...rest] = text.split(' ');
  const { rules } = system;
  const sameVerb = rules.filter((rule) => verbOf(rule) === verb);
  if (sameVerb.length === 0) {
    const name = verb.split('@', 1)[0] ?? '';
    const instances = listed(rules.filter((rule) => rule.stimulus.name === name).map(verbOf));
    const known = instances === '' ? listed(rules.map((rule) => rule.stimulus.name)) : instances;
    return unknown(`nothing called ${quote(verb)} can happen; there is ${known}`);
  }
  const onMessages = sameVerb.filter((rule) => rule.stimulus.message !== undefined);
  const message = rest[0];
  if (onMessages.length === sameVerb.length) {
    if (message === undefined) return unknown('it names no message');
    const missing = sayMissing(system, state, verb, message, onMessages);
    if (missing !== undefined) return { known: true, reason: missing };
  }
  const named = onMessages.length === sameVerb.length ? `${verb} ${message}` : verb;
  const choices = sameVerb.flatMap((rule) => (rule.choice === undefined ? [] : [rule.choice]));
  const said = text.slice(named.length + 1);
  if (choices.length === 0) return unknown(`${quote(named)} leaves no choice, so ${quote(said)} means nothing`);
  const know = `there is ${listed(choices)}`;
  return unknown(said === '' ? `it leaves a choice open; ${know}` : `there is no choice ${quote(said)}; ${know}`);
}

function unknown(reason: string): TextRefusal {
  return { known: false, reason };
}

/** What is wrong with the name of a message, or undefined if such a message stands where one of the rules acts. */
function sayMissing(
  system: System,
  state: State,
  verb: string,
  message: string,
  rules: readonly Rule[],
): string | undefined {
  const [, name = message, ordinal] = /^(.*)\.(\d+)$/s.exec(message) ?? [];
  const { nameMessage } = system.definition;
  const namesAlike = state.queues.map(
    (queue) => queue.filter((each) => nameMessage(each, system.places) === name).length,
  );
  const count = namesAlike.reduce((sum, each) => sum + each, 0);
  if (count === 0) return `no message ${quote(name)} is in flight`;
  if (ordinal !== undefined && (Number(ordinal) > count || Number(ordinal) < 2)) {
    return `of ${quote(name)} ${count === 1 ? 'one message is' : `${count} messages are`} in flight: there is no ${quote(message)}`;
  }
  const acts = rules.some((rule) => (namesAlike[system.places.queue(rule.stimulus.message?.queue ?? '')] ?? 0) > 0);
  return acts ? undefined : `no ${quote(verb)} acts on ${quote(message)}`;
}

function verbOf(rule: Rule): string {
  const { name, instance } = rule.stimulus;
  return instance === undefined ? name : `${name}@${instance}`;
}

function listed(words: readonly string[]): string {
  return [...new Set(words)].join(', ');
}
