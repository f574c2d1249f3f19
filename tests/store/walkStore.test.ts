import { describe, expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { parameterNames } from '#detach/variant.ts';
import { read } from '#model/state.ts';
import { stateAt } from '#run/trace.ts';
import { gaps } from '#spec/gaps.ts';
import { groupedParameters } from '#store/readingView.ts';
import { readSettings } from '#store/settings.ts';
import { diagramRows, diagramTail, nextEvents, sentenceInView, stepSentence, timeOfStep } from '#store/view.ts';
import { createWalkStore } from '#store/walkStore.ts';
import { whyNotPossible } from '#store/whyNotView.ts';

function walk(fragment: Readonly<Record<string, string>> = {}) {
  const store = createWalkStore();
  store.getState().load(fragment);
  return store;
}

describe('the store', () => {
  it('opens each scenario at its start, with all its steps loaded', () => {
    const store = createWalkStore();
    for (const scenario of scenarios) {
      store.getState().choose(scenario.name);
      const { run, notice } = store.getState();
      expect(notice).toBeUndefined();
      expect(run.step).toBe(0);
      expect(run.trace.steps.map((step) => step.event.text)).toEqual(scenario.events);
    }
  });

  it('steps, goes back and forth, and stays in range', () => {
    const store = walk();
    const { step, back, jump, end } = store.getState();
    step();
    step();
    back();
    expect(store.getState().run.step).toBe(1);
    end();
    step();
    expect(store.getState().run.step).toBe(5);
    jump(-3);
    back();
    expect(store.getState().run.step).toBe(0);
    jump(Number.NaN);
    expect(store.getState().run.step).toBe(0);
  });

  it('goes on by virtual time beyond what is loaded', () => {
    const store = walk({ events: 'detach buThenDelete' });
    const { step, end } = store.getState();
    end();
    for (let i = 0; i < 6; i++) step();
    const { run } = store.getState();
    const phase = run.trace.system.field('ue.phase');
    if (phase === undefined) throw new Error('no phase');
    expect(read(run.trace.system.places, stateAt(run.trace, run.step), phase)).toBe('detached');
  });

  it('loses the selected message, else the oldest in flight', () => {
    const store = walk({ scenario: 'other-order', step: '1' });
    store.getState().select(2);
    store.getState().lose();
    expect(store.getState().run.trace.steps[1]?.event.text).toBe('lose deleteRequest');
    store.getState().select(undefined);
    store.getState().lose();
    expect(store.getState().run.trace.steps[2]?.event.text).toBe('lose bindingUpdate');
  });

  it('keeps what it leaves as a branch, and comes back to it', () => {
    const store = walk({ step: '2' });
    store.getState().lose();
    expect(store.getState().run.branches.map((branch) => branch.name)).toEqual(['main']);
    store.getState().switchBranch('main');
    expect(store.getState().run.trace.steps).toHaveLength(5);
  });

  it('keeps the line that a change of reading parts from, with its reading', () => {
    const store = walk({ scenario: 'network-initiated', step: '3' });
    store.getState().choosePreset('before-this-paper');
    expect(store.getState().notice).toMatch(
      /Then came "The operator orders a detach.*": (it needs that|this reading has no such step)/,
    );
    expect(store.getState().run.trace.steps).toHaveLength(0);
    store.getState().switchBranch('main');
    expect(store.getState().variant.order).toBe('open');
    expect(store.getState().run.trace.steps.length).toBeGreaterThan(3);
  });

  it('brings the run back when the reading is changed back, through any number of readings', () => {
    const store = walk({ scenario: 'network-initiated', step: '4' });
    const { trace } = store.getState().run;
    for (const name of ['rfc-practice', 'ts-24.303', 'words-alone', 'before-this-paper']) {
      store.getState().choosePreset(name);
    }
    store.getState().choosePreset('as-tabled');
    expect(store.getState().run.trace).toBe(trace);
    expect(store.getState().run.branches).toEqual([]);
    expect(store.getState().notice).toBeUndefined();
  });

  it('says what the one hazard that cannot be shown lacks', () => {
    expect(walk({ scenario: 'h-27' }).getState().notice).toContain('rekey');
    expect(walk({ scenario: 'H-03' }).getState().scenario.name).toBe('h-03');
  });

  it.each([
    [{ scenario: 'nonsense' }, /nonsense/],
    [{ preset: 'nonsense' }, /nonsense/],
    [{ set: 'order:nonsense' }, /nonsense/],
    [{ set: 'nonsense:1' }, /nonsense/],
    [{ set: 'sharedIkeSa:yes' }, /pdnConnections/],
    [{ session: 'access:nonsense' }, /nonsense/],
    [{ events: 'nonsense' }, /nonsense/],
    [{ step: 'nonsense' }, /nonsense/],
    [{ nonsense: '1' }, /nonsense/],
  ])('tells in one sentence what is wrong with %o', (fragment, words) => {
    const { notice, run } = walk(fragment as Record<string, string>).getState();
    expect(notice).toMatch(words);
    expect(notice).toMatch(/^[^\n]+\.$/);
    expect(run.trace.steps.length).toBeGreaterThanOrEqual(0);
  });

  it('refuses a timing value that is none, and keeps the others', () => {
    const store = walk();
    store.getState().setTiming({ latencyMilliseconds: Number.NaN });
    expect(store.getState().notice).toContain('latencyMilliseconds');
    store.getState().setTiming({ latencyMilliseconds: 500 });
    store.getState().jump(2);
    expect(timeOfStep(store.getState())).toBe(500);
  });
});

describe('what the page shows', () => {
  it('keeps the rows that did not change as the same objects', () => {
    const store = walk({ events: 'detach buThenDelete', step: '1' });
    store.getState().step();
    const before = diagramRows(store.getState());
    store.getState().step();
    const after = diagramRows(store.getState());
    expect(after.length).toBeGreaterThan(before.length);
    expect(before.every((row, at) => row === after[at])).toBe(true);
    expect(diagramTail(store.getState())).toHaveLength(1);
  });

  it('names the sentence, the events and the refusals of a step', () => {
    const store = walk({ step: '1' });
    const state = store.getState();
    expect(sentenceInView(state).id).toBe('R-8.4.3.2-1');
    expect(stepSentence(state)).toMatch(/^Step 1 of 5\. .*waiting|awaiting/);
    expect(nextEvents(state).primary?.event.text).toBe('deliver bindingUpdate');
    expect(nextEvents(state).lose?.text).toBe('lose bindingUpdate');
    const detach = whyNotPossible(state).find((each) => each.key === 'ue.detach.buThenDelete');
    expect(detach?.failing[0]?.needs).toBe('the UE is attached');
    expect(detach?.failing[0]?.now).toBe('the UE is awaiting the BA');
  });

  it('says where the text is silent: the first step has four orders', () => {
    const starts = nextEvents(walk().getState()).all.filter((each) => each.event.text.startsWith('detach'));
    expect(starts).toHaveLength(4);
    expect(starts.every((each) => each.silent)).toBe(true);
  });
});

describe('what two layers say of the same thing', () => {
  it('shows every parameter of a reading in one group', () => {
    expect([...groupedParameters].sort()).toEqual([...parameterNames].sort());
  });

  it('lets a gap name only parameters that exist', () => {
    for (const gap of gaps) expect(parameterNames).toEqual(expect.arrayContaining([...gap.readings]));
  });
});

describe('stored settings', () => {
  it('keeps what fits and names what does not', () => {
    const { settings, ignored } = readSettings({ theme: 'dark', keys: 'perhaps', gone: 1 });
    expect(settings.theme).toBe('dark');
    expect(settings.keys).toBe(true);
    expect(ignored).toEqual(['keys', 'gone']);
    expect(readSettings('nonsense').ignored).not.toEqual([]);
  });
});
