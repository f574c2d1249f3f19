/** The printed page: a handout of its own. */
import { expect, test } from '@playwright/test';
import { Walk } from './walk.ts';

test.skip(({ browserName }) => browserName !== 'chromium', 'paper is looked at once, in Chromium');

test('on paper there is the run, its reading with its bound, the diagram, and each step with its sentence', async ({
  page,
}) => {
  const walk = await Walk.open(page, 'scenario=h-03&step=4');
  await expect(walk.diagram.locator('[data-row]').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const steps = page.locator('.handoutSteps');
  // The code of the handout comes when the page is idle.
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(steps).toBeVisible({ timeout: 200 });
  }).toPass();
  const head = page.locator('.handoutHead');
  await expect(head.getByRole('heading')).toContainText('The BA is lost');
  await expect(head).toContainText('As tabled, with at most 1 loss and no duplication');
  await expect(steps.getByRole('listitem')).toHaveCount(8);
  await expect(steps.getByRole('listitem').first()).toContainText('TR 24.801 8.4.3.2, shall');
  await expect(walk.diagram).toBeVisible();
  for (const region of [walk.ue, walk.pdnGw, walk.clauses, walk.next, walk.timeline]) await expect(region).toBeHidden();
  await expect(page.locator('.topBar')).toBeHidden();

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(steps).toHaveCount(0);
  await expect(walk.ue).toBeVisible();
});
