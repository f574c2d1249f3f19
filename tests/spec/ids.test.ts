import { describe, expect, it } from 'vitest';
import { candidates, ffsPoints } from '#spec/ffs.ts';
import { gaps } from '#spec/gaps.ts';
import { hazards } from '#spec/hazards.ts';
import { ikeRules } from '#spec/ikeRules.ts';
import { milestones } from '#spec/milestones.ts';
import { mobileIpRules } from '#spec/mobileIpRules.ts';
import { requirements } from '#spec/requirements.ts';
import { revocationRules } from '#spec/revocationRules.ts';
import { rfcRules } from '#spec/rfcRules.ts';

const ids = (list: readonly { readonly id: string }[]) => list.map((one) => one.id);
const numbered = (prefix: string, count: number, width = 1) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(width, '0')}`);

describe('the ids are those of the fact sheet, each once', () => {
  it('has the 20 requirements and the 6 points of the discussion, in the order of the text', () => {
    expect(ids(requirements)).toEqual([
      ...numbered('D-', 6),
      'R-8.4.3-1',
      ...numbered('R-8.4.3.1-', 7),
      ...numbered('R-8.4.3.2-', 7),
      ...numbered('R-8.4.3.3-', 5),
    ]);
    expect(requirements.map((one) => one.order)).toEqual(requirements.map((_, index) => index + 1));
  });

  it.each([
    ['M', mobileIpRules, numbered('M-', 22)],
    ['K', ikeRules, numbered('K-', 20)],
    ['B', revocationRules, numbered('B-', 8)],
    ['A', gaps, numbered('A', 15)],
    ['C', candidates, numbered('C-', 13)],
    ['FFS', ffsPoints, numbered('FFS-', 3)],
    ['H', hazards, numbered('H-', 40, 2)],
    ['milestones', milestones, ['de-registered', 'detached']],
  ])('%s is complete', (_, list, expected) => {
    expect(ids(list)).toEqual(expected);
  });

  it('joins all RFC rules', () => {
    expect(rfcRules).toHaveLength(22 + 20 + 8);
  });
});

describe('requirements', () => {
  const withForce = (force: string) => ids(requirements.filter((one) => one.force === force));

  it('are the ten "shall" of the change text and no more', () => {
    expect(withForce('shall')).toEqual(['R-8.4.3.1-7', ...numbered('R-8.4.3.2-', 5), ...numbered('R-8.4.3.3-', 4)]);
  });

  it('are FFS where an editor says so', () => {
    expect(withForce('FFS')).toEqual(['R-8.4.3.2-6', 'R-8.4.3.2-7', 'R-8.4.3.3-5']);
  });

  it('rest on the discussion only if they are D-..', () => {
    expect(withForce('discussion only')).toEqual(numbered('D-', 6));
  });

  it.each(requirements.map((one) => [one.id, one] as const))('%s stands in the part that its id says', (id, one) => {
    const clause = id.startsWith('D-') ? 'Discussion' : id.slice(2, id.lastIndexOf('-'));
    const place = {
      Discussion: 'discussion',
      '8.4.3': "editor's note",
      '8.4.3.1': 'general',
      '8.4.3.2': 'ue',
      '8.4.3.3': 'pdnGw',
    }[clause];
    expect(one).toMatchObject({ clause, place });
  });
});
