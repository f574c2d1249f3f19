/** The bench's page for captures, built as for use, served, and opened in the browser of the tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { findBrowser } from '../../e2e/findBrowser.ts';
import type { Exported } from '../../proof/support/exports.ts';
import type { DecodeBenchPage } from '../pages/decode.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const outDir = `${root}node_modules/.cache/bench-decode`;

declare global {
  interface Window {
    readonly decodePage: DecodeBenchPage;
  }
}

export interface DecodePage {
  /** Seconds, and how many frames were decoded in them. */
  readonly decode: (capture: Exported) => Promise<{ readonly seconds: number; readonly listed: number }>;
  readonly close: () => Promise<void>;
}

export async function openDecodePage(): Promise<DecodePage> {
  // Without the app's own configuration, whose plugins look for the app.
  const common = { configFile: false, root, base: './', logLevel: 'error', build: { outDir } } as const;
  process.env.NODE_ENV = 'production';
  const input = [`${root}tests/bench/pages/decode.html`];
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
  await page.goto(`${address}tests/bench/pages/decode.html`);
  await page.waitForFunction(() => 'decodePage' in window);
  return {
    decode: async ({ capture, keys }) => {
      await page.setInputFiles('#capture', capture);
      const [ike, esp] = ['ikev2_decryption_table', 'esp_sa'].map((name) => readFileSync(join(keys, name), 'utf8'));
      const { milliseconds, listed } = await page.evaluate(
        ([ikeKeys, espKeys]) => window.decodePage.decode(ikeKeys, espKeys),
        [ike ?? '', esp ?? ''] as const,
      );
      return { seconds: milliseconds / 1000, listed };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
