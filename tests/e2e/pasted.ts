/** What was copied, read as a person would: no browser asks about a paste by key. */
import { expect, type Page } from '@playwright/test';

/** The words that the clipboard holds, by their type: `text/plain`, `text/html`. */
export async function pasted(page: Page): Promise<Readonly<Record<string, string>>> {
  const field = await page.evaluateHandle(() => {
    const made = document.body.appendChild(document.createElement('textarea'));
    made.addEventListener('paste', ({ clipboardData }) => {
      const types = clipboardData?.types ?? [];
      made.dataset.held = JSON.stringify(Object.fromEntries(types.map((type) => [type, clipboardData?.getData(type)])));
    });
    return made;
  });
  await field.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect.poll(() => field.getAttribute('data-held')).not.toBeNull();
  const held = await field.getAttribute('data-held');
  await field.evaluate((each) => each.remove());
  return JSON.parse(held ?? '');
}
