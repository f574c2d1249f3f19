/** The checks beside the walk: what follows a change of reading, what is asked for, stopped, superseded and kept. */
import { describe, expect, it } from 'vitest';
import { presets, presetVariant } from '#detach/presets.ts';
import { defaultVariant } from '#detach/variant.ts';
import type { CheckRequest } from '#shell/checkMessages.ts';
import { createCheckStore, readingTask, taskOf, unaskedMilliseconds } from '#store/checkStore.ts';
import { checkSign } from '#store/checkView.ts';
import { finishedWords, measuredWords, progressWords } from '#store/checkWords.ts';
import { inlineLane } from './inlineLane.ts';
import { walkAt } from './walkAt.ts';

function checksOf(fragment: Readonly<Record<string, string>> = {}) {
  const walk = walkAt(fragment);
  const lanes = { reading: inlineLane(), others: inlineLane() };
  const checks = createCheckStore(walk, lanes);
  const sign = () => checkSign(checks.getState(), walk.getState().variant);
  const task = () => readingTask(checks.getState(), walk.getState().variant);
  return { walk, lanes, checks, sign, task };
}

/** Too large for the first moment, small enough to be begun. */
const large = { pdnConnections: 2, secondPdn: 'detaching', loss: 2, duplication: 1 };

describe('the reading in use', () => {
  it('is checked within a moment, without being asked for, and says its bound', async () => {
    const { checks, lanes, sign, task } = checksOf();
    expect(sign().kind).toBe('none');
    checks.getState().follow();
    expect(lanes.reading.asked).toEqual([
      { type: 'reading', variant: defaultVariant, own: '', milliseconds: unaskedMilliseconds },
    ]);
    await lanes.reading.finish();
    expect(sign()).toEqual({ kind: 'questions', found: '7 questions', within: 'with at most 1 loss' });
    const answer = task()?.answer;
    if (answer === undefined) throw new Error('no answer');
    expect(finishedWords(answer)).toBe('All 548 states seen, with at most 1 loss and no duplication.');
    expect(measuredWords(answer)).toContain('548 states, 872 transitions, depth 17');
    expect(measuredWords(answer)).toContain('Every run ends.');
  });

  it('is checked once: what is known is not asked again', async () => {
    const { checks, lanes, walk } = checksOf();
    checks.getState().follow();
    await lanes.reading.finish();
    walk.getState().choosePreset('repaired');
    checks.getState().follow();
    await lanes.reading.finish();
    walk.getState().choosePreset('as-tabled');
    checks.getState().follow();
    expect(lanes.reading.asked).toHaveLength(2);
  });

  it('follows each change: the search of the reading before is ended, and begun anew when it is back', async () => {
    const { checks, lanes, walk, sign } = checksOf();
    checks.getState().follow();
    walk.getState().choosePreset('rfc-practice');
    checks.getState().follow();
    await lanes.reading.finish();
    expect(sign()).toEqual({ kind: 'clear', found: 'no question', within: 'with at most 1 loss' });
    walk.getState().choosePreset('as-tabled');
    expect(sign().kind).toBe('none');
    checks.getState().follow();
    await lanes.reading.finish();
    expect(sign().found).toBe('7 questions');
  });

  it.each(presets.map(({ name }) => name))('has a sign with a bound: %s', async (name) => {
    const { checks, lanes, sign } = checksOf({ preset: name, events: '' });
    checks.getState().follow();
    await lanes.reading.finish();
    expect(sign().found).toMatch(/question|claims? fails?/);
    expect(sign().within).toMatch(/with at most 1 loss|for teaching/);
  });
});

describe('a large search', () => {
  const given = Object.entries(large)
    .map(([name, value]) => `${name}:${value}`)
    .join();

  it('goes on without a bound when that is asked for, says how far it is, and keeps what it found when it is stopped', async () => {
    const { checks, lanes, sign, task } = checksOf({ set: given });
    checks.getState().checkAll();
    lanes.reading.step();
    const progress = task()?.underWay?.progress;
    expect(task()?.underWay?.limited).toBe(false);
    expect(progressWords(progress)).toMatch(/^[\d,]+ states, [\d,]+ transitions, depth \d+/);
    // A second press changes nothing.
    checks.getState().checkAll();
    expect(lanes.reading.asked).toHaveLength(1);
    const [request] = lanes.reading.asked;
    checks.getState().stop(request as CheckRequest);
    await lanes.reading.finish();
    const answer = task()?.answer;
    if (answer === undefined) throw new Error('no answer');
    expect(answer.unfinished).toBe('stopped');
    expect(finishedWords(answer)).toMatch(/^Not finished: [\d,]+ states seen, as you have stopped it\./);
    expect(sign().kind).toBe('unfinished');
    expect(sign().within).toMatch(/^not finished/);
    expect(answer.findings.others.every(({ verdict }) => verdict === 'not finished')).toBe(true);
    expect(answer.everyRunEnds).toBeUndefined();
  });
});

describe('one’s own properties', () => {
  it('are checked with the others, and the answer without them stays', async () => {
    const { checks, lanes, sign, task } = checksOf({ preset: 'rfc-practice' });
    checks.getState().setOwn({ name: 'mine', text: 'always MY1 "the UE stays attached": ue.phase = attached' });
    await lanes.reading.finish();
    expect(sign().found).toBe('no question, 1 of your own');
    expect(task()?.answer?.own).toMatchObject([
      { id: 'MY1', sentence: 'the UE stays attached', verdict: 'fails', run: [expect.stringMatching(/detach/i)] },
    ]);
    expect(task()?.answer?.own[0]?.false[0]?.now).toMatch(/^the UE /);
    checks.getState().setOwn(undefined);
    await lanes.reading.finish();
    expect(sign().found).toBe('no question');
  });

  it('come back by undo, and go again by redo', () => {
    const { checks } = checksOf({ preset: 'rfc-practice' });
    const mine = { name: 'mine', text: 'always MY1 "the UE stays attached": ue.phase = attached' };
    checks.getState().swapOwn();
    expect(checks.getState()).toMatchObject({ own: undefined, ownBefore: undefined });
    checks.getState().setOwn(mine);
    checks.getState().setOwn(undefined);
    checks.getState().swapOwn();
    expect(checks.getState()).toMatchObject({ own: mine, ownBefore: { own: undefined, undone: true } });
    checks.getState().swapOwn();
    expect(checks.getState()).toMatchObject({ own: undefined, ownBefore: { own: mine, undone: false } });
  });

  it('that do not fit a reading are said to, and the others are checked all the same', async () => {
    const { checks, lanes, task } = checksOf();
    checks.getState().setOwn({ name: 'mine', text: 'always MY1: nonsense' });
    await lanes.reading.finish();
    expect(task()?.answer?.own).toEqual([]);
    expect(task()?.answer?.ownError).toContain('nonsense');
    expect(task()?.answer?.findings.groups.length).toBeGreaterThan(0);
  });
});

describe('what is asked for', () => {
  it('is answered once, beside the reading in use', async () => {
    const { checks, lanes } = checksOf();
    const request = { type: 'space', variant: presetVariant(presets[3]) } as const;
    checks.getState().ask(request);
    checks.getState().ask(request);
    expect(lanes.others.asked).toHaveLength(1);
    expect(lanes.reading.asked).toHaveLength(0);
    await lanes.others.finish();
    expect(taskOf(checks.getState(), request)?.answer?.graph?.nodes).toHaveLength(66);
    checks.getState().ask(request);
    expect(lanes.others.asked).toHaveLength(1);
  });

  it('that is superseded is as if it had not been asked', async () => {
    const { checks, lanes } = checksOf();
    const [first, second] = [presets[3], presets[5]].map(
      (preset) => ({ type: 'space', variant: presetVariant(preset!) }) as const,
    );
    checks.getState().ask(first!);
    checks.getState().ask(second!);
    await lanes.others.finish();
    expect(taskOf(checks.getState(), first!)).toBeUndefined();
    expect(taskOf(checks.getState(), second!)?.answer).toBeDefined();
  });

  it('that fails says so in a sentence, and can be asked again', async () => {
    const { checks, lanes } = checksOf();
    const request = { type: 'space', variant: undefined } as unknown as CheckRequest;
    checks.getState().ask(request);
    await lanes.others.finish();
    expect(taskOf(checks.getState(), request)?.failure).toBeTruthy();
    checks.getState().ask(request);
    expect(lanes.others.asked).toHaveLength(2);
  });

  it('compares two readings, with the events that one has alone in words', async () => {
    const { checks, lanes } = checksOf();
    const request = { type: 'compare', a: defaultVariant, b: presetVariant(presets[4]) } as const;
    checks.getState().ask(request);
    await lanes.others.finish();
    const answer = taskOf(checks.getState(), request)?.answer;
    expect(answer?.properties.some(({ differs }) => differs)).toBe(true);
    const { gained = [], lost = [] } = answer?.spaces?.events ?? {};
    expect([...gained, ...lost].every((text) => answer?.titles[text] !== undefined)).toBe(true);
  });
});
