/**
 * The text form of a run: event texts, one a line or separated by commas; a line that begins with # is a remark.
 *
 * It names what happens, not numbers of the model, so that it survives edits of the rules: a text that no longer fits goes
 * as far as it can, and says which event is no longer possible and which condition fails.
 */
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import type { Finding, System } from '#model/system.ts';
import type { Trace } from './trace.ts';
import { extendTrace, startTrace } from './trace.ts';

/** More events than this are not read. */
export const mostEvents = 10_000;

/** How far a list of event texts fits a system. */
export interface Fit {
  readonly trace: Trace;
  /** Set where the list did not fit to its end. */
  readonly stopped?: Stop;
}

export interface Stop {
  /** The place of the event in the list, from 1. */
  readonly at: number;
  readonly text: string;
  /** One sentence: what is not possible, and why. */
  readonly reason: string;
}

/** The event texts of a text, in order. */
export function splitRunText(text: string): readonly string[] {
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => line.split(','))
    .map((each) => each.trim().replace(/\s+/g, ' '))
    .filter((each) => each !== '');
}

/** The text form of some events, one a line. */
export function writeRunText(events: readonly Event[]): string {
  return events.map((event) => `${event.text}\n`).join('');
}

/** Replays event texts from a state, as far as they fit. */
export function replay(system: System, texts: readonly string[], initial: State = system.initial): Fit {
  let trace = startTrace(system, initial);
  for (const [index, text] of texts.entries()) {
    const at = index + 1;
    if (at > mostEvents) return { trace, stopped: { at, text, reason: `A run has at most ${mostEvents} events.` } };
    const state = trace.steps.at(-1)?.state ?? initial;
    const event = system.enabled(state).find((each) => each.text === text);
    if (event === undefined) return { trace, stopped: { at, text, reason: whyImpossible(system, state, text, at) } };
    trace = extendTrace(trace, event);
  }
  return { trace };
}

/** One sentence on why an event text is not possible in a state. */
function whyImpossible(system: System, state: State, text: string, at: number): string {
  const shown = text.length > 80 ? `${text.slice(0, 80)}...` : text;
  const start = `Event ${at}, "${shown}", is not possible here`;
  const [verb = '', ...rest] = text.split(' ');
  const [name, instance] = verb.split('@');
  const rules = system.rules.filter(
    ({ stimulus }) => stimulus.name === name && stimulus.instance === (instance ?? undefined),
  );
  if (rules.length === 0) return `Event ${at}, "${shown}", is unknown: this reading has no "${verb.slice(0, 40)}".`;
  const onMessages = rules.filter((rule) => rule.stimulus.message !== undefined);
  if (onMessages.length > 0) {
    return `${start}: ${whyNoMessage(
      system,
      state,
      rest[0] ?? '',
      onMessages.some((rule) => rule.stimulus.message?.which === 'next'),
    )}`;
  }
  const choice = rest.join(' ');
  const candidates = rules.filter((rule) => (rule.choice ?? '') === choice);
  if (candidates.length === 0) return `Event ${at}, "${shown}", is unknown: this reading has no such choice.`;
  const failing = candidates
    .map((rule) => system.explain(rule, state).filter((finding) => !finding.holds))
    .sort((a, b) => a.length - b.length)[0];
  return `${start}: it needs that ${sayFailing(failing ?? [])}.`;
}

function whyNoMessage(system: System, state: State, wanted: string, next: boolean): string {
  const names = state.queues.flatMap((queue) =>
    queue.map((message) => system.definition.nameMessage(message, system.places)),
  );
  const plain = wanted.replace(/\.\d+$/, '');
  if (plain === '') return 'it names no message.';
  if (!names.includes(plain)) {
    return names.length === 0
      ? 'nothing is in flight.'
      : `no ${plain} is in flight, only ${[...new Set(names)].join(', ')}.`;
  }
  return next ? 'another message arrives first, or another choice is due.' : 'the network may not do that to it.';
}

function sayFailing(failing: readonly Finding[]): string {
  return failing.map((finding) => finding.words).join(', and ');
}
