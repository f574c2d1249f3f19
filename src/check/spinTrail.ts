/** A run that SPIN found, back as events: what its verifier prints as it replays a trail (`./pan -r`, or `spin -t`). */
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import { quote } from '#run/refusal.ts';
import { mostEvents } from '#run/runText.ts';
import { eventMark, readEventMark } from './promela/eventMark.ts';

export type ReadTrail =
  | { readonly ok: true; readonly value: readonly Event[] }
  /** One sentence that says what is wrong. */
  | { readonly ok: false; readonly error: string };

/** The events of a replay, each tried on the system that the model was made from. Any text will do. */
export function readSpinTrail(system: System, text: string, start: State = system.initial): ReadTrail {
  const lines = text.split(/\r\n|\n/);
  const marks = lines.flatMap((line, at) => {
    const mark = readEventMark(line);
    return mark === undefined ? [] : [{ mark, line: at + 1 }];
  });
  if (marks.length === 0 && !lines.some((line) => line.startsWith('spin: trail ends')))
    return refuse(notReplayed(lines));
  if (marks.length > mostEvents)
    return refuse(`The trail has ${marks.length} events; a run has at most ${mostEvents}.`);
  const events: Event[] = [];
  let state = start;
  for (const { mark, line } of marks) {
    const event = system.enabled(state).find(({ rule, at }) => rule === mark.rule && at?.position === mark.position);
    if (event === undefined) {
      const written = quote(eventMark(mark));
      return refuse(`Line ${line}: ${written} is not possible there; the model was made of another reading.`);
    }
    events.push(event);
    state = system.apply(state, event);
  }
  return { ok: true, value: events };
}

function notReplayed(lines: readonly string[]): string {
  const numbers = lines.filter((line) => line.trim() !== '');
  const isRaw = numbers.length > 0 && numbers.every((line) => /^-?\d+:-?\d+:-?\d+$/.test(line.trim()));
  return isRaw
    ? 'This is the trail as SPIN keeps it, in numbers of its verifier; what ./pan -r prints names the events.'
    : 'No line names an event; what is read is the output of ./pan -r.';
}

function refuse(error: string): ReadTrail {
  return { ok: false, error };
}
