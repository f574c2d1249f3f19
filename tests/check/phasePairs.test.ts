import { describe, expect, it } from 'vitest';
import { searchReading } from '#check/checkReading.ts';
import { finish } from '#check/longWork.ts';
import { phaseTable } from '#check/phasePairs.ts';
import { propertiesOf } from '#detach/properties.ts';
import { defaultVariant } from '#detach/variant.ts';
import { toySystem } from '../model/toySystem.ts';
import { patient, searched, smallest } from './toyProperties.ts';

describe('a space as a table by phases', () => {
  it('counts the states of the smallest toy', () => {
    const toy = toySystem(smallest);
    const table = finish(phaseTable(toy, searched(toy), [patient]));
    const counts = table.cells.map(({ phases, states, atRest, failing }) => [
      phases[0]?.value,
      states,
      atRest,
      failing,
    ]);
    expect(counts).toHaveLength(4);
    expect(new Map(counts.map(([value, ...rest]) => [value, rest]))).toEqual(
      new Map([
        ['idle', [2, 0, 0]],
        ['waiting', [6, 0, 0]],
        ['content', [2, 1, 0]],
        ['resigned', [4, 1, 4]],
      ]),
    );
    const resigned = table.cells.find(({ failing }) => failing > 0);
    expect(resigned).toMatchObject({ properties: ['patient'], run: ['ask', 'deliver question', 'timer question'] });
    expect(resigned?.failingRun).toEqual(resigned?.run);
    expect(table).toMatchObject({ states: 14, finished: true });
    expect(table.axes.map(({ field, values }) => [field, values.map(({ value }) => value)])).toEqual([
      ['a.mood', ['idle', 'waiting', 'content', 'resigned']],
    ]);
  });

  it('has the UE beside the PDN GW, each state once, and says when it was cut', () => {
    const { system, search } = searchReading(defaultVariant, { limits: { states: 200 } });
    while (!search.advance(1_000));
    const table = finish(phaseTable(system, search, propertiesOf(system.parts)));
    expect(table.finished).toBe(false);
    expect(table.axes.map(({ owner }) => owner)).toEqual(['ue', 'pdnGw']);
    expect(table.cells.reduce((sum, { states }) => sum + states, 0)).toBe(table.states);
    expect(structuredClone(table)).toEqual(table);
  });

  it('yields as it goes', () => {
    const toy = toySystem(smallest);
    expect([...phaseTable(toy, searched(toy), [], 5)]).toEqual([
      { done: 5, of: 14 },
      { done: 10, of: 14 },
    ]);
  });
});
