import { expect, it } from 'vitest';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { cutRows, inDrawings } from '#ui/sequence/cutRows.ts';
import { layoutFor } from '#ui/sequence/sequenceLayout.ts';

const layout = layoutFor(1000);
const lifelines = [
  { id: 'a', name: 'A' },
  { id: 'b', name: 'B' },
];
const row = (step: number, text = `row ${step}`): SequenceRow => ({
  kind: 'event',
  key: `event-${step}`,
  step,
  over: 'a',
  text,
});
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => row(at + 1));
const picture = (rows: readonly SequenceRow[], tail: readonly SequenceRow[] = []) => ({
  lifelines,
  layout,
  rows,
  tail,
});

it('cuts every ten rows; the tail stands with the rows that are left, never in a full chunk', () => {
  const tail = [row(99)];
  const sizes = (count: number) => cutRows(picture(rowsOf(count), tail)).map(({ rows }) => rows.length);
  expect(sizes(0)).toEqual([1]);
  expect(sizes(9)).toEqual([10]);
  expect(sizes(10)).toEqual([10, 1]);
  expect(sizes(23)).toEqual([10, 10, 4]);
  expect(cutRows(picture([]))).toEqual([]);
});

it('keeps full chunks as the run grows, and makes a chunk anew whose rows say something else', () => {
  const rows = rowsOf(25);
  const before = cutRows(picture(rows));
  const grown = cutRows(picture([...rows, row(26)]));
  expect(grown[0]).toBe(before[0]);
  expect(grown[1]).toBe(before[1]);
  expect(grown[2]?.name).not.toBe(before[2]?.name);
  const changed = cutRows(picture(rows.with(4, row(5, 'another'))));
  expect(changed[0]?.name).not.toBe(before[0]?.name);
  expect(changed[1]).toBe(before[1]);
});

it('names a chunk by all that its drawing depends on', () => {
  const rows = rowsOf(10);
  const name = (change: object) => cutRows({ ...picture(rows), ...change })[0]?.name;
  expect(name({})).toBe(cutRows(picture(rowsOf(10)))[0]?.name);
  expect(name({ layout: layoutFor(300) })).not.toBe(name({}));
  expect(name({ lifelines: [{ id: 'a', name: 'Another' }] })).not.toBe(name({}));
});

it('draws chunks together, but cuts no drawing after a note, and none grows without end', () => {
  const message = (step: number): SequenceRow => ({
    kind: 'message',
    key: `message-${step}`,
    step,
    number: step,
    from: 'a',
    to: 'b',
    label: '',
    dashed: false,
    fate: 'delivered',
    copy: false,
  });
  const sizes = (rows: readonly SequenceRow[]) => inDrawings(cutRows(picture(rows))).map((each) => each.length);
  expect(sizes(rowsOf(45))).toEqual([1, 1, 1, 1, 1]);
  const messages = Array.from({ length: 85 }, (_, at) => message(at + 1));
  expect(sizes(messages)).toEqual([6, 3]);
  expect(sizes(messages.with(19, row(20)))).toEqual([2, 6, 1]);
  expect(sizes([])).toEqual([]);
});
