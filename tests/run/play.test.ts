import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, startClock } from '#run/clock.ts';
import { nextByTime, randomWalk, seeded } from '#run/play.ts';
import { atRest } from '#run/rest.ts';
import type { Trace } from '#run/trace.ts';
import { extendTrace, stateAt } from '#run/trace.ts';
import { randomSystem } from '../model/randomSystem.ts';
import { toySystem } from '../model/toySystem.ts';
import { anyTrace, textsOf, toy, toyTrace } from './toyRuns.ts';

/** Timers that run out before or after the reply can come. */
const timing = (wait: number) => ({ latencyMilliseconds: 50, thinkMilliseconds: 1000, timer: () => wait });

/** Plays on until nothing comes next. */
function playOut(trace: Trace, actions: 'last' | 'never' = 'last', wait = 400): Trace {
  let played = trace;
  for (let steps = 0; steps < 100; steps++) {
    const event = nextByTime(played, advance(startClock, played, timing(wait)), timing(wait), actions);
    if (event === undefined) return played;
    played = extendTrace(played, event);
  }
  throw new Error('the toy does not come to rest');
}

describe('play by virtual time', () => {
  it('lets people act only where nothing else is possible, faults never, and ends at rest', () => {
    const end = playOut(toyTrace());
    expect(textsOf(end)).toEqual(['ask', 'deliver question', 'deliver reply']);
    expect(atRest(toy, stateAt(end, end.steps.length))).toBe(true);
  });

  it('lets people never act if so wanted', () => {
    expect(textsOf(playOut(toyTrace(), 'never'))).toEqual([]);
    expect(textsOf(playOut(toyTrace('hoarse', 'ask'), 'never')).slice(2)).toEqual([
      'deliver question',
      'timer question',
      'deliver question',
      'timer question',
      'deliver question',
      'timer question',
    ]);
  });

  it('takes what is due first', () => {
    const replied = toyTrace('ask', 'deliver question');
    expect(textsOf(playOut(replied, 'never', 60))[2]).toBe('timer question');
    expect(textsOf(playOut(replied, 'never', 400))[2]).toBe('deliver reply');
  });

  it('takes the first in the order of the rules where two are due at once', () => {
    const replied = toyTrace('ask', 'deliver question');
    expect(textsOf(playOut(replied, 'never', 100))[2]).toBe('deliver reply');
  });

  it('picks what is possible, and nothing only where nothing but faults is', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        const { system } = trace;
        const event = nextByTime(trace, advance(startClock, trace, timing(400)), timing(400));
        const possible = system.enabled(stateAt(trace, trace.steps.length));
        if (event !== undefined) expect(possible).toContainEqual(event);
        const faultless = possible.filter((each) => system.rule(each.rule).stimulus.kind !== 'fault');
        expect(event === undefined).toBe(faultless.length === 0);
      }),
    );
  });
});

describe('a random walk', () => {
  it('is a function of its seed, for any system', () => {
    fc.assert(
      fc.property(randomSystem, fc.integer(), fc.nat({ max: 20 }), (system, seed, most) => {
        const walk = () => textsOf(randomWalk(system, { seed, most, faults: true }));
        expect(walk()).toEqual(walk());
        expect(walk().length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('differs with its seed, and has faults only if wanted', () => {
    const walks = (faults: boolean) =>
      Array.from({ length: 30 }, (_, seed) => textsOf(randomWalk(toy, { seed, most: 30, faults })).join());
    expect(new Set(walks(true)).size).toBeGreaterThan(10);
    expect(walks(true).join()).toMatch(/lose/);
    expect(walks(false).join()).not.toMatch(/lose|copy|hoarse/);
    expect(walks(false).join()).toMatch(/deliver reply/);
  });

  it('starts where it is told', () => {
    const begun = stateAt(toyTrace('ask'), 1);
    const walk = randomWalk(toy, { seed: 1, most: 1, faults: false }, begun);
    expect(textsOf(walk)).toEqual(['deliver question']);
  });

  it('draws numbers of 0 or more and below 1 that are spread evenly', () => {
    const random = seeded(2011);
    const numbers = Array.from({ length: 10_000 }, random);
    expect(numbers.every((each) => each >= 0 && each < 1)).toBe(true);
    const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((each) => Math.floor(each * 10) === tenth));
    for (const { length } of tenths) expect(Math.abs(length - 1000)).toBeLessThan(150);
  });
});

describe('rest', () => {
  it('is where nothing is in flight and nothing but a fault is possible', () => {
    const rest = (...texts: string[]) => atRest(toy, stateAt(toyTrace(...texts), texts.length));
    expect(rest()).toBe(false);
    expect(rest('ask')).toBe(false);
    expect(rest('ask', 'lose question')).toBe(false);
    expect(rest('ask', 'deliver question', 'deliver reply')).toBe(true);
    expect(rest('ask', 'deliver question', 'deliver reply', 'hoarse')).toBe(false);
  });

  it('is not where a message is in flight that no rule takes', () => {
    const deaf = toySystem();
    const stuck = { ...deaf.initial, values: [2, 1, 1, 1, 1], queues: [[[1, 0]], []] };
    expect(deaf.enabled(stuck).map((event) => event.text)).toEqual(['hoarse']);
    expect(atRest(deaf, stuck)).toBe(false);
  });
});
