import { describe, expect, it } from 'vitest';
import { detach } from '#detach/detach.ts';
import { defaultVariant } from '#detach/variant.ts';
import { holds, is, ofField } from '#model/condition.ts';
import { choiceField, countField, flagField } from '#model/field.ts';
import { initialState, Places } from '#model/state.ts';
import { allUpdates, argument, become, count, discard, onlyIf, take } from '#model/update.ts';
import { sayBefore, sayUpdate } from '#model/updateWords.ts';

const lamp = flagField('a.lamp', false, 'the lamp', ['is lit', 'is dark']);
const mood = choiceField('a.mood', ['calm', 'cross'], 'calm', { subject: 'the keeper' });
const turns = countField('a.turns', 3, 'the number of turns');
const kind = choiceField('message.kind', ['hail', 'reply'], 'hail', { subject: 'the message' });

describe('sayUpdate', () => {
  it.each([
    [become(lamp, true, 'x'), 'the lamp is lit'],
    [count(turns, 'x'), 'the number of turns grows by one'],
    [take(turns, ofField(turns), 'x'), 'the number of turns is that of the number of turns'],
    [discard('the lamp is dark', 'x'), 'discard it: the lamp is dark'],
    [
      onlyIf(holds(lamp, 'x'), [become(mood, 'calm', 'x')], [count(turns, 'x')]),
      'if the lamp is lit: the keeper is calm; otherwise the number of turns grows by one',
    ],
    [onlyIf(is(mood, 'cross', 'x'), []), 'if the keeper is cross: nothing'],
    [
      {
        type: 'send',
        queue: 'q',
        message: [argument(kind, 'reply')],
        needs: [],
        otherwise: [],
        carried: [],
        basis: 'x',
      } as const,
      'send: the message is reply',
    ],
    [{ type: 'copy', basis: 'x' } as const, 'a copy of it stands right behind it'],
    [{ type: 'loseAll', basis: 'x' } as const, 'all that is in flight is lost'],
  ])('%#: %s', (update, words) => {
    expect(sayUpdate(update)).toBe(words);
  });

  it('says what the field holds now', () => {
    const layout = { fields: [lamp, mood, turns], args: [kind], queues: [] };
    const places = new Places(layout);
    expect(sayBefore(places, initialState(layout), become(lamp, true, 'x'))).toBe('the lamp is dark');
    expect(sayBefore(places, initialState(layout), discard('no', 'x'))).toBeUndefined();
  });

  it('has words for every update of every rule of the detach', () => {
    const system = detach({ ...defaultVariant, gatewayMayRestart: 'yes', coverageMayBeLost: 'yes' });
    for (const update of system.rules.flatMap((rule) => allUpdates(rule.then))) {
      expect(sayUpdate(update)).toMatch(/\S/);
      expect(sayUpdate(update)).not.toMatch(/undefined|\[object/);
    }
  });
});
