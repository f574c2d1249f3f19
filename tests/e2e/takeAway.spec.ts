/** What is taken away, from the button to the file; and such files opened again. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readOpenedRun } from '#report/openedRun.ts';
import { pasted } from './pasted.ts';
import { Walk } from './walk.ts';

async function openShare(page: Page, fragment = 'scenario=h-03&step=2'): Promise<Walk> {
  const walk = await Walk.open(page, fragment);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Take away' })).toBeVisible();
  return walk;
}

/** The octets of the file that a button saves. */
async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly octets: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), octets: readFileSync(await download.path()) };
}

test('text forms are saved under the name of the scenario', async ({ page }) => {
  await openShare(page);
  const starts = [
    ['SVG', 'h-03.svg', '<svg '],
    ['Mermaid', 'h-03.mmd', 'sequenceDiagram\n'],
    ['PlantUML', 'h-03.puml', '@startuml\n'],
    ['MSC (Z.120)', 'h-03.mpr', 'mscdocument h_03_document;\n'],
    ['Run file (JSON)', 'h-03.json', '{\n  "format": "lifetime-zero-run"'],
  ] as const;
  for (const [button, name, start] of starts) {
    const file = await saved(page, button);
    expect(file.name).toBe(name);
    expect(file.octets.toString().startsWith(start)).toBe(true);
  }
  await expect(page.getByText('Saved as h-03.json.')).toBeVisible();
});

test('the figure says what the diagram on screen says', async ({ page }) => {
  const walk = await openShare(page);
  const { octets } = await saved(page, 'SVG');
  const svg = octets.toString();
  for (const words of ['Binding Update, lifetime 0', 'status 133', 'T-BU runs out', 'Everything released']) {
    expect(svg).toContain(words);
  }
  // At this step (2) is under way; that it will be lost nobody knows yet.
  expect(svg).not.toContain('lost</text>');
  const numbers = [...svg.matchAll(/>\((\d+)\) /g)].map(([, number]) => Number(number));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
  await expect(walk.diagram).toContainText('(6)');
});

test('a picture is sharp, has the run in it, and opens again as that run', async ({ page }) => {
  const walk = await openShare(page);
  const twice = await saved(page, 'PNG, 2 x');
  const four = await saved(page, 'PNG, 4 x');
  expect([twice.octets.readUInt32BE(16), four.octets.readUInt32BE(16)]).toEqual([1280, 2560]);
  expect(readOpenedRun(four.octets)).toMatchObject({ ok: true, value: { scenario: 'h-03', step: 2 } });

  await page.goto('/#scenario=ue-initiated');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const input = page.getByLabel(/^Open a run/);
  await input.setInputFiles({ name: 'h-03-2x.png', mimeType: 'image/png', buffer: twice.octets });
  await expect(page.getByText('h-03-2x.png is open.')).toBeVisible();
  await expect(walk.timeline.locator('.timelineStep')).toContainText('step 2 of');
  await expect(walk.choice('Scenario')).toContainText('H-03');
});

test('a file that is no run is refused in one sentence, and nothing that is open is lost', async ({ page }) => {
  const walk = await openShare(page);
  const input = page.getByLabel(/^Open a run/);
  const refused = [
    ['notes.json', '{}', 'The file is no run of this app.'],
    ['cut.json', '{"format":', 'The file holds no JSON'],
    ['<b>x</b>.png', 'text', '<b>x</b>.png: '],
  ] as const;
  for (const [name, text, words] of refused) {
    await input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByText(words)).toBeVisible();
    await expect(walk.timeline.locator('.timelineStep')).toContainText('step 2 of');
  }
});

test('the review pack is a Word document with tracked changes, figures and comments, or Markdown', async ({ page }) => {
  await Walk.open(page, 'scenario=ue-initiated&preset=repaired');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const document = await saved(page, 'Word (DOCX)');
  expect(document.name).toBe('ue-initiated-review.docx');
  const parts = unzipSync(document.octets);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(xml).toContain('Figure 8.4.3.2-1: ');
  expect(xml.match(/<w:ins /g)?.length).toBe(5);
  expect(xml).not.toContain('This reading was not checked.');
  // The browser drew the figure, and not as one white pixel.
  const png = Object.entries(parts).find(([name]) => /media\/.*\.png$/.test(name))?.[1];
  expect(png?.length).toBeGreaterThan(10_000);

  const markdown = await saved(page, 'Markdown');
  const files = unzipSync(markdown.octets);
  expect(Object.keys(files)).toEqual(['ue-initiated-review.md', 'ue-initiated-review-1.svg']);
});

test('a picture is copied', async ({ page, context, browserName }) => {
  test.skip(browserName !== 'chromium', 'Firefox without a screen has a clipboard for words alone');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openShare(page);
  await page.getByRole('button', { name: 'Copy as picture' }).click();
  await expect(page.getByText('Copied as a picture.')).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => [...item.types]));
  expect(types).toContain('image/png');
});

test('the proposed changes are copied as words and as marked ones', async ({ page }) => {
  await openShare(page, 'scenario=ue-initiated&preset=repaired');
  await page.getByRole('button', { name: 'Copy proposed changes' }).click();
  await expect(page.getByText('Copied: the clause')).toBeVisible();
  const copied = await pasted(page);
  expect(Object.keys(copied).toSorted()).toEqual(['text/html', 'text/plain']);
  expect(copied['text/html']).toMatch(/<ins\b/);
  expect(copied['text/plain']).toContain('8.4.3');
});

test('the section is accessible', async ({ page }) => {
  const walk = await openShare(page);
  await walk.isAccessible();
});
