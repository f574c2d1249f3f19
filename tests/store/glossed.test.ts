import { describe, expect, it } from 'vitest';
import { glossary } from '#spec/glossary.ts';
import { glossed, shortForms } from '#store/glossed.ts';

const explained = (...texts: readonly string[]) =>
  glossed(texts).map((parts) => parts.filter(({ words }) => words !== undefined).map(({ text }) => text));

describe('abbreviations in texts', () => {
  it('are found whole, in the plural too, and not within other words', () => {
    expect(explained('IKE SA, ESP SAs')).toEqual([['IKE SA', 'ESP', 'SAs']]);
    expect(explained('PDN over S2c (HoA), BU/BA')).toEqual([['PDN', 'S2c', 'HoA', 'BU', 'BA']]);
    expect(explained('T-BU runs out at the SABRE, UEFA')).toEqual([[]]);
  });

  it('are explained where they come first', () => {
    expect(explained('The UE sends a BU.', 'The UE waits for the BA; the UE')).toEqual([['UE', 'BU'], ['BA']]);
  });

  it('leave the text as it was', () => {
    for (const text of ['', 'no', 'UE', 'The UE, the PDN GW and the IKE SAs.', ...glossary.map((each) => each.meaning)])
      expect(
        glossed([text])[0]
          ?.map((part) => part.text)
          .join(''),
      ).toBe(text);
  });

  it('all stand in the glossary', () => {
    for (const { abbreviation } of glossary) expect(explained(abbreviation)).toEqual([[abbreviation]]);
  });

  it('are listed once, by the alphabet, where nothing can be pointed at', () => {
    expect(shortForms(['The UE sends a BU.', 'IKE SAs and the UE'])).toEqual([
      { name: 'BU', expansion: 'Binding Update' },
      { name: 'IKE SA', expansion: 'IKE security association' },
      { name: 'UE', expansion: 'user equipment' },
    ]);
  });
});
