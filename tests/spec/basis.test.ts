import { describe, expect, it } from 'vitest';
import { type BasisId, basisIds, describeBasis, isBasisId } from '#spec/basis.ts';
import { candidates, ffsPoints } from '#spec/ffs.ts';
import { gaps } from '#spec/gaps.ts';
import { ipsecFacts } from '#spec/ipsecFacts.ts';
import { stageTwoFacts, ts24303Facts, wlanFacts } from '#spec/laterTexts.ts';
import { localChoices } from '#spec/localChoices.ts';
import { networkFacts } from '#spec/networkFacts.ts';
import { requirements } from '#spec/requirements.ts';
import { rfcRules } from '#spec/rfcRules.ts';
import { confidenceWords, forceWords } from '#spec/source.ts';

describe('describeBasis', () => {
  it('knows every sentence of the layer once', () => {
    const lists = [
      requirements,
      rfcRules,
      gaps,
      ffsPoints,
      candidates,
      ipsecFacts,
      stageTwoFacts,
      ts24303Facts,
      wlanFacts,
      localChoices,
      networkFacts,
    ];
    const all = lists.flatMap((list) => list.map((one) => one.id));
    expect([...basisIds].sort()).toEqual([...all].sort());
    expect(new Set(basisIds).size).toBe(basisIds.length);
  });

  it.each(basisIds.map((id) => [id]))('%s is described in full', (id) => {
    const description = describeBasis(id);
    expect(description.id).toBe(id);
    for (const words of [description.title, description.clause, description.text]) {
      expect(words.trim()).toBe(words);
      expect(words).not.toBe('');
    }
    expect(Object.keys(forceWords)).toContain(description.force);
    expect(Object.keys(confidenceWords)).toContain(description.confidence);
    expect(description.title).not.toMatch(/\.$/);
    expect(description.title.length).toBeLessThanOrEqual(48);
  });

  it('has no two sentences alike', () => {
    expect(new Set(basisIds.map((id) => describeBasis(id).text)).size).toBe(basisIds.length);
    expect(new Set(basisIds.map((id) => describeBasis(id).title)).size).toBe(basisIds.length);
  });

  it.each([
    ['R-8.4.3.2-1', 'TR 24.801 8.4.3.2', 'shall', 'read'],
    ['R-8.4.3.1-3', 'TR 24.801 8.4.3.1', 'descriptive', 'read'],
    ['D-5', 'contribution to TR 24.801, discussion part', 'discussion only', 'read'],
    ['M-18', 'RFC 3775 11.8', 'cited RFC', 'quoted'],
    ['K-5', 'RFC 4306 2.1', 'cited RFC', 'read'],
    ['K-17', 'RFC 5996 2.21.4', 'text is silent', 'read'],
    ['M-15', 'Mobile IPv6 textbook', 'text is silent', 'code'],
    ['B-5', 'RFC 5846', 'FFS', 'unconfirmed'],
    ['A12', 'TR 24.801 8.4.3, unsaid', 'text is silent', 'read'],
    ['FFS-1', "TR 24.801 8.4.3, editor's note", 'FFS', 'read'],
    ['FFS-3', "TR 24.801 8.4.3, editor's note", "editor's note", 'read'],
    ['IPSEC-3', 'RFC 4303 3.4.3', 'cited RFC', 'unconfirmed'],
    ['S2-1', 'TS 23.402 6.5.2', 'text is silent', 'secondary'],
    ['T-3', 'TS 24.303 5.4', 'text is silent', 'unconfirmed'],
    ['L-1', 'our choice', 'text is silent', 'our choice'],
    ['NET-1', 'our choice', 'text is silent', 'our choice'],
  ] as const)('%s cites %s with the force "%s"', (id, clause, force, confidence) => {
    expect(describeBasis(id)).toMatchObject({ clause, force, confidence });
  });

  it('refuses what is no basis', () => {
    expect(isBasisId('R-8.4.3.2-1')).toBe(true);
    expect(isBasisId('R-8.4.3.2-8')).toBe(false);
    expect(isBasisId('constructor')).toBe(false);
    expect(() => describeBasis('X-1' as BasisId)).toThrow('X-1');
  });
});
