/** What leaves the room by address: the link, its QR code; the presentation; the walk inside another page. */
import { expect, type Page, test } from '@playwright/test';
import { fillIn } from './fillIn.ts';
import { pasted } from './pasted.ts';
import { Walk } from './walk.ts';

const fragment = (page: Page) => page.evaluate(() => window.location.hash);
const history = (page: Page) => page.evaluate(() => window.history.length);

async function openShare(page: Page, at = ''): Promise<Walk> {
  const walk = await Walk.open(page, at);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  return walk;
}

test('the address follows the walk without a history, and brings the same picture back', async ({ page }) => {
  const walk = await Walk.open(page);
  const before = await history(page);
  await walk.press('ArrowRight', 'ArrowRight', 'l', 't');
  await walk.diagram
    .getByRole('button', { name: /Binding Update, lifetime 0/ })
    .first()
    .click();
  await expect.poll(() => fragment(page)).toMatch(/select=1.*events=.*lose\+bindingAck/);
  expect(await history(page)).toBe(before);
  await page.getByRole('region', { name: 'Clauses' }).getByRole('button', { name: 'Clauses' }).click();
  await expect.poll(() => fragment(page)).toContain('open=clauses');
  const names = await walk.messages();
  await page.reload();
  await walk.isAt(4, 4);
  await expect(page.getByRole('dialog', { name: 'Clauses' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Message', exact: true })).toContainText('(1) Binding Update');
  expect(await walk.messages()).toEqual(names);
  await walk.isAccessible();
});

test('a link that a mailer has cut opens with what is left, and one that is written by hand keeps what was made', async ({
  page,
}) => {
  const walk = await Walk.open(page, 'n=64&amp;scenario=3Dh-03&step=2&eve');
  await expect(page.getByRole('alert').filter({ hasText: 'cut on its way' })).toBeVisible();
  await expect(walk.timeline).toContainText('step 2 of');
  await walk.press('d');
  await page.evaluate(() => {
    window.location.hash = 'scenario=network-initiated&step=3';
  });
  await expect(walk.timeline).toContainText('step 3 of');
  await expect(walk.choice('Branch')).toBeVisible();
  await walk.isAccessible();
});

test('the link is shown, copied, and drawn as a QR code; on localhost it says that it is dead', async ({ page }) => {
  const walk = await openShare(page, 'scenario=h-03&step=2');
  const share = page.getByRole('dialog', { name: 'Share' });
  await expect(share).toContainText('dead for everybody else');
  await expect(share).toContainText('HTML file');
  await expect(share.getByRole('img', { name: /QR code/ })).toHaveCount(0);
  await walk.isAccessible();
  await fillIn(share.getByLabel('Public address'), 'nowhere');
  await expect(share).toContainText('"nowhere" is no address');
  await walk.isAccessible();
  await fillIn(share.getByLabel('Public address'), 'https://example.org/detach/');
  const link = share.getByRole('textbox', { name: 'The link' });
  await expect(link).toHaveValue(/^https:\/\/example\.org\/detach\/#n=\d+&scenario=h-03&step=2$/);
  await expect(share).not.toContainText('dead for everybody else');
  await expect(share.getByRole('img', { name: /QR code of the link https:\/\/example\.org/ })).toBeVisible();
  await share.getByRole('button', { name: 'Copy link' }).click();
  await expect(share.getByText('Copied.', { exact: true })).toBeVisible();
  expect((await pasted(page))['text/plain']).toBe(await link.inputValue());
  // The setting is kept, and the link follows the walk.
  await page.reload();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(link).toHaveValue(/step=3$/);
});

test('a link too long for a QR code says so', async ({ page }) => {
  await openShare(page);
  const share = page.getByRole('dialog', { name: 'Share' });
  await fillIn(share.getByLabel('Public address'), `https://example.org/${'a'.repeat(900)}`);
  await expect(share).toContainText('too many for a QR code');
  await expect(share.getByRole('img')).toHaveCount(0);
});

test('present: one key is one beat, an objection comes back to exactly what was presented', async ({ page }) => {
  const walk = await openShare(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.locator('.present')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The UE detaches');
  await walk.press('PageDown', 'PageDown');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('PDN GW receives BU');
  await expect(walk.clauses).toContainText('shall');
  await expect(walk.timeline).toContainText('step 2 of 5');
  await expect(walk.timeline).toContainText('Next: UE receives BA');
  await walk.isAccessible();
  await walk.press('o');
  await expect(page.getByText('Objection at step 2')).toBeVisible();
  await walk.press('l', 't');
  await expect(walk.timeline).toContainText('step 4 of 4');
  await walk.isAccessible();
  await walk.press('O');
  await expect(walk.timeline).toContainText('step 2 of 5');
  await expect(page.getByText('Objection at step 2')).toHaveCount(0);
  await walk.press('PageUp');
  await expect(walk.timeline).toContainText('step 1 of 5');
  // A message opens over it; Esc closes that first, and then the presentation.
  await walk.diagram
    .getByRole('button', { name: /Binding Update, lifetime 0/ })
    .first()
    .focus();
  await walk.press('Enter', 'Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await walk.isAccessible();
  await walk.press('f');
  await expect(page.locator('.present')).toHaveCount(0);
  await walk.isAt(1, 5);
  await expect(walk.choice('Branch')).toBeVisible();
});

test('a key that leaves what is presented begins an objection', async ({ page }) => {
  const walk = await Walk.open(page, 'scenario=h-03&step=1');
  await walk.press('f');
  await expect(page.locator('.present')).toBeVisible();
  await walk.press('c');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // No timer may run out while the BU is under way.
  await walk.press('t');
  await expect(page.getByText('Objection at step 1')).toHaveCount(0);
  await walk.press('l');
  await expect(page.getByText('Objection at step 1')).toBeVisible();
  await expect(walk.timeline).toContainText('step 2 of 2');
  await walk.press('o');
  await expect(walk.timeline).toContainText('step 1 of 8');
});

for (const { width, height } of [
  { width: 1280, height: 680 },
  { width: 390, height: 844 },
]) {
  test(`an objection leaves the step in view, and the diagram where it was, at ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const walk = await Walk.open(page, 'scenario=h-03&step=5');
    await walk.press('f');
    await expect(page.locator('.present')).toBeVisible();
    const scroller = page.locator('.seqScroller');
    const row = walk.diagram.locator('[data-row][data-current]').last();
    await expect(row).toBeInViewport();
    // As far up as the step in view lets it: the panel that opens would cover it there.
    await row.evaluate((each) => {
      const panel = each.closest('.seqScroller') as HTMLElement;
      panel.scrollTop -= panel.getBoundingClientRect().bottom - each.getBoundingClientRect().bottom - 4;
    });
    const before = await scroller.evaluate((each) => each.scrollTop);
    await walk.press('o');
    await expect(page.getByText('Objection at step 5')).toBeVisible();
    await expect(row).toBeInViewport({ ratio: 1 });
    await walk.press('l', 't');
    await expect(page.getByText('Objection at step 5')).toBeVisible();
    await walk.press('o');
    await expect(page.getByText('Objection at step 5')).toHaveCount(0);
    await expect.poll(() => scroller.evaluate((each) => each.scrollTop)).toBeCloseTo(before, -1);
  });
}

test('present in a window alone: Esc closes what is open over it, then leaves it', async ({ page }) => {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not here'));
  });
  await Walk.keepSettings(page, '{"hideNext":true}');
  const walk = await Walk.open(page);
  await walk.press('f', 'ArrowRight');
  await expect(walk.timeline).toContainText('What comes next?');
  await expect(walk.diagram.locator('[data-future]:visible')).toHaveCount(0);
  await walk.press('?');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await walk.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Help' })).toHaveCount(0);
  await expect(page.locator('.present')).toBeVisible();
  await walk.press('Escape');
  await expect(page.locator('.present')).toHaveCount(0);
  await walk.isAt(1, 5);
});

test('the walk alone, for a page around it', async ({ page }) => {
  await page.goto('/?embed#scenario=h-03&step=2');
  const walk = new Walk(page);
  await expect(walk.timeline).toContainText('step 2 of 8');
  await expect(page.locator('.topBar')).toHaveCount(0);
  await walk.isAccessible();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(walk.timeline).toContainText('step 3 of 8');
  await expect.poll(() => page.evaluate(() => window.location.search + window.location.hash)).toContain('?embed#');
  await page.setViewportSize({ width: 390, height: 600 });
  await walk.isAccessible();
});

test('all of the top bar stands in windows of every width', async ({ page }) => {
  await Walk.open(page);
  await expect(page.locator('.checkSign p')).toBeVisible();
  for (const width of [390, 1280, 1600, 1920]) {
    await page.setViewportSize({ width, height: 844 });
    const outside = await page.locator('.topBar').evaluate((bar) =>
      [bar, ...bar.querySelectorAll('button, h1, .checkSign')]
        .filter((each) => {
          const { left, right } = each.getBoundingClientRect();
          return left < 0 || right > window.innerWidth;
        })
        .map((each) => each.textContent),
    );
    expect(outside, `${width}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
