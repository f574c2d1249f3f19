/** Parts of the page that are loaded late, and do not come: each says so where it would stand, and the walk goes on. */
import { expect, type Page, test } from '@playwright/test';
import { shapedParagraphs } from '../report/shapedText.ts';
import { fillIn } from './fillIn.ts';
import { Walk } from './walk.ts';

/** Holds back the built files of these names from now on. */
async function holdBack(page: Page, ...names: readonly string[]): Promise<() => Promise<void>> {
  const files = new RegExp(`/assets/(?:${names.join('|')})-[^/]*\\.js`);
  let count = 0;
  await page.route(files, (route) => {
    count += 1;
    return route.abort();
  });
  return async () => {
    expect(count, 'the built files have other names').toBeGreaterThan(0);
    await page.unroute(files);
  };
}

test("what reads a text of one's own does not come: one sentence, and the next try reads it", async ({
  page,
  browserName,
}) => {
  const release = await holdBack(page, 'OwnInBar', 'ownTextView');
  const walk = await Walk.open(page, 'step=1');
  await walk.clauses.getByRole('button', { name: 'Clauses' }).click();
  const drawer = page.getByRole('dialog', { name: 'Clauses' });
  await drawer.getByRole('tab', { name: 'Your copy' }).click();
  await fillIn(drawer.getByRole('textbox', { name: /pasted here/ }), shapedParagraphs.join('\n'));
  const read = drawer.getByRole('button', { name: 'Read this text' });
  await read.click();
  const told = drawer.getByRole('status');
  await expect(told).toHaveText(
    'It was not read: a part of this page could not be loaded. Try again, or open the page anew.',
  );
  await walk.press('Escape', 'ArrowRight');
  await walk.isAt(2, 5);
  await release();
  // Firefox asks no second time for a module that did not come, until the page is opened anew.
  if (browserName === 'firefox') {
    await expect.poll(() => page.evaluate(() => window.location.hash)).not.toContain('open=');
    await page.reload();
  }
  await walk.clauses.getByRole('button', { name: 'Clauses' }).click();
  await drawer.getByRole('tab', { name: 'Your copy' }).click();
  await fillIn(drawer.getByRole('textbox', { name: /pasted here/ }), shapedParagraphs.join('\n'));
  await read.click();
  await expect(told).toContainText('all of our 26 sentences are in it');
  // Its words come to the sentence bar too, though their code did not come at first.
  await walk.press('Escape');
  await expect(walk.clauses).toContainText('In our words');
});

test('the presenter view does not come: it says so, and Esc goes back to the walk', async ({ page }) => {
  await holdBack(page, 'Presenter');
  const walk = await Walk.open(page, 'step=1');
  await walk.press('f');
  await expect(page.getByRole('region', { name: 'Presenter view' })).toContainText(
    'This panel (Presenter view) has failed',
  );
  await walk.press('Escape');
  await expect(walk.diagram).toBeVisible();
  await walk.press('ArrowRight');
  await walk.isAt(2, 5);
});
