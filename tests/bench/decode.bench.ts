/**
 * Decoding a large capture, all keys given: ours as a command, in Node alone, and in a worker of the browser, beside tshark on the same file.
 *
 * The file is the exports of every scenario, repeated. tshark writes the fields that ours writes, and once the few that a person would ask for.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_SUMMARIES } from '#shell/captureMessages.ts';
import { tsharkFieldNames } from '../proof/support/comparison.ts';
import type { Exported } from '../proof/support/exports.ts';
import { exportAll } from '../proof/support/exports.ts';
import { appendCaptures, capinfos, tsharkArguments } from '../proof/support/judges.ts';
import { type DecodePage, openDecodePage } from './support/decodePage.ts';

const frames = Number(process.env.BENCH_FRAMES ?? 100_000);
const rounds = Number(process.env.BENCH_COUNT ?? 3);
const command = fileURLToPath(new URL('../../src/cli/lz.mjs', import.meta.url));

let folder: string;
let large: Exported;
let page: DecodePage | undefined;
let count: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'decode-bench-'));
  // The first capture has all scenarios but those few that need other keys.
  const [first] = await exportAll({ access: 'trustedIpv6', suite: 'aesGcm16' }, folder);
  if (first === undefined) throw new Error('nothing was exported');
  const { capture, keys } = first;
  large = { capture: join(folder, 'large.pcapng'), keys };
  const once = framesIn(capture);
  appendCaptures(
    large.capture,
    Array.from({ length: Math.ceil(frames / once) }, () => capture),
  );
  count = framesIn(large.capture);
  page = await openDecodePage();
}, 600_000);
afterAll(async () => {
  await page?.close();
  rmSync(folder, { recursive: true, force: true });
});

function framesIn(capture: string): number {
  const number = /^Number of packets: +(\d+)$/m.exec(capinfos(capture))?.[1];
  if (number === undefined) throw new Error(`capinfos does not count the packets of ${capture}`);
  return Number(number);
}

/** Seconds of a program whose output is thrown away. @throws {Error} if it fails. */
function secondsOf(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const began = performance.now();
  const { status, error, stderr } = spawnSync(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', openSync('/dev/null', 'w'), 'pipe'],
  });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return (performance.now() - began) / 1000;
}

const tsharkSeconds = (fields: readonly string[]) => {
  const { args, env } = tsharkArguments(large.capture, large.keys, [
    '-T',
    'fields',
    ...fields.flatMap((f) => ['-e', f]),
  ]);
  return secondsOf('tshark', args, env);
};
const fewFields = ['frame.number', 'ipv6.src', 'ipv6.dst', 'mip6.mhtype', 'isakmp.exchangetype', 'esp.spi'];

const contests: Readonly<Record<string, () => number | Promise<number>>> = {
  'tshark, few fields': () => tsharkSeconds(fewFields),
  'tshark, the fields of --json': () => tsharkSeconds(tsharkFieldNames),
  'tshark, its own JSON': () => {
    const { args, env } = tsharkArguments(large.capture, large.keys, ['-T', 'json']);
    return secondsOf('tshark', args, env);
  },
  'lz decode, lines': () => secondsOf(process.execPath, [command, 'decode', large.capture, '--keys', large.keys]),
  'lz decode --json': () =>
    secondsOf(process.execPath, [command, 'decode', large.capture, '--keys', large.keys, '--json']),
  'worker in Chromium': async () => {
    const { seconds, listed } = await page!.decode(large);
    expect(listed).toBe(Math.min(count, MOST_SUMMARIES));
    // The list has a bound, and frames beyond it are not decoded: as long as it would have taken for all.
    return (seconds * count) / listed;
  },
};

test('decoding', async () => {
  const best: Record<string, number> = {};
  // Round after round, so that what else the machine does is shared by all.
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contests)) {
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, await run());
    }
  }
  const reference = best['tshark, the fields of --json'] ?? Number.NaN;
  const table = Object.fromEntries(
    Object.entries(best).map(([name, seconds]) => [
      name,
      {
        seconds: Number(seconds.toFixed(2)),
        'frames/s': Math.round(count / seconds),
        'of tshark': Number((reference / seconds).toFixed(1)),
      },
    ]),
  );
  console.log(`${count} frames, the best of ${rounds} rounds`);
  console.table(table);
}, 3_000_000);
