import { expect, it } from 'vitest';
import { captions } from '#session/tables/table.ts';
import { cellChanged, markedTables, rowsGone } from '#store/tablesView.ts';
import { walkAt } from './walkAt.ts';

const sets = ['ueTables', 'pdnGwTables', 'securityAssociations'] as const;

it('has all eight tables in the drawers', () => {
  const state = walkAt().getState();
  const shown = sets.flatMap((set) => markedTables(set)(state).map(({ table }) => table.caption));
  expect([...new Set(shown)].sort()).toEqual([...captions].sort());
});

it('marks nothing at the start', () => {
  const state = walkAt().getState();
  for (const marked of sets.flatMap((set) => markedTables(set)(state))) {
    expect(rowsGone(marked)).toBe(0);
    for (const row of marked.table.rows) {
      for (const { key } of marked.table.columns) expect(cellChanged(marked, row.key, key)).toBe(false);
    }
  }
});

it('marks the cells that the step changed, and not the clock', () => {
  const store = walkAt({ step: '1' });
  const [list] = markedTables('ueTables')(store.getState());
  if (list === undefined) throw new Error('there is no table');
  const changed = list.table.columns.filter(({ key }) => cellChanged(list, 'internet', key)).map(({ key }) => key);
  expect(changed).toContain('sequenceNumber');
  expect(changed).not.toContain('remainingLifetime');
  expect(changed).not.toContain('homeAddress');
});

it('counts the rows that the step removed', () => {
  const store = walkAt({ step: '2' });
  const [cache] = markedTables('pdnGwTables')(store.getState());
  expect(cache?.table.rows).toEqual([]);
  expect(cache === undefined ? 0 : rowsGone(cache)).toBe(1);
  store.getState().step();
  const [after] = markedTables('pdnGwTables')(store.getState());
  expect(after === undefined ? 1 : rowsGone(after)).toBe(0);
});
