/** Undo and redo of the walk: each act on its data comes back, and no look at it counts as one. */
import { describe, expect, it } from 'vitest';
import { kept, MOST_ACTS, sameData } from '#store/walkHistory.ts';
import type { WalkStore } from '#store/walkStore.ts';
import { createWalkStore } from '#store/walkStore.ts';

const acts: readonly (readonly [words: RegExp, act: (walk: WalkStore) => void])[] = [
  [/^".+"$/, (walk) => walk.getState().lose()],
  [/^the scenario "/, (walk) => walk.getState().choose('h-03')],
  [/^the change of reading$/, (walk) => walk.getState().choosePreset('rfc-practice')],
  [/^the change of reading$/, (walk) => walk.getState().setParameters({ maxRetransmissions: 3 })],
  [/^the change of a session option$/, (walk) => walk.getState().setOption('suite', 'aesCbcSha1')],
  [/^the change of a timing value$/, (walk) => walk.getState().setTiming({ latencyMilliseconds: 7 })],
  [/^the new name of the branch$/, (walk) => walk.getState().renameBranch('mine')],
];

/** A walk with a message in flight. */
function walking(): WalkStore {
  const walk = createWalkStore();
  walk.getState().step();
  return walk;
}

describe('undo', () => {
  it.each(acts)('takes back %s, and does it again', (words, act) => {
    const walk = walking();
    const before = kept(walk.getState());
    act(walk);
    const after = kept(walk.getState());
    expect(sameData(before, after)).toBe(false);
    walk.getState().undo();
    expect(kept(walk.getState())).toEqual(before);
    expect(walk.getState().notice).toMatch(/^Undone: /);
    expect(walk.getState().notice?.slice('Undone: '.length, -1)).toMatch(words);
    walk.getState().redo();
    expect(kept(walk.getState())).toEqual(after);
    expect(walk.getState().notice).toMatch(/^Done again: /);
  });

  it('takes back acts one after another, down to the first', () => {
    const walk = walking();
    const states = acts.map(([, act]) => {
      const before = kept(walk.getState());
      act(walk);
      return before;
    });
    for (const before of states.toReversed()) {
      walk.getState().undo();
      expect(sameData(kept(walk.getState()), before)).toBe(true);
    }
    walk.getState().undo();
    expect(walk.getState().notice).toBe('There is nothing to undo.');
    for (const _ of acts) walk.getState().redo();
    walk.getState().redo();
    expect(walk.getState().notice).toBe('There is nothing to redo.');
  });

  it('leaves Back, the slider, branches in view and drawers alone', () => {
    const walk = walking();
    walk.getState().lose();
    const { length } = walk.temporal.getState().pastStates;
    walk.getState().back();
    walk.getState().end();
    walk.getState().switchBranch('main');
    walk.getState().select(1);
    walk.getState().open('check');
    walk.getState().set({ theme: 'dark' });
    expect(walk.temporal.getState().pastStates).toHaveLength(length);
  });

  it('brings a dropped branch back, offered with the drop', () => {
    const walk = walking();
    walk.getState().lose();
    const { run } = walk.getState();
    walk.getState().dropBranch();
    expect(walk.getState()).toMatchObject({ run: { name: 'main', branches: [] }, notice: '"branch 1" is dropped.' });
    expect(walk.getState().undoable).toBe(walk.getState().run.trace);
    walk.getState().undo();
    expect(walk.getState().run).toEqual(run);
    expect(walk.getState().notice).toBe('Undone: the drop of "branch 1".');
  });

  it('is offered where another scenario takes the place of what a person did, and not elsewhere', () => {
    const walk = walking();
    walk.getState().choose('network-initiated');
    expect(walk.getState()).toMatchObject({ notice: undefined, undoable: undefined });
    walk.getState().step();
    walk.getState().lose();
    walk.getState().choose('h-03');
    expect(walk.getState().notice).toMatch(/^What was done in ".+" is left\.$/);
    expect(walk.getState().undoable).toBe(walk.getState().run.trace);
    walk.getState().tell('something else');
    expect(walk.getState().undoable).toBeUndefined();
  });

  it('keeps so many acts and no more', () => {
    const walk = walking();
    for (let at = 0; at < MOST_ACTS + 5; at += 1) walk.getState().setTiming({ latencyMilliseconds: at });
    expect(walk.temporal.getState().pastStates).toHaveLength(MOST_ACTS);
  });
});
