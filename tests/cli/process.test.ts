/** The real program, started as `npm run lz` starts it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { lz } from './inProcess.ts';

const program = fileURLToPath(new URL('../../src/cli/lz.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lz-'));
afterAll(() => rmSync(folder, { recursive: true }));

function start(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: status, output: stdout, error: stderr };
}

describe('the program', { timeout: 60_000 }, () => {
  it.each([
    { args: ['scenarios', '--json'] },
    { args: ['run', '--scenario', 'network-initiated'] },
    { args: ['run', '--scenario', 'h-03', '--json'] },
    { args: ['run', '--help'] },
    { args: ['compare', 'as-tabled', 'repaired', '--scenario', 'ue-initiated', '--json'] },
  ])('$args prints what it says in process, from any folder', async ({ args }) => {
    expect(start(args)).toEqual(await lz(args));
  });

  it('reads a file and standard input', () => {
    writeFileSync(join(folder, 'run.txt'), 'detach buThenDelete\n');
    const fromFile = start(['run', '--events', 'run.txt']);
    expect(fromFile.code).toBe(0);
    expect(start(['run', '--events', '-'], 'detach buThenDelete')).toEqual(fromFile);
  });

  it('ends with 1 where a property fails, and answers a batch from standard input', () => {
    expect(start(['check', '--property', 'P4']).code).toBe(1);
    expect(start(['check', '--property', 'P7']).code).toBe(0);
    const { code, output } = start(['check', '--batch', '-', '--json'], '{}\n{"loss": 0}\n');
    expect([code, output.trimEnd().split('\n').length]).toEqual([0, 2]);
  });

  it('ends with 2 and one line on bad input', () => {
    const missing = start(['run', '--events', 'none.txt']);
    expect(missing).toEqual({ code: 2, output: '', error: 'lz: cannot read "none.txt": there is no such file\n' });
    const folderGiven = start(['run', '--events', '.']);
    expect(folderGiven).toEqual({ code: 2, output: '', error: 'lz: cannot read ".": it is a folder\n' });
  });

  it('prints what fits of a run that does not fit, and ends with 2', () => {
    const { code, output, error } = start(['run', '--events', '-', '--json'], 'detach buThenDelete, detach buOnly');
    expect(code).toBe(2);
    expect((JSON.parse(output) as { steps: unknown[] }).steps).toHaveLength(1);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });
});
