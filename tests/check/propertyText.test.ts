import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostCharacters, mostProperties, readProperties } from '#check/propertyText.ts';
import { writeProperties, writeProperty } from '#check/propertyTextWriter.ts';
import { boundsOf, detach } from '#detach/detach.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import { defaultVariant } from '#detach/variant.ts';
import { both, constant, either, having, inFlight, not, ofField } from '#model/condition.ts';
import { choiceField, countField, flagField } from '#model/field.ts';
import type { Property } from '#model/property.ts';
import { System } from '#model/system.ts';
import type { BasisId } from '#spec/basis.ts';
import { toySystem } from '../model/toySystem.ts';
import { conditionsOf, statesOf } from './conditions.ts';

const system = detach(defaultVariant, boundsOf(defaultVariant));
const two = detach(
  { ...defaultVariant, pdnConnections: 2, duplication: 1 },
  { loss: 2, duplication: 1, alteration: 1 },
);
const toy = toySystem();

/** A system whose names are as awkward as they may be. */
const awkward = new System({
  fields: [
    choiceField('a.word', ['b.flag', 'two words', 'and', 'say "no"\\', 'yes', '1', ''], 'yes'),
    flagField('b.flag', true, 'b', ['is so', 'is not so']),
    countField('b.count', 3, 'the count'),
    choiceField('c.when', ['one', 'b.flag'], 'one'),
  ],
  args: [
    choiceField('message.kind', ['anything', 'not', 'a kind', 'b.flag'], 'not'),
    flagField('message.loud', false, 'it', ['is loud', 'is low']),
    choiceField('message.status', ['0', '133', 'a, b'], '0'),
  ],
  queues: [{ id: 'line', from: 'a', to: 'b' }],
  rules: [],
  nameMessage: () => 'message',
  ordering: 'fifo',
  queueLength: 3,
});

const systems = [
  ['one connection', system],
  ['two connections', two],
  ['a toy', toy],
  ['awkward names', awkward],
] as const;

function read(text: string, of: System = system): readonly Property<BasisId>[] {
  const result = readProperties(of, text);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function claim(condition: string, of: System = system) {
  return read(`always A: ${condition}`, of)[0]?.claim;
}

function errorOf(text: string, of: System = system): string {
  const result = readProperties(of, text);
  return result.ok ? 'no error' : result.error;
}

const basis = 'L-20';
const field = (id: string) => system.field(id)!;
const binding = { type: 'compare', left: ofField(field('pdnGw.binding')), test: '=', right: constant(true), basis };
const compare = (id: string, test: string, value: string | number | boolean) => ({
  type: 'compare',
  left: ofField(field(id)),
  test,
  right: constant(value),
  basis,
});

describe('reading properties', () => {
  it('reads what stands in the help', () => {
    const properties = read(`# my own claims
at rest MY1 "no payload SA is left": not pdnGw.payloadSa
always MY2 "one BU at a time" "Or none." rests on M-5 when pdnGw.binding:
  ue.buTransmissions < 2     # a remark
  or ue.phase = detached

sometimes MY3: ue.phase = detached`);
    expect(properties).toEqual([
      {
        id: 'MY1',
        title: 'no payload SA is left',
        meaning: "At rest: the PDN GW's payload ESP SA pair is gone.",
        basis,
        modality: 'atRest',
        claim: compare('pdnGw.payloadSa', '=', false),
      },
      {
        id: 'MY2',
        title: 'one BU at a time',
        meaning: 'Or none.',
        basis: 'M-5',
        modality: 'always',
        premise: { ...binding, basis: 'M-5' },
        claim: either(
          not({ ...binding, basis: 'M-5' } as never),
          either(
            { ...compare('ue.buTransmissions', '<', 2), basis: 'M-5' } as never,
            { ...compare('ue.phase', '=', 'detached'), basis: 'M-5' } as never,
          ),
        ),
      },
      {
        id: 'MY3',
        title: 'The UE is detached',
        meaning: 'In some run: the UE is detached.',
        basis,
        modality: 'sometimes',
        claim: compare('ue.phase', '=', 'detached'),
      },
    ]);
  });

  it.each([
    ['pdnGw.binding', binding],
    ['pdnGw.binding = yes', binding],
    ['pdnGw.binding = true', binding],
    ['pdnGw.binding != no', compare('pdnGw.binding', '≠', false)],
    ['not pdnGw.binding', compare('pdnGw.binding', '=', false)],
    ['not (pdnGw.binding)', not(binding as never)],
    ['not not pdnGw.binding', not(compare('pdnGw.binding', '=', false) as never)],
    ['not ue.phase = detached', not(compare('ue.phase', '=', 'detached') as never)],
    ['ue.phase = "detached"', compare('ue.phase', '=', 'detached')],
    ['ue.phase=detached', compare('ue.phase', '=', 'detached')],
    ['ue.buTransmissions ≥ 2', compare('ue.buTransmissions', '≥', 2)],
    ['ue.buTransmissions > 2', compare('ue.buTransmissions', '≥', 3)],
    ['ue.buTransmissions <= 2', compare('ue.buTransmissions', '<', 3)],
    ['true', both()],
    ['false', either()],
    ['in flight anything', inFlight([], basis)],
    ['in flight deleteRequest', inFlight([having(system.parts.args.type, 'deleteRequest')], basis)],
    [
      'in flight bindingAck (status = 133, not unsolicited)',
      inFlight(
        [
          having(system.parts.args.type, 'bindingAck'),
          having(system.parts.args.status, '133'),
          having(system.parts.args.unsolicited, false),
        ],
        basis,
      ),
    ],
    ['in flight (message.status = 133)', inFlight([having(system.parts.args.status, '133')], basis)],
  ])('%s', (text, meant) => {
    expect(claim(text)).toEqual(meant);
  });

  it('compares two fields, either way', () => {
    const [a, b] = [ofField(field('ue.buTransmissions')), ofField(field('pdnGw.notificationTransmissions'))];
    const asked = (test: string) => claim(`ue.buTransmissions ${test} pdnGw.notificationTransmissions`);
    expect(asked('=')).toEqual({ type: 'compare', left: a, test: '=', right: b, basis });
    expect(asked('>')).toEqual({ type: 'compare', left: b, test: '<', right: a, basis });
    expect(asked('<=')).toEqual({ type: 'compare', left: b, test: '≥', right: a, basis });
  });

  it('and binds before or, or before implies, and implies from the right', () => {
    expect(claim('ue.ikeSa or ue.payloadSa and ue.signallingSa implies pdnGw.ikeSa implies pdnGw.binding')).toEqual(
      claim('(ue.ikeSa or (ue.payloadSa and ue.signallingSa)) implies (pdnGw.ikeSa implies pdnGw.binding)'),
    );
    expect(claim('ue.ikeSa implies pdnGw.ikeSa')).toEqual(claim('not (ue.ikeSa) or pdnGw.ikeSa'));
  });

  it('a colon may stand behind the title, too, and a premise of sometimes is part of the claim', () => {
    expect(read('always A "a": when ue.ikeSa: ue.payloadSa')).toEqual(read('always A "a" when ue.ikeSa: ue.payloadSa'));
    expect(read('sometimes A when ue.ikeSa: ue.payloadSa')[0]?.claim).toEqual(claim('ue.ikeSa and ue.payloadSa'));
  });

  it('reads the quotation marks of a word processor', () => {
    expect(read('always A “no “way”: ue.ikeSa')[0]?.title).toBe('no “way');
  });

  it('nothing, or remarks alone, are no properties', () => {
    for (const text of ['', ' \n\t', '# remark', '\u{feff}']) expect(read(text)).toEqual([]);
  });

  it('fields of a second PDN connection exist where the reading has one', () => {
    expect(claim('ue.phase@ims = detached', two)).toMatchObject({ left: { field: { id: 'ue.phase@ims' } } });
    expect(errorOf('always A: ue.phase@ims = detached')).toBe(
      'line 1, column 11: there is no field "ue.phase@ims" in this reading, only ue.phase',
    );
  });
});

describe('what is wrong is said in one sentence, with its place', () => {
  it.each([
    [
      'never A: ue.ikeSa',
      '1, 1',
      'a property, which begins with always, at rest or sometimes, is wanted here, not "never"',
    ],
    ['at A: ue.ikeSa', '1, 1', 'a property, which'],
    ['always: ue.ikeSa', '1, 7', 'the id of the property, one word such as MY1, is wanted here, not ":"'],
    ['always ue.ikeSa', '1, 8', 'the id of the property'],
    ['always A', '1, 9', '":" is wanted here, and the text ends'],
    ['always A ue.ikeSa', '1, 10', '":" is wanted here, not "ue.ikeSa"'],
    ['always A:', '1, 10', 'a condition is wanted here, and the text ends'],
    ['always A: when ue.ikeSa', '1, 24', '":" behind the premise is wanted'],
    ['always P4: ue.ikeSa', '1, 8', 'ids such as P4 are for the properties that are built in; choose another one'],
    ['always p4N: ue.ikeSa', '1, 8', 'ids such as p4N'],
    ['always A: ue.ikeSa\nalways A: ue.ikeSa', '2, 8', 'the property of line 1 is called "A", too'],
    ['always A: ue.ikeSa always B: ue.ikeSa', '1, 20', 'and, or, implies, or another property on a new line'],
    [
      'always A rests on R-8.4.3.2-99: ue.ikeSa',
      '1, 19',
      'there is no sentence "R-8.4.3.2-99"; did you mean R-8.4.3.2-',
    ],
    ['always A rests on "x": ue.ikeSa', '1, 19', 'a sentence, such as'],
    [
      'always A: true\n\nalways B: not pdnGw.bindng',
      '3, 15',
      'there is no field "pdnGw.bindng"; did you mean pdnGw.binding?',
    ],
    ['always A: not binding', '1, 15', 'there is no field "binding"; did you mean pdnGw.binding?'],
    ['always A: zzzzzzzzz', '1, 11', 'there is no field "zzzzzzzzz"'],
    ['always A: ue.phase', '1, 19', 'a test of ue.phase, such as = attached, is wanted here, and the text ends'],
    ['always A: not ue.phase', '1, 23', 'a test of ue.phase'],
    ['always A: ue.phase = attachd', '1, 22', 'ue.phase cannot be "attachd"; did you mean attached?'],
    ['always A: pdnGw.binding = maybe', '1, 27', 'pdnGw.binding cannot be "maybe"; it is one of no, yes'],
    ['always A: pdnGw.binding = "yes"', '1, 27', 'pdnGw.binding cannot be "yes"'],
    [
      'always A: ue.buTransmissions = 9',
      '1, 32',
      'ue.buTransmissions cannot be "9"; in this reading it is one of 0 to 4',
    ],
    ['always A: ue.buTransmissions < many', '1, 32', 'a number, or a field that is one, is wanted here, not "many"'],
    ['always A: ue.buTransmissions < 9999999999', '1, 32', 'a number'],
    ['always A: ue.buTransmissions < ue.phase', '1, 32', 'ue.buTransmissions cannot be compared with ue.phase'],
    ['always A: ue.phase < attached', '1, 20', 'ue.phase is no number, so it can only be tested by = and !='],
    ['always A: ue.phase = )', '1, 22', 'a value of ue.phase is wanted here, not ")"'],
    ['always A: (ue.ikeSa', '1, 20', '")", and, or, or implies is wanted here, and the text ends'],
    ['always A: ue.ikeSa and', '1, 23', 'a condition is wanted'],
    ['always A: and', '1, 11', 'a condition is wanted here, not "and"'],
    [
      'always A: ue.ikeSa & ue.ikeSa',
      '1, 20',
      '"&" means nothing here; conditions are joined by and, or, not, implies',
    ],
    ['always A "a: ue.ikeSa', '1, 10', 'the quoted text does not end on this line'],
    ['always A "\\x": ue.ikeSa', '1, 10', '"\\x" in the quoted text stands for nothing'],
    ['always A: in flight', '1, 20', 'a message, or anything, is wanted here'],
    ['always A: in flight bindingAk', '1, 21', 'there is no message "bindingAk"; did you mean bindingAck?'],
    [
      'always A: in flight bindingAck (colour = red)',
      '1, 33',
      'messages have no "colour", but type, connection, status',
    ],
    ['always A: in flight bindingAck (status = 7)', '1, 42', 'message.status cannot be "7"; it is one of 0, 1, 2'],
    ['always A: in flight bindingAck (status)', '1, 39', '"=" is wanted here, not ")"'],
    ['always A: in flight bindingAck (not status = 0)', '1, 44', '"," or ")" after not status is wanted'],
    ['always A: in flight bindingAck (status = 0', '1, 43', '")" or "," is wanted'],
  ])('%j', (text, place, words) => {
    const [line, column] = place.split(', ');
    const error = errorOf(text);
    expect(error).toContain(`line ${line}, column ${column}: ${words}`);
    expect(error).not.toMatch(/[\n\r]/);
  });

  it('lines end as on any system, and columns count from the start of theirs', () => {
    expect(errorOf('# a\r\n# b\r  always A: x.y')).toMatch(/^line 3, column 13: /);
  });
});

describe('bounds', () => {
  const nested = (depth: number, open: string, close: string) =>
    `always A: ${open.repeat(depth)}ue.ikeSa${close.repeat(depth)}`;

  it.each([
    ['(', ')'],
    ['not ', ''],
    ['ue.ikeSa implies ', ''],
  ])('%j goes 50 levels deep, no further', (open, close) => {
    expect(errorOf(nested(50, open, close))).toBe('no error');
    expect(errorOf(nested(51, open, close))).toContain('conditions go no deeper than 50 levels');
    expect(errorOf(nested(5_000, open, close))).toContain('conditions go no deeper than 50 levels');
  });

  it('a property has 1000 comparisons at most, a text 100 properties and 100000 characters', () => {
    const chain = (length: number) => `always A: ue.ikeSa${' and ue.ikeSa'.repeat(length - 1)}`;
    expect(errorOf(chain(1_000))).toBe('no error');
    expect(errorOf(chain(1_001))).toContain('a property has no more than 1000 comparisons');
    const having = (length: number) => `always A: in flight (${Array(length).fill('status = 0').join()})`;
    expect(errorOf(having(1_000))).toContain('a property has no more than 1000 comparisons');
    const many = (count: number) => Array.from({ length: count }, (_, at) => `always A${at}: ue.ikeSa`).join('\n');
    expect(read(many(mostProperties))).toHaveLength(mostProperties);
    expect(errorOf(many(mostProperties + 1))).toBe('line 101, column 1: there are more than 100 properties');
    expect(errorOf(' '.repeat(mostCharacters + 1))).toBe('the text has more than 100000 characters');
    expect(errorOf(`always A "${'a'.repeat(mostCharacters - 20)}`)).toContain('does not end on this line');
  });
});

describe('any text gives properties or one sentence', () => {
  const pieces = fc.constantFrom(
    ...['always', 'at', 'rest', 'sometimes', 'when', 'rests', 'on', 'not', 'and', 'or', 'implies', 'in', 'flight'],
    ...['A', 'B', 'P4', 'M-5', ':', '(', ')', ',', '=', '!=', '<', '<=', '>', '≥', '"x"', '“y”', '"', '\\', '#', '\n'],
    ...['ue.phase', 'pdnGw.binding', 'ue.buTransmissions', 'detached', 'yes', '2', 'bindingAck', 'status', 'anything'],
    ...['__proto__', 'constructor', 'toString', '\u{d800}', '\u{2028}', 'true'],
  );
  it.each([
    ['characters', fc.string({ unit: 'binary', maxLength: 60 })],
    ['words of the language', fc.array(pieces, { maxLength: 25 }).map((each) => each.join(' '))],
    [
      'a property cut or changed',
      fc.tuple(fc.nat(400), fc.nat(400), pieces).map(([from, to, piece]) => {
        const text = writeProperties(system, propertiesOf(system.parts)).replaceAll(' P', ' Q');
        const at = from * 20;
        return `${text.slice(0, at)}${piece}${text.slice(at + to)}`;
      }),
    ],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = readProperties(system, text);
        if (!result.ok) expect(result.error).toMatch(/^line \d+, column \d+: [^\n\r\p{Cc}]+$/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('writing properties', () => {
  it.each(systems)('what is written is read back as it was: %s', (_, of) => {
    const property = fc
      .record({
        id: fc.stringMatching(/^[A-OQ-Z][a-z0-9_-]{0,8}$/),
        title: fc.string({ unit: 'binary' }),
        meaning: fc.string({ unit: 'binary' }),
        modality: fc.constantFrom('always' as const, 'atRest' as const, 'sometimes' as const),
        basis: fc.constantFrom<BasisId>('L-20', 'R-8.4.3.3-1', 'FFS-1'),
      })
      .chain((words) =>
        fc.record({
          words: fc.constant(words),
          premise: fc.option(conditionsOf(of, words.basis)),
          asked: conditionsOf(of, words.basis),
        }),
      )
      .map(({ words, premise, asked }): Property<BasisId> => {
        if (premise === null) return { ...words, claim: asked };
        const claim = words.modality === 'sometimes' ? both(premise, asked) : either(not(premise), asked);
        return { ...words, premise, claim };
      });
    fc.assert(
      fc.property(property, (each) => {
        expect(read(writeProperty(of, each), of)).toEqual([each]);
      }),
      { numRuns: 200 },
    );
  });

  it.each(systems)('what is written asks the same of every state, whatever form it had: %s', (_, of) => {
    fc.assert(
      fc.property(conditionsOf(of, basis, 'any'), statesOf(of), (condition, state) => {
        const property = { id: 'A', title: '', meaning: '', basis, modality: 'always', claim: condition } as const;
        const back = read(writeProperty(of, property), of)[0];
        expect(of.holds(state, back!.claim)).toBe(of.holds(state, condition));
      }),
      { numRuns: 300 },
    );
  });

  it.each(presets.map((preset) => [preset.name, preset] as const))(
    'the built-in ones of %s, under another id',
    (_, preset) => {
      const of = detach(presetVariant(preset), { loss: 1, duplication: 1, alteration: 1 });
      const properties = propertiesOf(of.parts).map((each) => ({ ...each, id: each.id.replace('P', 'Q') }));
      const back = read(writeProperties(of, properties), of);
      expect(back.map(({ id, title, basis: on, modality }) => [id, title, on, modality])).toEqual(
        properties.map(({ id, title, basis: on, modality }) => [id, title, on, modality]),
      );
      fc.assert(
        fc.property(statesOf(of), (state) => {
          for (const [at, each] of properties.entries()) {
            expect([each.id, of.holds(state, back[at]!.claim)]).toEqual([each.id, of.holds(state, each.claim)]);
          }
        }),
        { numRuns: 100 },
      );
    },
  );

  it('reads as a person would write it', () => {
    const written = writeProperties(system, propertiesOf(system.parts));
    expect(written).toContain(
      'at rest P4 "At rest a detached UE has left no binding at the PDN GW" "A binding that outlives the detach draws traffic to an address where nobody takes it any more." rests on R-8.4.3.3-1 when ue.phase = deregistered or ue.phase = detached:\n  not pdnGw.binding\n',
    );
    expect(written).toContain(' when pdnGw.binding:\n  pdnGw.signallingSa\n');
    expect(written).toContain(' when false:\n  true\n');
  });

  it('refuses a claim about the message acted on', () => {
    const spoken = {
      type: 'compare',
      left: { type: 'arg', arg: system.parts.args.status },
      test: '=',
      right: constant('0'),
      basis,
    } as const;
    const property = { id: 'A', title: '', meaning: '', basis, modality: 'always', claim: spoken } as const;
    expect(() => writeProperty(system, property)).toThrow(/message acted on/);
  });
});
