import { describe, expect, it } from 'vitest';
import { boundsOf, detach } from '#detach/detach.ts';
import { findPreset, presetOf, presets, presetVariant } from '#detach/presets.ts';
import type { ParameterName, Variant } from '#detach/variant.ts';
import { defaultVariant, differences, parameterNames, parameters, readVariant } from '#detach/variant.ts';
import { explore, fates, keyOf, playTexts } from './explore.ts';
import { companions, reading } from './readings.ts';

describe('a reading is read whole or refused with one sentence', () => {
  it('has the defaults where nothing is given', () => {
    expect(readVariant({})).toEqual({ ok: true, value: defaultVariant });
    expect(parameterNames).toHaveLength(30);
    for (const name of parameterNames) expect(defaultVariant[name]).toBe(parameters[name][0]);
  });

  it.each([
    [{ ordre: 'open' }, /parameter "ordre"/],
    [{ toString: 'open' }, /parameter "toString"/],
    [{ order: 'sideways' }, /order cannot be "sideways".*buThenDelete/],
    [{ maxRetransmissions: 4 }, /one of 0, 1, 2, 3/],
    [{ loss: -1 }, /loss cannot be "-1"/],
    [{ timers: null }, /timers cannot be "null"/],
    [{ timers: ['none'] }, /timers cannot be/],
    [{ secondPdn: 'detaching' }, /second PDN connection/],
    [{ sharedIkeSa: 'yes' }, /second PDN connection/],
    [{ sharedIkeSa: 'yes', pdnConnections: 1 }, /second PDN connection/],
  ])('refuses %o', (given, wanted) => {
    const read = readVariant(given);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.error).toMatch(wanted);
    expect(read.error.match(/\.( |$)/g)).toHaveLength(1);
  });

  it('takes numbers as text, defaults written out, and parameters without effect', () => {
    expect(readVariant({ loss: '2', maxRetransmissions: '0' })).toMatchObject({
      ok: true,
      value: { loss: 2, maxRetransmissions: 0 },
    });
    expect(readVariant(defaultVariant)).toEqual({ ok: true, value: defaultVariant });
    expect(readVariant({ supportsRevocation: 'no' }).ok).toBe(true);
    expect(readVariant({ sharedIkeSa: 'yes', pdnConnections: 2 }).ok).toBe(true);
  });

  it('lists differences in the order of the table', () => {
    expect(differences(defaultVariant, { ...defaultVariant, loss: 2, order: 'buOnly' })).toEqual(['order', 'loss']);
  });
});

describe('the presets are those of the table', () => {
  const practice = {
    order: 'buThenDelete',
    notification: 'bri',
    acknowledgement: 'yes',
    bindingOnAcknowledgement: 'removed',
    notificationGiveUp: 'dropBinding',
  };
  it.each([
    ['as-tabled', {}],
    ['before-this-paper', { order: 'buOnly', initiator: 'ue' }],
    [
      'words-alone',
      { timers: 'none', rememberDeleteResponse: 'no', unknownBinding: 'status0', ueCloses: 'onDeleteSent' },
    ],
    ['rfc-practice', practice],
    ['ts-24.303', { ...practice, afterNotification: 'deleteOnly' }],
    [
      'repaired',
      {
        order: 'buThenDelete',
        notification: 'bri',
        acknowledgement: 'yes',
        deleteRemovesBinding: 'yes',
        notificationGiveUp: 'dropBindingAndSas',
      },
    ],
    ['i-wlan', { mobileIp: 'no', notification: 'gatewayDelete', deleteScope: 'chosen' }],
  ])('%s', (name, differs) => {
    const preset = findPreset(name);
    if (preset === undefined) throw new Error(`there is no preset ${name}`);
    const variant = presetVariant(preset);
    expect(variant).toEqual({ ...defaultVariant, ...differs });
    expect(presetOf(variant)?.name).toBe(name);
  });

  it('are seven, in this order, and nothing else is one', () => {
    expect(presets).toHaveLength(7);
    expect(presetOf({ ...defaultVariant, loss: 0 })).toBeUndefined();
    expect(findPreset('As tabled')).toBeUndefined();
  });
});

describe('every value of every parameter changes what can happen', () => {
  for (const name of parameterNames) {
    for (const value of parameters[name]) {
      if (value === defaultVariant[name]) continue;
      it(`${name}=${value}`, () => {
        const beside = companions[name] ?? {};
        expect(behaviour(reading({ ...beside, [name]: value }))).not.toBe(behaviour(reading(beside)));
      });
    }
  }

  it('has companions only where the value has no effect alone', () => {
    const alone = (Object.keys(companions) as ParameterName[]).filter((name) => companions[name]?.pdnConnections !== 2);
    for (const name of alone) {
      const other = parameters[name][1];
      expect(behaviour(reading({ [name]: other })), name).toBe(behaviour(defaultVariant));
    }
  });
});

describe('the values mean what the table says', () => {
  it('order=open: the detach exists once for each of the four orders that send both', () => {
    expect(startsOf({})).toEqual([
      'detach buThenDelete',
      'detach backToBack',
      'detach backToBackDeleteFirst',
      'detach deleteThenBu',
      'orderDetach withAck',
      'orderDetach withoutAck',
    ]);
    for (const order of parameters.order.slice(1)) {
      expect(startsOf({ order, initiator: 'ue' })).toEqual([`detach ${order}`]);
    }
  });

  it('order=backToBack: both leave in one event', () => {
    const { trace, end } = playTexts(detach(defaultVariant), ['detach backToBack']);
    expect(trace.messages.map((each) => each.name)).toEqual(['bindingUpdate', 'deleteRequest']);
    expect(end['ue.phase']).toBe('awaitingBoth');
    const other = playTexts(detach(defaultVariant), ['detach backToBackDeleteFirst']);
    expect(other.trace.messages.map((each) => each.name)).toEqual(['deleteRequest', 'bindingUpdate']);
  });

  it('order=deleteThenBu: the BU comes after a give-up as well, and has no SA then', () => {
    const { trace, end } = playTexts(detach(reading({ order: 'deleteThenBu', maxRetransmissions: 0 })), [
      'detach deleteThenBu',
      'lose deleteRequest',
      'timer deleteRequest',
    ]);
    expect(fates(trace, 'bindingUpdate')).toEqual(['notSent']);
    expect(end).toMatchObject({ 'ue.phase': 'awaitingBindingAck', 'ue.ikeSa': false, 'pdnGw.binding': true });
  });

  it('ueCloses=onDeleteSent: the ESP SAs go with the request, the IKE SA with the response', () => {
    const texts = ['detach buThenDelete', 'deliver bindingUpdate', 'deliver bindingAck:0'];
    const { end } = playTexts(detach(reading({ ueCloses: 'onDeleteSent' })), texts);
    expect(end).toMatchObject({ 'ue.signallingSa': false, 'ue.payloadSa': false, 'ue.ikeSa': true });
    expect(playTexts(detach(defaultVariant), texts).end).toMatchObject({ 'ue.signallingSa': true, 'ue.ikeSa': true });
  });

  it('initiator: who may start', () => {
    expect(startsOf({ initiator: 'ue' }).every((text) => text.startsWith('detach'))).toBe(true);
    expect(startsOf({ initiator: 'network' })).toEqual(['orderDetach withAck', 'orderDetach withoutAck']);
  });

  it('initiator=both: each may happen once, at any moment', () => {
    const system = detach(defaultVariant);
    for (const texts of [
      ['detach buThenDelete', 'orderDetach withAck'],
      ['orderDetach withAck', 'detach buThenDelete'],
    ]) {
      const { trace } = playTexts(system, texts);
      const next = system.enabled(trace.steps.at(-1)?.state ?? system.initial).map(({ text }) => text);
      expect(next.filter((text) => /^(detach|orderDetach) /.test(text))).toEqual([]);
    }
  });

  it('notification=unsolicitedBa: the PDN GW removes the binding as it sends it; accepted: the procedure follows', () => {
    const given = { notification: 'unsolicitedBa', order: 'buThenDelete', unsolicitedBa: 'accepted' };
    const { trace, fields, end } = playTexts(detach(reading(given)), [
      'orderDetach',
      'deliver bindingAck:0:unsolicited',
    ]);
    expect(fields[1]).toMatchObject({ 'pdnGw.binding': false, 'pdnGw.phase': 'unbound' });
    expect(end['ue.phase']).toBe('awaitingBindingAck');
    expect(fates(trace, 'bindingUpdate')).toEqual(['inFlight']);
  });

  it('notification=none: the binding goes and nothing is sent', () => {
    const { trace, end } = playTexts(detach(reading({ notification: 'none' })), ['orderDetach']);
    expect(trace.messages).toEqual([]);
    expect(end['pdnGw.binding']).toBe(false);
  });

  it('acknowledgement: open leaves the choice, yes and no take it', () => {
    expect(startsOf({ acknowledgement: 'yes', initiator: 'network' })).toEqual(['orderDetach']);
    const { trace } = playTexts(detach(reading({ acknowledgement: 'no', order: 'buThenDelete' })), [
      'orderDetach',
      'deliver detachNotification',
    ]);
    expect(trace.messages.map(({ name }) => name)).toEqual(['detachNotification', 'bindingUpdate']);
  });

  it('bindingOnAcknowledgement: kept until the BU comes, or removed so that the BU draws unknownBinding', () => {
    const texts = ['orderDetach', 'deliver detachNotification', 'deliver detachNotificationAck'];
    const given = { acknowledgement: 'yes', order: 'buThenDelete' };
    expect(playTexts(detach(reading(given)), texts).end['pdnGw.binding']).toBe(true);
    const removed = detach(reading({ ...given, bindingOnAcknowledgement: 'removed' }));
    const { fields, trace } = playTexts(removed, [...texts, 'deliver bindingUpdate']);
    expect(fields[3]?.['pdnGw.binding']).toBe(false);
    expect(fates(trace, 'bindingAck:133')).toEqual(['inFlight']);
  });

  it('afterNotification: both procedures follow in the event of the acknowledgement', () => {
    const given = { acknowledgement: 'yes', order: 'buThenDelete' };
    const texts = ['orderDetach', 'deliver detachNotification'];
    const sentNames = (variant: Variant) =>
      playTexts(detach(variant), texts)
        .trace.messages.filter(({ sentAt }) => sentAt === 2)
        .map(({ name }) => name);
    expect(sentNames(reading(given))).toEqual(['detachNotificationAck', 'bindingUpdate']);
    expect(sentNames(reading({ ...given, afterNotification: 'deleteOnly' }))).toEqual([
      'detachNotificationAck',
      'deleteRequest',
    ]);
  });

  it.each([
    ['keepAll', { 'pdnGw.binding': true, 'pdnGw.ikeSa': true, 'pdnGw.phase': 'bound' }],
    ['dropBinding', { 'pdnGw.binding': false, 'pdnGw.ikeSa': true, 'pdnGw.phase': 'unbound' }],
    [
      'dropBindingAndSas',
      { 'pdnGw.binding': false, 'pdnGw.ikeSa': false, 'pdnGw.signallingSa': false, 'pdnGw.phase': 'released' },
    ],
  ])('notificationGiveUp=%s', (notificationGiveUp, wanted) => {
    const system = detach(reading({ notificationGiveUp, acknowledgement: 'yes', maxRetransmissions: 0 }));
    const texts = ['orderDetach', 'lose detachNotification', 'timer detachNotification'];
    expect(playTexts(system, texts).end).toMatchObject({ ...wanted, 'pdnGw.notificationTransmissions': 0 });
  });

  it.each([0, 1, 2, 3])('maxRetransmissions=%i: 1 + that many transmissions, then the next expiry gives up', (most) => {
    const system = detach(reading({ maxRetransmissions: most }));
    const again = Array.from({ length: most }, () => ['lose bindingUpdate', 'timer bindingUpdate']).flat();
    const texts = ['detach buThenDelete', ...again, 'lose bindingUpdate'];
    const { trace, end } = playTexts(system, texts);
    expect(fates(trace, 'bindingUpdate')).toHaveLength(1 + most);
    expect(end['observer.gaveUp']).toBe(false);
    expect(playTexts(system, [...texts, 'timer bindingUpdate']).end).toMatchObject({
      'observer.gaveUp': true,
      'ue.bindingUpdateListEntry': false,
      'ue.phase': 'awaitingDeleteResponse',
    });
  });

  it('timers: patient waits until nothing is in flight, impatient does not, none never fires', () => {
    const timersAfter = (timers: string, texts: readonly string[]) => {
      const system = detach(reading({ timers }));
      const { trace } = playTexts(system, texts);
      const next = system.enabled(trace.steps.at(-1)?.state ?? system.initial).map(({ text }) => text);
      return next.filter((text) => text.startsWith('timer'));
    };
    const sent = ['detach buThenDelete'];
    const lost = [...sent, 'lose bindingUpdate'];
    expect(timersAfter('patient', sent)).toEqual([]);
    expect(timersAfter('patient', lost)).toEqual(['timer bindingUpdate']);
    expect(timersAfter('impatient', sent)).toEqual(['timer bindingUpdate']);
    expect(timersAfter('none', lost)).toEqual([]);
  });

  it('loss and duplication bound the checker, not the hand', () => {
    expect(boundsOf(reading({ loss: 2, duplication: 1 }))).toEqual({ loss: 2, duplication: 1, alteration: 0 });
    const bounded = detach(defaultVariant, boundsOf(defaultVariant));
    const texts = ['detach buThenDelete', 'lose bindingUpdate', 'timer bindingUpdate', 'lose bindingUpdate'];
    expect(() => playTexts(bounded, texts)).toThrow(/not possible/);
    expect(playTexts(detach(reading({ loss: 0 })), texts).end['network.losses']).toBe(2);
  });

  it('ordering: a queue delivers its oldest message, or any', () => {
    const texts = ['detach backToBack', 'deliver deleteRequest'];
    expect(() => playTexts(detach(defaultVariant), texts)).toThrow(/not possible/);
    expect(playTexts(detach(reading({ ordering: 'unordered' })), texts).end['pdnGw.ikeSa']).toBe(false);
  });

  it('duplication: a copy stands right behind its original', () => {
    const { trace } = playTexts(detach(defaultVariant), ['detach backToBack', 'duplicate bindingUpdate']);
    expect(trace.inFlight[0]?.map((number) => trace.messages[number - 1]?.name)).toEqual([
      'bindingUpdate',
      'bindingUpdate',
      'deleteRequest',
    ]);
  });

  it('antiReplay=no: the copy is processed like a BU of its own', () => {
    const texts = ['detach buThenDelete', 'duplicate bindingUpdate', 'deliver bindingUpdate', 'deliver bindingUpdate'];
    expect(fates(playTexts(detach(defaultVariant), texts).trace, 'bindingUpdate')).toEqual(['delivered', 'discarded']);
    const without = playTexts(detach(reading({ antiReplay: 'no' })), texts);
    expect(fates(without.trace, 'bindingUpdate')).toEqual(['delivered', 'delivered']);
    expect(fates(without.trace, 'bindingAck:133')).toEqual(['inFlight']);
  });

  it('antiReplay: a BU sent again is a new packet, an IKE copy obeys Message IDs', () => {
    const { trace } = playTexts(detach(defaultVariant), [
      'detach buThenDelete',
      'deliver bindingUpdate',
      'lose bindingAck:0',
      'timer bindingUpdate',
      'deliver bindingUpdate',
      'deliver bindingAck:133',
      'duplicate deleteRequest',
      'deliver deleteRequest',
      'deliver deleteRequest',
      'deliver deleteResponse',
      'deliver deleteResponse',
    ]);
    expect(fates(trace, 'bindingUpdate')).toEqual(['delivered', 'delivered']);
    expect(fates(trace, 'deleteRequest')).toEqual(['delivered', 'delivered']);
    expect(fates(trace, 'deleteResponse')).toEqual(['delivered', 'discarded']);
  });

  it.each([
    ['status133', ['bindingAck:133']],
    ['status0', ['bindingAck:0']],
    ['ignore', []],
  ])('unknownBinding=%s', (unknownBinding, wanted) => {
    const { trace } = playTexts(detach(reading({ unknownBinding })), [
      'detach buThenDelete',
      'deliver bindingUpdate',
      'lose bindingAck:0',
      'timer bindingUpdate',
      'deliver bindingUpdate',
    ]);
    expect(trace.messages.slice(3).map(({ name }) => name)).toEqual(wanted);
  });

  it('on133=failure: as a give-up', () => {
    const { end } = playTexts(detach(reading({ on133: 'failure' })), [
      'detach buThenDelete',
      'deliver bindingUpdate',
      'lose bindingAck:0',
      'timer bindingUpdate',
      'deliver bindingUpdate',
      'deliver bindingAck:133',
    ]);
    expect(end).toMatchObject({ 'observer.gaveUp': true, 'ue.phase': 'awaitingDeleteResponse' });
  });

  it('deleteScope=chosen: of two tunnels over one IKE SA only the named one goes', () => {
    const system = detach(
      reading({
        mobileIp: 'no',
        deleteScope: 'chosen',
        pdnConnections: 2,
        secondPdn: 'detaching',
        sharedIkeSa: 'yes',
      }),
    );
    const { end } = playTexts(system, [
      'detach@ims deleteOnly',
      'deliver deleteRequest@ims',
      'deliver deleteResponse@ims',
    ]);
    expect(end).toMatchObject({
      'ue.payloadSa@ims': false,
      'pdnGw.payloadSa@ims': false,
      'ue.phase@ims': 'detached',
      'ue.payloadSa': true,
      'pdnGw.payloadSa': true,
      'ue.ikeSa': true,
      'pdnGw.ikeSa': true,
      'ue.phase': 'attached',
    });
  });

  it('childSas and mobileIp: which SAs there are at the start', () => {
    const startOf = (given: Readonly<Record<string, unknown>>) => playTexts(detach(reading(given)), []).end;
    expect(startOf({ childSas: 'signallingOnly' })).toMatchObject({ 'ue.signallingSa': true, 'ue.payloadSa': false });
    expect(startOf({ mobileIp: 'no' })).toMatchObject({
      'ue.bindingUpdateListEntry': false,
      'ue.signallingSa': false,
      'ue.payloadSa': true,
      'pdnGw.binding': false,
    });
  });

  it('secondPdn: idle cannot be detached, detaching can', () => {
    const ims = (secondPdn: string) =>
      startsOf({ pdnConnections: 2, secondPdn }).filter((text) => text.includes('@ims'));
    expect(ims('idle')).toEqual([]);
    expect(ims('detaching')).toHaveLength(6);
  });

  it('refreshInFlight: in order it refreshes the binding, once', () => {
    const { trace, end } = playTexts(detach(reading({ refreshInFlight: 'yes' })), [
      'refresh',
      'deliver refreshBindingUpdate',
      'deliver bindingAck:0:refresh',
    ]);
    expect(trace.messages).toHaveLength(2);
    expect(end).toMatchObject({ 'pdnGw.refreshAccepted': true, 'pdnGw.binding': true, 'ue.phase': 'attached' });
    expect(startsOf({ refreshInFlight: 'yes' })).toContain('refresh');
  });

  it('gatewayMayRestart: all state of the PDN GW goes, what is in flight stays', () => {
    const { trace, end } = playTexts(detach(reading({ gatewayMayRestart: 'yes' })), ['detach buThenDelete', 'restart']);
    expect(end).toMatchObject({
      'pdnGw.binding': false,
      'pdnGw.ikeSa': false,
      'pdnGw.signallingSa': false,
      'pdnGw.payloadSa': false,
    });
    expect(fates(trace, 'bindingUpdate')).toEqual(['inFlight']);
  });

  it('coverageMayBeLost: all in flight and sent later is lost, for good', () => {
    const system = detach(reading({ coverageMayBeLost: 'yes' }));
    const { trace } = playTexts(system, ['detach buThenDelete', 'coverageLost', 'timer bindingUpdate']);
    expect(fates(trace, 'bindingUpdate')).toEqual(['lost', 'lost']);
    const last = trace.steps.at(-1)?.state ?? system.initial;
    expect(system.enabled(last).map(({ text }) => text)).not.toContain('coverageLost');
  });
});

/** What may be done from the start on, faults aside. */
function startsOf(given: Readonly<Record<string, unknown>>): readonly string[] {
  const system = detach(reading(given));
  return system
    .enabled(system.initial)
    .filter((event) => system.rule(event.rule).stimulus.kind !== 'fault')
    .map(({ text }) => text);
}

/** All that happens among the first states of a reading, as one text. */
function behaviour(variant: Variant): string {
  const system = detach(variant, boundsOf(variant));
  const lines: string[] = [];
  explore(system, 500, (state, events) => {
    for (const event of events) lines.push(`${event.text} ${keyOf(system.apply(state, event))}`);
  });
  return lines.join('\n');
}
