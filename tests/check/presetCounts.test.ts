/**
 * The size of each preset's space, pinned: the interpreter (packedSearch.test.ts) and SPIN (tests/proof/spin) count the same.
 * A rule that is changed changes these; say in the commit why.
 */
import { describe, expect, it } from 'vitest';
import { checkReading } from '#check/checkReading.ts';
import { findPreset, presets, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';

type Counts = readonly [states: number, transitions: number, depth: number, ends: number];

const worse = { loss: 2, duplication: 1 } as const;
const two = { pdnConnections: 2, secondPdn: 'detaching' } as const;

const pinned: Readonly<Record<string, { readonly usual: Counts; readonly worse: Counts; readonly two: Counts }>> = {
  'as-tabled': { usual: [548, 872, 17, 26], worse: [6_086, 13_265, 21, 104], two: [147_781, 401_812, 29, 288] },
  'before-this-paper': { usual: [11, 11, 5, 2], worse: [68, 114, 9, 6], two: [81, 134, 8, 2] },
  'words-alone': { usual: [175, 290, 7, 42], worse: [1_341, 3_444, 9, 166], two: [27_733, 78_790, 13, 704] },
  'rfc-practice': { usual: [66, 97, 8, 4], worse: [659, 1_472, 12, 12], two: [3_065, 6_914, 15, 8] },
  'ts-24.303': { usual: [80, 108, 9, 7], worse: [892, 1_797, 14, 24], two: [3_813, 8_146, 17, 24] },
  repaired: { usual: [66, 96, 8, 4], worse: [663, 1_462, 12, 12], two: [2_947, 6_612, 15, 8] },
  'i-wlan': { usual: [67, 99, 7, 5], worse: [690, 1_606, 11, 16], two: [3_023, 6_968, 13, 12] },
};

function countsOf(name: string, set: Partial<Variant>): Counts {
  const preset = findPreset(name);
  if (preset === undefined) throw new Error(`there is no preset ${name}`);
  const report = checkReading({ ...presetVariant(preset), ...set });
  expect(report.termination).toEqual({ type: 'every run ends' });
  expect(report.broken).toBeUndefined();
  return [report.states, report.transitions, report.depth, report.ends];
}

describe('states, transitions, depth and ends', () => {
  it('are pinned for every preset', () => expect(Object.keys(pinned)).toEqual(presets.map(({ name }) => name)));

  for (const [name, counts] of Object.entries(pinned)) {
    it(`${name}: at most one loss`, () => expect(countsOf(name, {})).toEqual(counts.usual));
    it(`${name}: two losses, one copy`, () => expect(countsOf(name, worse)).toEqual(counts.worse));
    it(`${name}: two PDN connections that both detach`, () => expect(countsOf(name, two)).toEqual(counts.two));
  }
});
