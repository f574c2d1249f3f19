import { describe, expect, it } from 'vitest';
import { searchToEnd } from '#check/checkReport.ts';
import { startSearch } from '#check/startSearch.ts';
import type { DetachSystem } from '#detach/detach.ts';
import { boundsOf, detachWith, rulesOf } from '#detach/detach.ts';
import type { DetachRule } from '#detach/parts.ts';
import { partsOf } from '#detach/parts.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Variant } from '#detach/variant.ts';
import { below, holds } from '#model/condition.ts';
import { reading } from '../detach/readings.ts';

const sound: Partial<Variant> = {
  order: 'buThenDelete',
  notification: 'bri',
  acknowledgement: 'yes',
  bindingOnAcknowledgement: 'removed',
  notificationGiveUp: 'dropBinding',
};

/** The rules of a reading with a fault planted. */
function planted(given: Partial<Variant>, plant: (rule: DetachRule, system: DetachSystem) => DetachRule | undefined) {
  const variant = reading({ ...sound, ...given });
  const parts = partsOf(variant, boundsOf(variant));
  const whole = detachWith(parts, rulesOf(parts));
  return detachWith(
    parts,
    whole.rules.flatMap((rule) => plant(rule, whole) ?? []),
  );
}

/** The shortest run for each property that fails; fields one by one left out. */
function failing(system: DetachSystem): Readonly<Record<string, readonly string[] | undefined>> {
  const report = searchToEnd(system, startSearch(system, propertiesOf(system.parts)));
  return Object.fromEntries(
    report.properties.filter(({ verdict }) => verdict === 'fails').map(({ id, run }) => [id, run]),
  );
}

/** Drops the rules with these ids. */
function without(...ids: readonly string[]) {
  return (rule: DetachRule) => (ids.includes(rule.id) ? undefined : rule);
}

describe('without a fault', () => {
  it('nothing fails', () => {
    expect(failing(planted({}, (rule) => rule))).toEqual({});
    expect(failing(planted({ maxRetransmissions: 1, loss: 2 }, (rule) => rule))).not.toHaveProperty('P1');
  });
});

describe('a dropped rule is found', () => {
  it('that a DELETE is given up: the UE waits for ever once both DELETEs are lost', () => {
    const system = planted({ maxRetransmissions: 1, loss: 2, initiator: 'ue' }, without('ue.delete.giveUp'));
    expect(failing(system).P1).toEqual([
      'detach buThenDelete',
      'deliver bindingUpdate',
      'deliver bindingAck:0',
      'lose deleteRequest',
      'timer deleteRequest',
      'lose deleteRequest',
    ]);
  });

  it('that the DELETE is repeated: one loss is enough', () => {
    const system = planted({ initiator: 'ue' }, without('ue.delete.again'));
    expect(failing(system).P3).toEqual([
      'detach buThenDelete',
      'deliver bindingUpdate',
      'deliver bindingAck:0',
      'lose deleteRequest',
    ]);
  });

  it('that the PDN GW repeats its notification: it waits for ever', () => {
    const system = planted({ initiator: 'network' }, without('pdnGw.notification.again'));
    expect(failing(system).P1).toEqual(['orderDetach', 'lose bindingRevocationIndication']);
  });
});

describe('a weakened condition is found', () => {
  it('a BU is sent once too often where the limit is moved', () => {
    const system = planted({ maxRetransmissions: 1, loss: 2, initiator: 'ue' }, (rule, { parts }) => {
      const [connection] = parts.connections;
      if (rule.id === 'ue.bindingUpdate.giveUp' || connection === undefined) return undefined;
      if (rule.id !== 'ue.bindingUpdate.again') return rule;
      const [outstanding, , ...others] = rule.when;
      const moved = below(connection.ue.buTransmissions, parts.most + 1, 'M-18');
      return { ...rule, when: outstanding === undefined ? [moved] : [outstanding, moved, ...others] };
    });
    expect(failing(system).P10).toEqual([
      'detach buThenDelete',
      'lose bindingUpdate',
      'timer bindingUpdate',
      'lose bindingUpdate',
      'timer bindingUpdate',
    ]);
  });

  it('a PDN GW that deletes no binding on a BU, but says so', () => {
    const system = planted({ initiator: 'ue' }, (rule, { parts }) => {
      if (rule.id !== 'pdnGw.bindingUpdate.deregisters') return rule;
      const binding = parts.connections[0]?.pdnGw.binding.id;
      return { ...rule, then: rule.then.filter((each) => each.type !== 'assign' || each.field.id !== binding) };
    });
    const runs = failing(system);
    expect(runs.P6).toHaveLength(4);
    expect(runs.P4).toEqual([
      'detach buThenDelete',
      'deliver bindingUpdate',
      'deliver bindingAck:0',
      'deliver deleteRequest',
      'deliver deleteResponse',
    ]);
  });
});

describe('a condition that can never be met is found', () => {
  it('nobody can begin a detach: all that speaks of one holds of nothing', () => {
    const system = planted({ initiator: 'ue' }, (rule, { parts }) => {
      const [connection] = parts.connections;
      if (rule.id !== 'ue.detach.buThenDelete' || connection === undefined) return rule;
      return { ...rule, when: [...rule.when, holds(connection.ue.refreshSent, 'M-22')] };
    });
    const report = searchToEnd(system, startSearch(system, propertiesOf(system.parts)));
    expect(report.states).toBe(1);
    const ofNothing = report.properties.filter(({ verdict, cameUp }) => verdict === 'holds' && !cameUp);
    expect(ofNothing.map(({ id }) => id)).toEqual(expect.arrayContaining(['P2', 'P3', 'P4', 'P14']));
  });
});
