import { rowStanding } from '#chart/rowStanding.ts';
import type { ShownRow } from './chunk.ts';

/** What is marked on an element, as `markOf` writes it: most rows of a long run keep their marks from step to step. */
const marked = new WeakMap<Element, string>();

/**
 * Marks rows by attributes alone, nothing is drawn again: `data-current` on rows of this step, `data-flight` on messages under way, `data-future` on other later ones, `data-selected`
 * on one. One message is in the tab order: the selected, else the last of this step, else the first.
 */
export function markRows(rows: readonly ShownRow[], currentStep: number, selectedKey: string | undefined): void {
  const messages = rows.filter(({ row }) => row.kind === 'message');
  const entry =
    messages.find(({ row }) => row.key === selectedKey) ??
    messages.findLast(({ row }) => row.step === currentStep) ??
    messages[0];
  for (const shown of rows) {
    const marks = marksOf(shown, currentStep, selectedKey, shown === entry);
    const word = markOf(marks);
    if (marked.get(shown.element) === word) continue;
    marked.set(shown.element, word);
    mark(shown, marks);
  }
}

interface Marks {
  readonly current: boolean;
  readonly flies: boolean;
  readonly future: boolean;
  readonly selected: boolean;
  readonly tail: boolean;
  readonly entry: boolean;
}

function marksOf({ row, inTail }: ShownRow, step: number, selectedKey: string | undefined, entry: boolean): Marks {
  const { current, flies, later } = rowStanding(row, step);
  return { current, flies, future: later, selected: row.key === selectedKey, tail: inTail, entry };
}

function markOf({ current, flies, future, selected, tail, entry }: Marks): string {
  return `${+current}${+flies}${+future}${+selected}${+tail}${+entry}`;
}

function mark({ row, element }: ShownRow, { current, flies, future, selected, tail, entry }: Marks): void {
  element.toggleAttribute('data-current', current);
  element.toggleAttribute('data-flight', flies);
  element.toggleAttribute('data-future', future);
  element.toggleAttribute('data-selected', selected);
  element.toggleAttribute('data-tail', tail);
  if (row.kind !== 'message') return;
  const label = element.getAttribute(flies ? 'data-flight-label' : 'data-label') ?? '';
  element.setAttribute('aria-label', future ? `Later: ${label}` : label);
  element.setAttribute('aria-pressed', String(selected));
  element.setAttribute('tabindex', entry ? '0' : '-1');
}
