import { describe, expect, it } from 'vitest';
import type { Caption } from '#session/tables/table.ts';
import { captions, cellKey, changedCells } from '#session/tables/table.ts';
import { tableAt, tablesAt } from '#session/tables/tables.ts';
import { lastTable, play, text } from './runs.ts';

const buThenDelete = { order: 'buThenDelete' } as const;
const toDeleteSent = ['detach buThenDelete', 'deliver bindingUpdate', 'deliver bindingAck:0'];
const changes = (session: ReturnType<typeof play>, caption: Caption, before: number, after: number) =>
  changedCells(tableAt(session, caption, before), tableAt(session, caption, after));

describe('before the detach (protocol 1.10)', () => {
  const session = play(buThenDelete, []);

  it('Binding Update List: HA, HoA, CoA, sequence 7, 3600 s, H K, acknowledged', () => {
    const table = tableAt(session, 'Binding Update List', 0);
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0]?.cells).toMatchObject({
      peer: { text: '2001:db8:a::1' },
      homeAddress: { text: '2001:db8:a:1::10' },
      careOfAddress: { text: '2001:db8:c:1::77' },
      initialLifetime: { text: '3600 s (900 units)' },
      remainingLifetime: { text: '3600 s' },
      sequenceNumber: { text: '7' },
      lastSent: { text: 'before this run' },
      retransmission: { text: 'none' },
      doNotSend: { text: 'no' },
      acknowledgement: { text: 'received', unconfirmed: true },
      flags: { text: 'H K', unconfirmed: true },
    });
  });

  it('Binding Cache: sequence 7, H, K, IPv4 home address', () => {
    expect(tableAt(session, 'Binding Cache', 0).rows[0]?.cells).toMatchObject({
      homeAddress: { text: '2001:db8:a:1::10' },
      careOfAddress: { text: '2001:db8:c:1::77' },
      remainingLifetime: { text: '3600 s' },
      homeRegistration: { text: 'yes' },
      sequenceNumber: { text: '7' },
      flags: { text: 'K' },
      ipv4HomeAddress: { text: '192.0.2.10' },
    });
  });

  it('IKE SA: SPIs, Message IDs 4 and 0 at the UE, 0 and 4 at the PDN GW, window 1', () => {
    const common = {
      state: { text: 'ESTABLISHED' },
      initiatorSpi: { text: 'a1a2a3a4a5a6a7a8' },
      responderSpi: { text: 'b1b2b3b4b5b6b7b8' },
      window: { text: '1' },
      outstanding: { text: 'none' },
    };
    expect(tableAt(session, 'UE IKE SA', 0).rows[0]?.cells).toMatchObject({
      ...common,
      nextRequest: { text: '4' },
      nextExpected: { text: '0' },
      childSas: { text: '0x0000d001, 0x0000d101' },
    });
    expect(tableAt(session, 'PDN GW IKE SA', 0).rows[0]?.cells).toMatchObject({
      ...common,
      nextRequest: { text: '0' },
      nextExpected: { text: '4' },
      childSas: { text: '0x0000c001, 0x0000c101' },
      peer: { text: '2001:db8:c:1::77' },
    });
  });

  it('SAD: 0xc001 next 0x12, 0xd001 next 0x0a, and the payload pair', () => {
    const ue = tableAt(session, 'UE SAD', 0);
    expect(ue.rows.map((row) => row.cells.spi?.text)).toEqual(['0x0000c001', '0x0000d001', '0x0000c101', '0x0000d101']);
    expect(text(ue, 'internet/signalling/outbound', 'counter')).toBe('0x12');
    expect(text(ue, 'internet/signalling/inbound', 'window')).toBe('0x09');
    expect(text(ue, 'internet/signalling/outbound', 'selectors')).toBe('2001:db8:a:1::10 MH 5; 2001:db8:a::1 MH 6');
    const pdnGw = tableAt(session, 'PDN GW SAD', 0);
    expect(text(pdnGw, 'internet/signalling/outbound', 'counter')).toBe('0x0a');
    expect(text(pdnGw, 'internet/signalling/outbound', 'selectors')).toBe('2001:db8:a::1 MH 6; 2001:db8:a:1::10 MH 5');
    expect(text(pdnGw, 'internet/signalling/inbound', 'spi')).toBe('0x0000c001');
    expect(text(pdnGw, 'internet/payload/inbound', 'mode')).toBe('tunnel');
  });

  it('SPD: IKE bypasses, MH 5 and 6 are protected; row 3 is there where BRI is used', () => {
    const ue = tableAt(session, 'UE SPD', 0);
    expect(ue.rows.map((row) => row.key)).toEqual(['ike', 'internet/2', 'internet/4']);
    expect(text(ue, 'internet/2', 'types')).toBe('5, 6');
    expect(text(tableAt(session, 'PDN GW SPD', 0), 'internet/2', 'types')).toBe('6, 5');
    expect(text(ue, 'internet/4', 'action')).toBe('PROTECT, ESP tunnel');
    const bri = play({ notification: 'bri' }, []);
    expect(text(tableAt(bri, 'UE SPD', 0), 'internet/3', 'types')).toBe('16, 16');
    expect(text(tableAt(bri, 'UE SAD', 0), 'internet/signalling/outbound', 'selectors')).toContain('MH 5, 16');
    // H-20
    const missing = play({ notification: 'bri' }, [], { start: { fields: { 'pdnGw.spdCoversRevocation': false } } });
    expect(text(tableAt(missing, 'UE SPD', 0), 'internet/3', 'types')).toBeUndefined();
  });

  it('every row has a cell for every column, and only those', () => {
    for (const options of [{}, { bindings: 2 }, { access: 'ipv4Nat' }, { access: 'untrusted' }] as const) {
      for (const table of tablesAt(play(buThenDelete, [], { options }), 0)) {
        const keys = table.columns.map((column) => column.key).sort();
        expect(new Set(keys).size).toBe(keys.length);
        for (const row of table.rows) expect(Object.keys(row.cells).sort()).toEqual(keys);
      }
    }
  });
});

describe('through the detach', () => {
  it('BU sent: sequence 8, BA outstanding, the next ESP number is 0x13; the lifetime runs on', () => {
    const session = play(buThenDelete, ['detach buThenDelete', 'lose bindingUpdate', 'timer bindingUpdate']);
    const list = tableAt(session, 'Binding Update List', 1);
    expect(text(list, 'internet', 'sequenceNumber')).toBe('8');
    expect(text(list, 'internet', 'initialLifetime')).toBe('0 s (0 units)');
    expect(text(list, 'internet', 'acknowledgement')).toBe('outstanding');
    expect(text(list, 'internet', 'retransmission')).toBe('1st of 3 sent, wait 1 s');
    expect(text(tableAt(session, 'UE SAD', 1), 'internet/signalling/outbound', 'counter')).toBe('0x13');
    const later = lastTable(session, 'Binding Update List');
    expect(text(later, 'internet', 'sequenceNumber')).toBe('9');
    expect(text(later, 'internet', 'remainingLifetime')).toBe('3599 s');
    expect(text(later, 'internet', 'lastSent')).toBe('1 s');
    expect(text(later, 'internet', 'retransmission')).toBe('2nd of 3 sent, wait 2 s');
  });

  it('R-8.4.3.3-1: BU accepted: the Binding Cache entry goes, the window has 0x12, the SAs stay', () => {
    const session = play(buThenDelete, ['detach buThenDelete', 'deliver bindingUpdate']);
    const cache = lastTable(session, 'Binding Cache');
    expect(cache.rows).toEqual([]);
    expect(cache.empty).toBe('The PDN GW has no binding of this UE.');
    expect(text(lastTable(session, 'PDN GW SAD'), 'internet/signalling/inbound', 'window')).toBe('0x12');
    expect(changes(session, 'Binding Cache', 1, 2).removed).toEqual(new Set(['internet']));
  });

  it('H-14: with K the peer address of the PDN GW becomes the home address, without K it does not', () => {
    const texts = ['detach buThenDelete', 'deliver bindingUpdate'];
    const session = play(buThenDelete, texts);
    expect(lastTable(session, 'PDN GW IKE SA').rows[0]?.cells.peer).toEqual({
      text: '2001:db8:a:1::10',
      unconfirmed: true,
    });
    expect(changes(session, 'PDN GW IKE SA', 1, 2).cells).toEqual(new Set([cellKey('internet', 'peer')]));
    const without = play(buThenDelete, texts, { options: { keyManagement: 'no' } });
    expect(text(lastTable(without, 'PDN GW IKE SA'), 'internet', 'peer')).toBe('2001:db8:c:1::77');
  });

  it('M-4: a BU that meets no binding moves no peer address', () => {
    const session = play({ ...buThenDelete, lifetimeMayExpire: 'yes', unknownBinding: 'status0' }, [
      'bindingExpires',
      'detach buThenDelete',
      'deliver bindingUpdate',
    ]);
    expect(text(lastTable(session, 'PDN GW IKE SA'), 'internet', 'peer')).toBe('2001:db8:c:1::77');
  });

  it('IPSEC-4: a packet that fails its integrity check does not move the window, a malformed one does', () => {
    const highest = (alteration: string) =>
      text(
        lastTable(
          play(buThenDelete, [
            'detach buThenDelete',
            `alter bindingUpdate ${alteration}`,
            `deliver bindingUpdate:${alteration}`,
          ]),
          'PDN GW SAD',
        ),
        'internet/signalling/inbound',
        'window',
      );
    expect(highest('icvFails')).toBe('0x11');
    expect(highest('malformed')).toBe('0x12');
  });

  it('H-28: a liveness check in flight is outstanding at the UE and still expected at the PDN GW', () => {
    const session = play(buThenDelete, ['deliver livenessRequest'], {
      start: {
        fields: { 'ue.livenessOutstanding': true },
        inFlight: [{ queue: 'toPdnGw', type: 'livenessRequest' }],
      },
    });
    expect(text(tableAt(session, 'UE IKE SA', 0), 'internet', 'outstanding')).toBe('liveness check 4');
    expect(text(tableAt(session, 'UE IKE SA', 0), 'internet', 'nextRequest')).toBe('5');
    const expected = [0, 1].map((step) => text(tableAt(session, 'PDN GW IKE SA', step), 'internet', 'nextExpected'));
    expect(expected).toEqual(['4', '5']);
    expect(text(lastTable(session, 'PDN GW IKE SA'), 'internet', 'lastResponse')).toBe('Message ID 4');
  });

  it('DELETE sent: DELETING with 4 outstanding and 5 next, the SAs of the UE are deleting, those of the PDN GW mature', () => {
    const session = play(buThenDelete, toDeleteSent);
    const ike = lastTable(session, 'UE IKE SA');
    expect(text(ike, 'internet', 'state')).toBe('DELETING');
    expect(text(ike, 'internet', 'outstanding')).toBe('DELETE 4');
    expect(text(ike, 'internet', 'nextRequest')).toBe('5');
    expect(lastTable(session, 'UE SAD').rows.map((row) => row.cells.state?.text)).toEqual(Array(4).fill('deleting'));
    expect(lastTable(session, 'PDN GW SAD').rows.map((row) => row.cells.state?.text)).toEqual(Array(4).fill('mature'));
    expect(lastTable(session, 'Binding Update List').rows).toEqual([]);
  });

  it('DELETE answered: the PDN GW has no SA, and still holds its response', () => {
    const session = play(buThenDelete, [...toDeleteSent, 'deliver deleteRequest']);
    const ike = lastTable(session, 'PDN GW IKE SA');
    expect(ike.rows).toEqual([]);
    expect(ike.note).toContain('still holds its response');
    expect(changes(session, 'PDN GW SAD', 3, 4).removed.size).toBe(4);
    expect(lastTable(session, 'PDN GW SPD').rows.map((row) => row.key)).toEqual(['ike']);
  });

  it('D-6: before this contribution the IKE and ESP SAs are left', () => {
    const session = play({ order: 'buOnly', initiator: 'ue' }, ['detach buOnly', '...']);
    expect(lastTable(session, 'Binding Update List').rows).toEqual([]);
    for (const caption of ['UE IKE SA', 'PDN GW IKE SA'] as const) {
      expect(text(lastTable(session, caption), 'internet', 'state')).toBe('ESTABLISHED');
    }
    expect(lastTable(session, 'UE SAD').rows).toHaveLength(4);
  });

  it('H-32: a refresh starts the lifetime again and gives the binding the number of the refresh', () => {
    const session = play({ order: 'buThenDelete', refreshInFlight: 'yes', ordering: 'unordered' }, [
      'refresh',
      'detach buThenDelete',
      'deliver bindingUpdate',
      'deliver refreshBindingUpdate',
    ]);
    expect(tableAt(session, 'Binding Cache', 3).rows).toEqual([]);
    expect(text(lastTable(session, 'Binding Cache'), 'internet', 'sequenceNumber')).toBe('8');
  });

  it('H-36: with two bindings both go with one BU', () => {
    const session = play(buThenDelete, ['detach buThenDelete', '...'], { options: { bindings: 2 } });
    for (const caption of ['Binding Update List', 'Binding Cache'] as const) {
      const before = tableAt(session, caption, 0);
      expect(before.rows.map((row) => [row.cells.bid?.text, row.cells.careOfAddress?.text])).toEqual([
        ['1', '2001:db8:c:1::77'],
        ['2', '2001:db8:c:2::77'],
      ]);
      expect(lastTable(session, caption).rows).toEqual([]);
    }
    expect(changes(session, 'Binding Cache', 1, 2).removed.size).toBe(2);
  });

  it('H-26: a payload SA pair that is created during the run starts with sequence number 1', () => {
    const session = play({ ...buThenDelete, childSas: 'signallingOnly' }, ['deliver createChildSaRequest'], {
      start: {
        fields: { 'pdnGw.createOutstanding': true },
        inFlight: [{ queue: 'toUe', type: 'createChildSaRequest' }],
      },
    });
    expect(tableAt(session, 'UE SAD', 0).rows).toHaveLength(2);
    expect(text(tableAt(session, 'PDN GW IKE SA', 0), 'internet', 'outstanding')).toBe('CREATE_CHILD_SA 0');
    const { added } = changes(session, 'UE SAD', 0, 1);
    expect(added).toEqual(new Set(['internet/payload/outbound', 'internet/payload/inbound']));
    expect(text(lastTable(session, 'UE SAD'), 'internet/payload/outbound', 'counter')).toBe('0x01');
    expect(text(lastTable(session, 'UE SAD'), 'internet/payload/inbound', 'window')).toBe('0x00');
  });

  it('H-35: V takes only the IPv4 home address', () => {
    const session = play(
      { notification: 'bri', acknowledgement: 'yes' },
      ['orderDetach', 'deliver bindingRevocationIndication', 'deliver bindingRevocationAck:0'],
      { start: { fields: { 'pdnGw.revokesIpv4Only': true } } },
    );
    expect(text(lastTable(session, 'Binding Cache'), 'internet', 'ipv4HomeAddress')).toBe('none');
    expect(text(lastTable(session, 'PDN GW IKE SA'), 'internet', 'state')).toBe('ESTABLISHED');
  });
});

describe('what has changed', () => {
  it('running clocks have not', () => {
    const session = play(buThenDelete, ['detach buThenDelete', 'lose bindingUpdate', 'timer bindingUpdate']);
    const cache = [1, 3].map((step) => text(tableAt(session, 'Binding Cache', step), 'internet', 'remainingLifetime'));
    expect(cache).toEqual(['3600 s', '3599 s']);
    const { added, removed, cells } = changes(session, 'Binding Cache', 1, 3);
    expect([added.size, removed.size, cells.size]).toEqual([0, 0, 0]);
  });

  it('a new row is added, and its cells are not marked one by one', () => {
    const before = tableAt(play(buThenDelete, []), 'Binding Cache', 0);
    const { added, cells } = changedCells({ ...before, rows: [] }, before);
    expect(added).toEqual(new Set(['internet']));
    expect(cells.size).toBe(0);
  });

  it('two different tables are refused', () => {
    const session = play(buThenDelete, []);
    const [first, second] = captions.map((caption) => tableAt(session, caption, 0));
    expect(() => changedCells(first!, second!)).toThrow(RangeError);
  });
});
