import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { System } from '#model/system.ts';
import type { Timing } from '#run/clock.ts';
import { advance, dueTime, startClock, timesOf } from '#run/clock.ts';
import { replay } from '#run/runText.ts';
import { startTrace, traceOf } from '#run/trace.ts';
import { toyDefinition } from '../model/toySystem.ts';
import { anyTrace, eventsOf, toyTrace } from './toyRuns.ts';

const timing: Timing = {
  latencyMilliseconds: 50,
  thinkMilliseconds: 1000,
  timer: (name, transmission) => (name === 'question' ? Math.min(400 * 2 ** (transmission - 1), 1000) : 7),
};

describe('virtual time', () => {
  it('never runs back, is the same each time, and grows with the run', () => {
    fc.assert(
      fc.property(anyTrace, fc.nat(), fc.nat(), fc.nat({ max: 25 }), (trace, latency, think, cut) => {
        const any = { ...timing, latencyMilliseconds: latency, thinkMilliseconds: think };
        const times = timesOf(trace, any);
        expect(times).toHaveLength(trace.steps.length);
        for (const [at, time] of times.entries()) expect(time).toBeGreaterThanOrEqual(times[at - 1] ?? 0);
        expect(timesOf(trace, any)).toEqual(times);
        const start = traceOf(trace.system, eventsOf(trace).slice(0, cut));
        expect(timesOf(start, any)).toEqual(times.slice(0, cut));
        expect(advance(advance(startClock, start, any), trace, any).times).toEqual(times);
      }),
    );
  });

  it('gives a person time to think and a message time to arrive', () => {
    expect(timesOf(toyTrace('ask', 'deliver question', 'deliver reply'), timing)).toEqual([1000, 1050, 1100]);
  });

  it('lets faults happen at once, and a copy arrive with its own latency', () => {
    const trace = toyTrace('ask', 'hoarse', 'copy question', 'deliver question', 'deliver question');
    expect(timesOf(trace, timing)).toEqual([1000, 1000, 1000, 1050, 1050]);
  });

  it('lets a timer wait longer after each transmission, up to its cap', () => {
    const lost = ['lose question', 'timer question'];
    const trace = toyTrace('ask', ...lost, ...lost, ...lost);
    expect(timesOf(trace, timing)).toEqual([1000, 1000, 1400, 1400, 2200, 2200, 3200]);
  });

  it('counts a message in flight at the start as sent at 0', () => {
    const { system } = toyTrace();
    const begun = toyTrace('ask').steps[0]!.state;
    const { trace } = replay(system, ['deliver question'], begun);
    expect(timesOf(trace, timing)).toEqual([50]);
  });

  it('says what is overdue', () => {
    const trace = toyTrace('ask', 'hoarse', 'heal');
    const clock = advance(startClock, trace, timing);
    const event = trace.system.enabled(trace.steps.at(-1)!.state).find((each) => each.text === 'deliver question')!;
    expect(clock.times.at(-1)).toBe(2000);
    expect(dueTime(clock, trace, event, timing)).toBe(1050);
  });

  it('starts a timer by the messages that are listed for it', () => {
    const trace = toyTrace('ask', 'deliver question', 'lose reply', 'timer question');
    expect(timesOf(trace, timing)).toEqual([1000, 1050, 1050, 1400]);
    expect(timesOf(trace, { ...timing, startedBy: () => ['question', 'reply'] })).toEqual([1000, 1050, 1050, 1450]);
    expect(timesOf(trace, { ...timing, startedBy: () => [] })).toEqual([1000, 1050, 1050, 1050]);
  });

  it('begins again at the first transmission when another event than its own starts a timer', () => {
    const waits: number[] = [];
    const noting = { ...timing, timer: (_: string, transmission: number) => waits.push(transmission) };
    timesOf(toyTrace('ask', 'lose question', 'timer question', 'lose question', 'timer question'), noting);
    expect(waits).toEqual([1, 2]);
    waits.length = 0;
    const byReply = { ...noting, startedBy: () => ['question', 'reply'] };
    timesOf(
      toyTrace('ask', 'lose question', 'timer question', 'deliver question', 'lose reply', 'timer question'),
      byReply,
    );
    expect(waits).toEqual([1, 1]);
    const definition = toyDefinition({ losses: 3 });
    const again = definition.rules.find((rule) => rule.id === 'a.askAgain')!;
    const hasty = { ...again, id: 'a.askInHaste', choice: 'haste' };
    const system = new System({ ...definition, rules: [...definition.rules, hasty] });
    const texts = ['ask', 'lose question', 'timer haste', 'lose question', 'timer question'];
    waits.length = 0;
    timesOf(replay(system, texts).trace, noting);
    expect(waits).toEqual([1]);
  });

  it('keeps apart the timers of instances by the @ in the name of the message', () => {
    const definition = toyDefinition();
    const rules = definition.rules.map((rule) =>
      rule.stimulus.kind === 'timer' ? { ...rule, stimulus: { ...rule.stimulus, instance: 'home' } } : rule,
    );
    const named = (suffix: string) => new System({ ...definition, rules, nameMessage: () => `question${suffix}` });
    const texts = (suffix: string) => ['ask', `lose question${suffix}`, 'timer@home question'];
    const times = (suffix: string) => timesOf(replay(named(suffix), texts(suffix)).trace, timing);
    expect(times(':0@home')).toEqual([1000, 1000, 1400]);
    expect(times('@away')).toEqual([1000, 1000, 1000]);
    expect(timesOf(startTrace(named('')), timing)).toEqual([]);
  });
});
