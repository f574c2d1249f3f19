/** A run from a file: every scenario comes back, and a file that is none leaves what is open as it is. */
import { describe, expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { sentenceOff } from '#detach/switchedOff.ts';
import { defaultVariant } from '#detach/variant.ts';
import { writeRunFile } from '#report/runFile.ts';
import { openRunFile } from '#store/openRunFile.ts';
import { savedRun } from '#store/takeAway.ts';
import { createWalkStore } from '#store/walkStore.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';

const fileOf = (text: string, name = 'run.json') => new File([text], name);

describe('openRunFile', () => {
  it.each(scenarios.map(({ name }) => name))('opens what was saved, in view at its step: %s', async (name) => {
    const from = createWalkStore();
    from.getState().choose(name);
    from.getState().setParameters({ maxRetransmissions: 3 });
    from.getState().setOption('access', 'ipv4Nat');
    from.getState().setTiming({ latencyMilliseconds: 7 });
    from.getState().jump(2);
    const saved = savedRun(from.getState());
    const to = createWalkStore();
    to.getState().open('share');
    expect(await openRunFile(to, fileOf(writeRunFile(saved)))).toBe('run.json is open.');
    expect(savedRun(to.getState())).toEqual(saved);
    expect(to.getState().drawer).toBe('share');
  });

  it('opens a run that a check has found as it was: its start, and the sentence that is off', async () => {
    const from = createWalkStore();
    from.getState().choose(scenarios.find(({ start }) => start !== undefined)?.name ?? '');
    const events = ['detach buThenDelete', 'deliver bindingUpdate'];
    from.getState().showRun({ variant: defaultVariant, events, words: 'a claim', without: 'R-8.4.3.2-3' });
    const { initial, system } = from.getState().run.trace;
    expect(from.getState().run.trace.steps.length).toBeGreaterThan(0);
    const to = createWalkStore();
    expect(await openRunFile(to, fileOf(writeRunFile(savedRun(from.getState()))))).toBe('run.json is open.');
    const { run } = to.getState();
    expect(run.trace.initial).toEqual(initial);
    expect(run.trace.steps.map(({ event }) => event.text)).toEqual(
      from.getState().run.trace.steps.map(({ event }) => event.text),
    );
    expect(sentenceOff(run.trace.system)).toBe(sentenceOff(system));
    expect(sentenceOff(system)).toBe('R-8.4.3.2-3');
  });

  it('opens a run without a scenario from the usual start', async () => {
    const walk = createWalkStore();
    const saved = { ...savedRun(walk.getState()), scenario: undefined, events: ['detach buOnly'], step: 1 };
    const reading = { ...saved.reading, order: 'buOnly' } as const;
    expect(await openRunFile(walk, fileOf(writeRunFile({ ...saved, reading })))).toMatch(/^run\.json is open\./);
    expect(walk.getState().run.trace.steps.length).toBeLessThanOrEqual(1);
  });

  it('goes as far as the events fit, and says where they stop', async () => {
    const walk = createWalkStore();
    const saved = savedRun(walk.getState());
    const events = [...saved.events.slice(0, 2), 'sing', ...saved.events.slice(2)];
    const told = await openRunFile(walk, fileOf(writeRunFile({ ...saved, events })));
    expect(told).toMatch(/^run\.json is open\. .*"sing"/);
    expect(walk.getState().run.trace.steps).toHaveLength(2);
  });

  it('leaves what is open as it is where the file is no run', async () => {
    const walk = createWalkStore();
    walk.getState().choose('h-03');
    walk.getState().step();
    const before = walk.getState();
    for (const text of ['', '{}', ...NASTY_LABELS]) {
      const told = await openRunFile(walk, fileOf(text, 'x.png'));
      expect(told).toMatch(/^x\.png: .* What was open is still open\.$/);
      expect(walk.getState()).toBe(before);
    }
  });
});
