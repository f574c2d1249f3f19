/** Systems of rules drawn by lot, small and well formed: the laws of stepping hold for any of them. */
import fc from 'fast-check';
import type { Condition } from '#model/condition.ts';
import { ofField } from '#model/condition.ts';
import { choiceField } from '#model/field.ts';
import type { Rule } from '#model/rule.ts';
import { readArg } from '#model/state.ts';
import { System } from '#model/system.ts';
import type { Update } from '#model/update.ts';
import { argument, become, take } from '#model/update.ts';

const values = ['low', 'middle', 'high'] as const;
const fields = ['x.one', 'x.two', 'y.three'].map((id) => choiceField(id, values, 'low'));
const colour = choiceField('message.colour', ['red', 'green'], 'red');
const queue = 'line';
const place = fc.integer({ min: 0, max: fields.length - 1 });
const value = fc.constantFrom(...values);

const condition: fc.Arbitrary<Condition> = fc
  .record({ place, value, test: fc.constantFrom('=' as const, '≠' as const) })
  .map((each) => ({
    type: 'compare',
    left: ofField(fieldAt(each.place)),
    test: each.test,
    right: { type: 'constant', value: each.value },
    basis: 'X',
  }));

const update: fc.Arbitrary<Update> = fc.oneof(
  fc.record({ place, value }).map((each) => become(fieldAt(each.place), each.value, 'X')),
  fc.record({ from: place, to: place }).map((each) => take(fieldAt(each.to), ofField(fieldAt(each.from)), 'X')),
);

const parts = { when: fc.array(condition, { maxLength: 2 }), then: fc.array(update, { minLength: 1, maxLength: 3 }) };

/** A system with three fields, one queue, up to six rules, and one that loses messages. */
export const randomSystem: fc.Arbitrary<System> = fc
  .record({
    ordering: fc.constantFrom('fifo' as const, 'unordered' as const),
    acts: fc.array(fc.record({ ...parts, sends: fc.option(fc.constantFrom('red' as const, 'green' as const)) }), {
      minLength: 1,
      maxLength: 4,
    }),
    heard: fc.array(fc.record({ ...parts, colour: fc.constantFrom('red', 'green') }), { maxLength: 2 }),
  })
  .map(({ ordering, acts, heard }) => {
    const rules: Rule[] = acts.map(({ when, then, sends }, at) => ({
      id: `act.${at}`,
      actor: 'x',
      title: `Act ${at}`,
      stimulus: { kind: 'action', name: `act${at}` },
      // Nothing is sent while anything is in flight: the queue never overflows.
      when: sends === null ? when : [...when, ...unsent()],
      then: sends === null ? then : [...then, send(sends)],
    }));
    const deliveries: Rule[] = heard.map(({ when, then, colour: wanted }, at) => ({
      id: `hear.${at}`,
      actor: 'y',
      title: `Hear ${at}`,
      stimulus: { kind: 'delivery', name: 'hear', message: { queue, which: 'next', taken: true } },
      choice: `way${at}`,
      when: [
        ...when,
        {
          type: 'compare',
          left: { type: 'arg', arg: colour },
          test: '=',
          right: { type: 'constant', value: wanted },
          basis: 'X',
        },
      ],
      then,
    }));
    const lose: Rule = {
      id: 'lose',
      actor: 'network',
      title: 'Lose',
      stimulus: { kind: 'fault', name: 'lose', message: { queue, which: 'any', taken: true } },
      when: [],
      then: [],
    };
    return new System({
      fields,
      args: [colour],
      queues: [{ id: queue, from: 'x', to: 'y' }],
      rules: [...rules, ...deliveries, lose],
      nameMessage: (message, places) => readArg(places, message, colour),
      ordering,
      queueLength: 1,
    });
  });

function unsent(): readonly Condition[] {
  return colour.domain.map((each) => ({
    type: 'not',
    part: { type: 'inFlight', having: [{ arg: colour, value: each }], basis: 'X' },
  }));
}

function send(shade: 'red' | 'green'): Update {
  const message = [argument(colour, shade)];
  return { type: 'send', queue, message, needs: [], otherwise: [], carried: [], basis: 'X' };
}

function fieldAt(at: number) {
  const field = fields[at];
  if (field === undefined) throw new RangeError(`there is no field number ${at}`);
  return field;
}
