import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './findBrowser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = `${root}node_modules/.cache`;
const address = `http://localhost:${process.env.E2E_PORT ?? 4179}/`;
const { executablePath, args, env } = findBrowser();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: `${cache}/playwright`,
  snapshotPathTemplate: '{testDir}/snapshots/{testFilePath}/{arg}{ext}',
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: `${cache}/playwright.json` }]],
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 680 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: [...args], env: { ...(process.env as Record<string, string>), ...env } },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `./node_modules/.bin/vite preview --strictPort --port ${new URL(address).port}`,
    cwd: root,
    url: address,
    reuseExistingServer: false,
  },
});
