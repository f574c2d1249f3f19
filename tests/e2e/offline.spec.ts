/** The page without a network: kept on the first visit, newer on a later one. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { preview } from 'vite';
import { Walk } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Waits until the browser keeps all files of the page. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    }
  });
}

test('after the first visit all works with no network', async ({ page, context }) => {
  await Walk.open(page);
  await isKept(page);
  await context.setOffline(true);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto('/#scenario=h-03&step=1');
  await page.reload();
  const walk = new Walk(page);
  await expect(walk.diagram.locator('[data-row]').first()).toBeVisible();
  await walk.press('ArrowRight');
  await expect(walk.timeline.locator('.timelineStep')).toContainText('step 2 of');

  await walk.ue.getByRole('button', { name: /state diagram/i }).click();
  await expect(page.getByRole('dialog').locator('svg .node').first()).toBeVisible();
  await walk.press('Escape');
  await walk.press('c');
  await expect(page.getByRole('dialog')).toContainText(/questions? to the text/i, { timeout: 20_000 });
  await walk.press('Escape');
  for (const name of ['Compare', 'Learn', 'Share', 'Help']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await walk.press('Escape');
  }
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as one HTML file' }).click();
  expect((await download).suggestedFilename()).toBe('h-03.html');
  expect(complaints).toEqual([]);
});

test('a newer version is there on the next visit, and says so', async ({ page }) => {
  const folder = test.info().outputPath('served');
  cpSync(dist, folder, { recursive: true });
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    root: test.info().outputDir,
    build: { outDir: folder },
    preview: { port: 0, host: 'localhost' },
  });
  try {
    const address = server.resolvedUrls?.local[0] ?? '';
    await page.goto(address);
    await isKept(page);
    const told = page.getByRole('alert');
    await page.reload();
    await expect(page.getByRole('button', { name: 'Step', exact: false }).first()).toBeVisible();
    await expect(told).toHaveText('');

    const change = (file: string, from: RegExp | string, to: string) => {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      const changed = text.replace(from, to);
      expect(changed).not.toBe(text);
      writeFileSync(`${folder}/${file}`, changed);
    };
    change('index.html', /(name="version" content=")\w+/, '$1newer');
    change('index.html', 'noscript>', 'noscript data-newer="">');
    change('offline.js', /const version = "\w+"/, 'const version = "newer"');
    await page.goto('about:blank');
    await page.goto(address);
    await expect(told).toContainText('updated since your last visit');
    await expect(page.locator('noscript[data-newer]')).toHaveCount(1);
    await expect.poll(() => page.evaluate(() => caches.keys())).toContain('lifetime-zero newer');
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the page can be installed', async ({ page, request, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium says what it finds wrong with a manifest');
  await page.goto('./');
  const manifest = await page.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await request.get(`./${manifest}`);
  expect(answer.headers()['content-type']).toContain('manifest');
  const { icons, display } = await answer.json();
  expect(display).toBe('standalone');
  for (const { src } of icons) expect((await request.get(src)).ok()).toBe(true);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
});
