import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '#run/branches.ts';
import { forget, jump, rename, show, startRun, switchTo, take } from '#run/branches.ts';
import { stateAt, traceOf } from '#run/trace.ts';
import { anyTrace, eventsOf, takeText, textsOf, toy, toyTrace } from './toyRuns.ts';

function linesOf(run: Run): readonly (readonly string[])[] {
  return [run.trace, ...run.branches.map((branch) => branch.trace)].map(textsOf);
}

function namesOf(run: Run): readonly string[] {
  return [run.name, ...run.branches.map((branch) => branch.name)];
}

function beginsWith(line: readonly string[], start: readonly string[]): boolean {
  return start.every((text, at) => line[at] === text);
}

const begun = takeText(takeText(startRun(toyTrace()), 'ask'), 'deliver question');

describe('time travel', () => {
  it('is exact: any step, back and forth, is the state that was', () => {
    fc.assert(
      fc.property(anyTrace, fc.array(fc.nat({ max: 30 })), (trace, steps) => {
        const states = [trace.initial, ...trace.steps.map((step) => step.state)];
        let run = startRun(trace);
        for (const step of steps) {
          run = jump(run, step);
          expect(run.trace).toBe(trace);
          expect(stateAt(run.trace, run.step)).toBe(states[Math.min(step, trace.steps.length)]);
        }
        expect(run.branches).toEqual([]);
      }),
    );
  });

  it('stays in the run', () => {
    expect(jump(begun, -3).step).toBe(0);
    expect(jump(begun, 9).step).toBe(2);
    expect(jump(begun, Number.POSITIVE_INFINITY).step).toBe(2);
    expect(jump(begun, Number.NaN)).toBe(begun);
  });

  it('goes along the line in view when the event that comes next is taken, from any step on', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        const run = eventsOf(trace).reduce(take, startRun(trace));
        expect(run).toEqual({ ...startRun(trace), step: trace.steps.length });
        expect(eventsOf(trace).reduce(take, startRun(traceOf(trace.system, [])))).toEqual(run);
      }),
    );
  });

  it('refuses an event that is not possible where the run stands', () => {
    const hear = toyTrace('ask', 'deliver question', 'deliver reply').steps[2]!.event;
    expect(() => take(jump(begun, 1), hear)).toThrow(RangeError);
    expect(() => take(startRun(toyTrace()), hear)).toThrow(RangeError);
  });
});

describe('branches', () => {
  const forked = takeText(jump(begun, 1), 'lose question');

  it('keep the line that is left, and go on from the cursor', () => {
    expect(textsOf(forked.trace)).toEqual(['ask', 'lose question']);
    expect(forked).toMatchObject({ name: 'branch 1', step: 2, forkStep: 1 });
    expect(forked.branches).toEqual([{ name: 'main', trace: begun.trace, forkStep: 0 }]);
  });

  it('are switched exactly, there and back', () => {
    const back = switchTo(forked, 'main');
    expect(back).toMatchObject({ name: 'main', step: 1, forkStep: 0 });
    expect(back.trace).toBe(begun.trace);
    const again = switchTo(back, 'branch 1');
    expect(again.trace).toBe(forked.trace);
    expect(again).toEqual({ ...forked, step: 1 });
    expect(switchTo(forked, 'no such branch')).toBe(forked);
  });

  it('are gone over to where one has the event already', () => {
    const over = takeText(jump(forked, 1), 'deliver question');
    expect(over).toMatchObject({ name: 'main', step: 2 });
    expect(over.trace).toBe(begun.trace);
    expect(over.branches.map((branch) => branch.name)).toEqual(['branch 1']);
  });

  it('are renamed and forgotten by name', () => {
    expect(rename(forked, '  loss ').name).toBe('loss');
    expect(rename(forked, ' ')).toBe(forked);
    expect(rename(forked, 'main')).toBe(forked);
    expect(forget(forked, 'main').branches).toEqual([]);
    expect(forget(forked, 'branch 1')).toEqual(forked);
  });

  it('never take a name that someone has given to a line by hand', () => {
    const named = rename(begun, 'branch 1');
    const run = takeText(jump(named, 1), 'lose question');
    expect(namesOf(run)).toEqual(['branch 2', 'branch 1']);
  });

  it('lose nothing: every line ever walked stays, whatever is stepped, jumped, taken, switched and renamed', () => {
    const act = fc.record({
      what: fc.constantFrom('take', 'take', 'take', 'jump', 'switch', 'rename'),
      pick: fc.nat({ max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let run = startRun(toyTrace());
        const walked: (readonly string[])[] = [];
        for (const { what, pick } of acts) {
          const events = toy.enabled(stateAt(run.trace, run.step));
          const event = events[pick % Math.max(1, events.length)];
          const branch = run.branches[pick % Math.max(1, run.branches.length)];
          if (what === 'jump') run = jump(run, pick % (run.trace.steps.length + 1));
          else if (what === 'switch' && branch !== undefined) run = switchTo(run, branch.name);
          else if (what === 'rename') run = rename(run, `branch ${pick % 4}`);
          else if (what === 'take' && event !== undefined) run = take(run, event);
          walked.push(textsOf(run.trace).slice(0, run.step));
          const lines = linesOf(run);
          for (const texts of walked) expect(lines.some((line) => beginsWith(line, texts))).toBe(true);
          expect(lines.filter((line) => lines.some((other) => other !== line && beginsWith(other, line)))).toEqual([]);
          expect(new Set(namesOf(run)).size).toBe(lines.length);
        }
        for (const { trace } of [run, ...run.branches]) expect(trace).toEqual(traceOf(toy, eventsOf(trace)));
      }),
    );
  });
});

describe('another line, shown', () => {
  const other = toyTrace('ask', 'lose question');

  it('stands at its start, and the line that was in view is a branch with its name', () => {
    const shown = show(rename(begun, 'mine'), other, 'found');
    expect([shown.name, shown.step, shown.trace]).toEqual(['found 1', 0, other]);
    expect(namesOf(switchTo(shown, 'mine'))).toEqual(['mine', 'found 1']);
    expect(switchTo(shown, 'mine').trace).toBe(begun.trace);
  });

  it('has a name that no line has', () => {
    const twice = show(show(begun, other, 'found'), toyTrace('ask'), 'found');
    expect(new Set(namesOf(twice)).size).toBe(3);
  });

  it('takes the place of a line without steps, or of one that need not be kept', () => {
    expect(show(startRun(toyTrace()), other, 'found').branches).toEqual([]);
    expect(show(begun, other, 'found', false)).toMatchObject({ name: begun.name, branches: [] });
  });
});
