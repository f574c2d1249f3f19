/** Many chunks drawn in one go stand on the page as they do when each was drawn alone. */
import { expect, type Page, test } from '@playwright/test';
import type { PagePicture, SequencePage } from './pages/sequence.tsx';
import { type ServedPage, serveSequencePage } from './sequencePage.ts';
import { LIFELINES, lectureRows, manyRows } from './sequenceRows.ts';

declare const window: Window & { sequencePage: SequencePage };

// One build and one server for both.
test.describe.configure({ mode: 'default' });

let served: ServedPage;
test.beforeAll(async () => {
  served = await serveSequencePage('drawn-together-page');
});
test.afterAll(() => served.close());

async function show(page: Page, rows: PagePicture['rows']): Promise<void> {
  const picture: PagePicture = { lifelines: LIFELINES, rows, tail: [], currentStep: 9999 };
  await page.evaluate((wanted) => window.sequencePage.show(wanted), picture);
  const last = `.seqRows[aria-busy="false"] [data-row="${rows.at(-1)?.key}"]`;
  await page.locator(last).waitFor({ state: 'attached' });
}

/** Each text, line and band that is shown, in pixels from the top left of the rows. */
const places = (page: Page) =>
  page.evaluate(() => {
    const origin = document.querySelector('.seqRows')?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll('.seqRows :is(.seqBand, .seqText, .seqLine)')].flatMap((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      const name = `${part.closest('[data-row]')?.getAttribute('data-row')} ${part.classList}`;
      return width === 0 ? [] : [{ name, place: [x - origin.x, y - origin.y, width, height] }];
    });
  });

/** Further apart than a rounding error. */
const moved = (a: readonly number[], b: readonly number[] = []) =>
  a.some((each, at) => Math.abs(each - (b[at] ?? NaN)) > 0.2);

for (const [name, all] of [
  ['messages of every kind', manyRows(47)],
  ['a whole lecture', lectureRows()],
] as const) {
  test(name, async ({ page }) => {
    await page.goto(served.address);
    for (let count = 1; count < all.length; count += 1) await show(page, all.slice(0, count));
    await show(page, all);
    const alone = await places(page);
    expect(alone.length).toBeGreaterThan(all.length);
    await page.reload();
    await show(page, all);
    const together = await places(page);
    expect(together.map((part) => part.name)).toEqual(alone.map((part) => part.name));
    expect(together.filter(({ place }, at) => moved(place, alone[at]?.place))).toEqual([]);
  });
}
