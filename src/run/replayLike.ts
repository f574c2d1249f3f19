/**
 * The events of one run on another system: a change of reading in mid-run.
 *
 * An event that reads the same is taken. Where none does, an act of a person or a delivery may still be the same one under
 * another name (the notification has become a BRI, the acknowledgement is no longer a choice): then the only event of the
 * same stimulus is taken, and the first of these is reported.
 */
import type { Event } from '#model/event.ts';
import type { State } from '#model/state.ts';
import type { System } from '#model/system.ts';
import type { Fit } from './runText.ts';
import { replay } from './runText.ts';
import type { Trace, TraceStep } from './trace.ts';
import { extendTrace, startTrace } from './trace.ts';

export interface LikeFit extends Fit {
  /** The first event that was taken under another name. */
  readonly renamed?: { readonly step: number; readonly from: string; readonly to: string };
}

/** Replays the steps of a trace on another system from a state of it, as far as they fit. */
export function replayLike(system: System, steps: readonly TraceStep[], initial: State = system.initial): LikeFit {
  let trace: Trace = startTrace(system, initial);
  let renamed: LikeFit['renamed'];
  for (const step of steps) {
    const state = trace.steps.at(-1)?.state ?? initial;
    const event = matching(system, state, step);
    if (event === undefined) {
      const texts = [...trace.steps.map((each) => each.event.text), step.event.text];
      const { stopped } = replay(system, texts, initial);
      return { trace, ...(stopped === undefined ? {} : { stopped }), ...(renamed === undefined ? {} : { renamed }) };
    }
    if (event.text !== step.event.text) renamed ??= { step: step.step, from: step.event.text, to: event.text };
    trace = extendTrace(trace, event);
  }
  return renamed === undefined ? { trace } : { trace, renamed };
}

function matching(system: System, state: State, { event, rule }: TraceStep): Event | undefined {
  const possible = system.enabled(state);
  const same = possible.find((each) => each.text === event.text);
  if (same !== undefined) return same;
  const { kind, name, instance, message } = rule.stimulus;
  if (kind !== 'action' && kind !== 'delivery') return undefined;
  const alike = possible.filter((each) => {
    const other = system.rule(each.rule);
    return (
      other.stimulus.kind === kind &&
      other.stimulus.name === name &&
      other.stimulus.instance === instance &&
      other.stimulus.message?.queue === message?.queue
    );
  });
  return alike.length === 1 ? alike[0] : alike.find((each) => system.rule(each.rule).choice === rule.choice);
}
