/** Systems of rules drawn by lot that use all of the rule language, each update and condition in every place that it can have. */
import fc from 'fast-check';
import type { Condition, Having, Term } from '#model/condition.ts';
import { below, constant, ofField, ofMessage } from '#model/condition.ts';
import type { Field } from '#model/field.ts';
import { choiceField, countField, flagField } from '#model/field.ts';
import type { Modality, Property } from '#model/property.ts';
import type { Rule, Stimulus } from '#model/rule.ts';
import { readArg } from '#model/state.ts';
import { System } from '#model/system.ts';
import type { Argument, Update } from '#model/update.ts';
import { count, discard } from '#model/update.ts';

export interface RichSystem {
  readonly system: System;
  readonly properties: readonly Property[];
}

const basis = 'X';
const levels = ['low', 'middle', 'high'] as const;
const level = choiceField('x.level', levels, 'low');
const other = choiceField('y.other', ['high', 'low', 'middle'], 'middle');
const light = flagField('y.light', true, 'y', ['is lit', 'is dark']);
const tally = countField('x.tally', 2, 'the tally');
const idle = choiceField('y.idle', levels, 'high');
/** Bounds how much is sent in all, so that spaces are small and no queue overflows. */
const most = 4;
const spent = countField('network.spent', most, 'what was spent');
const fields = [level, other, light, tally, idle, spent];
const written = [level, other, light, tally];

const shade = choiceField('message.shade', levels, 'middle');
const number = countField('message.number', 2, 'its number');
const seen = flagField('message.seen', false, 'the message', ['was seen', 'was not seen']);
const args = [shade, number, seen];
const queues = ['there', 'back'] as const;

/** A constant that fits a field, or something like it to take the value from. */
function termFor(field: Field, ofAMessage: boolean): fc.Arbitrary<Term> {
  const fits = (each: Field) => each.domain.every((value) => field.domain.includes(value));
  const sources = [...fields.filter(fits).map(ofField), ...(ofAMessage ? args.filter(fits).map(ofMessage) : [])];
  const fixed = fc.constantFrom(...field.domain).map(constant);
  return sources.length === 0 ? fixed : fc.oneof(fixed, fc.constantFrom(...sources));
}

function comparison(ofAMessage: boolean): fc.Arbitrary<Condition> {
  const inState = fc.constantFrom(...fields).chain((field) => compare(field, ofField(field), ofAMessage));
  if (!ofAMessage) return inState;
  return fc.oneof(
    inState,
    fc.constantFrom(...args).chain((arg) => compare(arg, ofMessage(arg), ofAMessage)),
  );
}

function compare(field: Field, left: Term, ofAMessage: boolean): fc.Arbitrary<Condition> {
  const isCount = typeof field.initial === 'number';
  const test = isCount ? fc.constantFrom('=' as const, '≠' as const, '<' as const, '≥' as const) : equality;
  return fc
    .record({ test, right: termFor(field, ofAMessage), turned: fc.boolean() })
    .map(({ test: asked, right, turned }) =>
      turned
        ? { type: 'compare', left: right, test: asked, right: left, basis }
        : { type: 'compare', left, test: asked, right, basis },
    );
}
const equality = fc.constantFrom('=' as const, '≠' as const);

const having: fc.Arbitrary<Having> = fc
  .constantFrom<Field>(...args)
  .chain((arg) => fc.constantFrom(...arg.domain).map((value) => ({ arg, value })));

function condition(ofAMessage: boolean): fc.Arbitrary<Condition> {
  const inFlight = fc
    .array(having, { maxLength: 2 })
    .map((each): Condition => ({ type: 'inFlight', having: each, basis }));
  const leaf = fc.oneof({ weight: 4, arbitrary: comparison(ofAMessage) }, { weight: 1, arbitrary: inFlight });
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 4, arbitrary: leaf },
      { weight: 1, arbitrary: tie('node').map((part): Condition => ({ type: 'not', part })) },
      {
        weight: 2,
        arbitrary: fc
          .record({
            type: fc.constantFrom('all' as const, 'any' as const),
            parts: fc.array(tie('node'), { maxLength: 3 }),
          })
          .map((each): Condition => each),
      },
    ),
  })).node;
}

/** `acted`: on no message, on one that is taken off its queue, or on one that stays. */
function update(acted: 'none' | 'taken' | 'standing'): fc.Arbitrary<Update> {
  const ofAMessage = acted !== 'none';
  const assign = fc
    .constantFrom<Field>(...written)
    .chain((field) => termFor(field, ofAMessage).map((value): Update => ({ type: 'assign', field, value, basis })));
  const argument = fc
    .constantFrom<Field>(...args)
    .chain((arg) => termFor(arg, ofAMessage).map((value): Argument => ({ arg, value })));
  const few = fc.array(condition(ofAMessage), { maxLength: 1 });
  const mark = argument.map((each): Update => ({ type: 'mark', ...each, basis }));
  const markSame = fc
    .record({ same: fc.constantFrom<Field>(...args), argument })
    .map(({ same, argument: each }): Update => ({ type: 'markSame', same, ...each, basis }));
  const simple = fc.oneof(
    { weight: 4, arbitrary: assign },
    { weight: 1, arbitrary: fc.constant<Update>(discard('no use', basis)) },
    ...(ofAMessage ? [{ weight: 2, arbitrary: markSame }] : []),
    ...(acted === 'standing' ? [{ weight: 3, arbitrary: mark }] : []),
  );
  const send = fc
    .record({
      queue: fc.constantFrom(...queues),
      message: fc.uniqueArray(argument, { maxLength: 3, selector: ({ arg }) => arg.id }),
      needs: few,
      otherwise: fc.array(simple, { maxLength: 1 }),
      carried: few,
    })
    .map((each): Update => ({ type: 'send', ...each, basis }));
  const onlyIf = fc
    .record({
      condition: condition(ofAMessage),
      then: fc.array(fc.oneof(simple, send), { maxLength: 2 }),
      otherwise: fc.array(simple, { maxLength: 2 }),
    })
    .map((each): Update => ({ type: 'onlyIf', ...each }));
  const copy = fc.constant<Update>({ type: 'copy', basis });
  const counted = fc.constant<Update>({
    type: 'onlyIf',
    condition: below(tally, 2, basis),
    then: [count(tally, basis)],
    otherwise: [],
  });
  const loseAll = fc.constant<Update>({ type: 'loseAll', basis });
  return fc.oneof(
    { weight: 30, arbitrary: simple },
    { weight: 40, arbitrary: send },
    { weight: 20, arbitrary: onlyIf },
    { weight: 12, arbitrary: counted },
    { weight: 2, arbitrary: loseAll },
    { weight: 1, arbitrary: fc.constant<Update>(count(tally, basis)) },
    ...(ofAMessage ? [{ weight: 8, arbitrary: copy }] : []),
    ...(acted === 'taken' ? [{ weight: 1, arbitrary: mark }] : []),
  );
}

const stimulus: fc.Arbitrary<Stimulus> = fc.oneof(
  fc.record({ kind: fc.constantFrom('action' as const, 'timer' as const, 'fault' as const), name: fc.constant('act') }),
  fc.record({
    kind: fc.constantFrom('delivery' as const, 'fault' as const),
    name: fc.constant('hear'),
    message: fc.record({
      queue: fc.constantFrom(...queues),
      which: fc.constantFrom('next' as const, 'next' as const, 'any' as const),
      taken: fc.constantFrom(true, true, false),
    }),
  }),
);

const rule = stimulus.chain((each) => {
  const ofAMessage = each.message !== undefined;
  return fc.record({
    stimulus: fc.constant(each),
    when: fc.array(condition(ofAMessage), { maxLength: 1 }),
    then: fc.array(update(!ofAMessage ? 'none' : each.message?.taken ? 'taken' : 'standing'), {
      minLength: 1,
      maxLength: 4,
    }),
    otherwise: fc.constantFrom(false, false, false, true),
  });
});

const property = fc.record({
  modality: fc.constantFrom<Modality>('always', 'atRest', 'sometimes'),
  claim: condition(false),
  premise: fc.option(condition(false), { nil: undefined }),
});

/** Some of them are broken: a counter is counted beyond its top, a message written on that is gone, a value put where it does not fit. */
export const richSystem: fc.Arbitrary<RichSystem> = fc
  .record({
    ordering: fc.constantFrom('fifo' as const, 'unordered' as const),
    rules: fc.array(rule, { minLength: 6, maxLength: 10 }),
    properties: fc.array(property, { minLength: 2, maxLength: 5 }),
  })
  .map(({ ordering, rules, properties }) => ({
    system: new System({
      fields,
      args,
      queues: [
        { id: 'there', from: 'x', to: 'y' },
        { id: 'back', from: 'y', to: 'x' },
      ],
      rules: rules.map((each, at): Rule => {
        const bounded = each.stimulus.kind !== 'delivery' || !isQuiet(each.then);
        return {
          id: `rule.${at}`,
          actor: 'x',
          title: `Rule ${at}`,
          choice: `way${at}`,
          stimulus: each.stimulus,
          when: bounded ? [below(spent, most, basis), ...each.when] : each.when,
          then: bounded ? [count(spent, basis), ...each.then] : each.then,
          otherwise: each.otherwise,
        };
      }),
      nameMessage: (message, places) => readArg(places, message, shade),
      ordering,
      queueLength: 4 * most,
    }),
    properties: properties.map(({ premise, ...each }, at) => ({
      id: `Q${at}`,
      title: `Claim ${at}`,
      meaning: 'drawn by lot',
      basis,
      ...each,
      ...(premise === undefined ? {} : { premise }),
    })),
  }));

/** Nothing more can be in flight afterwards, and no counter is written. */
function isQuiet(updates: readonly Update[]): boolean {
  return updates.every((each) => each.type !== 'send' && each.type !== 'copy' && each.type !== 'onlyIf');
}
