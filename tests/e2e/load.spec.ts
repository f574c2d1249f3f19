/** What the page loads, and when: the budget of the first sequence diagram, and that other diagrams wait until they are asked for. */
import { gzipSync } from 'node:zlib';
import { expect, type Page, type Response, test } from '@playwright/test';
import { Walk } from './walk.ts';

/** For all scripts that arrive before the first row of the diagram is on the page, each compressed with gzip at its best. */
const budgetKilobytes = 258;
/** What only a state diagram needs, in the built names of Mermaid's files. */
const ofStateDiagrams = /stateDiagram|dagre|sizeCapture/;

test.skip(({ browserName }) => browserName !== 'chromium', 'what is loaded is counted once, in Chromium');

interface Script {
  readonly name: string;
  readonly kilobytes: number;
}

/** Collects the scripts of the page as they arrive; `sizes` are those of the scripts that have arrived by the call, biggest first. */
function collectScripts(page: Page): { readonly names: () => string[]; readonly sizes: () => Promise<Script[]> } {
  const arrived: Response[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) arrived.push(response);
  });
  const nameOf = (response: Response) => new URL(response.url()).pathname.split('/').pop() ?? '';
  return {
    names: () => arrived.map(nameOf),
    sizes: async () => {
      const measured = arrived.map(async (response) => {
        const { length } = gzipSync(await response.body(), { level: 9 });
        return { name: nameOf(response), kilobytes: length / 1000 };
      });
      return (await Promise.all(measured)).toSorted((one, other) => other.kilobytes - one.kilobytes);
    },
  };
}

test('the first sequence diagram needs at most 258 kB of scripts', async ({ page }) => {
  const scripts = collectScripts(page);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-row]') === null) return;
      performance.mark('first row');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('./', { waitUntil: 'commit' });
  await page.locator('[data-row]').first().waitFor();
  // What the page asks for after that moment does not count, though it may have arrived by now.
  const early = await page.evaluate(() => {
    const drawn = performance.getEntriesByName('first row')[0]?.startTime ?? 0;
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= drawn);
    return asked.map(({ name }) => new URL(name).pathname.split('/').pop() ?? '');
  });
  const sizes = (await scripts.sizes()).filter(({ name }) => early.includes(name));
  const total = sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
  const biggest = sizes.slice(0, 6).map(({ name, kilobytes }) => `${name} ${kilobytes.toFixed(1)} kB`);
  const words = `${total.toFixed(1)} kB of gzip in ${sizes.length} scripts; the biggest: ${biggest.join(', ')}`;
  test.info().annotations.push({ type: 'load', description: words });
  // A page of nearly nothing would mean that the scripts were not seen.
  expect(total, words).toBeGreaterThan(100);
  expect(total, words).toBeLessThanOrEqual(budgetKilobytes);
});

test('the code of state diagrams is loaded when the drawer opens, and draws', async ({ page }) => {
  const scripts = collectScripts(page);
  const walk = await Walk.open(page);
  await walk.diagram.locator('[data-row]').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(scripts.names().filter((name) => ofStateDiagrams.test(name))).toEqual([]);

  await walk.ue.getByRole('button', { name: /state diagram/i }).click();
  await expect(page.getByRole('dialog').locator('svg .node').first()).toBeVisible();
  const loaded = scripts.names().filter((name) => ofStateDiagrams.test(name));
  expect(loaded).toEqual(
    expect.arrayContaining([expect.stringMatching(/stateDiagram/), expect.stringMatching(/dagre/)]),
  );
});

test('the page says what it is before any script has run', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(test.info().project.use.baseURL ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mobile IP detach');
  await expect(page.locator('noscript')).toBeVisible();
  await context.close();
});
