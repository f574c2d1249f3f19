import { expect, it } from 'vitest';
import { rowsAhead } from '#store/aheadView.ts';
import { diagramRows, diagramTail } from '#store/view.ts';
import { createWalkStore } from '#store/walkStore.ts';

/** Steps to the end of a run, and on for as long as there is something to do. */
function* walk(fragment: Readonly<Record<string, string>>) {
  const store = createWalkStore();
  store.getState().load(fragment);
  for (let most = 40; most > 0; most -= 1) {
    yield store;
    store.getState().step();
  }
}

it('is what Step then shows: the very same rows, none of them made again', () => {
  for (const fragment of [{}, { scenario: 'network-initiated' }, { events: 'detach buThenDelete', step: '1' }]) {
    let ahead: ReturnType<typeof rowsAhead>;
    for (const store of walk(fragment)) {
      const state = store.getState();
      if (ahead !== undefined) {
        expect(diagramRows(state)).toBe(ahead.rows);
        expect(diagramTail(state)).toBe(ahead.tail);
      }
      ahead = rowsAhead(state);
      expect(store.getState()).toBe(state);
    }
    expect(ahead).toBeUndefined();
  }
});

it('leaves what is shown as it is', () => {
  for (const store of walk({ events: 'detach buThenDelete, duplicate bindingUpdate', step: '2' })) {
    const state = store.getState();
    const rows = diagramRows(state);
    rowsAhead(state);
    expect(diagramRows(state)).toBe(rows);
  }
});
