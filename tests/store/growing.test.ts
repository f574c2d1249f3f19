/** A run that grows step by step must be shown as the same run made at once. */
import { expect, it } from 'vitest';
import { sequenceRows } from '#chart/sequenceRows.ts';
import { detach } from '#detach/detach.ts';
import { defaultVariant } from '#detach/variant.ts';
import type { Clock } from '#run/clock.ts';
import { advance, startClock, timesOf } from '#run/clock.ts';
import { randomWalk } from '#run/play.ts';
import type { Trace } from '#run/trace.ts';
import { extendTrace, startTrace } from '#run/trace.ts';
import { defaultOptions } from '#session/options.ts';
import type { Session } from '#session/session.ts';
import { sessionOf } from '#session/session.ts';
import { clockTiming, defaultTiming } from '#session/timing.ts';
import { growing } from '#store/growing.ts';

const timing = clockTiming(defaultTiming);

/** Each trace from the start to the whole walk, each made from the one before. */
function* growth(seed: number): Generator<Trace> {
  const system = detach({ ...defaultVariant, loss: 2, duplication: 1, notification: 'bri', ordering: 'unordered' });
  let trace = startTrace(system);
  for (const { event } of randomWalk(system, { seed, most: 50, faults: true }).steps) {
    trace = extendTrace(trace, event);
    yield trace;
  }
}

it('a session that goes on from a shorter one is the session made at once, and so are its rows', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    let before: Session | undefined;
    let rows: readonly unknown[] = [];
    for (const trace of growth(seed)) {
      const times = timesOf(trace, timing);
      const grown = sessionOf(trace, times, defaultOptions, defaultTiming, before);
      expect(grown).toEqual(sessionOf(trace, times, defaultOptions, defaultTiming));
      const nameOf = ({ number }: { readonly number: number }) => grown.messages[number - 1]?.title ?? '';
      const all = sequenceRows(trace, nameOf);
      rows = [...rows, ...sequenceRows(trace, nameOf, before?.trace.steps.length)];
      expect(rows).toEqual(all);
      before = grown;
    }
  }
}, 60_000);

it('goes on from a known prefix, and never that of another line or of other arguments', () => {
  const asked: string[] = [];
  const stepsOf = growing((trace: Trace, before: number | undefined, name: string) => {
    asked.push(`${name} ${before ?? 'none'} ${trace.steps.length}`);
    return trace.steps.length;
  });
  const [first, second, third] = [...growth(3)] as [Trace, Trace, Trace];
  stepsOf(first, 'a');
  stepsOf(first, 'a');
  stepsOf(second, 'a');
  stepsOf(third, 'a');
  stepsOf(third, 'b');
  // The same events on a line of its own: no step is shared.
  const [, other] = [...growth(3)];
  stepsOf(other as Trace, 'a');
  expect(asked).toEqual(['a none 1', 'a 1 2', 'a 2 3', 'b none 3', 'a none 2']);
});

it('keeps a clock that was made for a shorter line', () => {
  const clockFor = growing((trace: Trace, before: Clock | undefined) => advance(before ?? startClock, trace, timing));
  for (const trace of growth(7)) expect(clockFor(trace).times).toEqual(timesOf(trace, timing));
});
