import { describe, expect, it } from 'vitest';
import { constant, holds, is, ofField, ofMessage } from '#model/condition.ts';
import { Draft } from '#model/evaluate.ts';
import type { State } from '#model/state.ts';
import type { Update } from '#model/update.ts';
import {
  allUpdates,
  argument,
  argumentFrom,
  basesOfUpdate,
  become,
  count,
  discard,
  onlyIf,
  take,
} from '#model/update.ts';
import { copies, counters, kind, mood, toySystem, voice } from './toySystem.ts';

const { places, initial } = toySystem();
const { asked } = counters();
const crowd: State = {
  values: initial.values,
  queues: [
    [
      [0, 1],
      [0, 2],
      [0, 1],
    ],
    [[1, 1]],
  ],
};

/** Carries out updates on a message of the first queue, or on none. */
function carryOut(updates: readonly Update[], state: State, position?: number, taken = false) {
  const message = position === undefined ? undefined : state.queues[0]?.[position];
  const selected = position === undefined || message === undefined ? undefined : { queue: 0, position, message };
  const draft = new Draft(places, state, selected, taken);
  draft.carryOut(updates);
  return { ...draft.state, effects: draft.effects };
}

function reply(change: Partial<Extract<Update, { type: 'send' }>> = {}): Update {
  const message = [argument(kind, 'reply')];
  return { type: 'send', queue: 'toA', message, needs: [], otherwise: [], carried: [], basis: 'T', ...change };
}

describe('updates', () => {
  it('are carried out in order, a later one seeing what an earlier one wrote', () => {
    const { values, effects } = carryOut(
      [count(asked, 'T'), count(asked, 'T'), onlyIf(is(asked, 2, 'T'), [become(mood, 'content', 'T')])],
      initial,
    );
    expect(values).toEqual([2, 1, 2, 0, 0]);
    expect(effects).toEqual([
      { type: 'changed', field: asked, before: 0, after: 1, basis: 'T' },
      { type: 'changed', field: asked, before: 1, after: 2, basis: 'T' },
      { type: 'changed', field: mood, before: 'idle', after: 'content', basis: 'T' },
    ]);
  });

  it('leave the state before as it was, and note no change where there is none', () => {
    const before = structuredClone(crowd);
    expect(carryOut([become(mood, 'idle', 'T'), { type: 'loseAll', basis: 'T' }], crowd).effects).toEqual([
      {
        type: 'lostAll',
        lost: [
          { queue: 0, count: 3 },
          { queue: 1, count: 1 },
        ],
        basis: 'T',
      },
    ]);
    expect(crowd).toEqual(before);
  });

  it('refuse what a field cannot hold: a bug in the rules', () => {
    expect(() => carryOut([become(asked, 4, 'T')], initial)).toThrow(RangeError);
    expect(() =>
      carryOut([count(asked, 'T'), count(asked, 'T'), count(asked, 'T'), count(asked, 'T')], initial),
    ).toThrow(RangeError);
    expect(() => carryOut([{ type: 'copy', basis: 'T' }], initial)).toThrow(RangeError);
  });

  it('take a value from a field or from the message', () => {
    expect(carryOut([take(asked, ofMessage(copies), 'T')], crowd, 1).values[2]).toBe(2);
    const sent = reply({ message: [argument(kind, 'reply'), argumentFrom(copies, ofField(asked))] });
    expect(carryOut([count(asked, 'T'), sent], initial).queues[1]).toEqual([[1, 1]]);
  });

  it('send behind what is in flight, arguments not named at their initial value', () => {
    const { queues, effects } = carryOut([reply()], crowd);
    expect(queues[1]).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect(effects).toEqual([{ type: 'sent', queue: 1, message: [1, 0], basis: 'T' }]);
  });

  it('do not send, visibly, what lacks something it needs, and do what is said instead', () => {
    const needs = [holds(voice, 'T-1')];
    const updates = [become(voice, false, 'T'), reply({ needs, otherwise: [discard('hoarse', 'T-2')] })];
    const { queues, effects } = carryOut(updates, initial);
    expect(queues).toEqual([[], []]);
    expect(effects.slice(1)).toEqual([
      { type: 'notSent', queue: 1, message: [1, 0], missing: needs[0], basis: 'T' },
      { type: 'discarded', reason: 'hoarse', basis: 'T-2' },
    ]);
  });

  it('send and lose at once what nothing carries', () => {
    const { queues, effects } = carryOut([reply({ carried: [is(mood, 'content', 'T')] })], initial);
    expect(queues).toEqual([[], []]);
    expect(effects).toEqual([{ type: 'sentAndLost', queue: 1, message: [1, 0], basis: 'T' }]);
  });

  it('take the message acted on off its queue first', () => {
    const { queues, effects } = carryOut([], crowd, 1, true);
    expect(queues[0]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(effects).toEqual([{ type: 'taken', selected: { queue: 0, position: 1, message: [0, 2] } }]);
  });

  it('put a copy right behind its original', () => {
    expect(carryOut([{ type: 'copy', basis: 'T' }], crowd, 1).queues[0]).toEqual([
      [0, 1],
      [0, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it('mark the message acted on, and a copy made later carries the mark', () => {
    const mark: Update = { type: 'mark', arg: copies, value: constant(3), basis: 'T' };
    expect(carryOut([mark, { type: 'copy', basis: 'T' }], crowd, 0).queues[0]).toEqual([
      [0, 3],
      [0, 3],
      [0, 2],
      [0, 1],
    ]);
  });

  it.each([
    [
      'left in its queue',
      false,
      [
        [0, 1],
        [0, 2],
        [1, 1],
      ],
    ],
    [
      'taken off it',
      true,
      [
        [0, 2],
        [1, 1],
      ],
    ],
  ])('mark the others that are like a message %s, and not the message itself', (_, taken, expected) => {
    const mark: Update = { type: 'markSame', same: copies, arg: kind, value: constant('reply'), basis: 'T' };
    expect(carryOut([mark], crowd, 0, taken).queues).toEqual([expected, [[1, 1]]]);
  });

  it('mark a copy that has moved up to where the message taken stood', () => {
    const twins: State = {
      values: initial.values,
      queues: [
        [
          [0, 1],
          [0, 1],
        ],
        [],
      ],
    };
    const mark: Update = { type: 'markSame', same: copies, arg: kind, value: constant('reply'), basis: 'T' };
    expect(carryOut([mark], twins, 0, true).queues[0]).toEqual([[1, 1]]);
  });

  it('can be listed with all inside them, and with all that they rest on', () => {
    const inner = discard('hoarse', 'T-3');
    const send = reply({ needs: [holds(voice, 'T-1')], otherwise: [inner] });
    const update = onlyIf(is(mood, 'idle', 'T-2'), [send]);
    expect(allUpdates([update])).toEqual([update, send, inner]);
    expect(basesOfUpdate(update)).toEqual(['T-2', 'T', 'T-1', 'T-3']);
  });
});
