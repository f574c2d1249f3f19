/**
 * The browser tests: all of them in Chromium, and in Firefox where it is installed. `E2E_PORT` moves the servers.
 *
 * Firefox is driven over WebDriver BiDi, since Playwright's own build of it comes from no package registry.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Project } from '@playwright/test';
import { findBrowser, findFirefox } from './findBrowser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = `${root}node_modules/.cache`;
const address = `http://localhost:${process.env.E2E_PORT ?? 4179}/`;
const port = Number(new URL(address).port);
const firefoxAddress = `http://localhost:${port + 1}/`;
const { executablePath, args, env } = findBrowser();
const firefox = findFirefox();
const firefoxRelay = fileURLToPath(new URL('firefox/relay.mjs', import.meta.url));
const ownEnv = process.env as Record<string, string>;
if (firefox === undefined && process.env.TEST_WORKER_INDEX === undefined)
  console.log('Firefox was not run: not installed.');

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: `${cache}/playwright`,
  snapshotPathTemplate: '{testDir}/snapshots/{testFilePath}/{arg}{ext}',
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A busy machine is no fault of the page.
  timeout: 90_000,
  reporter: [['list'], ['json', { outputFile: `${cache}/playwright.json` }]],
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 680 },
    screenshot: 'only-on-failure',
    // Each test has a browser of its own: it would fetch all files of the page, to keep them for nobody.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: { executablePath, args: [...args], env: { ...ownEnv, ...env } },
      },
    },
    ...(firefox === undefined ? [] : [firefoxProject(firefox)]),
  ],
  webServer: [
    { command: `./node_modules/.bin/vite preview --strictPort --port ${port}`, cwd: root, url: address },
    ...(firefox === undefined
      ? []
      : [{ command: `node tests/e2e/firefox/servePage.mjs ${port + 1}`, cwd: root, url: firefoxAddress }]),
  ],
});

function firefoxProject(program: string): Project {
  return {
    name: 'firefox',
    // What is compared picture by picture needs one browser; it takes its time.
    testIgnore: /(fastKeys|drawnTogether|figure)\.spec\.ts$/,
    // The policy is left out for Firefox (see servePage.mjs); that it holds is tested in Chromium and in WebKit.
    grepInvert: /talks to its own server only/,
    use: {
      browserName: 'firefox',
      channel: 'moz-firefox',
      baseURL: firefoxAddress,
      launchOptions: {
        executablePath: firefoxRelay,
        env: { ...ownEnv, FIREFOX_BIN: program },
      },
    },
  };
}
