/** The run as one HTML file with the app around it: the page that the build makes for it, with what an address would name in it. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { scenarios, scenarioVariant } from '#detach/scenario.ts';
import { differences } from '#detach/variant.ts';
import { pageWith } from '#report/htmlPage.ts';
import { writePatches } from '#session/patch.ts';
import { timingPairs } from '#session/timingText.ts';
import type { RunRequest } from './runRequest.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = new URL('../../dist/one.html', import.meta.url);

/** @throws {Error} if the page is not there and cannot be built. */
export async function htmlExport(request: RunRequest): Promise<string> {
  return pageWith(await builtPage(), { run: namesOf(request) });
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

/** Names and values of an address that opens the run at its start. */
function namesOf(request: RunRequest): Readonly<Record<string, string>> {
  const { scenario, variant, options, timing, without, fit, patches } = request;
  const named = scenario ?? scenarios[0];
  const set = named === undefined ? [] : differences(scenarioVariant(named), variant);
  const pairs = (values: readonly (readonly [string, unknown])[]) => values.map(([name, value]) => `${name}:${value}`);
  return {
    ...(named === undefined ? {} : { scenario: named.name }),
    ...(scenario === undefined ? { start: 'usual' } : {}),
    ...(set.length === 0 ? {} : { set: pairs(set.map((name) => [name, variant[name]])).join(',') }),
    session: pairs(Object.entries(options)).join(','),
    timing: pairs(timingPairs(timing)).join(','),
    ...(without === undefined ? {} : { without }),
    events: fit.trace.steps.map(({ event }) => event.text).join(','),
    ...(patches.length === 0 ? {} : { patch: writePatches(patches) }),
  };
}
