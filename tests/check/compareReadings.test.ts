import { describe, expect, it } from 'vitest';
import { checkReading } from '#check/checkReading.ts';
import { compareReadings } from '#check/compareReadings.ts';
import { finish } from '#check/longWork.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant } from '#detach/variant.ts';

const inOrder: Variant = { ...defaultVariant, order: 'buThenDelete' };

function compared(a: Variant, b: Variant) {
  return finish(compareReadings(a, b));
}

function spaces(a: Variant, b: Variant) {
  const found = compared(a, b).spaces;
  if (found === undefined) throw new Error('both spaces are small');
  return found;
}

describe('two readings side by side', () => {
  it('a reading and itself do not differ at all', () => {
    const { parameters, properties, spaces: of } = compared(defaultVariant, defaultVariant);
    expect(parameters).toEqual([]);
    expect(properties.filter(({ differs }) => differs)).toEqual([]);
    expect(of?.events).toEqual({ gained: [], lost: [] });
    expect(of?.states).toMatchObject({ gained: 0, lost: 0 });
    expect(of?.phases.every(({ a, b }) => a === b)).toBe(true);
  });

  it('one order instead of four: claims hold that failed, nothing is gained, three orders are lost', () => {
    const { parameters, properties } = compared(defaultVariant, inOrder);
    expect(parameters).toEqual([{ name: 'order', a: 'open', b: 'buThenDelete' }]);
    const differing = properties.filter(({ differs }) => differs);
    expect(differing.map(({ id }) => id)).toEqual(['P3', 'P4', 'P4n', 'P5u', 'P6', 'P12', 'P14']);
    expect(differing.every(({ a, b }) => a?.verdict === 'fails' && b?.verdict === 'holds')).toBe(true);
    const { events, states } = spaces(defaultVariant, inOrder);
    // Without its choice the notification is delivered as tabled, too: to a UE that is detaching already.
    expect(events.gained).toEqual([]);
    expect(events.lost).toContain('detach deleteThenBu');
    expect(events.lost).not.toContain('detach buThenDelete');
    expect(states.gained).toBe(0);
    expect(states.lost).toBeGreaterThan(0);
  });

  it('without a loss only the events of losing and what comes of it are gone', () => {
    const { events, states } = spaces({ ...inOrder, loss: 0 }, inOrder);
    expect(events.lost).toEqual([]);
    expect(events.gained).toContain('lose bindingUpdate');
    expect(events.gained).toContain('deliver bindingAck:133');
    expect(states.lost).toBe(0);
    expect(states.common + states.gained).toBeLessThanOrEqual(checkReading(inOrder).states);
  });

  it('a second PDN connection that nobody detaches adds no state', () => {
    const two: Variant = { ...inOrder, pdnConnections: 2 };
    expect(spaces(inOrder, two).states).toMatchObject({ gained: 0, lost: 0 });
  });

  it('counts states by phases on both sides', () => {
    const { phases } = spaces(defaultVariant, { ...defaultVariant, deleteRemovesBinding: 'yes' });
    const zombie = phases.filter((each) => each.phases.some(({ value }) => value === 'boundWithoutSas'));
    expect(zombie.length).toBeGreaterThan(0);
    expect(zombie.every(({ a, b }) => a > 0 && b === 0)).toBe(true);
  });

  it('says nothing of spaces that were not seen to their end', () => {
    const found = finish(compareReadings(defaultVariant, inOrder, { states: 100 }));
    expect(found.spaces).toBeUndefined();
    expect(found.a.finished).toBe(false);
    expect(found.properties.find(({ id }) => id === 'P1')?.a?.verdict).toBe('not finished');
    expect(structuredClone(found)).toEqual(found);
  });

  it('has the bound of each side', () => {
    expect(compared({ ...inOrder, loss: 0 }, inOrder)).toMatchObject({
      a: { bound: 'with no loss and no duplication' },
      b: { bound: 'with at most 1 loss and no duplication' },
    });
  });
});
