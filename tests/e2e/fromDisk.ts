/** A saved page, opened from disk. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';

const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/i;

/** Opens the file at `path`. In Firefox it is without its policy, as the served page is there (see servePage.mjs). */
export async function openFromDisk(page: Page, path: string): Promise<void> {
  if (page.context().browser()?.browserType().name() === 'firefox') {
    writeFileSync(path, readFileSync(path, 'utf8').replace(policy, ''));
  }
  await page.goto(pathToFileURL(path).href);
}
