/** A figure in parts: every row once and in order, none higher than a page, steps whole, the last part no remnant. */
import { describe, expect, it } from 'vitest';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { sequenceSvg } from '#chart/sequenceSvg.ts';
import { rowsByPage } from '#chart/svgPages.ts';
import { LIFELINES, lectureRows, manyRows, message } from '../e2e/sequenceRows.ts';

const heightOf = (rows: readonly SequenceRow[]) =>
  Number(/ height="(\d+)"/.exec(sequenceSvg(LIFELINES, rows, { title: 'x', description: '' }))?.[1]);

describe('rowsByPage', () => {
  const rows = manyRows(100);
  const parts = rowsByPage(LIFELINES, rows, 860);

  it('has all rows in order, in parts that fit', () => {
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.flat()).toEqual(rows);
    // One px, since a picture has a whole number of them.
    for (const part of parts) expect(heightOf(part)).toBeLessThanOrEqual(861);
    // Whole steps cost at most one part more than rows would.
    expect((parts.length - 2) * 860).toBeLessThan(heightOf(rows));
  });

  it('keeps a step in one part, and makes the parts alike', () => {
    for (const [at, part] of parts.entries()) {
      const next = parts[at + 1]?.[0];
      if (next !== undefined) expect(part.at(-1)?.step).toBeLessThan(next.step);
    }
    const heights = parts.map(heightOf);
    expect(Math.min(...heights)).toBeGreaterThan(0.6 * Math.max(...heights));
  });

  it('leaves whole what is at most so high, and is stricter with parts', () => {
    const lecture = lectureRows();
    const height = heightOf(lecture);
    expect(rowsByPage(LIFELINES, lecture, height, 400)).toEqual([lecture]);
    const two = rowsByPage(LIFELINES, lecture, height - 1, height - 100);
    expect(two).toHaveLength(2);
    expect(Math.max(...two.map(heightOf))).toBeLessThanOrEqual(height - 100);
  });

  it('breaks a step that is higher than a page, and a page has at least one row', () => {
    const ofOneStep = Array.from({ length: 40 }, (_, at) => message(at + 1, { step: 1 }));
    expect(rowsByPage(LIFELINES, ofOneStep, 860).flat()).toEqual(ofOneStep);
    expect(rowsByPage(LIFELINES, ofOneStep, 860)).toHaveLength(2);
    expect(rowsByPage(LIFELINES, rows.slice(0, 3), 10)).toHaveLength(3);
    expect(rowsByPage(LIFELINES, [], 10)).toEqual([[]]);
  });
});
