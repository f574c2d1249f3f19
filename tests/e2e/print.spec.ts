/** The printed page: a handout of its own, whole from the first diagram on, and the same from every view. */
import { expect, type Page, test } from '@playwright/test';
import { Walk } from './walk.ts';

test.skip(({ browserName }) => browserName !== 'chromium', 'paper is looked at once, in Chromium');

const run = 'scenario=h-03&step=4';

/** Prints at once, and returns the words that paper has, by the parts of the page that are not hidden there. */
async function printed(page: Page): Promise<{ readonly words: string; readonly pages: number }> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => {
    // After those of the page, in the moment in which the browser takes the page for paper.
    const look = () => document.body.setAttribute('data-words', document.body.innerText);
    window.addEventListener('beforeprint', look, { once: true });
  });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const words = (await page.locator('body').getAttribute('data-words')) ?? '';
  return { words, pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
}

/** Opens a view, and prints the moment that the first row of its diagram is there. */
async function printedAtOnce(page: Page, address: string) {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('[data-row]').first().waitFor();
  return printed(page);
}

test('on paper there is the run, its reading with its bound, the diagram, and each step with its sentence', async ({
  page,
}) => {
  const walk = await Walk.open(page, run);
  await expect(walk.diagram.locator('[data-row]').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const steps = page.locator('.handoutSteps');
  await expect(steps).toBeVisible();
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

test('paper is whole in the moment of the first row, and the same alone, presented and in another page', async ({
  page,
}) => {
  const whole = await printedAtOnce(page, `/#${run}`);
  expect(whole.words).toContain('The BA is lost');
  expect(whole.words).toContain('As tabled, with at most 1 loss and no duplication');
  expect(whole.words).toContain('Steps, and the sentence behind each');
  expect(whole.words).toContain('The report is informative');
  expect(whole.pages).toBe(2);

  const embedded = await printedAtOnce(page, `/?embed#${run}`);
  expect(linesOf(embedded.words)).toEqual(linesOf(whole.words));
  expect(embedded.pages).toBe(2);

  await page.emulateMedia({ media: 'screen' });
  await page.goto('about:blank');
  await Walk.open(page, run);
  await page.keyboard.press('f');
  await page.locator('.present [data-row]').first().waitFor();
  const presented = await printed(page);
  expect(linesOf(presented.words)).toEqual(linesOf(whole.words));
  expect(presented.pages).toBe(2);
});

/** The words but for those of the picture, which are laid out by the room that it had on the screen. */
function linesOf(words: string): readonly string[] {
  const lines = words.split('\n').map((line) => line.trim());
  const text = lines.filter((line) => line.length > 60);
  expect(text.length).toBeGreaterThan(8);
  return text;
}
