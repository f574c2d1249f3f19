/** By finger, on a narrow screen: everything that can be pressed is large enough, and the hints come by a long press. */
import { expect, type Page, test } from '@playwright/test';
import { Walk } from './walk.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium tells the page of a coarse pointer here');

const interactive = 'button, a[href], input:not([aria-hidden="true"]), select, summary, [role="tab"], [role="switch"]';

/** What can be pressed inside of `scope` and is under 44 CSS px either way, with its size; a label counts for what it holds. */
async function tooSmall(page: Page, scope: string): Promise<string[]> {
  return page.locator(scope).evaluate(
    (root, selector) =>
      [...root.querySelectorAll(selector)].flatMap((element) => {
        // A word that explains itself keeps the height of its line; its room for a finger goes beyond that.
        if (element.matches('[data-in-text="true"]')) return [];
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        if (width <= 1 || height <= 1 || (width >= 43.9 && height >= 43.9)) return [];
        return [`${element.outerHTML.slice(0, 80)}: ${width.toFixed(0)} x ${height.toFixed(0)}`];
      }),
    interactive,
  );
}

test('the page itself, with branches to choose from', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.press('ArrowRight', 'l');
  await expect(walk.choice('Branch')).toBeVisible();
  expect(await tooSmall(page, 'main')).toEqual([]);
  await page.getByRole('button', { name: 'Rename' }).tap();
  expect(await tooSmall(page, 'main')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

const drawers = [
  ['Clauses', /^Clauses$/],
  ['Security associations', /^SA tables$/],
  ['Tables of the UE', /^UE tables$/],
  ['Tables of the PDN GW', /^PDN GW tables$/],
  ['State diagram of the UE', /^UE state diagram$/],
  ['Reading in detail', /^Details$/],
  ['Not possible now, and why', /not possible/],
  ['Help', /^Help$/],
] as const;

test('every drawer, one after the other', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.press('ArrowRight');
  for (const [name, button] of drawers) {
    await page.getByRole('button', { name: button }).tap();
    const drawer = page.getByRole('dialog', { name });
    await expect(drawer).toBeVisible();
    await expect(drawer.getByText('One moment.')).toHaveCount(0);
    for (const tab of await drawer.getByRole('tab').all()) {
      await tab.tap();
      expect(await tooSmall(page, '.drawer'), name).toEqual([]);
    }
    expect(await tooSmall(page, '.drawer'), name).toEqual([]);
    await drawer.getByRole('button', { name: 'Close' }).tap();
    await expect(drawer).toHaveCount(0);
  }
});

test('the scenarios by finger: within the screen, each entry large enough', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.choice('Scenario').tap();
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  const box = await list.boundingBox();
  expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  const heights = await page.getByRole('option').evaluateAll((all) => all.map((each) => each.clientHeight));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  await walk.isAccessible();
  await page.getByRole('option', { name: /H-09/ }).tap();
  await expect(walk.choice('Scenario')).toHaveText(/H-09/);
});

test('a long press shows the key and does not press the button', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.press('ArrowRight');
  const lose = page.getByRole('button', { name: 'Lose', exact: true });
  await lose.scrollIntoViewIfNeeded();
  const box = await lose.boundingBox();
  if (box === null) throw new Error('the button has no place');
  const touch = await page.context().newCDPSession(page);
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await expect(page.getByRole('tooltip')).toHaveText('Key L');
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(page.getByRole('tooltip')).toBeVisible();
  await walk.isAt(1, 5);
  await lose.tap();
  await expect(walk.timeline).toContainText('step 2 of 2');
});

test('a tap on an abbreviation says what it stands for', async ({ page }) => {
  await Walk.open(page);
  await page.getByRole('button', { name: 'UE tables' }).tap();
  const short = page.getByRole('dialog').getByRole('columnheader').getByRole('button').first();
  await short.tap();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await short.tap();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
});
