import type { ShownRow } from './chunk.ts';

/**
 * Marks rows by attributes alone, nothing is drawn again: `data-current` on rows of this step, `data-flight` on messages under way, `data-future` on other later ones, `data-selected`
 * on one. One message is in the tab order: the selected, else the last of this step, else the first.
 */
export function markRows(rows: readonly ShownRow[], currentStep: number, selectedKey: string | undefined): void {
  let entry: ShownRow | undefined;
  let selected: ShownRow | undefined;
  for (const shown of rows) {
    const { row, element, inTail } = shown;
    const isSelected = row.key === selectedKey;
    const sentNow = row.kind === 'message' && row.sentStep === currentStep;
    element.toggleAttribute('data-current', row.step === currentStep || (sentNow && currentStep > 0));
    const flies = row.kind === 'message' && row.step > currentStep && (row.sentStep ?? row.step) <= currentStep;
    element.toggleAttribute('data-flight', flies);
    element.toggleAttribute('data-future', row.step > currentStep && !flies);
    element.toggleAttribute('data-selected', isSelected);
    element.toggleAttribute('data-tail', inTail);
    if (row.kind !== 'message') continue;
    element.setAttribute('aria-label', element.getAttribute(flies ? 'data-flight-label' : 'data-label') ?? '');
    element.setAttribute('aria-pressed', String(isSelected));
    element.setAttribute('tabindex', '-1');
    if (isSelected) selected = shown;
    if (entry === undefined || row.step === currentStep) entry = shown;
  }
  (selected ?? entry)?.element.setAttribute('tabindex', '0');
}
