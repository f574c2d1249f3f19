import { expect, it } from 'vitest';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import type { ShownRow } from '#ui/sequence/chunk.ts';
import { markRows } from '#ui/sequence/rowMarks.ts';

/** As much of an element as marking needs; counts how often it is written to. */
class MarkedElement {
  readonly attributes = new Map<string, string>([
    ['data-label', 'settled'],
    ['data-flight-label', 'in flight'],
  ]);
  writes = 0;

  toggleAttribute(name: string, on: boolean) {
    this.writes += 1;
    if (on) this.attributes.set(name, '');
    else this.attributes.delete(name);
  }

  setAttribute(name: string, value: string) {
    this.writes += 1;
    this.attributes.set(name, value);
  }

  getAttribute(name: string) {
    return this.attributes.get(name) ?? null;
  }
}

function shownMessage(step: number, sentStep: number, inTail = false) {
  const row: SequenceRow = {
    kind: 'message',
    key: `message-${step}`,
    step,
    sentStep,
    number: step,
    from: 'a',
    to: 'b',
    label: '',
    dashed: false,
    fate: 'delivered',
    copy: false,
  };
  const marked = new MarkedElement();
  const shown: ShownRow = { row, element: marked as unknown as SVGGElement, top: 0, bottom: 0, inTail };
  return { shown, marked };
}

const run = (steps: number) => Array.from({ length: steps }, (_, at) => shownMessage(at + 1, at));
const stepsWith = (rows: ReturnType<typeof run>, name: string, value = '') =>
  rows.flatMap(({ marked, shown }) => (marked.attributes.get(name) === value ? [shown.row.step] : []));
const mark = (rows: ReturnType<typeof run>, step: number, selected?: string) =>
  markRows(
    rows.map(({ shown }) => shown),
    step,
    selected,
  );

it('marks what is current, under way, to come and selected, and puts one message in the tab order', () => {
  // Each message is sent by the step before the one that delivers it.
  const rows = run(6);
  mark(rows, 3);
  expect(stepsWith(rows, 'data-current')).toEqual([3, 4]);
  expect(stepsWith(rows, 'data-flight')).toEqual([4]);
  expect(stepsWith(rows, 'data-future')).toEqual([5, 6]);
  expect(stepsWith(rows, 'aria-label', 'in flight')).toEqual([4]);
  expect(stepsWith(rows, 'tabindex', '0')).toEqual([3]);
  mark(rows, 3, 'message-2');
  expect(stepsWith(rows, 'data-selected')).toEqual([2]);
  expect(stepsWith(rows, 'tabindex', '0')).toEqual([2]);
  mark(rows, 0);
  expect(stepsWith(rows, 'data-current')).toEqual([]);
  // The first is on its way from the start.
  expect(stepsWith(rows, 'data-flight')).toEqual([1]);
  expect(stepsWith(rows, 'data-future')).toEqual([2, 3, 4, 5, 6]);
  expect(stepsWith(rows, 'tabindex', '0')).toEqual([1]);
});

it('writes only to rows whose marks change, however long the run', () => {
  const rows = run(500);
  mark(rows, 250);
  const before = rows.map(({ marked }) => marked.writes);
  mark(rows, 251);
  const touched = rows.flatMap(({ marked, shown }, at) => (marked.writes === before[at] ? [] : [shown.row.step]));
  expect(touched).toEqual([250, 251, 252]);
});
