import { expect, it } from 'vitest';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import type { DrawnChunk } from '#ui/sequence/chunk.ts';
import { shownOf, stackChunks } from '#ui/sequence/stackChunks.ts';

/** Rows of 40 units each; nothing here looks at the drawing itself. */
function chunk(...steps: readonly number[]): DrawnChunk {
  const rows = steps.map((step, at) => {
    const row: SequenceRow = { kind: 'event', key: `event-${step}`, step, over: 'a', text: '' };
    return { row, element: {} as SVGGElement, top: at * 40, bottom: at * 40 + 40 };
  });
  return { svg: {} as SVGSVGElement, rows, height: steps.length * 40 };
}

const [first, second, third] = [chunk(1, 2), chunk(3, 4), chunk(5)];

it('puts chunks one below the other, and says which rows are the tail', () => {
  const { rows, height } = shownOf(stackChunks([first, second, third], 4, []));
  expect(height).toBe(200);
  expect(rows.map(({ top }) => top)).toEqual([0, 40, 80, 120, 160]);
  expect(rows.map(({ inTail }) => inTail)).toEqual([false, false, false, false, true]);
});

it('takes over what stands where it stood, and nothing else', () => {
  const before = stackChunks([first, second, third], 5, []);
  const after = stackChunks([first, second, chunk(5, 6)], 6, before);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toBe(before[1]);
  expect(after[2]).not.toBe(before[2]);
  // The same chunk further down, and the same chunk with its last row in the tail.
  const moved = stackChunks([first, chunk(9), second], 5, before);
  expect(moved[2]?.rows[0]?.top).toBe(120);
  const tailed = stackChunks([first, second], 3, before);
  expect(tailed[1]?.rows.map(({ inTail }) => inTail)).toEqual([false, true]);
});
