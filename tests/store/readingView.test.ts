import { describe, expect, it } from 'vitest';
import { sayParameter } from '#detach/parameterWords.ts';
import { presets } from '#detach/presets.ts';
import { parameterNames, parameters } from '#detach/variant.ts';
import { reading, sessionOptions } from '#store/readingView.ts';
import { walkAt } from './walkAt.ts';

function choices(store: ReturnType<typeof walkAt>) {
  return reading(store.getState()).groups.flatMap((group) => group.choices);
}

describe('the reading in view', () => {
  it('is each preset, with nothing marked', () => {
    const store = walkAt();
    for (const { name } of presets) {
      store.getState().choosePreset(name);
      expect(reading(store.getState())).toMatchObject({ isPreset: true, preset: { name } });
      expect(choices(store).filter(({ presetHas }) => presetHas !== undefined)).toEqual([]);
    }
  });

  it('marks what differs from the nearest preset, with what that has, and nothing else', () => {
    const store = walkAt();
    store.getState().choosePreset('rfc-practice');
    store.getState().setParameters({ unknownBinding: 'ignore' });
    expect(reading(store.getState())).toMatchObject({ isPreset: false, preset: { name: 'rfc-practice' } });
    const marked = choices(store).filter(({ presetHas }) => presetHas !== undefined);
    expect(marked.map(({ name, value, presetHas }) => [name, value, presetHas])).toEqual([
      ['unknownBinding', 'ignore', 'BA, status 133'],
    ]);
    store.getState().choosePreset(reading(store.getState()).preset.name);
    expect(reading(store.getState()).isPreset).toBe(true);
  });

  it('offers every value that the parameter can have, each under words of its own', () => {
    for (const choice of choices(walkAt())) {
      const name = parameterNames.find((each) => each === choice.name);
      const known = name === undefined ? [] : parameters[name].map(String);
      expect(choice.values.map(({ value }) => value).sort()).toEqual([...known].sort());
      expect(new Set(choice.values.map(({ words }) => words)).size, choice.name).toBe(known.length);
    }
  });

  it('shows no value by the name that it has in the code', () => {
    for (const name of parameterNames) {
      for (const value of parameters[name]) expect(sayParameter(name, value)).not.toMatch(/[a-z][A-Z]/);
    }
  });

  it('lists numbers by size', () => {
    const found = choices(walkAt()).find(({ name }) => name === 'maxRetransmissions');
    expect(found?.values.map(({ value }) => value)).toEqual(['0', '1', '2', '3']);
  });
});

describe('the options of the session', () => {
  it('can each be set to each value that is offered', () => {
    const store = walkAt();
    for (const { name, values } of sessionOptions(store.getState())) {
      for (const { value } of values) {
        store.getState().setOption(name, value);
        expect(store.getState().notice).toBeUndefined();
        expect(sessionOptions(store.getState()).find((each) => each.name === name)?.value).toBe(value);
      }
    }
  });

  it('leave the sequence number free', () => {
    const free = sessionOptions(walkAt().getState()).filter(({ values }) => values.length === 0);
    expect(free.map(({ name }) => name)).toEqual(['sequenceNumber']);
  });
});
