/** The app and the bench's own page, built as for use, served, and opened in the browser of the tests. */
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { findBrowser } from '../../e2e/findBrowser.ts';
import { installProbe } from './probe.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const outDir = `${root}node_modules/.cache/bench-page`;

export interface Bench {
  readonly browser: Browser;
  /** The address of the app; the bench's own page is at tests/bench/pages/bench.html below it. */
  readonly address: string;
  /** A new page with the probe in it, in a context of its own. Errors of the page end up in `faults`. */
  readonly newPage: () => Promise<Page>;
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Builds, serves, and starts the browser. It has 60 frames a second, so nothing is on the page sooner than its next frame, 17 ms at most. */
export async function openBench(): Promise<Bench> {
  const common = { root, logLevel: 'error', build: { outDir } } as const;
  // A test runner says "test" here, and with that React is built as for development.
  process.env.NODE_ENV = 'production';
  await build({
    ...common,
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input: [`${root}index.html`, `${root}tests/bench/pages/bench.html`] },
    },
  });
  const server = await preview({ ...common, preview: { port: 0, host: 'localhost' } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the page has no address');
  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const faults: string[] = [];
  const newPage = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 680 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.addInitScript(installProbe);
    return page;
  };
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { browser, address, newPage, faults, close };
}
