/** Column widths: together the table, no word broken where all fit, and rows as low as they can be. */
import { describe, expect, it } from 'vitest';
import { textWidth } from '#chart/textWidth.ts';
import { columnWidths } from '#report/columnWidths.ts';

const SIZE = 200;
const BESIDE = 180;
const widthsOf = (rows: readonly (readonly string[])[], total: number) =>
  columnWidths(
    rows.map((row) => row.map((text) => ({ text, bold: false }))),
    total,
    SIZE,
    BESIDE,
  );
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sentence = 'On the 1st to 2nd expiry the request is sent again; on the 3rd the UE drops all that it has';

describe('columnWidths', () => {
  it('leaves short texts in one line, and shares what is over', () => {
    const widths = widthsOf([['a', 'bb', 'some words']], 6000);
    expect(sum(widths)).toBeGreaterThan(5996);
    expect(sum(widths)).toBeLessThanOrEqual(6000);
    expect(widths[2]).toBeGreaterThanOrEqual(textWidth('some words', SIZE) + BESIDE);
  });

  it('breaks long texts into like numbers of lines, and no word', () => {
    const widths = widthsOf([['T-BU', sentence, `${sentence} ${sentence}`]], 9000);
    expect(sum(widths)).toBeLessThanOrEqual(9000);
    expect(widths[0]).toBeGreaterThanOrEqual(Math.floor(textWidth('T-BU', SIZE) + BESIDE));
    const lines = (at: number, text: string) => textWidth(text, SIZE) / ((widths[at] ?? 0) - BESIDE);
    expect(lines(2, `${sentence} ${sentence}`) / lines(1, sentence)).toBeCloseTo(1, 0);
  });

  it('makes all columns alike where not even the words fit, and none of none', () => {
    expect(widthsOf([['unbreakable'.repeat(20), 'x']], 1000)).toEqual([500, 500]);
    expect(widthsOf([], 1000)).toEqual([]);
  });
});
