import { describe, expect, it } from 'vitest';
import { boundsOf, detach, rulesOf } from '#detach/detach.ts';
import { partsOf } from '#detach/parts.ts';
import { findScenario } from '#detach/scenario.ts';
import { defaultVariant } from '#detach/variant.ts';
import { basesOfRule } from '#model/rule.ts';
import { allUpdates } from '#model/update.ts';
import type { RequirementId } from '#spec/requirements.ts';
import { requirements } from '#spec/requirements.ts';
import type { Played } from './explore.ts';
import { explore, fates, named, play, playTexts } from './explore.ts';
import { eachFaultOnce, reading, readings } from './readings.ts';

/** Sentences that no single rule rests on, each with the reason. */
const withoutRule: Partial<Record<RequirementId, string>> = {
  'D-1': 'a state of affairs at the start: each connection begins with its IKE SA and its ESP SAs',
  'D-2': 'the sum of what R-8.4.3.2-2 to -5 and R-8.4.3.3-3, -4 ask for one by one',
  'D-3': 'points to RFC 4306, whose rules (K-..) the DELETE exchange rests on',
  'D-4': 'a difference between readings: deleteScope',
  'R-8.4.3-1': 'says what the clause is about, not what anybody does',
  'R-8.4.3.1-1': 'the sum of R-8.4.3.1-5: a claim over whole runs',
  'R-8.4.3.1-2': 'a claim over whole runs: every rule of a detach belongs to one PDN connection',
  'R-8.4.3.1-3': 'an invariant: no rule writes the access connectivity',
  'R-8.4.3.1-4': 'a claim over the rules together: nothing else starts an explicit detach',
  'R-8.4.3.2-6': 'an open question; the rules of the notification rest on it as FFS-1',
};

const allRules = readings.flatMap(({ variant }) => rulesOf(partsOf(variant, eachFaultOnce)));

describe('every sentence has a rule that rests on it, or a reason why none does', () => {
  it('lists exactly those without a rule', () => {
    const used = new Set<string>(allRules.flatMap((rule) => basesOfRule(rule)));
    const unused = requirements.map(({ id }) => id).filter((id) => !used.has(id));
    expect(unused).toEqual(Object.keys(withoutRule));
  });
});

describe('8.4.3 and 8.4.3.1: general', () => {
  it('R-8.4.3-1: both ways of detaching end with the Mobile IP connection released', () => {
    for (const name of ['ue-initiated', 'network-initiated']) {
      expect(playNamed(name).end).toMatchObject({ 'ue.bindingUpdateListEntry': false, 'pdnGw.binding': false });
    }
  });

  it('R-8.4.3.1-1: a detach by the UE ends the DSMIPv6 session and its IKEv2 session', () => {
    const { end } = playNamed('ue-initiated');
    expect(end).toMatchObject({ 'ue.bindingUpdateListEntry': false, 'pdnGw.binding': false });
    expect(end).toMatchObject({ 'ue.ikeSa': false, 'pdnGw.ikeSa': false });
  });

  it('R-8.4.3.1-2: a detach by the network concerns one PDN only', () => {
    const { fields, end } = playNamed('one-of-two');
    for (const id of ['ue.phase', 'ue.ikeSa', 'pdnGw.phase', 'pdnGw.binding', 'pdnGw.ikeSa', 'pdnGw.signallingSa']) {
      expect(end[id], id).toBe(fields[0]?.[id]);
      expect(end[`${id}@ims`], id).not.toBe(fields[0]?.[`${id}@ims`]);
    }
  });

  it('R-8.4.3.1-3: no rule of any reading writes the access connectivity', () => {
    const written = allRules.flatMap((rule) =>
      allUpdates(rule.then).flatMap((update) => (update.type === 'assign' ? [update.field.id] : [])),
    );
    expect(written).toContain('ue.phase');
    expect(written).not.toContain('ue.accessConnectivity');
    for (const { end } of [playNamed('ue-initiated'), playNamed('h-10')]) {
      expect(end['ue.accessConnectivity']).toBe(true);
    }
  });

  it('R-8.4.3.1-4: the UE or the PDN GW starts an explicit detach, and nobody else', () => {
    const system = detach(defaultVariant, boundsOf(defaultVariant));
    const starts = system.enabled(system.initial).map((event) => system.rule(event.rule));
    expect([...new Set(starts.map((rule) => `${rule.actor} ${rule.stimulus.name}`))]).toEqual([
      'ue detach',
      'pdnGw orderDetach',
    ]);
  });

  it('R-8.4.3.1-5: the UE is detached only after its registration and its IKE SA are gone', () => {
    for (const order of ['buThenDelete', 'backToBack', 'backToBackDeleteFirst', 'deleteThenBu']) {
      const variant = reading({ order });
      const system = detach(variant, boundsOf(variant));
      let detached = 0;
      explore(system, 2_000, (state) => {
        const fields = named(system, state);
        if (fields['ue.phase'] !== 'detached') return;
        detached++;
        expect(fields).toMatchObject({ 'ue.bindingUpdateListEntry': false, 'ue.ikeSa': false });
      });
      expect(detached, order).toBeGreaterThan(0);
    }
  });

  it('R-8.4.3.1-6: the PDN GW tells the UE; it can while the binding is there, and not without one', () => {
    const { trace } = playTexts(detach(defaultVariant), ['orderDetach withAck']);
    expect(trace.messages).toMatchObject([{ name: 'detachNotification', from: 'pdnGw', to: 'ue' }]);
    const system = detach(reading({ lifetimeMayExpire: 'yes' }));
    const unbound = playTexts(system, ['bindingExpires']).trace.steps[0]?.state ?? system.initial;
    expect(system.enabled(unbound).map(({ text }) => text)).not.toContain('orderDetach withAck');
  });

  it('R-8.4.3.1-7: once told, the UE runs its own procedure, in any of its orders', () => {
    const system = detach(defaultVariant);
    const told = playTexts(system, ['orderDetach withoutAck']).trace.steps[0]?.state ?? system.initial;
    const next = system.enabled(told).filter(({ text }) => text.startsWith('deliver detachNotification'));
    expect(next.map(({ text }) => text.split(' ')[2])).toEqual([
      'buThenDelete',
      'backToBack',
      'backToBackDeleteFirst',
      'deleteThenBu',
    ]);
    for (const event of next) expect(named(system, system.apply(told, event))['ue.phase']).not.toBe('attached');
  });
});

describe('8.4.3.2: the UE', () => {
  it('R-8.4.3.2-1: the UE sends a BU with lifetime 0', () => {
    const { trace } = playTexts(detach(defaultVariant), ['detach buThenDelete']);
    expect(trace.messages).toMatchObject([{ name: 'bindingUpdate', from: 'ue', to: 'pdnGw', fate: 'inFlight' }]);
  });

  it('R-8.4.3.2-2: the SAs of the registration go by IKEv2, not by themselves', () => {
    const { fields } = playNamed('ue-initiated');
    const upUntilDelete = {
      'ue.signallingSa': true,
      'pdnGw.signallingSa': true,
      'ue.ikeSa': true,
      'pdnGw.ikeSa': true,
    };
    expect(fields[3]).toMatchObject(upUntilDelete);
    const before = playNamed('before-this-contribution');
    expect(before.end).toMatchObject(upUntilDelete);
  });

  it('R-8.4.3.2-3: the UE closes these SAs itself', () => {
    const { fields } = playNamed('ue-initiated');
    expect(fields[4]).toMatchObject({ 'ue.signallingSa': true, 'pdnGw.signallingSa': false });
    expect(fields[5]).toMatchObject({ 'ue.signallingSa': false });
  });

  it('R-8.4.3.2-4: the UE sends DELETE over the IKE SA', () => {
    const { trace } = playNamed('ue-initiated');
    expect(trace.messages.find(({ name }) => name === 'deleteRequest')).toMatchObject({ from: 'ue', sentAt: 3 });
  });

  it('R-8.4.3.2-5: with Protocol ID 1 the payload ESP SAs go as well, at both ends', () => {
    expect(playNamed('ue-initiated').end).toMatchObject({ 'ue.payloadSa': false, 'pdnGw.payloadSa': false });
    const chosen = playTexts(detach(reading({ deleteScope: 'chosen' })), [
      'detach buThenDelete',
      'deliver bindingUpdate',
      'deliver bindingAck:0',
      'deliver deleteRequest',
      'deliver deleteResponse',
    ]);
    expect(chosen.end).toMatchObject({ 'ue.payloadSa': false, 'ue.signallingSa': true, 'ue.ikeSa': true });
  });

  it('R-8.4.3.2-6: which message it is stays open: five answers, one of them unnamed', () => {
    const first = ['unnamed', 'bri', 'unsolicitedBa', 'gatewayDelete', 'none'].map((notification) => {
      const system = detach(reading({ notification, acknowledgement: 'yes' }));
      return playTexts(system, ['orderDetach']).trace.messages[0]?.name;
    });
    expect(first).toEqual([
      'detachNotification',
      'bindingRevocationIndication',
      'bindingAck:0:unsolicited',
      'gatewayDeleteRequest',
      undefined,
    ]);
  });

  it('R-8.4.3.2-7: whether the UE acknowledges stays open: both are possible', () => {
    const acks = ['withAck', 'withoutAck'].map((choice) => {
      const texts = [`orderDetach ${choice}`, 'deliver detachNotification buThenDelete'];
      return fates(playTexts(detach(defaultVariant), texts).trace, 'detachNotificationAck');
    });
    expect(acks).toEqual([['inFlight'], []]);
  });
});

describe('8.4.3.3: the PDN GW', () => {
  it('R-8.4.3.3-1: on the BU the PDN GW deletes its binding, if it has one', () => {
    const { fields } = playNamed('ue-initiated');
    expect([fields[1]?.['pdnGw.binding'], fields[2]?.['pdnGw.binding']]).toEqual([true, false]);
    const none = playNamed('h-22');
    expect(none.fields[2]).toMatchObject({ 'pdnGw.binding': false });
  });

  it('R-8.4.3.3-2: then it answers with a BA, in the same event', () => {
    const { trace } = playNamed('ue-initiated');
    expect(trace.messages[1]).toMatchObject({ name: 'bindingAck:0', from: 'pdnGw', sentAt: 2, answers: 1 });
    const effects = trace.steps[1]?.effects ?? [];
    const deleted = effects.findIndex((effect) => effect.type === 'changed' && effect.field.id === 'pdnGw.binding');
    expect(deleted).toBeGreaterThanOrEqual(0);
    expect(effects.findIndex((effect) => effect.type === 'sent')).toBeGreaterThan(deleted);
  });

  it('R-8.4.3.3-3: on the DELETE it closes the IKE SA', () => {
    const { fields } = playNamed('ue-initiated');
    expect([fields[3]?.['pdnGw.ikeSa'], fields[4]?.['pdnGw.ikeSa']]).toEqual([true, false]);
  });

  it('R-8.4.3.3-4: and all ESP SAs negotiated within it', () => {
    const { fields } = playNamed('ue-initiated');
    expect(fields[3]).toMatchObject({ 'pdnGw.signallingSa': true, 'pdnGw.payloadSa': true });
    expect(fields[4]).toMatchObject({ 'pdnGw.signallingSa': false, 'pdnGw.payloadSa': false });
    const shared = playNamed('h-13');
    expect(shared.end).toMatchObject({ 'pdnGw.signallingSa@ims': false, 'pdnGw.payloadSa@ims': false });
  });

  it('R-8.4.3.3-5: what the PDN GW sends is an unnamed message, protected like a BA', () => {
    const { trace } = playTexts(detach(reading({ timers: 'impatient' })), [
      'orderDetach withAck',
      'lose detachNotification',
      'detach backToBackDeleteFirst',
      'deliver deleteRequest',
      'timer detachNotification',
    ]);
    expect(fates(trace, 'detachNotification')).toEqual(['lost', 'notSent']);
  });
});

function playNamed(name: string): Played {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  return play(scenario);
}
