/** Help shows a person round the page: on request only, by keyboard too. */
import { expect, type Page, test } from '@playwright/test';
import { helpPanels } from '#store/helpPanels.ts';
import { Walk } from './walk.ts';

test('nobody is shown round who has not asked', async ({ page }) => {
  const walk = await Walk.open(page);
  await expect(walk.diagram.locator('[data-row]').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the way round goes over the page by keyboard, and Esc leaves', async ({ page }) => {
  const walk = await Walk.open(page, 'scenario=h-03&step=2');
  await walk.press('?');
  await page.getByRole('button', { name: 'Show me round' }).click();
  const box = page.getByRole('dialog');
  await expect(box).toHaveCount(1);
  await expect(box).toContainText('1 of 6');
  await expect(page.getByRole('button', { name: 'Go on' })).toBeFocused();
  const titles: string[] = [];
  for (let stop = 1; stop <= 6; stop += 1) {
    await expect(box).toContainText(`${stop} of 6`);
    titles.push(await box.getByRole('heading').innerText());
    if (stop === 1) await walk.isAccessible();
    const [frame, words] = await Promise.all([page.locator('.tourFrame').boundingBox(), box.boundingBox()]);
    expect(frame?.width).toBeGreaterThan(100);
    expect(words?.y).toBeGreaterThanOrEqual(0);
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(680);
    if (stop < 6) await walk.press('ArrowRight');
  }
  expect(new Set(titles).size).toBe(6);
  await walk.press('ArrowLeft');
  await expect(box).toContainText('5 of 6');
  // The keys have moved along the way, not along the run.
  await walk.isAt(2, 8);
  await walk.press('Escape');
  await expect(box).toHaveCount(0);
  await expect(page.locator('.tourFrame')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Help', exact: true })).toBeFocused();
  await walk.press('ArrowRight');
  await walk.isAt(3, 8);
});

test('help shows each panel in its place', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.press('?');
  await page.getByRole('button', { name: 'Show Clauses' }).click();
  await expect(page.getByRole('dialog')).toContainText('The sentence behind the step');
  const [frame, region] = await Promise.all([page.locator('.tourFrame').boundingBox(), walk.clauses.boundingBox()]);
  expect(Math.abs((frame?.x ?? 0) - (region?.x ?? 99))).toBeLessThan(4);
  expect(Math.abs((frame?.y ?? 0) - (region?.y ?? 99))).toBeLessThan(4);
});

/** Goes over all stops of the way round that is open: each has its frame on the screen, and its words whole. */
async function goRound(page: Page, stops: number): Promise<void> {
  const box = page.getByRole('dialog');
  for (let stop = 1; stop <= stops; stop += 1) {
    await expect(box).toContainText(`${stop} of ${stops}`);
    await expect(page.locator('.tourFrame')).toBeInViewport();
    const frame = await page.locator('.tourFrame').boundingBox();
    expect(frame?.width).toBeGreaterThan(100);
    expect(frame?.height).toBeGreaterThan(20);
    await expect(box).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: stop < stops ? 'Go on' : 'Done' }).click();
  }
  await expect(box).toHaveCount(0);
}

for (const [device, viewport] of [
  ['a projector', { width: 1280, height: 680 }],
  ['a telephone', { width: 390, height: 844 }],
] as const) {
  test(`the presenter view and the walk alone have a way round of their own, on ${device}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const walk = await Walk.open(page, 'scenario=h-03&step=2');
    await walk.press('f', '?');
    await expect(page.getByRole('button', { name: 'Show Clauses' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Show me round' }).click();
    await walk.isAccessible();
    await goRound(page, 3);
    await walk.press('Escape');
    await page.goto('about:blank');
    await page.goto('/?embed#scenario=h-03&step=2');
    await expect(page.locator('.present [data-row]').first()).toBeVisible();
    await walk.press('?');
    await page.getByRole('button', { name: 'Show me round' }).click();
    await goRound(page, 2);
  });
}

test('help has a button for each part, and the button shows that part', async ({ page }) => {
  test.slow();
  const walk = await Walk.open(page, 'scenario=h-03&step=2');
  const drawer = page.locator('.drawer');
  for (const { name, place } of helpPanels) {
    await walk.press('?');
    const show = page.getByRole(place.type === 'embed' ? 'link' : 'button', { name: `Show ${name}` });
    await show.scrollIntoViewIfNeeded();
    if (place.type === 'embed') {
      const [other] = await Promise.all([page.waitForEvent('popup'), show.click()]);
      await expect(other.locator('.embedded')).toBeVisible();
      expect(other.url()).toContain('?embed#');
      await other.close();
      await walk.press('?');
      continue;
    }
    await show.click();
    if (place.type === 'stop') {
      await expect(page.locator('.tourFrame')).toBeInViewport();
    } else if (place.type === 'present') {
      await expect(page.locator('.presentNarration')).toBeVisible();
    } else {
      await expect(drawer.getByRole('heading', { level: 2 })).not.toHaveText('Help');
      if (place.at !== undefined) {
        const shown = drawer.locator('h3, [role="tab"][aria-selected="true"]').filter({ hasText: place.at });
        await expect(shown.first()).toBeInViewport();
      }
    }
    await walk.press('Escape');
    await expect(drawer).toHaveCount(0);
  }
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('each stop is in view', async ({ page }) => {
    const walk = await Walk.open(page);
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await page.getByRole('button', { name: 'Show me round' }).click();
    await goRound(page, 6);
    await walk.isAccessible();
  });
});
