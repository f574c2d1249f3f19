/** Comments: written on a step and on a clause, changed, deleted and brought back, sent from one person to another. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { fillIn } from './fillIn.ts';
import { openFromDisk } from './fromDisk.ts';
import { Walk } from './walk.ts';

async function openComments(page: Page, fragment = 'step=1') {
  const walk = await Walk.open(page, fragment);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const part = page.getByRole('dialog', { name: 'Share' }).getByRole('region', { name: 'Comments' });
  await expect(part).toBeVisible();
  return { walk, part, table: part.getByRole('table', { name: 'Comments by clause' }) };
}

async function write(page: Page, comment: string, proposed = '') {
  const form = page.getByRole('form', { name: 'New comment' });
  await fillIn(form.getByRole('textbox', { name: 'Comment' }), comment);
  await fillIn(form.getByRole('textbox', { name: 'Proposed change' }), proposed);
  await form.getByRole('button', { name: 'Add comment' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Write a comment' })).toBeFocused();
}

const fileBy = (author: string, comment: string) => ({
  name: 'theirs.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      format: 'lifetime-zero-comments',
      version: 1,
      author,
      comments: [{ id: 'c1', place: { type: 'clause', clause: 'TR 24.801 8.4.3.1' }, comment }],
    }),
  ),
});

test('a comment on a step is written and changed', async ({ page }) => {
  const walk = await Walk.open(page, 'step=1');
  await walk.clauses.getByRole('button', { name: 'Comment on this step' }).focus();
  await walk.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await walk.isAccessible();
  await write(page, 'Why first?', 'Say the order.');
  const table = page.getByRole('table', { name: 'Comments by clause' });
  const row = table.getByRole('row').nth(1);
  await expect(row).toContainText('step 1 of The UE detaches');
  await expect(row).toContainText('Say the order.');
  await expect(row).toContainText('open');
  await row.getByRole('button', { name: 'Edit comment 1' }).click();
  await fillIn(page.getByRole('textbox', { name: 'Comment' }), 'Why is it first?');
  await page.getByRole('button', { name: 'Keep the change' }).click();
  await expect(row).toContainText('Why is it first?');
  await walk.isAccessible();
});

test('a comment is deleted and brought back, and is told apart in another run', async ({ page }) => {
  const { part, table } = await openComments(page);
  await part.getByRole('button', { name: 'Write a comment' }).click();
  await write(page, 'Why first?');
  const row = table.getByRole('row').nth(1);
  await row.getByRole('button', { name: 'Delete comment 1' }).click();
  await expect(table).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Write a comment' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo deleting comment 1' }).click();
  await expect(row).toContainText('Why first?');
  await expect(part.getByRole('status')).toHaveText('Comment 1 is back.');
  await page.getByRole('button', { name: 'Redo deleting comment 1' }).click();
  await expect(table).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo deleting comment 1' }).click();
  await expect(row).toContainText('Why first?');
  // It is there again after the page is opened anew, and told apart in another run.
  await page.goto('/#scenario=network-initiated');
  await page.reload();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(row).toContainText('another run');
  await expect(page.getByText('about a step of another run')).toBeVisible();
});

test('a comment on a clause begins in the running text', async ({ page }) => {
  const walk = await Walk.open(page);
  await walk.clauses.getByRole('button', { name: 'Clauses' }).click();
  await page.getByRole('button', { name: 'Comment on 8.4.3.3' }).click();
  await write(page, 'Which answer?');
  await expect(page.getByRole('table', { name: 'Comments by clause' })).toContainText('TR 24.801 8.4.3.3');
});

test("another person's comments stand beside one's own", async ({ page }) => {
  const { walk, part, table } = await openComments(page);
  await part.getByRole('button', { name: 'Write a comment' }).click();
  await write(page, 'Mine');
  await fillIn(part.getByRole('textbox', { name: /Your name/ }), 'Ada');
  const download = page.waitForEvent('download');
  await part.getByRole('button', { name: 'Save my comments' }).click();
  const saved = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(saved).toMatchObject({ author: 'Ada', comments: [{ comment: 'Mine' }] });
  const input = part.locator('input[type="file"]');
  await input.setInputFiles(fileBy('Kim', 'Theirs'));
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table).toContainText('By Kim');
  await expect(table).toContainText('You, Ada');
  await walk.isAccessible();
  await input.setInputFiles({ name: 'cut.json', mimeType: 'application/json', buffer: Buffer.from('{"author":') });
  await expect(part.getByRole('status')).toHaveText('cut.json was not read: it is no JSON, or was cut.');
  await part.getByRole('button', { name: 'Take away the comments of Kim' }).click();
  await expect(table.getByRole('row')).toHaveCount(2);
  await part.getByRole('button', { name: 'Undo taking away the comments of Kim' }).click();
  await expect(table.getByRole('row')).toHaveCount(3);
  await part.getByRole('button', { name: 'Undo reading the comments of Kim' }).click();
  await expect(part.getByRole('status')).toHaveText('The comments of Kim are taken away again.');
  await expect(table.getByRole('row')).toHaveCount(2);
});

test('comments go along in the HTML file, and stand apart there', async ({ page, context }) => {
  const { part } = await openComments(page);
  await part.getByRole('button', { name: 'Write a comment' }).click();
  await write(page, '</script><b>Along</b>');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as one HTML file' }).click();
  const path = test.info().outputPath('along.html');
  await (await coming).saveAs(path);
  const file = await context.newPage();
  await openFromDisk(file, path);
  await file.getByRole('button', { name: 'Share', exact: true }).click();
  const table = file.getByRole('table', { name: 'Comments by clause' });
  await expect(table).toContainText('</script><b>Along</b>');
  await expect(table).toContainText('By who saved this file');
});

test('two windows of one browser keep one list', async ({ page, context }) => {
  const { part, table } = await openComments(page);
  const second = await openComments(await context.newPage());
  await second.part.getByRole('button', { name: 'Write a comment' }).click();
  await write(second.walk.page, 'From the second');
  await expect(table).toContainText('From the second');
  await page.bringToFront();
  await part.getByRole('button', { name: 'Write a comment' }).click();
  await write(page, 'From the first');
  await expect(second.table.getByRole('row')).toHaveCount(3);
});

test('words that look like code are words, and nothing is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { walk, part, table } = await openComments(page);
  const hostile = '<img src=x onerror="document.title=1">; # "\'\n\u202e\u{1f600} end';
  await fillIn(part.getByRole('textbox', { name: /Your name/ }), hostile.replace('\n', ' '));
  await part.getByRole('button', { name: 'Write a comment' }).click();
  await write(page, hostile, hostile);
  await expect(part.getByRole('status')).toHaveText('Comment 1 is added.');
  await part
    .locator('input[type="file"]')
    .setInputFiles(fileBy(`<b>;#"\u202e${'y'.repeat(150)}`, hostile + 'x'.repeat(400)));
  await expect(table).toContainText('<img src=x onerror="document.title=1">');
  expect(await page.title()).not.toBe('1');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await part.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  await walk.isAccessible();
});

test('comments go along in the run file and in the picture, and stand beside what is there', async ({
  page,
  browser,
}) => {
  const { part } = await openComments(page);
  await part.getByRole('button', { name: 'Write a comment' }).click();
  await write(page, 'Why here?');
  for (const name of ['Run file (JSON)', 'PNG, 2 x']) {
    const coming = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name }).click();
    const path = await (await coming).path();
    const other = await browser.newContext();
    const theirs = await other.newPage();
    await theirs.goto(test.info().project.use.baseURL ?? '');
    await theirs.getByRole('button', { name: 'Share', exact: true }).click();
    await theirs.getByLabel(/^Open a run/).setInputFiles(path);
    await expect(theirs.getByRole('table', { name: 'Comments by clause' })).toContainText('Why here?');
    await other.close();
  }
});
