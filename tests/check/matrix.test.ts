import { describe, expect, it } from 'vitest';
import type { MatrixRow } from '#check/matrix.ts';
import { checkMatrix, matrixReadings } from '#check/matrix.ts';
import { presets } from '#detach/presets.ts';

const readings = matrixReadings();
const rows: MatrixRow[] = [...checkMatrix(readings)].map(({ row }) => row);

function fails({ cells }: MatrixRow): readonly string[] {
  return cells.filter(({ verdict }) => verdict !== 'holds').map(({ property }) => property);
}

function rowsOf(preset: string): readonly MatrixRow[] {
  return rows.filter(({ reading }) => reading.preset === preset);
}

describe('the matrix of presets, faults and PDN connections', () => {
  it('has a reading for each combination, presets first', () => {
    expect(readings).toHaveLength(presets.length * 3 * 2 * 2);
    expect(new Set(readings.map(({ preset }) => preset))).toEqual(new Set(presets.map(({ name }) => name)));
    expect(readings[0]).toMatchObject({ preset: 'as-tabled', loss: 0, duplication: 0, pdnConnections: 1 });
    expect(readings.at(-1)).toMatchObject({ preset: 'i-wlan', loss: 2, duplication: 1, pdnConnections: 2 });
  });

  it('lets the caller choose what the second connection does', () => {
    const two = matrixReadings({ secondPdn: 'detaching', sharedIkeSa: 'yes' }).map(({ variant }) => variant);
    expect(
      two.filter(({ pdnConnections }) => pdnConnections === 2).every(({ secondPdn }) => secondPdn === 'detaching'),
    ).toBe(true);
    expect(
      two.filter(({ pdnConnections }) => pdnConnections === 1).every(({ sharedIkeSa }) => sharedIkeSa === 'no'),
    ).toBe(true);
  });

  it('is seen to its end', () => {
    expect(rows.filter(({ stopped }) => stopped !== undefined)).toEqual([]);
  });

  // Each request goes out three times, and at most two messages are lost.
  it('RFC practice and the proposed changes hold with every fault that is allowed', () => {
    for (const row of [...rowsOf('rfc-practice'), ...rowsOf('repaired')]) expect(fails(row)).toEqual([]);
  });

  it('TS 24.303: a binding without SAs takes a loss; no BU takes none', () => {
    for (const row of rowsOf('ts-24.303')) {
      const loses = row.reading.loss > 0;
      expect(fails(row)).toEqual(loses ? ['P4n', 'P6', 'P11', 'P12'] : ['P11']);
    }
  });

  it('as tabled the same claims fail without any fault: the order alone does it', () => {
    for (const row of rowsOf('as-tabled')) expect(fails(row)).toEqual(['P3', 'P4', 'P4n', 'P5u', 'P6', 'P12', 'P14']);
  });

  it('more faults never take a failing claim away', () => {
    for (const row of rows) {
      const { preset, loss, duplication, pdnConnections } = row.reading;
      const harder = rows.filter(
        ({ reading }) =>
          reading.preset === preset &&
          reading.pdnConnections === pdnConnections &&
          reading.loss >= loss &&
          reading.duplication >= duplication,
      );
      for (const other of harder) expect(fails(other)).toEqual(expect.arrayContaining([...fails(row)]));
    }
  });

  it('a second PDN connection that stays idle is untouched, and changes no verdict', () => {
    for (const row of rows.filter(({ reading }) => reading.pdnConnections === 2)) {
      const alone = rowsOf(row.reading.preset).find(
        ({ reading }) =>
          reading.pdnConnections === 1 &&
          reading.loss === row.reading.loss &&
          reading.duplication === row.reading.duplication,
      );
      expect(fails(row)).toEqual(alone === undefined ? undefined : fails(alone));
      expect(row.cells.find(({ property }) => property === 'P8')).toMatchObject({ verdict: 'holds', cameUp: true });
    }
  });

  it('a cell that fails has its run and who settles it', () => {
    const cells = rows.flatMap((row) => row.cells);
    for (const { verdict, run, settled } of cells) {
      expect(run !== undefined && settled !== undefined).toBe(verdict === 'fails');
    }
    expect(structuredClone(rows)).toEqual(rows);
  });
});
