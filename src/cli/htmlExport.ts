/** The run as one HTML file with the app around it: the page that the build makes for it, with what an address would name in it. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pageWith } from '#report/htmlPage.ts';
import { namesOfRun } from '#report/runNames.ts';
import type { RunRequest } from './runRequest.ts';
import { savedRun } from './savedRun.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = new URL('../../dist/one.html', import.meta.url);

/** It opens at the run's start. @throws {Error} if the page is not there and cannot be built. */
export async function htmlExport(request: RunRequest): Promise<string> {
  return pageWith(await builtPage(), { run: namesOfRun(savedRun(request, 0)) });
}

/** As the last build has left it; without one it is built now, which takes some seconds. */
async function builtPage(): Promise<string> {
  try {
    return await readFile(page, 'utf8');
  } catch {
    const vite = `${root}node_modules/vite/bin/vite.js`;
    const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root });
    if (status !== 0) throw new Error(`the page could not be built: ${String(stderr).trim()}`);
    return readFile(page, 'utf8');
  }
}
