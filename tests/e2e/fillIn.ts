/** Fills in a field so that the page takes notice of it, whatever drives the browser. */
import type { Locator } from '@playwright/test';

/**
 * What drives Firefox has `fill` set the value by script, which React takes for a change of its own: nothing is noticed there. So in
 * Firefox the browser's own editor puts in the text, in place of all that the field holds, as if it was pasted.
 */
export async function fillIn(field: Locator, text: string): Promise<void> {
  if (field.page().context().browser()?.browserType().name() !== 'firefox') return field.fill(text);
  await field.selectText();
  const done = await field.evaluate((_, words) => document.execCommand('insertText', false, words), text);
  if (!done) throw new Error('the field takes no text');
}
