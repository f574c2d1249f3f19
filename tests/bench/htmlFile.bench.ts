/** The app as one HTML file: its size, as it is and as a mail program packs it, and how long it takes from disk to the first row. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { findBrowser } from '../e2e/findBrowser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const openings = 5;
/** More than a meeting server or a mail takes without a word would be too large. */
const mostMegabytes = 4;

test('one HTML file', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'one-html-'));
  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  try {
    // A test runner says "test" here, and with that React is built as for development.
    process.env.NODE_ENV = 'production';
    await build({ root, logLevel: 'error', mode: 'production', build: { outDir, emptyOutDir: true } });
    const file = join(outDir, 'one.html');
    const octets = readFileSync(file);
    const times: number[] = [];
    for (let opening = 0; opening < openings; opening += 1) {
      const page = await browser.newPage();
      const start = performance.now();
      await page.goto(pathToFileURL(file).href);
      await page.locator('[data-row]').first().waitFor();
      times.push(performance.now() - start);
      await page.close();
    }
    const megabytes = octets.length / 1_000_000;
    console.table({
      'one HTML file': {
        megabytes: Number(megabytes.toFixed(2)),
        'megabytes packed': Number((gzipSync(octets, { level: 9 }).length / 1_000_000).toFixed(2)),
        'to the first row, ms': Math.round(times.toSorted((a, b) => a - b)[Math.floor(openings / 2)] ?? 0),
      },
    });
    expect(megabytes).toBeLessThan(mostMegabytes);
  } finally {
    await browser.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}, 120_000);
