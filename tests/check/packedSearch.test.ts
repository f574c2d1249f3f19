import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportOf, searchToEnd, withFields } from '#check/checkReport.ts';
import { PackedSearch } from '#check/packed/packedSearch.ts';
import type { Search, SearchResult } from '#check/search.ts';
import { boundsOf, detach } from '#detach/detach.ts';
import { propertiesOf } from '#detach/properties.ts';
import { defaultVariant } from '#detach/variant.ts';
import type { Condition } from '#model/condition.ts';
import { atLeast, both, is, isNot, lacks, not } from '#model/condition.ts';
import type { Property } from '#model/property.ts';
import type { State } from '#model/state.ts';
import { sameState } from '#model/state.ts';
import { System } from '#model/system.ts';
import { become } from '#model/update.ts';
import { readings } from '../detach/readings.ts';
import { randomSystem } from '../model/randomSystem.ts';
import type { ToyBasis, ToyOptions } from '../model/toySystem.ts';
import { counters, mood, toyDefinition, toySystem, voice } from '../model/toySystem.ts';
import { InterpretedSearch } from './interpretedSearch.ts';

const most = 6_000;

function toEnd(search: Search): SearchResult {
  while (!search.advance(1_000));
  return search.result();
}

/** All that two searches must agree on; of states that are equally near each may meet another first. */
function comparable(search: Search) {
  const { broken, properties, octets, termination, stuck, ...same } = toEnd(search);
  return {
    ...same,
    broken: broken === undefined ? undefined : search.wayTo(broken.state).length,
    termination: termination.type,
    stuck: { count: stuck.count, length: stuck.witness === undefined ? undefined : search.wayTo(stuck.witness).length },
    properties: properties.map(({ property, witness, ...rest }) => ({
      id: property.id,
      ...rest,
      length: witness === undefined ? undefined : search.wayTo(witness).length,
    })),
  };
}

function states(search: Search, count: number): readonly State[] {
  return Array.from({ length: count }, (_, number) => search.state(number));
}

function toyProperty(id: string, part: Pick<Property<ToyBasis>, 'modality' | 'claim' | 'premise'>): Property<ToyBasis> {
  return { id, title: id, meaning: id, basis: 'T-ask', ...part };
}

function toyProperties(options: ToyOptions = {}): readonly Property[] {
  const { asked, losses } = counters(options);
  return [
    toyProperty('content', { modality: 'sometimes', claim: is(mood, 'content', 'T-hear') }),
    toyProperty('ends', { modality: 'atRest', claim: isNot(mood, 'waiting', 'T-patience') }),
    toyProperty('patient', { modality: 'always', claim: isNot(mood, 'resigned', 'T-patience') }),
    toyProperty('heard', {
      modality: 'atRest',
      premise: lacks(voice, 'T-voice'),
      claim: not(both(is(mood, 'content', 'T-hear'), atLeast(asked, 2, 'T-ask'))),
    }),
    toyProperty('lossless', { modality: 'always', claim: is(losses, 0, 'T-lose') }),
  ];
}

/** "fewer than so many" */
function isBound(condition: Condition<ToyBasis>): boolean {
  return condition.type === 'compare' && condition.test === '<';
}

describe('the packed search finds what the interpreter finds', () => {
  for (const { name, variant } of readings) {
    it(name, () => {
      const system = detach(variant, boundsOf(variant));
      const properties = withFields(propertiesOf(system.parts));
      const interpreted = new InterpretedSearch(system, properties, { states: most });
      interpreted.advance(most);
      if (interpreted.result().stopped !== undefined) return;
      const packed = new PackedSearch(system, properties);
      expect(comparable(packed)).toEqual(comparable(interpreted));
    });
  }

  for (const options of [{}, { ordering: 'unordered' }, { most: 2, losses: 2, copies: 2 }] as const) {
    it(`on a system that is not detach: ${JSON.stringify(options)}`, () => {
      const system = toySystem(options);
      const properties = toyProperties(options);
      const [packed, interpreted] = [new PackedSearch(system, properties), new InterpretedSearch(system, properties)];
      expect(comparable(packed)).toEqual(comparable(interpreted));
      const { states: count } = packed.progress();
      const all = states(interpreted, count);
      for (const state of states(packed, count)) expect(all.some((each) => sameState(each, state))).toBe(true);
    });
  }

  it('on systems made by chance', () => {
    fc.assert(
      fc.property(randomSystem, (system) => {
        const interpreted = new InterpretedSearch(system, [], { states: 500 });
        interpreted.advance(500);
        if (interpreted.result().stopped !== undefined) return;
        expect(comparable(new PackedSearch(system, []))).toEqual(comparable(interpreted));
      }),
      { numRuns: 150 },
    );
  });

  it('from another start than the usual one', () => {
    const system = detach(defaultVariant, boundsOf(defaultVariant));
    const from = system.apply(system.initial, system.enabled(system.initial)[1] as never);
    const properties = propertiesOf(system.parts);
    expect(comparable(new PackedSearch(system, properties, {}, from))).toEqual(
      comparable(new InterpretedSearch(system, properties, {}, from)),
    );
  });
});

describe('every state is reached by the run that is shown for it', () => {
  it('in as-tabled, for every hundredth state', () => {
    const system = detach(defaultVariant, boundsOf(defaultVariant));
    const search = new PackedSearch(system, []);
    const { states: count } = toEnd(search);
    for (let number = 0; number < count; number += 100) {
      const way = search.wayTo(number);
      expect(way[0]).toBe(0);
      for (const [at, to] of way.slice(1).entries()) {
        const before = search.state(way[at] ?? -1);
        const next = system.enabled(before).map((event) => system.apply(before, event));
        expect(next.some((each) => sameState(each, search.state(to)))).toBe(true);
      }
    }
  });

  it('refuses a number that no state has', () => {
    const search = new PackedSearch(toySystem(), []);
    expect(() => search.state(1)).toThrow(RangeError);
    expect(() => search.state(-1)).toThrow(RangeError);
  });
});

describe('whether every run ends', () => {
  /** The toy loses its voice and finds it again; each is counted in no bound. */
  const forEver = toySystem();

  it('a circle is found and shown, event by event', () => {
    const report = searchToEnd(forEver, new PackedSearch(forEver, []));
    expect(report.termination).toEqual({ type: 'cycle', lead: [], circle: ['hoarse', 'heal'] });
  });

  it('without the event that leads back every run ends', () => {
    const definition = toyDefinition();
    const once = new System({ ...definition, rules: definition.rules.filter((rule) => rule.id !== 'b.heal') });
    expect(searchToEnd(once, new PackedSearch(once, [])).termination).toEqual({ type: 'every run ends' });
  });

  it('an event that changes nothing is a circle of one', () => {
    const definition = toyDefinition();
    const rules = definition.rules.map((rule) =>
      rule.id === 'b.heal' ? { ...rule, when: [], then: [become(voice, true, 'T-voice' as const)] } : rule,
    );
    const system = new System({ ...definition, rules });
    const { termination } = searchToEnd(system, new PackedSearch(system, []));
    expect(termination).toMatchObject({ type: 'cycle', circle: ['heal'] });
  });
});

describe('a message that nobody takes', () => {
  it('is a deadlock, with the shortest run to it', () => {
    const definition = toyDefinition();
    const rules = definition.rules.filter((rule) => rule.id !== 'b.reply' && !rule.id.startsWith('b.h'));
    const deaf = new System({ ...definition, rules });
    const { stuck } = searchToEnd(deaf, new PackedSearch(deaf, []));
    expect(stuck?.run).toEqual(['ask']);
  });

  it('is met in no reading that has a name', () => {
    for (const { variant } of readings.slice(0, 7)) {
      const system = detach(variant, boundsOf(variant));
      expect(toEnd(new PackedSearch(system, [])).stuck).toEqual({ count: 0, witness: undefined });
    }
  });
});

describe('what was not finished is never said to hold', () => {
  it('a bound on states', () => {
    const system = detach(defaultVariant, boundsOf(defaultVariant));
    const report = searchToEnd(system, new PackedSearch(system, propertiesOf(system.parts), { states: 100 }));
    expect(report.stopped).toBe('bound');
    expect(report.termination).toEqual({ type: 'not finished' });
    const verdicts = new Set(report.properties.map(({ verdict }) => verdict));
    expect(verdicts).toEqual(new Set(['fails', 'not finished']));
  });

  it('a bound on memory', () => {
    const variant = { ...defaultVariant, pdnConnections: 2, secondPdn: 'detaching' } as const;
    const system = detach(variant, boundsOf(variant));
    const report = searchToEnd(system, new PackedSearch(system, propertiesOf(system.parts), { octets: 4_000_000 }));
    expect(report.stopped).toBe('memory');
    expect(report.states).toBeGreaterThan(10_000);
    expect(report.octets).toBeLessThanOrEqual(4_000_000);
    expect(report.properties.find(({ id }) => id === 'P6')?.verdict).toBe('fails');
    expect(report.properties.find(({ id }) => id === 'P7')?.verdict).toBe('not finished');
  });

  it('a search that is still under way', () => {
    const system = detach(defaultVariant, boundsOf(defaultVariant));
    const search = new PackedSearch(system, propertiesOf(system.parts));
    expect(search.advance(10)).toBe(false);
    expect(reportOf(system, search).properties.every(({ verdict }) => verdict !== 'holds')).toBe(true);
  });

  it('a rule that asks for too much, with the run on which it does', () => {
    const definition = toyDefinition();
    const rules = definition.rules
      .filter((rule) => rule.id !== 'a.giveUp')
      .map((rule) => (rule.id === 'a.askAgain' ? { ...rule, when: rule.when.filter((each) => !isBound(each)) } : rule));
    const system = new System({ ...definition, rules });
    const report = searchToEnd(system, new PackedSearch(system, toyProperties()));
    expect(report.broken?.rule).toBe('a.askAgain');
    expect(report.properties.every(({ verdict, id }) => id === 'content' || verdict !== 'holds')).toBe(true);
  });
});
