import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignLists } from '#check/alignLists.ts';
import type { AlignedRow } from '#check/alignRuns.ts';
import { alignScenario, alignTraces } from '#check/alignRuns.ts';
import type { PresetName } from '#detach/presets.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import { findScenario } from '#detach/scenario.ts';
import { toySystem } from '../model/toySystem.ts';
import { traced } from './toyProperties.ts';

function variantOf(name: PresetName) {
  const preset = findPreset(name);
  if (preset === undefined) throw new Error(`there is no preset ${name}`);
  return presetVariant(preset);
}

function scenarioOf(name: string) {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  return scenario;
}

/** Each row in short: "= 2", "a | b", "a |", "| b". */
function shorten(rows: readonly AlignedRow[]): readonly string[] {
  return rows.map((row) => {
    if (row.type === 'equal') return `= ${row.a.length}`;
    const [a, b] = ['a' in row ? row.a.event : '', 'b' in row ? row.b.event : ''];
    return `${a} | ${b}`.trim();
  });
}

describe('two lists', () => {
  const align = (a: string, b: string) => alignLists(a.length, b.length, (i, j) => Number(a[i] === b[j]));

  it('have a longest common subsequence', () => {
    const common = align('abcbdab', 'bdcaba').filter(({ a, b }) => a !== undefined && b !== undefined);
    expect(common).toHaveLength(4);
  });

  it('keep their order, and every place stands once', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const places = align(a, b);
        expect(places.flatMap((each) => (each.a === undefined ? [] : [each.a]))).toEqual([...a].map((_, i) => i));
        expect(places.flatMap((each) => (each.b === undefined ? [] : [each.b]))).toEqual([...b].map((_, i) => i));
        for (const each of places) {
          if (each.a !== undefined && each.b !== undefined) expect(a[each.a]).toBe(b[each.b]);
        }
      }),
    );
  });
});

describe('two runs of the toy', () => {
  const toy = toySystem();

  it('that are the same are one stretch, without a difference', () => {
    const run = traced(toy, 'ask', 'deliver question', 'deliver reply');
    const { rows, firstDifference } = alignTraces(run, run);
    expect(shorten(rows)).toEqual(['= 3']);
    expect(firstDifference).toBeUndefined();
  });

  it('what one has alone stands where it happened', () => {
    const [a, b] = [traced(toy, 'ask', 'deliver question', 'deliver reply'), traced(toy, 'ask', 'lose question')];
    const { rows, firstDifference } = alignTraces(a, b);
    expect(shorten(rows)).toEqual(['= 1', 'deliver question |', 'deliver reply |', '| lose question']);
    expect(firstDifference).toBe(1);
  });

  it('the same event that does not do the same is no part of a stretch', () => {
    const [a, b] = [traced(toy, 'ask', 'deliver question'), traced(toy, 'ask', 'hoarse', 'deliver question')];
    const { rows } = alignTraces(a, b);
    expect(shorten(rows)).toEqual(['= 1', '| hoarse', 'deliver question | deliver question']);
    const last = rows.at(-1);
    expect(last?.type === 'differs' && [last.a.did, last.b.did]).toEqual([
      ['sends reply'],
      ['cannot send reply: b cannot speak', 'discards it: b is hoarse'],
    ]);
  });
});

describe('one scenario on two readings', () => {
  it('is the same where the readings differ elsewhere', () => {
    const { rows, firstDifference } = alignScenario(
      scenarioOf('ue-initiated'),
      variantOf('as-tabled'),
      variantOf('ts-24.303'),
    );
    expect(shorten(rows)).toEqual(['= 5']);
    expect(firstDifference).toBeUndefined();
  });

  // As tabled the UE-initiated procedure follows the notification; in TS 24.303 only the DELETE does, sent with the BRA.
  it('the network-initiated detach: another notification, and no BU', () => {
    const aligned = alignScenario(scenarioOf('network-initiated'), variantOf('as-tabled'), variantOf('ts-24.303'));
    expect(shorten(aligned.rows)).toEqual([
      'orderDetach withAck | orderDetach',
      'deliver detachNotification buThenDelete | deliver bindingRevocationIndication',
      'deliver detachNotificationAck | deliver bindingRevocationAck:0',
      'deliver bindingUpdate |',
      'deliver bindingAck:0 |',
      '= 2',
    ]);
    expect(aligned.firstDifference).toBe(0);
    expect(aligned.skipped.a).toEqual([]);
    expect(aligned.skipped.b).toEqual([
      {
        at: 4,
        event: 'deliver bindingUpdate',
        reason: '"deliver bindingUpdate" is not possible here: no message "bindingUpdate" is in flight.',
      },
      {
        at: 5,
        event: 'deliver bindingAck:0',
        reason: '"deliver bindingAck:0" is not possible here: no message "bindingAck:0" is in flight.',
      },
    ]);
    expect(structuredClone(aligned)).toEqual(aligned);
  });

  it('the same event that also deletes the binding differs', () => {
    const aligned = alignScenario(scenarioOf('h-01'), variantOf('as-tabled'), {
      ...variantOf('as-tabled'),
      deleteRemovesBinding: 'yes',
    });
    const first = aligned.rows[aligned.firstDifference ?? -1];
    expect(first?.type === 'differs' && first.a.event).toBe('deliver deleteRequest');
    expect(first?.type === 'differs' && first.b.did).toContain("the PDN GW's binding is gone");
    expect(first?.type === 'differs' && first.a.did).not.toContain("the PDN GW's binding is gone");
  });
});
