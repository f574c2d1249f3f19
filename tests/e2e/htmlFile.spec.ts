/** The app as one HTML file: saved by the page, opened from disk with no network. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { openFromDisk } from './fromDisk.ts';
import { Walk } from './walk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Saves the run in view by the Share drawer; the path of the file. */
async function savedFile(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as one HTML file' }).click();
  const download = await coming;
  const path = test.info().outputPath(name);
  await download.saveAs(path);
  await expect(page.getByRole('status').filter({ hasText: 'is saved' })).toBeVisible();
  return path;
}

/** Opens a file from disk without a network, and collects what it asks for and complains of. */
async function openedFromDisk(context: BrowserContext, path: string) {
  await context.setOffline(true);
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await openFromDisk(page, path);
  const walk = new Walk(page);
  await expect(walk.next.getByRole('button', { name: 'Step' })).toBeVisible();
  /** The file itself, and what it has in it, are no requests. */
  const fetched = () => asked.filter((address) => !/^(file:.*\.html(#.*)?$|data:|blob:)/.test(address));
  return { page, walk, fetched, complaints };
}

test('a saved file has the run at its step, and all parts of the app work from disk', async ({ page, context }) => {
  const here = await Walk.open(page, 'scenario=h-03&preset=rfc-practice&step=2');
  await expect(here.diagram.locator('[data-row]').first()).toBeVisible();
  const shown = await here.messages();
  const path = await savedFile(page, 'run.html');
  const { page: file, walk, fetched, complaints } = await openedFromDisk(context, path);

  await expect(walk.timeline.locator('.timelineStep')).toContainText('step 2 of');
  await expect(walk.diagram.locator('[data-row]').first()).toBeVisible();
  expect(await walk.messages()).toEqual(shown);
  await walk.press('ArrowRight');
  await expect(walk.timeline.locator('.timelineStep')).toContainText('step 3 of');

  await walk.ue.getByRole('button', { name: /state diagram/i }).click();
  await expect(file.getByRole('dialog').locator('svg .node').first()).toBeVisible();
  await walk.press('Escape');
  await walk.press('c');
  await expect(file.getByRole('dialog')).toContainText(/questions? to the text/i, { timeout: 20_000 });
  await walk.isAccessible();
  expect(fetched()).toEqual([]);
  expect(complaints).toEqual([]);

  await test.step('and saves itself again', async () => {
    await walk.press('Escape');
    const again = await savedFile(file, 'again.html');
    const { walk: second, complaints: more } = await openedFromDisk(context, again);
    await expect(second.timeline.locator('.timelineStep')).toContainText('step 3 of');
    expect(more).toEqual([]);
  });
});

test('a capture is read from disk too', async ({ page, context }) => {
  await Walk.open(page, 'step=2');
  const path = await savedFile(page, 'run.html');
  const { page: file, walk, fetched, complaints } = await openedFromDisk(context, path);
  const message = walk.diagram.locator('[data-row][role="button"]').first();
  await message.click();
  await message.press('Enter');
  const panel = file.getByRole('dialog');
  const coming = file.waitForEvent('download');
  await panel.getByRole('button', { name: 'For Wireshark' }).click();
  const files = unzipSync(new Uint8Array(readFileSync(await (await coming).path())));
  await panel.getByRole('button', { name: 'Open a capture' }).click();
  await panel.locator('input[type="file"]').setInputFiles({
    name: 'run.pcapng',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(files['run.pcapng'] ?? []),
  });
  await expect(panel.locator('.captureList button').first()).toBeVisible();
  expect(fetched()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the terminal writes such a file too', async ({ context }) => {
  const path = test.info().outputPath('run.html');
  const args = ['src/cli/lz.mjs', 'export', '--scenario', 'h-03', '--set', 'loss=2', '--html', path];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { page: file, walk, fetched, complaints } = await openedFromDisk(context, path);
  await expect(walk.timeline.locator('.timelineStep')).toContainText('step 0 of 8');
  await expect(file.getByRole('status', { name: 'Result of the check' })).toContainText('at most 2 losses');
  expect(fetched()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what is taken along never runs', async ({ page, context, browserName }) => {
  test.skip(browserName !== 'chromium', 'the policy is left out for Firefox');
  await Walk.open(page);
  const path = await savedFile(page, 'run.html');
  const text = readFileSync(path, 'utf8');
  expect(text.length).toBeLessThan(3_500_000);
  expect(text).not.toMatch(/<script[^>]* src=/);
  const { page: file } = await openedFromDisk(context, path);
  // The policy holds in the file too.
  const refused = await file.evaluate(() => {
    const violation = new Promise((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
    });
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    return violation;
  });
  expect(refused).toMatch(/^script-src/);
  await expect(file).not.toHaveTitle('ran');
});
