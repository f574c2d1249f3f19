import { describe, expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { readVariant } from '#detach/variant.ts';
import { candidates } from '#spec/ffs.ts';
import { requirements } from '#spec/requirements.ts';
import { basesInView, choicesOf, clauseTexts, iWlanContrast } from '#store/clauseView.ts';
import { sentenceInView } from '#store/view.ts';
import { walkAt } from './walkAt.ts';

describe('the running text', () => {
  it('has every sentence once, the discussion part last', () => {
    expect(clauseTexts.at(-1)?.clause).toBe('Discussion');
    const shown = clauseTexts.flatMap(({ sentences }) => sentences.map(({ id }) => id));
    expect([...shown].sort()).toEqual(requirements.map(({ id }) => id).sort());
  });

  it('lights the sentence that the closed form shows, or says where it stands, at every step of every scenario', () => {
    const ids = new Set<string>(requirements.map(({ id }) => id));
    let elsewheres = 0;
    for (const { name } of scenarios) {
      const store = walkAt({ scenario: name });
      for (let step = 0; step <= store.getState().run.trace.steps.length; step++) {
        store.getState().jump(step);
        const { main, elsewhere } = basesInView(store.getState());
        const { id } = sentenceInView(store.getState());
        expect(main).toBe(id);
        expect(elsewhere?.id).toBe(ids.has(id) ? undefined : id);
        if (elsewhere !== undefined) elsewheres += 1;
      }
    }
    expect(elsewheres).toBeGreaterThan(0);
  });

  it('does not count what is written for properties only', () => {
    let observed = 0;
    for (const { name } of scenarios) {
      const store = walkAt({ scenario: name });
      for (const step of store.getState().run.trace.steps) {
        store.getState().jump(step.step);
        const counted = step.effects.filter((each) => !(each.type === 'changed' && each.field.role === 'observer'));
        observed += step.effects.length - counted.length;
        const expected = new Set(counted.flatMap((each) => ('basis' in each ? [each.basis] : [])));
        expect(basesInView(store.getState()).all).toEqual(expected);
      }
    }
    expect(observed).toBeGreaterThan(0);
  });
});

describe('the candidate answers', () => {
  it('that are modelled set parameters that exist, and change the reading', () => {
    const modelled = candidates.filter((each) => each.modelled !== null);
    expect(modelled.length).toBeGreaterThan(0);
    for (const { id, modelled: note } of modelled) {
      const choices = choicesOf(note);
      expect(choices, id).toHaveLength(String(note).split(',').length);
      expect(readVariant(Object.fromEntries(choices)).ok, id).toBe(true);
    }
  });

  it('that are not modelled set nothing', () => {
    expect(choicesOf(null)).toEqual([]);
  });
});

it('lays out the contrast with I-WLAN in scenarios that exist', () => {
  const names = new Set(scenarios.map(({ name }) => name));
  for (const { runs, sentence } of iWlanContrast.rows) {
    expect(sentence).not.toBe('');
    for (const run of runs) expect(names).toContain(run);
  }
});
