/** What a class hands in: a set by link, result files out and in, one table of many; and the way back from what was taken away. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, test } from '@playwright/test';
import { fillIn } from './fillIn.ts';
import { openLearn } from './openLearn.ts';
import { Walk } from './walk.ts';

const json = (name: string, content: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

async function placeOf(place: Locator) {
  const found = await place.boundingBox();
  if (found === null) throw new Error('it is not on the page');
  return found;
}

function resultOf(name: string, right: number, of: number, setTitle = 'Monday group, the second half'): string {
  const answers = Object.fromEntries(
    Array.from({ length: of }, (_, at) => [`q${at}`, { firstRight: at < right, tries: 1 }]),
  );
  const progress = { lessons: {}, answers, challenges: {} };
  return JSON.stringify({ format: 'lifetime-zero.result', version: 1, name, setTitle, progress });
}

test('a set goes out by link, a result file comes back, and many make one table', async ({ page }) => {
  const walk = await Walk.open(page);
  const drawer = await openLearn(walk, 'Results');
  await drawer.getByText('For a teacher: make a set').click();
  await fillIn(drawer.getByLabel('Title of the set'), '<b>Monday</b> & "quotes"; #1');
  await drawer.getByRole('checkbox', { name: 'Leave a stale binding' }).check();
  const link = await drawer.getByLabel('The link to the set').inputValue();
  expect(link).toContain('set-of=');
  await walk.isAccessible();
  await drawer.getByRole('tab', { name: 'Lessons' }).click();
  await drawer.getByRole('tab', { name: 'Results' }).click();
  await drawer.getByText('For a teacher: make a set').click();
  await expect(drawer.getByLabel('Title of the set')).toHaveValue('<b>Monday</b> & "quotes"; #1');

  const student = await Walk.open(await page.context().newPage(), new URL(link).hash.slice(1));
  const learn = student.page.getByRole('dialog', { name: 'Learn' });
  await expect(learn).toContainText('<b>Monday</b> & "quotes"; #1');
  await learn.getByRole('tab', { name: 'Questions' }).click();
  await expect(learn).toContainText('Question 1 of 10');
  await learn.getByRole('tab', { name: 'Results' }).click();
  await fillIn(learn.getByLabel('Your name, for the file'), '<img src=x onerror=alert(1)>');
  const downloading = student.page.waitForEvent('download');
  await learn.getByRole('button', { name: 'Save the result file' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ version: 1, setTitle: '<b>Monday</b> & "quotes"; #1' });
  await learn.getByRole('button', { name: 'Leave the set' }).click();
  await expect(learn).toContainText('You have left the set');
  await learn.getByRole('button', { name: 'Undo' }).click();
  await expect(learn.getByRole('button', { name: 'Leave the set' })).toBeVisible();

  await drawer.getByText('For a teacher: open result files').click();
  await drawer
    .getByLabel('Result files, one or many')
    .setInputFiles([
      json('a.json', text),
      json('cut.json', text.slice(0, 50)),
      json('later.json', text.replace('"version": 1', '"version": 9')),
    ]);
  await expect(drawer).toContainText('1 file read, 2 files not.');
  await expect(drawer).toContainText('"later.json" was written by a later version');
  await expect(drawer.getByRole('table', { name: 'Results' })).toContainText('<img src=x onerror=alert(1)>');
  await walk.isAccessible();
});

for (const [width, height] of [
  [1280, 680],
  [390, 844],
] as const) {
  test(`thirty files stay within the drawer at ${width} x ${height}, names and heads in view`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const walk = await Walk.open(page);
    const drawer = await openLearn(walk, 'Results');
    await drawer.getByText('For a teacher: open result files').click();
    const names = ['=cmd|x', 'שלום עולם', '👩‍🏫 Zoë', 'M'.repeat(40), 'Maximiliana Wolkenstein-Hohenzollernburg'];
    const files = Array.from({ length: 30 }, (_, at) =>
      json(`${at}.json`, resultOf(names[at] ?? `Student ${at}`, at, 30)),
    );
    await drawer.getByLabel('Result files, one or many').setInputFiles(files);
    const box = drawer.getByRole('region', { name: 'Table: results' });
    await box.scrollIntoViewIfNeeded();
    const fits = await drawer.locator('.drawerBody').evaluate((body) => body.scrollWidth <= body.clientWidth);
    expect(fits).toBe(true);
    await walk.isAccessible();
    await box.getByRole('button', { name: 'Right at once' }).click();
    await expect(box.getByRole('rowheader').first()).toHaveText('Student 29');
    await expect(box.getByRole('columnheader', { name: /Right at once/ })).toHaveAttribute('aria-sort', 'descending');
    await expect(box.getByRole('row').last()).toContainText('Total of 30 files');
    await expect(box.getByRole('row').last()).toContainText('435 of 900');

    await box.focus();
    await walk.press('End', 'ArrowRight', 'ArrowRight');
    await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
    const frame = await placeOf(box);
    const name = await placeOf(box.getByRole('rowheader').nth(29));
    expect(Math.abs(name.x - frame.x)).toBeLessThan(3);
    const head = await placeOf(box.getByRole('columnheader').first());
    expect(Math.abs(head.y - frame.y)).toBeLessThan(3);
    const total = await placeOf(box.getByRole('row').last());
    expect(Math.abs(total.y + total.height - frame.y - frame.height)).toBeLessThan(20);

    await box.getByRole('button', { name: 'Name' }).click();
    const downloading = page.waitForEvent('download');
    await drawer.getByRole('button', { name: 'Save as CSV' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('lifetime-zero-results.csv');
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.split('\r\n')).toHaveLength(33);
    expect(csv).toContain('"\'=cmd|x"');

    await drawer.getByRole('button', { name: 'Close the table' }).click();
    await expect(box).toHaveCount(0);
    await drawer.getByRole('button', { name: 'Undo' }).click();
    await expect(box).toBeVisible();
  });
}

test('results that were forgotten come back, and nothing is counted where there is nothing', async ({ page }) => {
  const walk = await Walk.open(page);
  const drawer = await openLearn(walk);
  await drawer.getByRole('button', { name: /^Begin ?: A lost answer/ }).click();
  await drawer.getByRole('tab', { name: 'Results' }).click();
  const own = drawer.getByRole('region', { name: 'Your results' });
  await expect(own).toContainText('no lesson done');
  await expect(own).toContainText('no question answered yet');
  await expect(own).not.toContainText(/0 of 0|\b1 \w+s (done|solved)/);
  await own.getByRole('button', { name: 'Forget my results' }).click();
  await expect(drawer).toContainText('Your results are forgotten.');
  await walk.isAccessible();
  await drawer.getByRole('button', { name: 'Undo' }).click();
  await drawer.getByRole('tab', { name: 'Lessons' }).click();
  await drawer.getByRole('button', { name: 'All lessons' }).click();
  await expect(drawer.getByRole('listitem').filter({ hasText: 'A lost answer' })).toContainText('1 of 6 steps');
});
