import { describe, expect, it } from 'vitest';
import { searchReading } from '#check/checkReading.ts';
import { searchToEnd } from '#check/checkReport.ts';
import { finish } from '#check/longWork.ts';
import type { Checked, SentenceWorth } from '#check/sentenceWorth.ts';
import { sentenceWorths, worthOf } from '#check/sentenceWorth.ts';
import { sayBeside, sayWorth } from '#check/worthWords.ts';
import type { PresetName } from '#detach/presets.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import { defaultVariant } from '#detach/variant.ts';
import { requirements } from '#spec/requirements.ts';

function worths(name: PresetName): ReadonlyMap<string, SentenceWorth> {
  const preset = findPreset(name);
  if (preset === undefined) throw new Error(`there is no preset ${name}`);
  return new Map(finish(sentenceWorths(presetVariant(preset))).map((each) => [each.id, each]));
}

const bound = 'with at most 1 loss and no duplication';

function words(worth: SentenceWorth | undefined): string | undefined {
  return worth === undefined ? undefined : sayWorth(worth, bound);
}

function failing(worth: SentenceWorth | undefined) {
  return worth?.fails.map(({ property }) => property);
}

describe('what a sentence is worth in RFC practice, where nothing fails with all of them', () => {
  const found = worths('rfc-practice');

  // The BU is answered, the binding stays; the SAs go with the DELETE: one event before the UE is detached.
  it('without the binding deleted, it outlives its SAs and the detach', () => {
    const worth = found.get('R-8.4.3.3-1');
    expect(failing(worth)).toEqual(['P3', 'P4', 'P4n', 'P6', 'P12', 'P14']);
    const run = (id: string) => worth?.fails.find(({ property }) => property === id)?.run;
    expect(run('P6')).toEqual([
      'detach buThenDelete',
      'deliver bindingUpdate',
      'deliver bindingAck:0',
      'deliver deleteRequest',
    ]);
    expect(run('P4')).toHaveLength(5);
  });

  it('without the DELETE both sides keep their SAs', () => {
    const worth = found.get('R-8.4.3.2-4');
    expect(failing(worth)).toEqual(expect.arrayContaining(['P2', 'P3']));
    expect(worth?.leaks).toContain("the PDN GW's IKE SA is there");
  });

  it('without Protocol ID 1 the payload SA of the UE stays; without the IKE SA closed that of the PDN GW', () => {
    expect(found.get('R-8.4.3.2-5')?.leaks).toEqual(["the UE's payload ESP SA pair is there"]);
    expect(found.get('R-8.4.3.3-3')?.leaks).toEqual(["the PDN GW's IKE SA is there"]);
    expect(words(found.get('R-8.4.3.3-3'))).toBe(
      'Without it this fails: At rest the PDN GW holds nothing of the session any more; No leak: at rest nothing of the session is left anywhere.',
    );
  });

  it('the first BA is not needed for these claims: the next BU draws another', () => {
    expect(found.get('R-8.4.3.3-2')).toMatchObject({ changes: true, fails: [], leaks: [] });
    expect(words(found.get('R-8.4.3.3-2'))).toBe(`No claim needs it, ${bound}.`);
  });

  it('a sentence that no rule rests on may still be what is asked for', () => {
    expect(found.get('R-8.4.3.1-3')).toMatchObject({ rules: [], claims: ['P7'], changes: false });
    expect(words(found.get('R-8.4.3.1-3'))).toBe(
      'No rule of this reading rests on it; a claim asks for it: The access connectivity of the UE stays.',
    );
    expect(found.get('D-5')?.claims).toEqual(['P9']);
    expect(found.get('R-8.4.3.3-1')?.claims).toEqual(['P3', 'P4', 'P4n', 'P5u', 'P6']);
  });

  it('a sentence that neither a rule nor a property of the reading rests on is tested by nothing', () => {
    // The notification is named here: the note that leaves it open is not used.
    expect(found.get('R-8.4.3.3-5')).toMatchObject({ rules: [], changes: false });
    expect(words(found.get('R-8.4.3.3-5'))).toBe(
      'Nothing tests it: no rule of this reading rests on it, and no claim asks for it.',
    );
  });
});

describe('what a sentence is worth where claims fail with it already', () => {
  const found = worths('as-tabled');

  it('they fail on a shorter run without it, and what is left besides is named', () => {
    const worth = found.get('R-8.4.3.3-1');
    expect(failing(worth)).toEqual([]);
    const sooner = worth?.sooner.find(({ property }) => property === 'P4');
    expect(sooner).toMatchObject({ lengthBefore: 6 });
    expect(sooner?.run).toHaveLength(5);
    expect(found.get('R-8.4.3.3-3')?.leaks).toEqual(["the PDN GW's IKE SA is there"]);
  });

  it('no claim is said not to need it where those that rest on it fail already', () => {
    for (const [id, worth] of found) {
      const allFail = worth.asks.length > 0 && worth.asks.every(({ fails }) => fails);
      if (allFail) expect(sayBeside(worth, bound), id).not.toContain('No claim needs it');
      if (worth.asks.length > 0) expect(sayBeside(worth, bound), id).not.toContain('Nothing tests it');
    }
    // P14 rests on it, and fails with it.
    expect(words(found.get('D-2'))).toBe(
      'No rule of this reading rests on it; a claim asks for it: No leak: at rest nothing of the session is left anywhere.',
    );
  });

  it('what a sentence spoils is told, too', () => {
    // Without a DELETE nothing happens too early.
    expect(found.get('R-8.4.3.2-4')?.mends).toEqual(expect.arrayContaining(['P5u', 'P6']));
    // Without it no UE is ever detached: P4 and P4n hold of nothing, and that mends nothing.
    expect(found.get('R-8.4.3.1-5')?.mends).toEqual([]);
  });
});

describe('what goes wrong without a sentence that no property says', () => {
  const variant = defaultVariant;
  const { system, search } = searchReading(variant);
  const report = searchToEnd(system, search);
  const before: Checked = { system, search, report };
  const base = {
    id: 'R-8.4.3.2-1',
    title: 'one',
    clause: '8.4.3.2',
    force: 'shall',
    rules: ['ue.detach'],
    claims: [],
    asks: [],
  } as const;
  const worthWith = (check: () => Checked) => worthOf(base, before, check, propertiesOf(system.parts));

  it('two rules answer to one event', () => {
    const worth = worthWith(() => {
      throw new Error('two rules answer to "timer bindingUpdate", ue.bindingUpdate.giveUp is one');
    });
    expect(worth).toMatchObject({ changes: true, fails: [] });
    expect(worth.trouble).toBe(
      'Without it the rules contradict each other: two rules answer to "timer bindingUpdate", ue.bindingUpdate.giveUp is one.',
    );
  });

  it('a rule asks for what cannot be, or a run never ends', () => {
    const broken = { rule: 'ue.detach', reason: 'a queue overflows', run: [] };
    expect(words(worthWith(() => ({ ...before, report: { ...report, broken } })))).toBe(
      'Without it the rule ue.detach asks for what cannot be: a queue overflows.',
    );
    const termination = { type: 'cycle', lead: [], circle: ['heal'] } as const;
    expect(words(worthWith(() => ({ ...before, report: { ...report, termination } })))).toBe(
      'Without it some run never ends.',
    );
  });

  it('nothing: the same states and the same runs', () => {
    expect(worthWith(() => before)).toMatchObject({ changes: false });
    expect(words(worthWith(() => before))).toMatch(/^Nothing tests it: without it there are the same states/);
  });
});

describe('the table', () => {
  it('has every sentence, in the order of the contribution, one step each', () => {
    const steps = [...sentenceWorths(defaultVariant)];
    expect(steps.map(({ latest }) => latest.id)).toEqual(requirements.map(({ id }) => id));
    expect(steps.at(-1)).toMatchObject({ done: requirements.length, of: requirements.length });
    expect(structuredClone(steps)).toEqual(steps);
  });

  it('is not finished where the bound is reached, and does not say then that nothing fails', () => {
    const [first] = finish(sentenceWorths(defaultVariant, { limits: { states: 40 } })).filter(
      ({ rules }) => rules.length > 0,
    );
    expect(words(first)).toMatch(/^Not finished after \d+ states without it/);
  });
});
