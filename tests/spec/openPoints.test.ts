import { describe, expect, it } from 'vitest';
import { parameters as readingParameters } from '#detach/variant.ts';
import { acknowledgementEffects, candidates, ffsPoints } from '#spec/ffs.ts';
import { gaps } from '#spec/gaps.ts';
import { hazards, lackOf } from '#spec/hazards.ts';
import { requirements } from '#spec/requirements.ts';

/** The parameters of a reading with the values they may take; null: a number. */
const parameters: Readonly<Record<string, readonly string[] | null>> = Object.fromEntries(
  Object.entries(readingParameters).map(([name, values]) => [
    name,
    values.some((value) => typeof value === 'number') ? null : values.map(String),
  ]),
);

describe('gaps', () => {
  it('name only parameters of a reading', () => {
    expect(gaps.flatMap((gap): readonly string[] => gap.readings).filter((name) => !(name in parameters))).toEqual([]);
  });

  it('are settled or open as the cited RFCs have it', () => {
    const settled = gaps.filter((gap) => gap.settledBy === 'cited RFC');
    expect(settled.map((gap) => gap.id)).toEqual(['A2', 'A3', 'A4', 'A6', 'A11', 'A13']);
    for (const gap of settled) expect(gap.filled).toMatch(/RFC (3775|4306)/);
  });

  it('leave the order and the binding to a reading', () => {
    expect(gaps.find((gap) => gap.id === 'A1')?.readings).toEqual(['order']);
    expect(gaps.find((gap) => gap.id === 'A12')?.readings).toEqual(['deleteRemovesBinding']);
  });
});

describe('candidate answers', () => {
  it.each(candidates.map((one) => [one.id, one] as const))('%s has a flow and something for and against', (_, one) => {
    expect(one.flow.length).toBeGreaterThan(0);
    expect(one.for.length).toBeGreaterThan(0);
    expect(one.against.length).toBeGreaterThan(0);
  });

  it('are shown by a reading that exists', () => {
    const modelled = candidates.flatMap(({ id, modelled }) => (modelled === null ? [] : [{ id, modelled }]));
    expect(modelled.map((one) => one.id)).toEqual(['C-1', 'C-2', 'C-3', 'C-7', 'C-13']);
    for (const [name, value] of modelled.flatMap((one) => one.modelled.split(', ').map((part) => part.split('=')))) {
      expect(parameters[name ?? ''], `${name}`).toContain(value);
    }
  });

  it('weigh an acknowledgement both ways', () => {
    expect(Object.keys(acknowledgementEffects)).toEqual(['yes', 'no', 'either']);
  });
});

describe("points of the editor's notes", () => {
  it('between them raise every note of the text once', () => {
    const notes = requirements.filter((one) => one.force === 'FFS' || one.force === "editor's note");
    expect(ffsPoints.flatMap((one): readonly string[] => one.notes).sort()).toEqual(notes.map((one) => one.id).sort());
  });
});

describe('hazards', () => {
  it('name what the model lacks, and only a rekey cannot be shown', () => {
    const lacking = hazards.filter((one) => one.needs !== null);
    expect(lacking.map((one) => [one.id, one.needs])).toEqual([
      ['H-17', 'NAT rebinding'],
      ['H-18', 'NAT rebinding'],
      ['H-27', 'rekey'],
      ['H-34', 'AAA or PCRF'],
    ]);
    expect(lacking.filter((one) => lackOf(one.id)?.showable === false).map((one) => one.id)).toEqual(['H-27']);
    expect(lackOf('H-01')).toBeNull();
  });

  it('each concern something, and say it under a short title of their own', () => {
    for (const one of hazards) {
      expect(one.concerns.length, one.id).toBeGreaterThan(0);
      expect(one.title.length, one.id).toBeLessThanOrEqual(40);
    }
    expect(new Set(hazards.map((one) => one.title)).size).toBe(hazards.length);
  });

  it('count as a gap where the text has no rule', () => {
    const asGap = hazards.filter((one) => one.findingClass === 'gap').map((one) => one.id);
    expect(asGap).toEqual(['H-01', 'H-10', 'H-18', 'H-19', 'H-40']);
  });
});
