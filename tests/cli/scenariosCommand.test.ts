import { describe, expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { lz } from './inProcess.ts';

describe('lz scenarios', () => {
  it('--json lists name, title and look of each, the two procedures first, and nothing else', async () => {
    const { code, output, error } = await lz(['scenarios', '--json']);
    const list = JSON.parse(output) as Record<string, string>[];
    expect([code, error]).toEqual([0, '']);
    expect(list.map(({ name }) => name)).toEqual(scenarios.map(({ name }) => name));
    expect(list.slice(0, 3).map(({ name }) => name)).toEqual(['ue-initiated', 'network-initiated', 'h-01']);
    for (const each of list) {
      expect(Object.keys(each)).toEqual(['name', 'title', 'look']);
      expect(Object.values(each).every((text) => text.trim() !== '')).toBe(true);
    }
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  });

  it('as text gives each name at the start of a line, and what no run can show, in 100 columns', async () => {
    const { output } = await lz(['scenarios']);
    const lines = output.trimEnd().split('\n');
    for (const { name } of scenarios) expect(lines.filter((line) => line.startsWith(`${name} `))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('H-27 '))).toEqual([expect.stringContaining('No run can show')]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
