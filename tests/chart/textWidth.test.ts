import { expect, it } from 'vitest';
import { textWidth } from '#chart/textWidth.ts';

it('knows the widths of Liberation Sans', () => {
  expect(textWidth('iW', 2048)).toBe(455 + 1933);
  expect(textWidth('iW', 2048, true)).toBeGreaterThan(455 + 1933);
});

it('takes other letters for wide ones, and marks for none', () => {
  expect(textWidth('é', 2048)).toBe(1479);
  expect(textWidth('e\u0301', 2048)).toBe(textWidth('e', 2048));
  expect(textWidth('中', 2048)).toBe(2048);
});
