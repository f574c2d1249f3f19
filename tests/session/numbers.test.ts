import { describe, expect, it } from 'vitest';
import { nth, ofType, play } from './runs.ts';

const buThenDelete = { order: 'buThenDelete' } as const;
const bri = { order: 'buThenDelete', notification: 'bri', acknowledgement: 'yes' } as const;
const numbersOf = (session: ReturnType<typeof play>, type: Parameters<typeof nth>[1]) =>
  ofType(session, type).map((each) => each.numbers);

describe('BU and BA', () => {
  it('V1, V2, V6, V8: sequence 8 both ways, ESP 0x12 under 0xc001 and 0x0a under 0xd001', () => {
    const session = play(buThenDelete, ['detach buThenDelete', 'deliver bindingUpdate']);
    const bu = nth(session, 'bindingUpdate');
    expect(bu).toMatchObject({ shortName: 'BU', title: 'Binding Update', decisive: 'lifetime 0' });
    expect(bu.numbers).toEqual({
      type: 'bindingUpdate',
      sequenceNumber: 8,
      lifetimeUnits: 0,
      homeRegistration: true,
      keyManagement: true,
      alternateCareOfAddress: '2001:db8:c:1::77',
    });
    expect(bu.esp).toEqual({ spi: 0xc001, sequenceNumber: 0x12 });
    expect(bu.addresses).toEqual({
      source: '2001:db8:c:1::77',
      destination: '2001:db8:a::1',
      homeAddressIn: 'destinationOption',
    });
    const ba = nth(session, 'bindingAck');
    expect(ba).toMatchObject({ shortName: 'BA', decisive: 'status 0' });
    expect(ba.numbers).toEqual({
      type: 'bindingAcknowledgement',
      status: 0,
      sequenceNumber: 8,
      lifetimeUnits: 0,
      keyManagement: true,
    });
    expect(ba.esp).toEqual({ spi: 0xd001, sequenceNumber: 0x0a });
    expect(ba.addresses).toEqual({
      source: '2001:db8:a::1',
      destination: '2001:db8:c:1::77',
      homeAddressIn: 'routingHeader',
    });
  });

  it('V3, H-03: the BA is lost, the repeated BU has 9, its answer is status 133 with 9 and K clear', () => {
    const session = play(buThenDelete, [
      'detach buThenDelete',
      'deliver bindingUpdate',
      'lose bindingAck:0',
      'timer bindingUpdate',
      'deliver bindingUpdate',
    ]);
    expect(nth(session, 'bindingUpdate', 1)).toMatchObject({
      numbers: { sequenceNumber: 9 },
      esp: { spi: 0xc001, sequenceNumber: 0x13 },
    });
    expect(nth(session, 'bindingAck', 1)).toMatchObject({
      decisive: 'status 133',
      numbers: { status: 133, sequenceNumber: 9, keyManagement: false },
      esp: { spi: 0xd001, sequenceNumber: 0x0b },
    });
  });

  it('V4, M-16, H-05: status 135 carries 7, and the BU that follows has 8', () => {
    const session = play(buThenDelete, [
      'detach buThenDelete',
      'alter bindingUpdate sequenceOutOfWindow',
      'deliver bindingUpdate:sequenceOutOfWindow',
      'deliver bindingAck:135',
    ]);
    expect(nth(session, 'bindingUpdate')).toMatchObject({
      numbers: { sequenceNumber: 8 },
      altered: { sequenceNumber: 7 },
    });
    expect(nth(session, 'bindingAck').numbers).toMatchObject({ status: 135, sequenceNumber: 7 });
    expect(nth(session, 'bindingUpdate', 1).numbers).toMatchObject({ sequenceNumber: 8, lifetimeUnits: 0 });
  });

  it('M-5, M-16: the BU after status 135 is also later than one that was repeated meanwhile', () => {
    const session = play({ ...buThenDelete, timers: 'impatient' }, [
      'detach buThenDelete',
      'timer bindingUpdate',
      'alter bindingUpdate sequenceOutOfWindow',
      'deliver bindingUpdate:sequenceOutOfWindow',
      'deliver bindingAck:135',
    ]);
    expect(numbersOf(session, 'bindingUpdate')).toMatchObject([
      { sequenceNumber: 8 },
      { sequenceNumber: 9 },
      { sequenceNumber: 10 },
    ]);
  });

  it('M-6: status 135 carries the last number accepted when the BU arrives, not when it was changed', () => {
    const session = play({ ...buThenDelete, refreshInFlight: 'yes' }, [
      'refresh',
      'detach buThenDelete',
      'alter bindingUpdate sequenceOutOfWindow',
      'deliver refreshBindingUpdate',
      'deliver bindingUpdate:sequenceOutOfWindow',
    ]);
    expect(nth(session, 'bindingUpdate').altered).toMatchObject({ sequenceNumber: 7 });
    expect(nth(session, 'bindingAck', 1).numbers).toMatchObject({ status: 135, sequenceNumber: 8 });
  });

  it('M-7: a BU of another registration type arrives with H clear and draws 139 with its own number', () => {
    const session = play(buThenDelete, [
      'detach buThenDelete',
      'alter bindingUpdate registrationTypeDiffers',
      'deliver bindingUpdate:registrationTypeDiffers',
    ]);
    expect(nth(session, 'bindingUpdate').altered).toMatchObject({ sequenceNumber: 8, homeRegistration: false });
    expect(nth(session, 'bindingAck').numbers).toMatchObject({ status: 139, sequenceNumber: 8 });
  });

  it('H-39: after 65535 comes 0', () => {
    const session = play(buThenDelete, ['detach buThenDelete'], { options: { sequenceNumber: 65_535 } });
    expect(nth(session, 'bindingUpdate').numbers).toMatchObject({ sequenceNumber: 0 });
  });

  it('H-04: a copy has all numbers of its original, ESP ones included', () => {
    const session = play(buThenDelete, ['detach buThenDelete', 'duplicate bindingUpdate', 'deliver bindingUpdate']);
    const [original, copy] = ofType(session, 'bindingUpdate');
    expect(copy?.instance.copyOf).toBe(original?.number);
    expect(copy).toMatchObject({ numbers: original?.numbers, esp: original?.esp, addresses: original?.addresses });
    expect(nth(session, 'bindingAck').esp).toEqual({ spi: 0xd001, sequenceNumber: 0x0a });
  });

  it('H-32: a refresh has 8, a lifetime of 3600 s and a BA of its own; the detach has 9', () => {
    const session = play({ ...buThenDelete, refreshInFlight: 'yes' }, [
      'refresh',
      'detach buThenDelete',
      'deliver refreshBindingUpdate',
      'deliver bindingUpdate',
    ]);
    expect(nth(session, 'refreshBindingUpdate')).toMatchObject({
      decisive: 'lifetime 3600 s',
      numbers: { sequenceNumber: 8, lifetimeUnits: 900 },
    });
    expect(nth(session, 'bindingUpdate').numbers).toMatchObject({ sequenceNumber: 9 });
    expect(numbersOf(session, 'bindingAck')).toMatchObject([
      { sequenceNumber: 8, lifetimeUnits: 900 },
      { sequenceNumber: 9, lifetimeUnits: 0 },
    ]);
  });

  it('IPSEC-2: a BU that has no SA takes no ESP number', () => {
    const session = play({ order: 'deleteThenBu' }, ['detach deleteThenBu', '...']);
    const bus = ofType(session, 'bindingUpdate');
    expect(bus.map((each) => each.instance.fate)).toEqual(['notSent', 'notSent', 'notSent']);
    expect(bus.map((each) => each.esp)).toEqual([undefined, undefined, undefined]);
  });

  it('V1b, M-1: the Alternate Care-of Address may be the home address', () => {
    const session = play(buThenDelete, ['detach buThenDelete'], { options: { alternateCareOfAddress: 'homeAddress' } });
    expect(nth(session, 'bindingUpdate').numbers).toMatchObject({ alternateCareOfAddress: '2001:db8:a:1::10' });
  });

  it('V15, V16: behind a NAT both travel in UDP 4191, with the home address inside', () => {
    const session = play(buThenDelete, ['detach buThenDelete', 'deliver bindingUpdate'], {
      options: { access: 'ipv4Nat' },
    });
    expect(nth(session, 'bindingUpdate').addresses).toEqual({
      source: '10.0.0.77',
      destination: '203.0.113.1',
      ports: { source: 49_152, destination: 4191 },
      inner: { source: '2001:db8:a:1::10', destination: '2001:db8:a::1' },
    });
    expect(nth(session, 'bindingAck').addresses).toEqual({
      source: '203.0.113.1',
      destination: '10.0.0.77',
      ports: { source: 4191, destination: 49_152 },
      inner: { source: '2001:db8:a::1', destination: '2001:db8:a:1::10' },
    });
  });
});

describe('BRI, BRA and what has no name', () => {
  it('V9, V10, B-8: BRI and BRA have 0x2101, a repeated BRI too', () => {
    const session = play(bri, [
      'orderDetach',
      'lose bindingRevocationIndication',
      'timer bindingRevocationIndication',
      'deliver bindingRevocationIndication',
    ]);
    expect(ofType(session, 'bindingRevocationIndication').map((each) => [each.numbers, each.esp])).toMatchObject([
      [
        { sequenceNumber: 0x2101, trigger: 1, ipv4Only: false },
        { spi: 0xd001, sequenceNumber: 0x0a },
      ],
      // V11
      [
        { sequenceNumber: 0x2101, trigger: 1 },
        { spi: 0xd001, sequenceNumber: 0x0b },
      ],
    ]);
    expect(nth(session, 'bindingRevocationIndication')).toMatchObject({ shortName: 'BRI', decisive: 'trigger 1' });
    expect(nth(session, 'bindingRevocationAck')).toMatchObject({
      shortName: 'BRA',
      numbers: { status: 0, sequenceNumber: 0x2101 },
      esp: { spi: 0xc001, sequenceNumber: 0x12 },
      addresses: { homeAddressIn: 'destinationOption' },
    });
  });

  it('FFS: the notification has neither name nor numbers, and is protected', () => {
    const session = play({ order: 'buThenDelete' }, ['orderDetach withAck']);
    expect(nth(session, 'detachNotification')).toMatchObject({
      decisive: 'no named message (FFS)',
      numbers: { type: 'unnamed', acknowledges: false },
      esp: { spi: 0xd001, sequenceNumber: 0x0a },
    });
  });

  it('M-21, H-19: the BE that answers a BRI has status 2, no Home Address option to repeat, and no protection', () => {
    const session = play({ ...bri, supportsRevocation: 'no' }, ['orderDetach', 'deliver bindingRevocationIndication']);
    const be = nth(session, 'bindingError');
    expect(be.numbers).toEqual({ type: 'bindingError', status: 2, homeAddress: '::' });
    expect(be.esp).toBeUndefined();
    expect(be.addresses).toEqual({ source: '2001:db8:c:1::77', destination: '2001:db8:a::1' });
  });

  it('V12, H-25: the BE that answers a late user packet has status 1 and the home address', () => {
    const session = play(buThenDelete, ['detach buThenDelete', '...'], {
      start: { fields: { 'ue.sendsLateData': true, 'pdnGw.detachOrdered': true } },
    });
    expect(nth(session, 'bindingError')).toMatchObject({
      numbers: { status: 1, homeAddress: '2001:db8:a:1::10' },
      addresses: { source: '2001:db8:a::1', destination: '2001:db8:c:1::77' },
    });
  });
});

describe('IKEv2', () => {
  it('V22, V23: DELETE with Message ID 4 and Protocol ID 1, its response with 4 and nothing', () => {
    const session = play(buThenDelete, ['detach buThenDelete', '...']);
    const request = nth(session, 'deleteRequest');
    expect(request).toMatchObject({
      shortName: 'DELETE request',
      title: 'INFORMATIONAL request, DELETE',
      decisive: 'Protocol ID 1',
      addresses: { source: '2001:db8:c:1::77', destination: '2001:db8:a::1', ports: { source: 500, destination: 500 } },
    });
    expect(request.esp).toBeUndefined();
    expect(request.numbers).toEqual({
      type: 'ike',
      initiatorSpi: 0xa1a2a3a4a5a6a7a8n,
      responderSpi: 0xb1b2b3b4b5b6b7b8n,
      messageId: 4,
      exchange: 'informational',
      response: false,
      fromInitiator: true,
      deletes: [{ protocolId: 1, spis: [] }],
      notify: undefined,
      childSpi: undefined,
    });
    const response = nth(session, 'deleteResponse');
    expect(response).toMatchObject({
      decisive: 'empty',
      numbers: { messageId: 4, response: true, fromInitiator: false, deletes: [] },
      addresses: { source: '2001:db8:a::1', destination: '2001:db8:c:1::77' },
    });
  });

  it('K-5, H-09: a repeated DELETE and its repeated response are the same', () => {
    const session = play(
      buThenDelete,
      [
        'detach buThenDelete',
        'deliver bindingUpdate',
        'deliver bindingAck:0',
        'deliver deleteRequest',
        'lose deleteResponse',
        'timer deleteRequest',
        'deliver deleteRequest',
      ],
      { options: { deleteResponse: 'deletePayloads' } },
    );
    const [first, second] = numbersOf(session, 'deleteRequest');
    expect(second).toEqual(first);
    const [answer, again] = numbersOf(session, 'deleteResponse');
    expect(again).toEqual(answer);
    expect(answer).toMatchObject({ messageId: 4, deletes: [{ protocolId: 3, spis: [0xc001, 0xc101] }] });
  });

  it('V25: the first request of the PDN GW has Message ID 0, and is answered with 0', () => {
    const session = play({ order: 'buThenDelete', notification: 'gatewayDelete' }, ['orderDetach', '...']);
    expect(nth(session, 'gatewayDeleteRequest').numbers).toMatchObject({ messageId: 0, fromInitiator: false });
    expect(nth(session, 'gatewayDeleteResponse').numbers).toMatchObject({
      messageId: 0,
      response: true,
      fromInitiator: true,
    });
  });

  it('H-14: after a BU with K the PDN GW sends its request to the home address; without K to the care-of address', () => {
    const texts = ['detach buOnly', 'deliver bindingUpdate', 'orderDetach'];
    const given = { order: 'buOnly', notification: 'gatewayDelete' };
    const moved = play(given, texts);
    expect(nth(moved, 'gatewayDeleteRequest').addresses.destination).toBe('2001:db8:a:1::10');
    const stayed = play(given, texts, { options: { keyManagement: 'no' } });
    expect(nth(stayed, 'gatewayDeleteRequest').addresses.destination).toBe('2001:db8:c:1::77');
  });

  it('H-28: the liveness check has 4, so the DELETE that waited for it has 5', () => {
    const session = play(buThenDelete, ['detach buThenDelete', '...'], {
      start: {
        fields: { 'ue.livenessOutstanding': true },
        inFlight: [{ queue: 'toPdnGw', type: 'livenessRequest' }],
      },
    });
    expect(nth(session, 'livenessRequest').numbers).toMatchObject({ messageId: 4, response: false });
    expect(nth(session, 'livenessResponse').numbers).toMatchObject({ messageId: 4, response: true });
    expect(nth(session, 'deleteRequest').numbers).toMatchObject({ messageId: 5 });
  });

  it('H-26: TEMPORARY_FAILURE answers CREATE_CHILD_SA with its Message ID 0', () => {
    const session = play({ order: 'deleteThenBu' }, ['detach deleteThenBu', 'deliver createChildSaRequest'], {
      start: {
        fields: { 'pdnGw.createOutstanding': true },
        inFlight: [{ queue: 'toUe', type: 'createChildSaRequest' }],
      },
    });
    expect(nth(session, 'createChildSaRequest').numbers).toMatchObject({ messageId: 0, exchange: 'createChildSa' });
    expect(nth(session, 'createChildSaResponse')).toMatchObject({
      decisive: 'TEMPORARY_FAILURE',
      numbers: { messageId: 0, notify: 43 },
    });
  });

  it('V26, K-15: INVALID_IKE_SPI has the SPIs and the Message ID of the request', () => {
    const session = play({ ...buThenDelete, rememberDeleteResponse: 'no' }, [
      'detach buThenDelete',
      'deliver bindingUpdate',
      'deliver bindingAck:0',
      'deliver deleteRequest',
      'lose deleteResponse',
      'timer deleteRequest',
      'deliver deleteRequest',
    ]);
    expect(nth(session, 'unprotectedNotify')).toMatchObject({
      decisive: 'INVALID_IKE_SPI',
      numbers: { notify: 4, messageId: 4, initiatorSpi: 0xa1a2a3a4a5a6a7a8n },
    });
  });

  it('V24, K-10: a chosen Delete lists the inbound SPI of its sender, and so does its answer', () => {
    const session = play({ mobileIp: 'no', notification: 'gatewayDelete', deleteScope: 'chosen' }, [
      'detach deleteOnly',
      'deliver deleteRequest',
    ]);
    expect(nth(session, 'deleteRequest')).toMatchObject({
      decisive: 'Protocol ID 3',
      numbers: { deletes: [{ protocolId: 3, spis: [0xd101] }] },
    });
    expect(nth(session, 'deleteResponse').numbers).toMatchObject({ deletes: [{ protocolId: 3, spis: [0xc101] }] });
  });

  it('V28: behind a NAT on port 4500', () => {
    const session = play({ order: 'backToBack' }, ['detach backToBack'], { options: { access: 'ipv4Nat' } });
    expect(nth(session, 'deleteRequest').addresses).toEqual({
      source: '10.0.0.77',
      destination: '203.0.113.1',
      ports: { source: 4500, destination: 4500 },
    });
  });

  it('H-12: the second PDN connection has numbers of its own', () => {
    const session = play({ order: 'backToBack', pdnConnections: 2, secondPdn: 'detaching' }, ['detach@ims backToBack']);
    expect(nth(session, 'bindingUpdate')).toMatchObject({ apn: 'ims', esp: { spi: 0xc002 } });
    expect(nth(session, 'deleteRequest').numbers).toMatchObject({ messageId: 4, initiatorSpi: 0xe1e2e3e4e5e6e7e8n });
  });
});
