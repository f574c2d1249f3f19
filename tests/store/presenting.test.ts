/** The presentation, and objections within it. */
import { describe, expect, it } from 'vitest';
import { narration } from '#store/presentView.ts';
import { nextEvents } from '#store/view.ts';
import { walkAt } from './walkAt.ts';

describe('an objection', () => {
  it('is followed from the presented beat, and one act brings back exactly what was presented', () => {
    const store = walkAt({ scenario: 'ue-initiated', step: '2' });
    store.getState().present(true);
    const { run, variant } = store.getState();
    store.getState().object();
    store.getState().lose();
    store.getState().choosePreset('rfc-practice');
    store.getState().step();
    store.getState().select(1);
    store.getState().object();
    const after = store.getState();
    expect(after.run.trace).toBe(run.trace);
    expect(after.run.name).toBe(run.name);
    expect(after.run.step).toBe(2);
    expect(after.variant).toBe(variant);
    expect(after.selected).toBeUndefined();
    expect(after.objection).toBeUndefined();
    expect(after.presenting).toBe(true);
    expect(after.run.branches.length).toBeGreaterThan(0);
    expect(after.run.branches.some(({ trace }) => trace.steps.some(({ event }) => /^lose/.test(event.text)))).toBe(
      true,
    );
  });

  it('comes back from the end of a line that it went on from, and keeps what it added', () => {
    const store = walkAt({ events: 'detach buThenDelete', step: '1' });
    store.getState().present(true);
    const { run } = store.getState();
    store.getState().object();
    store.getState().step();
    store.getState().step();
    store.getState().object();
    const after = store.getState().run;
    expect(after.trace).toBe(run.trace);
    expect(after.branches.map(({ trace }) => trace.steps.length)).toEqual([3]);
    expect(after.branches.map(({ name }) => name)).not.toContain(run.name);
    store.getState().switchBranch(after.branches[0]!.name);
    expect(store.getState().run.trace.steps).toHaveLength(3);
  });

  it('leaves no branch where nothing was explored, however often', () => {
    const store = walkAt({ step: '3' });
    store.getState().present(true);
    const { run } = store.getState();
    for (let time = 0; time < 3; time++) {
      store.getState().object();
      store.getState().back();
      store.getState().step();
      store.getState().object();
    }
    expect(store.getState().run).toEqual(run);
  });

  it('gives every line a name of its own, through several objections', () => {
    const store = walkAt({ step: '2' });
    store.getState().present(true);
    for (const at of [0, 1, 2, 3]) {
      store.getState().object();
      const event = nextEvents(store.getState()).all[at]?.event;
      if (event !== undefined) store.getState().take(event);
      store.getState().object();
    }
    const { run } = store.getState();
    const names = [run.name, ...run.branches.map((branch) => branch.name)];
    expect(new Set(names).size).toBe(names.length);
    expect(run.step).toBe(2);
  });

  it('ends with the presentation', () => {
    const store = walkAt({ step: '2' });
    store.getState().present(true);
    const { run } = store.getState();
    store.getState().object();
    store.getState().lose();
    store.getState().present(false);
    expect(store.getState()).toMatchObject({ presenting: false, objection: undefined });
    expect(store.getState().run.trace).toBe(run.trace);
  });
});

describe('the narration', () => {
  it('says what the run shows, then what each beat has done, with its sentence, and what comes next', () => {
    const store = walkAt();
    const start = narration(store.getState());
    expect(start.title).toBe(store.getState().scenario.title);
    store.getState().step();
    const first = narration(store.getState());
    expect(first.title).toBe(start.next);
    expect(first.sentence.id).toBe('R-8.4.3.2-1');
    store.getState().end();
    expect(narration(store.getState()).next).toBeUndefined();
  });
});
