import { describe, expect, it } from 'vitest';
import { findScenario, notShowable, scenarios } from '#detach/scenario.ts';
import { contrast } from '#detach/scenariosOfContrast.ts';
import { hazards } from '#spec/hazards.ts';
import type { Played } from './explore.ts';
import { atRest, fates, play } from './explore.ts';

function playNamed(name: string): Played {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  return play(scenario);
}

/** Both ends are done with one PDN connection: nothing of it is left, and the access is as it was. */
const bothDone = {
  'ue.phase': 'detached',
  'ue.bindingUpdateListEntry': false,
  'ue.ikeSa': false,
  'ue.signallingSa': false,
  'ue.payloadSa': false,
  'ue.accessConnectivity': true,
  'pdnGw.phase': 'released',
  'pdnGw.binding': false,
  'pdnGw.ikeSa': false,
  'pdnGw.signallingSa': false,
  'pdnGw.payloadSa': false,
};

/** The UE has nothing left. */
const ueDone = {
  'ue.phase': 'detached',
  'ue.bindingUpdateListEntry': false,
  'ue.ikeSa': false,
  'ue.signallingSa': false,
  'ue.payloadSa': false,
};

/** The PDN GW still has all SAs. */
const gatewaySasUp = { 'pdnGw.ikeSa': true, 'pdnGw.signallingSa': true, 'pdnGw.payloadSa': true };

describe('the list of scenarios', () => {
  it('has the two explicit procedures first, then the hazards in their order', () => {
    const showable = hazards.map(({ id }) => id).filter((id) => id !== 'H-27');
    expect(scenarios.map(({ name }) => name).slice(0, 2 + showable.length)).toEqual([
      'ue-initiated',
      'network-initiated',
      ...showable.map((id) => id.toLowerCase()),
    ]);
    expect(scenarios.flatMap(({ hazard }) => hazard ?? [])).toEqual(showable);
  });

  it('leaves out only what needs rekeying, and says so', () => {
    expect(notShowable.map(({ hazard }) => hazard)).toEqual(['H-27']);
    expect(notShowable[0]?.lack.needs).toBe('rekey');
  });

  it('has names that differ, and says of each what to look at', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    for (const { name, title, look } of scenarios) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).not.toMatch(/\.$/);
      expect(look, name).toMatch(/^[A-Z][^.]*\.$/);
    }
    expect(findScenario('H-03')).toBeUndefined();
  });

  it('lays out the contrast with I-WLAN over scenarios that exist', () => {
    for (const row of contrast.rows) for (const run of row.runs) expect(findScenario(run)?.name).toBe(run);
    for (const row of contrast.rows) {
      expect(findScenario(row.runs[0])?.preset).toBe('i-wlan');
      expect(findScenario(row.runs[1])?.preset).toBe('as-tabled');
    }
  });
});

describe('every event of every scenario fits', () => {
  for (const scenario of scenarios) {
    it(scenario.name, () => {
      expect(play(scenario).trace.steps.map(({ event }) => event.text)).toEqual(scenario.events);
    });
  }
});

describe('the procedures', () => {
  it('ue-initiated: five steps, and both ends have nothing left', () => {
    const { system, trace, end } = playNamed('ue-initiated');
    expect(trace.steps).toHaveLength(5);
    expect(end).toMatchObject(bothDone);
    expect(atRest(system, trace.steps[4]?.state ?? system.initial)).toBe(true);
  });

  it('ue-initiated: after the BA the UE is de-registered at the PDN GW and the SAs are still up', () => {
    const { fields } = playNamed('ue-initiated');
    expect(fields[3]).toMatchObject({ 'ue.phase': 'awaitingDeleteResponse', 'pdnGw.binding': false, ...gatewaySasUp });
  });

  it('network-initiated: the notification comes first, both ends have nothing left', () => {
    const { trace, fields, end } = playNamed('network-initiated');
    expect(trace.messages[0]).toMatchObject({ name: 'detachNotification', from: 'pdnGw', fate: 'delivered' });
    expect(fields[3]).toMatchObject({ 'pdnGw.phase': 'notified', 'pdnGw.binding': true });
    expect(end).toMatchObject(bothDone);
  });

  it('implicit-detach: the binding goes, nothing is sent, the SAs stay on both sides', () => {
    const { trace, end } = playNamed('implicit-detach');
    expect(trace.messages).toEqual([]);
    expect(end).toMatchObject({ 'pdnGw.binding': false, ...gatewaySasUp, 'ue.phase': 'attached', 'ue.ikeSa': true });
  });

  it('before-this-contribution: the binding is gone, all SAs are left', () => {
    const { system, trace, end } = playNamed('before-this-contribution');
    expect(end).toMatchObject({
      'ue.phase': 'deregistered',
      'ue.bindingUpdateListEntry': false,
      'ue.ikeSa': true,
      'ue.signallingSa': true,
      'ue.payloadSa': true,
      'pdnGw.binding': false,
      ...gatewaySasUp,
    });
    expect(atRest(system, trace.steps.at(-1)?.state ?? system.initial)).toBe(true);
  });

  it('after-this-contribution: nothing is left', () => {
    expect(playNamed('after-this-contribution').end).toMatchObject(bothDone);
  });

  it('one-of-two: "ims" is detached, of "internet" nothing has changed', () => {
    const { fields, end } = playNamed('one-of-two');
    expect(end).toMatchObject({ 'ue.phase@ims': 'detached', 'pdnGw.binding@ims': false, 'pdnGw.ikeSa@ims': false });
    expect(ofFirst(end)).toEqual(ofFirst(fields[0] ?? {}));
  });

  it('shared-ike-sa: the SAs of "ims" go with those of "internet", and its own BU cannot be sent', () => {
    const { trace, fields, end } = playNamed('shared-ike-sa');
    expect(fields[5]).toMatchObject({
      'ue.phase@ims': 'attached',
      'ue.signallingSa@ims': false,
      'pdnGw.binding@ims': true,
      'pdnGw.phase@ims': 'boundWithoutSas',
    });
    expect(fates(trace, 'bindingUpdate@ims')).toEqual(['notSent', 'notSent', 'notSent']);
    expect(end).toMatchObject({ 'ue.phase@ims': 'detached', 'pdnGw.binding@ims': true });
  });

  it('lost-ba: by the words alone nothing more can happen', () => {
    const { system, trace, end } = playNamed('lost-ba');
    expect(end).toMatchObject({ 'ue.phase': 'awaitingBindingAck', 'ue.ikeSa': true, 'pdnGw.binding': false });
    expect(atRest(system, trace.steps.at(-1)?.state ?? system.initial)).toBe(true);
  });

  it('other-order: with nothing lost or overtaken all ends well', () => {
    expect(playNamed('other-order').end).toMatchObject(bothDone);
  });

  it('ba-after-close: the BA that the UE waits for is discarded', () => {
    const { trace, end } = playNamed('ba-after-close');
    expect(fates(trace, 'bindingAck:0')).toEqual(['discarded']);
    expect(end).toMatchObject({ 'observer.awaitedBaDiscarded': true, 'ue.phase': 'awaitingBindingAck' });
  });

  it('delete-then-bu: the BU can never be sent, the binding stays', () => {
    const { trace, end } = playNamed('delete-then-bu');
    expect(fates(trace, 'bindingUpdate')).toEqual(['notSent', 'notSent', 'notSent']);
    expect(end).toMatchObject({ ...ueDone, 'pdnGw.binding': true, 'pdnGw.phase': 'boundWithoutSas' });
  });

  it('response-forgotten: the repeated DELETE draws an unprotected Notify, the UE ends by giving up', () => {
    const { trace, end } = playNamed('response-forgotten');
    expect(fates(trace, 'unprotectedNotify')).toEqual(['discarded']);
    expect(end).toMatchObject({ ...bothDone, 'observer.gaveUp': true });
  });

  it('notification-lost: without acknowledgement it is not repeated', () => {
    const { system, trace, end } = playNamed('notification-lost');
    expect(end).toMatchObject({ 'ue.phase': 'attached', 'pdnGw.phase': 'notified', 'pdnGw.binding': true });
    const enabled = system.enabled(trace.steps.at(-1)?.state ?? system.initial).map(({ text }) => text);
    expect(enabled.filter((text) => text.startsWith('timer'))).toEqual([]);
  });

  it('unasked-ba: the PDN GW has no binding, the UE ignored the message', () => {
    const { trace, end } = playNamed('unasked-ba');
    expect(fates(trace, 'bindingAck:0:unsolicited')).toEqual(['discarded']);
    expect(end).toMatchObject({ 'ue.phase': 'attached', 'ue.bindingUpdateListEntry': true, 'pdnGw.binding': false });
  });

  it('revoked-then-deregistered: the BU draws status 133', () => {
    const { trace, end } = playNamed('revoked-then-deregistered');
    expect(fates(trace, 'bindingAck:133')).toEqual(['delivered']);
    expect(end).toMatchObject(bothDone);
  });

  it('later-text: no BU is sent at all', () => {
    const { trace, end } = playNamed('later-text');
    expect(fates(trace, 'bindingUpdate')).toEqual([]);
    expect(end).toMatchObject(bothDone);
  });

  it('with-proposed-changes: the DELETE takes the binding with it', () => {
    const { fields, end } = playNamed('with-proposed-changes');
    expect(fields[4]).toMatchObject({ 'pdnGw.binding': true });
    expect(end).toMatchObject(bothDone);
  });

  it('i-wlan-ue: only the ESP SAs go; s2c-ue: the IKE SA goes too', () => {
    expect(playNamed('i-wlan-ue').end).toMatchObject({
      'ue.phase': 'detached',
      'ue.ikeSa': true,
      'ue.payloadSa': false,
      'pdnGw.ikeSa': true,
      'pdnGw.payloadSa': false,
    });
    expect(playNamed('s2c-ue').end).toMatchObject(bothDone);
  });

  it('i-wlan-network: the gateway sends DELETE; s2c-network: only the UE does', () => {
    const iWlan = playNamed('i-wlan-network');
    expect(fates(iWlan.trace, 'gatewayDeleteRequest')).toEqual(['delivered']);
    expect(fates(iWlan.trace, 'deleteRequest')).toEqual([]);
    expect(iWlan.end).toMatchObject({
      'ue.payloadSa': false,
      'pdnGw.payloadSa': false,
      'observer.gatewayClosed': true,
    });
    const s2c = playNamed('s2c-network');
    expect(fates(s2c.trace, 'gatewayDeleteRequest')).toEqual([]);
    expect(fates(s2c.trace, 'deleteRequest')).toEqual(['delivered']);
    expect(s2c.end).toMatchObject({ ...bothDone, 'observer.gatewayClosed': false });
  });
});

describe('the hazards end as the texts have it', () => {
  it('H-01: the BU meets a dead SA, the binding outlives its SAs, the UE never learns the result', () => {
    const { trace, end } = playNamed('h-01');
    expect(fates(trace, 'bindingUpdate')).toEqual(['discarded', 'notSent', 'notSent']);
    expect(end).toMatchObject({
      ...ueDone,
      'observer.gaveUp': true,
      'pdnGw.binding': true,
      'pdnGw.ikeSa': false,
      'pdnGw.signallingSa': false,
    });
  });

  it('H-02: the third BU draws status 0', () => {
    const { trace, end } = playNamed('h-02');
    expect(fates(trace, 'bindingUpdate')).toEqual(['lost', 'lost', 'delivered']);
    expect(fates(trace, 'bindingAck:0')).toEqual(['delivered']);
    expect(end).toMatchObject({ ...bothDone, 'observer.gaveUp': false });
  });

  it('H-03: the repeated BU draws 133, the UE goes on as after success', () => {
    const { trace, fields, end } = playNamed('h-03');
    expect(fates(trace, 'bindingAck:0')).toEqual(['lost']);
    expect(fates(trace, 'bindingAck:133')).toEqual(['delivered']);
    expect(fields[6]).toMatchObject({ 'ue.phase': 'awaitingDeleteResponse', 'ue.bindingUpdateListEntry': false });
    expect(end).toMatchObject({ ...bothDone, 'observer.gaveUp': false });
  });

  it('H-04: the copy is dropped, there is one BA', () => {
    const { trace, end } = playNamed('h-04');
    expect(fates(trace, 'bindingUpdate')).toEqual(['delivered', 'discarded']);
    expect(trace.messages.filter(({ name }) => name.startsWith('bindingAck'))).toHaveLength(1);
    expect(end).toMatchObject(bothDone);
  });

  it('H-05: 135 keeps the binding, the next BU has lifetime 0 still', () => {
    const { trace, fields, end } = playNamed('h-05');
    expect(fates(trace, 'bindingAck:135')).toEqual(['delivered']);
    expect(fields[3]).toMatchObject({ 'pdnGw.binding': true });
    expect(fates(trace, 'refreshBindingUpdate')).toEqual([]);
    expect(fates(trace, 'bindingUpdate')).toEqual(['delivered', 'delivered']);
    expect(end).toMatchObject(bothDone);
  });

  it('H-06: the binding expired, the answer is 133, the UE goes on to DELETE', () => {
    const { trace, end } = playNamed('h-06');
    expect(fates(trace, 'bindingAck:133')).toEqual(['delivered']);
    expect(end).toMatchObject(bothDone);
  });

  it('H-07: the BU ends the notification, the BRA matches nothing, no deadlock', () => {
    const { trace, fields, end } = playNamed('h-07');
    expect(fields[3]).toMatchObject({ 'pdnGw.binding': false, 'pdnGw.notificationTransmissions': 0 });
    expect(fates(trace, 'bindingRevocationAck:0')).toEqual(['discarded']);
    expect(end).toMatchObject(bothDone);
  });

  it('H-08: both answer and close, both late responses are ignored; D-5 is violated', () => {
    const { trace, fields, end } = playNamed('h-08');
    expect(fields[6]).toMatchObject({ ...bothDone, 'pdnGw.deleteTransmissions': 0, 'ue.deleteTransmissions': 0 });
    expect(fates(trace, 'deleteResponse')).toEqual(['discarded']);
    expect(fates(trace, 'gatewayDeleteResponse')).toEqual(['discarded']);
    expect(end).toMatchObject({ ...bothDone, 'observer.gatewayClosed': true });
  });

  it('H-09: the same response comes again', () => {
    const { trace, fields, end } = playNamed('h-09');
    expect(fields[5]).toMatchObject({ 'ue.phase': 'awaitingDeleteResponse', 'pdnGw.ikeSa': false });
    expect(fates(trace, 'deleteResponse')).toEqual(['lost', 'delivered']);
    expect(end).toMatchObject({ ...bothDone, 'observer.gaveUp': false });
  });

  it('H-10: the UE has nothing left, the PDN GW has everything', () => {
    const { end } = playNamed('h-10');
    expect(end).toMatchObject({ ...ueDone, 'observer.gaveUp': true, 'pdnGw.binding': true, ...gatewaySasUp });
  });

  it('H-11: the BU that comes again is dropped, the UE keeps its list entry for now', () => {
    const { trace, end } = playNamed('h-11');
    expect(fates(trace, 'bindingUpdate')).toEqual(['lost', 'discarded']);
    expect(end).toMatchObject({
      'pdnGw.ikeSa': false,
      'pdnGw.signallingSa': false,
      'ue.bindingUpdateListEntry': true,
      'observer.gatewayClosed': true,
    });
  });

  it('H-12: the other PDN connection is unchanged', () => {
    const { fields, end } = playNamed('h-12');
    expect(end).toMatchObject(bothDone);
    expect(ofSecond(end)).toEqual(ofSecond(fields[0] ?? {}));
  });

  it('H-13: all SAs of the user go, the other binding is left without any', () => {
    // The model knows no deletion by user identity; one IKE SA for both connections has the same effect.
    const { end } = playNamed('h-13');
    expect(end).toMatchObject({
      ...bothDone,
      'ue.phase@ims': 'attached',
      'ue.signallingSa@ims': false,
      'pdnGw.signallingSa@ims': false,
      'pdnGw.payloadSa@ims': false,
      'pdnGw.binding@ims': true,
    });
  });

  it('H-14: the request to the home address never arrives, the DELETE of the UE works', () => {
    const { trace, end } = playNamed('h-14');
    expect(fates(trace, 'gatewayDeleteRequest')).toEqual(['lost']);
    expect(fates(trace, 'deleteResponse')).toEqual(['delivered']);
    expect(end).toMatchObject(bothDone);
  });

  it('H-16: 139 leaves the binding, the DELETE leaves it without SAs', () => {
    const { trace, fields, end } = playNamed('h-16');
    expect(fates(trace, 'bindingAck:139')).toEqual(['delivered']);
    expect(fields[3]).toMatchObject({ 'pdnGw.binding': true, 'pdnGw.phase': 'bound' });
    expect(end).toMatchObject({ ...ueDone, 'pdnGw.binding': true, 'pdnGw.phase': 'boundWithoutSas' });
  });

  it('H-17: as H-03 after the NAT lost the BA', () => {
    const { trace, end } = playNamed('h-17');
    expect(fates(trace, 'bindingAck:0')).toEqual(['lost']);
    expect(end).toMatchObject(bothDone);
  });

  it('H-18: local deletion, the UE is unaware', () => {
    const { trace, end } = playNamed('h-18');
    expect(fates(trace, 'bindingRevocationIndication')).toEqual(['lost', 'lost']);
    expect(end).toMatchObject({
      'pdnGw.binding': false,
      'observer.gaveUp': true,
      'ue.phase': 'attached',
      'ue.bindingUpdateListEntry': true,
    });
  });

  it('H-19: BE status 2 ends the waiting, the binding is dropped locally', () => {
    const { trace, end } = playNamed('h-19');
    expect(trace.messages.find(({ name }) => name === 'bindingError:2')).toMatchObject({
      from: 'ue',
      fate: 'delivered',
    });
    expect(end).toMatchObject({
      'pdnGw.notificationTransmissions': 0,
      'pdnGw.binding': false,
      'ue.phase': 'attached',
    });
  });

  it('H-20: no BRI leaves, with or without protection', () => {
    const { trace, end } = playNamed('h-20');
    expect(fates(trace, 'bindingRevocationIndication')).toEqual(['notSent', 'notSent', 'notSent']);
    expect(end).toMatchObject({ 'observer.notSent': true, 'ue.phase': 'attached' });
  });

  it('H-21: BU and DELETE meet unknown SPIs, the UE ends by giving up', () => {
    const { trace, fields, end } = playNamed('h-21');
    expect(fates(trace, 'bindingUpdate')).toEqual(['discarded']);
    expect(fates(trace, 'deleteRequest')).toEqual(['discarded']);
    expect(fields[6]).toMatchObject({ 'ue.phase': 'awaitingDeleteResponse', 'ue.ikeSa': true });
    expect(end).toMatchObject({ ...bothDone, 'observer.gaveUp': true });
  });

  it('H-22: SAs kept, binding lost: 133', () => {
    const { trace, end } = playNamed('h-22');
    expect(fates(trace, 'bindingAck:133')).toEqual(['delivered']);
    expect(end).toMatchObject(bothDone);
  });

  it('H-23: the forged Notify changes no field of the UE', () => {
    const { trace, fields, end } = playNamed('h-23');
    expect(trace.steps[5]?.event.text).toBe('deliver deleteResponse:forgedNotify');
    expect(fields[6]).toEqual(fields[5]);
    expect(fates(trace, 'deleteResponse')).toEqual(['discarded', 'delivered']);
    expect(end).toMatchObject(bothDone);
  });

  it('H-24: neither BA nor DELETE completes', () => {
    const { trace, end } = playNamed('h-24');
    expect(fates(trace, 'bindingAck:0')).toEqual(['lost']);
    expect(fates(trace, 'deleteRequest')).toEqual(['lost']);
    expect(end).toMatchObject({ ...ueDone, 'pdnGw.binding': false, ...gatewaySasUp });
  });

  it('H-25: dropped, with BE status 1', () => {
    const { trace, fields, end } = playNamed('h-25');
    expect(fates(trace, 'payloadPacket')).toEqual(['discarded']);
    expect(trace.messages.find(({ name }) => name === 'bindingError:1')).toMatchObject({ from: 'pdnGw' });
    expect(fields[8]).toEqual(fields[6]);
    expect(end).toMatchObject(bothDone);
  });

  it('H-26: TEMPORARY_FAILURE, and the PDN GW abandons its request', () => {
    const { trace, end } = playNamed('h-26');
    expect(trace.messages.find(({ name }) => name === 'createChildSaResponse:temporaryFailure')?.from).toBe('ue');
    expect(end).toMatchObject({ ...bothDone, 'pdnGw.createOutstanding': false });
  });

  it('H-28: the DELETE is not sent before the liveness check is answered', () => {
    const { trace, fields, end } = playNamed('h-28');
    expect(fields[1]).toMatchObject({ 'ue.phase': 'awaitingWindow', 'ue.deleteTransmissions': 0 });
    expect(trace.messages.find(({ name }) => name === 'deleteRequest')?.sentAt).toBe(3);
    expect(fields[3]).toMatchObject({ 'ue.phase': 'awaitingBoth', 'ue.livenessOutstanding': false });
    expect(end).toMatchObject(bothDone);
  });

  it('H-29: INVALID_SYNTAX, nothing is closed at the PDN GW', () => {
    // The fact sheet ends at the answer. What follows is our reading: the UE drops its SAs, the PDN GW keeps its own.
    const { trace, fields, end } = playNamed('h-29');
    expect(fates(trace, 'deleteResponse:invalidSyntax')).toEqual(['delivered']);
    expect(fields[5]).toMatchObject(gatewaySasUp);
    expect(end).toMatchObject({ ...ueDone, ...gatewaySasUp });
  });

  for (const [name, what] of [
    ['h-15', 'H-15: the PDN GW accepts either Alternate Care-of Address'],
    ['h-30', 'H-30: a response with DELETE payloads is accepted'],
    ['h-31', 'H-31: K clear makes no difference'],
    ['h-36', 'H-36: all bindings go'],
    ['h-38', 'H-38: the same procedure over IPv4'],
  ] as const) {
    // What these differ in are octets and tables of the session; the procedure is the ordinary one.
    it(what, () => {
      expect(Object.keys(findScenario(name)?.session ?? {})).toHaveLength(1);
      expect(playNamed(name).end).toMatchObject({ ...bothDone, 'observer.gaveUp': false });
    });
  }

  it('H-32: the late refresh creates the binding again, and it stays', () => {
    const { fields, end } = playNamed('h-32');
    expect(fields[3]).toMatchObject({ 'pdnGw.binding': false });
    expect(fields[4]).toMatchObject({ 'pdnGw.binding': true, 'pdnGw.refreshAccepted': true });
    expect(end).toMatchObject({ ...ueDone, 'pdnGw.binding': true, 'pdnGw.phase': 'boundWithoutSas' });
  });

  it('H-33: the late BA is ignored and changes no field', () => {
    const { trace, fields, end } = playNamed('h-33');
    expect(fates(trace, 'bindingAck:0')).toEqual(['discarded']);
    expect(fields[4]).toEqual(fields[3]);
    expect(end).toMatchObject({ ...bothDone, 'observer.gaveUp': true });
  });

  it('H-34: two BUs are answered 0 and 133, one of them counts', () => {
    const { trace, end } = playNamed('h-34');
    expect(fates(trace, 'bindingUpdate')).toEqual(['delivered', 'delivered']);
    expect(fates(trace, 'bindingAck:0')).toEqual(['delivered']);
    expect(fates(trace, 'bindingAck:133')).toEqual(['discarded']);
    expect(end).toMatchObject(bothDone);
  });

  it('H-35: only the IPv4 home address ends', () => {
    const { end } = playNamed('h-35');
    expect(end).toMatchObject({
      'pdnGw.ipv4Binding': false,
      'pdnGw.binding': true,
      ...gatewaySasUp,
      'ue.phase': 'attached',
      'ue.ikeSa': true,
    });
  });

  it('H-37: the care-of address is lost first: it ends as H-10', () => {
    const { trace, end } = playNamed('h-37');
    expect(fates(trace, 'bindingUpdate')).toEqual(['lost']);
    expect(end).toMatchObject({ ...ueDone, 'pdnGw.binding': true, ...gatewaySasUp });
  });

  it('H-39: the number after 65535 is accepted, not refused with 135', () => {
    const { trace, end } = playNamed('h-39');
    expect(fates(trace, 'bindingUpdate')).toEqual(['lost', 'delivered']);
    expect(fates(trace, 'bindingAck:135')).toEqual([]);
    expect(end).toMatchObject(bothDone);
  });

  it('H-40: the binding stays at both ends', () => {
    const { end } = playNamed('h-40');
    expect(end).toMatchObject({
      'ue.phase': 'attached',
      'ue.bindingUpdateListEntry': true,
      'pdnGw.binding': true,
      'pdnGw.notificationTransmissions': 0,
      ...gatewaySasUp,
    });
  });
});

function ofFirst(fields: Played['end']): Played['end'] {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => !id.includes('@') && !id.startsWith('network.')));
}

function ofSecond(fields: Played['end']): Played['end'] {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => id.endsWith('@ims')));
}
