/** A page of the bench that stands alone, built as for use, served, and opened in the browser of the tests. */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { findBrowser } from '../../e2e/findBrowser.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface ServedPage {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** `name` is that of its file in tests/bench/pages; `global` what it puts on `window` when it is ready. */
export async function servePage(name: string, global: string): Promise<ServedPage> {
  const outDir = `${root}node_modules/.cache/bench-${name}`;
  // Without the app's own configuration, whose plugins look for the app.
  const common = { configFile: false, root, base: './', logLevel: 'error', build: { outDir } } as const;
  process.env.NODE_ENV = 'production';
  const input = [`${root}tests/bench/pages/${name}.html`];
  const whole = { outDir, target: 'es2024', emptyOutDir: true, rolldownOptions: { input } } as const;
  await build({ ...common, build: whole, worker: { format: 'es' } });
  const server = await preview({ ...common, preview: { port: 0, host: 'localhost' } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the page has no address');
  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await browser.newPage();
  await page.goto(`${address}tests/bench/pages/${name}.html`);
  await page.waitForFunction((wanted) => wanted in window, global);
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
