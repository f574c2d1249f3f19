import { describe, expect, it } from 'vitest';
import { checkedSystem } from '#check/checkReading.ts';
import { readEventMark } from '#check/promela/eventMark.ts';
import { promelaOf } from '#check/promela/promela.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Rule } from '#model/rule.ts';
import { System } from '#model/system.ts';
import { become } from '#model/update.ts';
import { readings } from '../detach/readings.ts';
import type { ToyBasis } from '../model/toySystem.ts';
import { mood, toyDefinition, toySystem, voice } from '../model/toySystem.ts';
import { heard, hoarseOnce, patient, smallest } from './toyProperties.ts';

describe('the model in Promela', () => {
  it('of the toy is as it was when it was last looked at', async () => {
    const model = promelaOf(toySystem(smallest), [patient, heard, hoarseOnce], { heading: ['A toy.'] });
    await expect(model).toMatchFileSnapshot('golden/toy.pml');
  });

  it.each(readings.filter((_, at) => at % 5 === 0))(
    'of $name: one process, each event one step, nothing hidden',
    ({ variant }) => {
      const system = checkedSystem(variant);
      const model = promelaOf(system, propertiesOf(system.parts), { slots: 3 });
      expect(model.match(/proctype/g)).toHaveLength(1);
      expect(model).not.toMatch(/\b(hidden|atomic|chan)\b/);
      const marks = [...model.matchAll(/printf\("(event .*)\\n"\);/g)].map(([, mark = '']) => readEventMark(mark));
      expect(model.match(/:: d_step/g)).toHaveLength(marks.length);
      const ids = marks.map((mark) => mark?.rule ?? '');
      for (const id of ids) expect(() => system.rule(id)).not.toThrow();
      const left = /Never possible from this start: (.*)\./.exec(model)?.[1]?.split(', ') ?? [];
      expect([...new Set(ids), ...left].sort()).toEqual(system.rules.map(({ id }) => id).sort());
      expect(promelaOf(system, propertiesOf(system.parts), { slots: 3 })).toBe(model);
    },
  );

  it('has no variable for what no rule can change, and no option for what nothing makes possible', () => {
    const { rules, ...rest } = toyDefinition({ losses: 0 });
    const system = new System({ ...rest, rules: rules.filter(({ id }) => id !== 'b.hoarse') });
    const model = promelaOf(system, []);
    expect(model).not.toContain('b_voice');
    expect(model).toContain('Never possible from this start: b.heal, network.lose.toB, network.lose.toA.');
  });

  it('starts where it is told to', () => {
    const system = toySystem(smallest);
    const first = system.enabled(system.initial).find(({ text }) => text === 'ask');
    const start = system.apply(system.initial, first ?? { rule: '', text: '' });
    const model = promelaOf(system, [], { start, slots: 2 });
    expect(model).toContain('a_mood : 2 = 1; /* a.mood: 0 idle, 1 waiting');
    expect(model).toContain('byte toB_slots[2] = { 1, 0 };');
    expect(() => promelaOf(system, [], { start, slots: 0 })).toThrow('0 slots hold less than the start');
  });

  it('keeps comments, texts and names apart from what they stand in', () => {
    const { rules, ...rest } = toyDefinition(smallest);
    const odd: Rule<ToyBasis> = {
      id: 'a.odd"%d\\',
      actor: 'a',
      title: 'Odd */ title',
      stimulus: { kind: 'action', name: 'odd' },
      when: [],
      then: [become(mood, 'idle', 'T-ask')],
    };
    const system = new System({ ...rest, rules: [...rules, odd] });
    const model = promelaOf(system, [{ ...patient, title: 'odd */' }]);
    expect(model).toContain('/* a.odd"%d\\: Odd * / title */');
    expect(model).toContain('printf("event a.odd\\"%%d\\\\\\n");');
    expect(model).toContain('odd * / */');
  });

  it('calls no two things by one name, and none by a word of Promela', () => {
    const definition = toyDefinition(smallest);
    const twins = [
      { ...voice, id: 'c.code' },
      { ...voice, id: 'a_b' },
      { ...voice, id: 'a.b' },
      { ...voice, id: 'run' },
    ];
    const flip: readonly Rule<ToyBasis>[] = twins.map((field, at) => ({
      id: `flip.${at}`,
      actor: 'a',
      title: 'Flip',
      stimulus: { kind: 'action', name: `flip${at}` },
      when: [],
      then: [become(field, false, 'T-voice')],
    }));
    const model = promelaOf(new System({ ...definition, fields: [...definition.fields, ...twins], rules: flip }), []);
    const names = [...model.matchAll(/^bit (\w+) = 1;/gm)].map(([, name]) => name);
    expect(names).toEqual(['c_code_2', 'a_b', 'a_b_2', 'run_']);
  });
});
