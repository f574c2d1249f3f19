/**
 * `npm run shots`: builds the page, and pictures its states in every size and look into `shots/`, with a contact sheet.
 *
 * `npm run shots -- --only TEXT` makes those alone whose name (`<state>-<size>-<look>`) contains TEXT; the others stay.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import '../.config/node20.ts';
import { findBrowser } from '../tests/e2e/findBrowser.ts';
import { root } from './prepare.mjs';
import { contactSheet } from './shots/contactSheet.mjs';
import { plain, sizes } from './shots/looks.mjs';
import { states } from './shots/states.mjs';

const { only } = parseArgs({ options: { only: { type: 'string', default: '' } } }).values;
const folder = join(root, 'shots');
const settingsKey = 'lifetime-zero.settings.1';
// More gain nothing on two cores.
const pagesAtOnce = 2;

const jobs = states.flatMap((state) =>
  sizes.flatMap((size) => {
    const looks = size.looks.filter((look) => fileOf(state, size, look).includes(only));
    return looks.length === 0 ? [] : [{ state, size, looks }];
  }),
);
if (jobs.length === 0) {
  console.error(`No picture has "${only}" in its name.`);
  process.exit(2);
}
if (only === '') rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const began = performance.now();
const outDir = join(root, 'node_modules', '.cache', 'shots');
await build({ root, logLevel: 'warn', build: { outDir } });
const server = await preview({ root, configFile: false, logLevel: 'warn', build: { outDir }, preview: { port: 0 } });
const address = server.resolvedUrls.local[0];
const { executablePath, args, env } = findBrowser();
const launch = (...more) =>
  chromium.launch({ executablePath, args: [...args, ...more], env: { ...process.env, ...env } });
const browser = await launch();
// The size of text that a reader has chosen belongs to the whole browser.
const browserOfTextTwice = await launch('--blink-settings=defaultFontSize=32');

let count = 0;
const failures = [];
const waiting = [...jobs];
await Promise.all(
  Array.from({ length: pagesAtOnce }, async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await picture(job);
  }),
);
await browser.close();
await browserOfTextTwice.close();
await server.close();

const onDisk = states.flatMap((state) =>
  sizes.flatMap((size) =>
    size.looks
      .map((look) => ({ state: state.name, look: `${size.name} ${look.name}`, file: fileOf(state, size, look) }))
      .filter(({ file }) => existsSync(join(folder, file))),
  ),
);
writeFileSync(join(folder, 'index.html'), contactSheet(onDisk, failures));
for (const failure of failures) console.error(failure);
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(`${count} pictures in ${seconds} s: shots/index.html`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Walks to a state in one size, and pictures it in each look. A state that cannot be reached is told, and the rest goes on. */
async function picture({ state, size, looks }) {
  const { width, height } = size;
  const context = await (size.textTwice ? browserOfTextTwice : browser).newContext({ viewport: { width, height } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    if (state.stored) {
      await page.addInitScript(
        ([key, value]) => window.localStorage.setItem(key, value),
        [settingsKey, JSON.stringify(state.stored)],
      );
    }
    await page.goto(addressOf(state));
    await page.getByRole('button', { name: 'Step', exact: true }).waitFor();
    await page.locator('.seqRows[aria-busy="false"]').first().waitFor({ state: 'attached' });
    await state.then?.(page);
    for (const look of looks) {
      await plain(page);
      await look.on(page);
      const path = join(folder, fileOf(state, size, look));
      await page.screenshot({ path, fullPage: look.whole === true, animations: 'disabled' });
      count++;
    }
  } catch (error) {
    failures.push(`${state.name}, ${size.name}: ${String(error).split('\n').slice(0, 3).join(' ')}`);
  } finally {
    await context.close();
  }
}

function addressOf({ query, at }) {
  return `${address}${query === undefined ? '' : `?${query}`}${at === undefined ? '' : `#${at}`}`;
}

function fileOf(state, size, look) {
  return `${state.name}-${size.name}-${look.name}.png`;
}
