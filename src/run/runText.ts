/**
 * The text form of a run: event texts, one a line or separated by commas; a line that begins with # is a remark.
 *
 * It names what happens, not numbers of the model, so that it survives edits of the rules: a text that no longer fits goes
 * as far as it can, and says which event is no longer possible and which condition fails.
 */
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import type { FailingCondition } from './failing.ts';
import { quote, refusalOf, showable } from './refusal.ts';
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
  /** The line of the text on which it stands, from 1, where a text was read. */
  readonly line?: number;
  /** As it was written, at most 80 characters of it, control characters replaced. */
  readonly text: string;
  /** One sentence: what is not possible, and why. */
  readonly reason: string;
  /** The conditions that fail, of the rule that comes nearest, where the text names an event. */
  readonly failing?: readonly FailingCondition[];
}

/** The event texts of a text, in order. */
export function splitRunText(text: string): readonly string[] {
  return [...eventsWritten(text)].map((each) => each.text);
}

/** The text form of some events, one a line. */
export function writeRunText(events: readonly Event[]): string {
  return events.map((event) => `${event.text}\n`).join('');
}

/** Reads a text and replays it from a state, as far as it fits; a stop names the line of the text. Any text will do. */
export function readRunText(system: System, text: string, initial: State = system.initial): Fit {
  const written = [...eventsWritten(text)];
  const fit = replay(
    system,
    written.map((each) => each.text),
    initial,
  );
  const line = fit.stopped === undefined ? undefined : written[fit.stopped.at - 1]?.line;
  return fit.stopped === undefined || line === undefined ? fit : { ...fit, stopped: { ...fit.stopped, line } };
}

/** Replays event texts from a state, as far as they fit; a change of the reading in mid-run is this, too. */
export function replay(system: System, texts: readonly string[], initial: State = system.initial): Fit {
  let trace = startTrace(system, initial);
  for (const [index, text] of texts.entries()) {
    const at = index + 1;
    if (at > mostEvents) {
      return { trace, stopped: { at, text: showable(text), reason: `A run has at most ${mostEvents} events.` } };
    }
    const state = trace.steps.at(-1)?.state ?? initial;
    const event = system.enabled(state).find((each) => each.text === text);
    if (event === undefined) return { trace, stopped: stopAt(system, state, text, at) };
    trace = extendTrace(trace, event);
  }
  return { trace };
}

function stopAt(system: System, state: State, text: string, at: number): Stop {
  const { known, reason, failing } = refusalOf(system, state, text);
  const verdict = known ? 'is not possible here' : 'is unknown';
  const stop = { at, text: showable(text), reason: `Event ${at}, ${quote(text)}, ${verdict}: ${reason}.` };
  return failing === undefined ? stop : { ...stop, failing };
}

function* eventsWritten(text: string): Generator<{ readonly line: number; readonly text: string }> {
  for (const [before, content] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    if (content.trimStart().startsWith('#')) continue;
    for (const part of content.split(',')) {
      const words = part.trim().replace(/\s+/g, ' ');
      if (words !== '') yield { line: before + 1, text: words };
    }
  }
}
