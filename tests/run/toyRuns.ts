/** Runs of the toy system, drawn by lot or by their texts, for the tests of what works on any run. */
import fc from 'fast-check';
import type { Event } from '#model/event.ts';
import type { Run } from '#run/branches.ts';
import { take } from '#run/branches.ts';
import { randomWalk } from '#run/play.ts';
import { replay } from '#run/runText.ts';
import type { Trace } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import { randomSystem } from '../model/randomSystem.ts';
import { toySystem } from '../model/toySystem.ts';

export const toy = toySystem({ losses: 3, copies: 2 });

/** Walks of up to 25 events through the toy, in order or not, and through systems drawn by lot. */
export const anyTrace: fc.Arbitrary<Trace> = fc
  .record({
    system: fc.oneof(fc.constantFrom(toy, toySystem({ ordering: 'unordered' })), randomSystem),
    seed: fc.integer(),
    most: fc.integer({ min: 0, max: 25 }),
  })
  .map(({ system, seed, most }) => randomWalk(system, { seed, most, faults: true }));

/** The trace of event texts. @throws {Error} if one does not fit. */
export function toyTrace(...texts: string[]): Trace {
  const { trace, stopped } = replay(toy, texts);
  if (stopped !== undefined) throw new Error(stopped.reason);
  return trace;
}

export function eventsOf(trace: Trace): readonly Event[] {
  return trace.steps.map((step) => step.event);
}

export function textsOf(trace: Trace): readonly string[] {
  return trace.steps.map((step) => step.event.text);
}

/** Takes the event with this text where a run stands. @throws {Error} if it is not possible there. */
export function takeText(run: Run, text: string): Run {
  const state = stateAt(run.trace, run.step);
  const event = run.trace.system.enabled(state).find((each) => each.text === text);
  if (event === undefined) throw new Error(`${text} is not possible`);
  return take(run, event);
}
