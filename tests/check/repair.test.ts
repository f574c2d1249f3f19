import { describe, expect, it } from 'vitest';
import { checkReading } from '#check/checkReading.ts';
import { findingsOf, withRepairs } from '#check/findings.ts';
import { finish } from '#check/longWork.ts';
import { changesOf, pairsOf, textParameters, withChanges, worldParameters } from '#check/readingChanges.ts';
import type { Repair, RepairOptions } from '#check/repair.ts';
import { findRepairs } from '#check/repair.ts';
import type { PresetName } from '#detach/presets.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant, parameterNames } from '#detach/variant.ts';
import { reading } from '../detach/readings.ts';

function preset(name: PresetName): Variant {
  const one = findPreset(name);
  if (one === undefined) throw new Error(`there is no preset ${name}`);
  return presetVariant(one);
}

function repairs(variant: Variant, options: RepairOptions = {}): ReadonlyMap<string, Repair> {
  return new Map(finish(findRepairs(variant, options)).map((each) => [each.property, each]));
}

function changed(repair: Repair | undefined) {
  return repair?.changes.map(({ parameter, to }) => `${parameter}=${to}`);
}

/** Only some properties, so that a search for pairs is short. */
function only(...ids: readonly string[]): RepairOptions {
  return { properties: (parts) => propertiesOf(parts).filter(({ id }) => ids.includes(id)) };
}

describe('what may be changed', () => {
  it('every parameter is a choice of the text or a fact of the world', () => {
    const both = [...textParameters, ...Object.keys(worldParameters)];
    expect([...both].sort()).toEqual([...parameterNames].sort());
    expect(textParameters).toContain('order');
    expect(textParameters).not.toContain('loss');
  });

  it('a change takes one parameter to another value, a pair takes two parameters', () => {
    const singles = changesOf(defaultVariant);
    expect(singles.every(([{ from, to }]) => from !== to)).toBe(true);
    const pairs = pairsOf(singles);
    expect(pairs.every(([one, other]) => one?.parameter !== other?.parameter)).toBe(true);
    expect(withChanges(defaultVariant, pairs[0] ?? [])).toMatchObject({ order: 'buThenDelete' });
  });
});

describe('the smallest repair', { timeout: 60_000 }, () => {
  const tabled = repairs(defaultVariant);

  // DELETE that removes the binding repairs six of them, too, but then a BU still cannot be sent.
  it('as tabled: the order for all, since no other single change repairs as many', () => {
    for (const id of ['P3', 'P4', 'P4n', 'P5u', 'P6', 'P12', 'P14']) {
      expect(tabled.get(id), id).toMatchObject({
        changes: [{ parameter: 'order', from: 'open', to: 'buThenDelete' }],
        breaks: [],
        stillFails: [],
        ofNothing: false,
        sentence:
          'With order=buThenDelete it holds, with at most 1 loss and no duplication. It repairs all 7 claims that fail now.',
      });
    }
    expect(tabled.get('P12')?.mends).toContain('P6');
  });

  it('messages in any order: what mends a discarded BA must not leave the binding', () => {
    const found = repairs(reading({ ordering: 'unordered' }), { most: 1 });
    for (const id of ['P5', 'P5w']) expect(changed(found.get(id)), id).toEqual(['order=buThenDelete']);
  });

  it('mends what it says, as a check of the changed reading shows', () => {
    for (const repair of tabled.values()) {
      const report = checkReading(withChanges(defaultVariant, repair.changes));
      for (const id of [repair.property, ...repair.mends]) {
        expect(report.properties.find((each) => each.id === id)?.verdict, id).toBe('holds');
      }
    }
  });

  it('a notification without acknowledgement is repaired by an acknowledgement', () => {
    const found = repairs(reading({ initiator: 'network', order: 'buThenDelete', acknowledgement: 'no' }), only('P2'));
    expect(changed(found.get('P2'))).toEqual(['acknowledgement=yes']);
  });

  // Alone it is as good as a DELETE that removes the binding; but what is not sent is repaired as well.
  it('TS 24.303: a BRA that is lost is harmless once the whole procedure follows the notification', () => {
    expect(repairs(preset('ts-24.303')).get('P4n')).toMatchObject({
      changes: [{ parameter: 'afterNotification', to: 'deregister' }],
      stillFails: [],
    });
  });

  // With one IKE SA for both, the DELETE takes the SAs of the other PDN connection along; removing its binding, too, leaves
  // its UE attached to nothing.
  it('says what fails then that held before', () => {
    const shared = reading({ pdnConnections: 2, sharedIkeSa: 'yes' });
    const repair = repairs(shared, { most: 1 }).get('P6');
    expect(changed(repair)).toEqual(['deleteRemovesBinding=yes']);
    expect(repair?.breaks).toEqual(['P13']);
    expect(repair?.sentence).toBe(
      'With deleteRemovesBinding=yes it holds, with at most 1 loss and no duplication. It repairs 6 of the 8 claims that fail now; still failing: The other PDN connection, idle, is untouched on both sides; The procedure ends by acknowledgement: nobody gives up, nothing stays unsent. But then this fails, which holds now: At rest no UE is left attached to a PDN GW that has no state for it.',
    );
  });

  it('takes two changes where none is enough', () => {
    // A DELETE beside the BU, and one that follows a notification whose acknowledgement is lost: two causes.
    const variant: Variant = { ...preset('ts-24.303'), order: 'backToBackDeleteFirst' };
    const found = repairs(variant, only('P12'));
    expect(found.get('P12')?.changes).toHaveLength(2);
    expect(changed(found.get('P12'))).toContain('order=buThenDelete');
    expect(repairs(variant, { ...only('P12'), most: 1 }).get('P12')?.changes).toEqual([]);
  });

  it('says so where nothing of up to two choices does', () => {
    // Without timers whoever sends a DELETE that is lost waits for ever.
    const alone = repairs({ ...preset('i-wlan'), timers: 'none' }, only('P1'));
    expect(alone.get('P1')).toMatchObject({
      changes: [],
      sentence:
        "No change of one or two of the text's choices repairs it; timers and faults of the network are not counted among them.",
    });
  });

  it('says so where it holds of nothing then', () => {
    // Without a notification there is none whose BU could be lost.
    expect(repairs(preset('words-alone'), { ...only('P11'), most: 1 }).get('P11')).toMatchObject({
      ofNothing: true,
      sentence:
        'With notification=none it holds, with at most 1 loss and no duplication, but only since nothing that it speaks of comes about any more.',
    });
  });

  it('nothing is tried where nothing fails; else each change counts, and a change without effect takes no check', () => {
    expect([...findRepairs(preset('repaired'))]).toEqual([]);
    const steps = [...findRepairs(preset('i-wlan'))];
    expect(steps.at(-1)?.done).toBe(changesOf(preset('i-wlan')).length);
    expect(steps.every(({ done, of }) => done <= of)).toBe(true);
  });

  it('goes with its finding', () => {
    const findings = withRepairs(findingsOf(defaultVariant, checkReading(defaultVariant)), [...tabled.values()]);
    const all = findings.groups.flatMap((group) => group.findings);
    expect(all.every(({ property, repair }) => repair?.property === property)).toBe(true);
    expect(structuredClone(tabled)).toEqual(tabled);
  });
});
