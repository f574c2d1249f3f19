/** A person's own copy of the text: opened, shown word by word beside our words, compared with a revision, forgotten. */
import { expect, type Page, test } from '@playwright/test';
import { makeDocx } from '../report/makeDocx.ts';
import { shapedParagraphs, shapedWith } from '../report/shapedText.ts';
import { fillIn } from './fillIn.ts';
import { Walk } from './walk.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const fileOf = (name: string, paragraphs: readonly string[]) => ({
  name,
  mimeType: docx,
  buffer: Buffer.from(makeDocx(paragraphs)),
});
const ownSentence = 'To detach, the UE shall send a Binding Update of lifetime 0 (RFC 3775).';
const ordered =
  'After receipt of the Binding Acknowledgement, the UE shall remove the security associations by the procedures of IKEv2.';

async function openCopy(page: Page) {
  const walk = await Walk.open(page, 'step=1');
  await walk.clauses.getByRole('button', { name: 'Clauses' }).click();
  const drawer = page.getByRole('dialog', { name: 'Clauses' });
  await drawer.getByRole('tab', { name: 'Your copy' }).click();
  return { walk, drawer, input: drawer.locator('input[type="file"]'), told: drawer.getByRole('status') };
}

test('a .docx is opened, and its words stand beside ours', async ({ page }) => {
  const { walk, drawer, input, told } = await openCopy(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.method()));
  await input.setInputFiles(fileOf('paper.docx', shapedParagraphs));
  await expect(told).toHaveText('paper.docx: all of our 26 sentences are in it, and it has no other.');
  await expect(walk.clauses).toContainText(ownSentence);
  await expect(walk.clauses).toContainText('In our words');
  await drawer.getByRole('tab', { name: 'Clauses' }).click();
  await expect(drawer.getByRole('region', { name: '8.4.3.2' })).toContainText(ownSentence);
  await expect(drawer.getByRole('region', { name: '8.4.3.2' })).toContainText('following RFC 3775');
  await walk.isAccessible();
  // Nothing of it left the page.
  expect(requests.filter((method) => method !== 'GET')).toEqual([]);
  await walk.press('Escape', 'ArrowRight');
  await expect(walk.clauses).toContainText('Your copy');
});

test('a revised text has its changes marked, and what it settles is taken by a button', async ({ page }) => {
  // Two full looks for accessibility take long where the machine has other work.
  test.slow();
  const { walk, drawer, input, told } = await openCopy(page);
  await input.setInputFiles(fileOf('paper.docx', shapedParagraphs));
  await expect(told).toContainText('all of our 26');
  await input.setInputFiles(fileOf('revised.docx', shapedWith('By the procedures', ordered)));
  const compare = drawer.getByRole('button', { name: 'A revision: compare them' });
  await expect(compare).toBeFocused();
  await walk.press('Enter');
  await expect(told).toContainText('Compared with paper.docx: 1 sentence new or changed.');
  const settled = drawer.getByRole('region', { name: 'What it seems to settle' });
  await expect(settled).toContainText(ordered);
  const take = settled.getByRole('button', { name: /Take this reading/ });
  await expect(take).toHaveAttribute('aria-pressed', 'false');
  await take.focus();
  await walk.press('Enter');
  await expect(take).toHaveAttribute('aria-pressed', 'true');
  await expect(drawer).toContainText('It is in use.');
  await expect(drawer.getByRole('region', { name: 'What does not match' })).toContainText('DELETE names Protocol ID 1');
  await walk.isAccessible();
  await drawer.getByRole('tab', { name: 'Clauses' }).click();
  const clause = drawer.getByRole('region', { name: '8.4.3.2' });
  await expect(clause).toContainText('Changed');
  await expect(clause.locator('ins').first()).toBeVisible();
  await expect(clause.locator('del').first()).toBeVisible();
  await expect(clause).toContainText('nothing was found that says this');
  await walk.isAccessible();
});

test('it is kept only where the person says so, and is forgotten by one button', async ({ page }) => {
  const { walk, drawer, told } = await openCopy(page);
  await fillIn(drawer.getByRole('textbox', { name: /pasted here/ }), shapedParagraphs.join('\n'));
  await drawer.getByRole('button', { name: 'Read this text' }).click();
  await expect(walk.clauses).toContainText(ownSentence);
  const stored = () => page.evaluate(() => JSON.stringify(window.localStorage));
  expect(await stored()).not.toContain('To detach');
  await drawer.getByRole('switch', { name: 'Keep it in this browser' }).click();
  await expect(told).toContainText('Kept in this browser');
  expect(await stored()).toContain('To detach');
  await page.reload();
  await expect(walk.clauses).toContainText(ownSentence);
  // The address may bring the drawer back, and then it covers what opens it.
  await expect(async () => {
    const opens = walk.clauses.getByRole('button', { name: 'Clauses' });
    if (!(await drawer.isVisible())) await opens.click({ timeout: 1_000 });
    await drawer.getByRole('tab', { name: 'Your copy' }).click({ timeout: 1_000 });
  }).toPass();
  await drawer.getByRole('button', { name: 'Forget this text' }).click();
  await expect(walk.clauses).not.toContainText(ownSentence);
  await expect(told).toContainText('this browser keeps nothing of it');
  expect(await stored()).not.toContain('To detach');
  const undo = drawer.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await walk.press('Enter');
  await expect(told).toHaveText('Pasted text is back, and is kept in this browser again.');
  await expect(walk.clauses).toContainText(ownSentence);
  expect(await stored()).toContain('To detach');
  await expect(drawer.getByRole('button', { name: 'Redo' })).toBeFocused();
  await walk.press('Enter');
  await expect(walk.clauses).not.toContainText(ownSentence);
  expect(await stored()).not.toContain('To detach');
});

test('a second text takes the place of the first where the person says so, and each act is undone', async ({
  page,
}) => {
  const { walk, drawer, input, told } = await openCopy(page);
  await input.setInputFiles(fileOf('paper.docx', shapedParagraphs));
  await expect(told).toContainText('all of our 26');
  await input.setInputFiles(fileOf('<b>;#"\u202e.docx', shapedWith('To detach, the UE')));
  const question = drawer.getByRole('region', { name: 'What is this text?' });
  await expect(question).toContainText('<b>;#"\u202e.docx is read. Is it a revision of paper.docx');
  await walk.isAccessible();
  await question.getByRole('button', { name: 'Use it instead' }).click();
  await expect(told).toHaveText('<b>;#"\u202e.docx: 25 of our 26 sentences are in it, and it has no other.');
  await expect(walk.clauses).toContainText('not in your copy');
  await expect(drawer.getByRole('region', { name: 'What does not match' })).toContainText('(1)');
  const found = drawer.getByRole('region', { name: 'What matches' });
  await expect(found.getByRole('listitem')).toHaveCount(25);
  await expect(found).toContainText('all of its 5 key words, in its place');
  await drawer.getByRole('button', { name: 'Undo' }).click();
  await expect(told).toHaveText('paper.docx is the text again, as it was before.');
  await expect(walk.clauses).toContainText(ownSentence);
  await drawer.getByRole('button', { name: 'Redo' }).click();
  await expect(walk.clauses).toContainText('not in your copy');
});

test('the words of the copy are as large as the room needs, and what has no room opens whole', async ({ page }) => {
  const { walk, input, told } = await openCopy(page);
  const long = `${ownSentence.slice(0, -1)}, and ${'then once more '.repeat(12)}<img src=x onerror="document.title=1">.`;
  await input.setInputFiles(fileOf('paper.docx', shapedWith('To detach, the UE', long)));
  await expect(told).toContainText('all of our 26');
  await walk.press('Escape');
  const own = walk.clauses.locator('.sentenceBarOwn');
  expect(await own.evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize))).toBeGreaterThanOrEqual(20);
  // No line is cut through: the part in view ends with a whole one.
  const both = walk.clauses.locator('.sentenceBarBoth');
  const height = await both.evaluate((each) => each.getBoundingClientRect().height);
  expect(height).toBeLessThanOrEqual(73);
  const more = walk.clauses.getByRole('button', { name: 'More of this sentence' });
  await more.click();
  const whole = page.getByRole('dialog', { name: 'The whole sentence' });
  await expect(whole).toContainText('<img src=x onerror="document.title=1">.');
  await expect(whole).toContainText('In our words');
  expect(await page.title()).not.toBe('1');
  await walk.isAccessible();
  await walk.press('Escape');
  await expect(more).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(680);
});

test('what is no text of the clause gets one sentence', async ({ page }) => {
  const { walk, input, told } = await openCopy(page);
  const whole = Buffer.from(makeDocx(shapedParagraphs));
  for (const [name, buffer, words] of [
    ['empty.docx', Buffer.alloc(0), 'empty'],
    ['cut.docx', whole.subarray(0, whole.length / 3), 'cut short'],
    ['locked.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'password'],
    ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'no text'],
    ['letter.txt', Buffer.from('Bread needs flour.'), 'no sentence of TR 24.801'],
  ] as const) {
    await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(told).toContainText(words);
    await expect(told).toHaveText(/^[^\n]*\.$/);
  }
  await walk.isAccessible();
  await walk.isAt(1, 5);
});

test('words that look like code are words', async ({ page }) => {
  const { walk, drawer, input } = await openCopy(page);
  const hostile = '<img src=x onerror="document.title=1"> shall; be # shown \u202e as "it" is';
  await input.setInputFiles(fileOf('paper.docx', shapedWith('Once the detach', hostile)));
  await expect(drawer.getByRole('region', { name: 'What does not match' })).toContainText('<img src=x onerror=');
  expect(await page.title()).not.toBe('1');
  await walk.isAccessible();
});

for (const [width, height] of [
  [1280, 680],
  [390, 844],
] as const) {
  test(`at ${width} x ${height} nothing is wider than the page`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const { walk, drawer, input } = await openCopy(page);
    await input.setInputFiles(fileOf('paper.docx', shapedWith('Once the detach', 'x'.repeat(500))));
    await expect(drawer.getByRole('region', { name: 'What does not match' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await drawer.locator('.drawerBody').evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    await walk.press('Escape');
    await expect(walk.clauses).toContainText(ownSentence);
  });
}
