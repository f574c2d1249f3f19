/** The invariants I1..I10 of the procedure, on random runs of several readings, faults included. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionMessage } from '#session/message.ts';
import { panelsOf } from '#session/panel.ts';
import { isLater } from '#session/sequenceNumber.ts';
import type { Session } from '#session/session.ts';
import { lastStep, ledgerAt, sessionOf } from '#session/session.ts';
import type { Table } from '#session/tables/table.ts';
import { tableAt, tablesAt } from '#session/tables/tables.ts';
import { type Given, ofType, play, prefix, text, walk } from './runs.ts';

const readings: readonly Given[] = [
  {},
  { timers: 'impatient', maxRetransmissions: 3 },
  { order: 'buThenDelete', notification: 'bri', acknowledgement: 'yes', ordering: 'unordered' },
  { refreshInFlight: 'yes', ordering: 'unordered', antiReplay: 'no' },
  { notification: 'gatewayDelete', deleteRemovesBinding: 'yes', rememberDeleteResponse: 'no' },
  { ueCloses: 'onDeleteSent', gatewayMayRestart: 'yes', coverageMayBeLost: 'yes', lifetimeMayExpire: 'yes' },
  { pdnConnections: 2, secondPdn: 'detaching', sharedIkeSa: 'yes' },
  { pdnConnections: 2, secondPdn: 'detaching', notification: 'unsolicitedBa', unsolicitedBa: 'accepted' },
  { mobileIp: 'no', notification: 'gatewayDelete', deleteScope: 'chosen' },
];

function onRandomRuns(check: (session: Session) => void, among: readonly Given[] = readings, faults = true): void {
  fc.assert(
    fc.property(fc.constantFrom(...among), fc.integer({ min: 0 }), (given, seed) => {
      check(walk(given, seed, 40, faults));
    }),
    { numRuns: 60 },
  );
}

const own = (session: Session) => session.messages.filter((each) => each.instance.copyOf === undefined);
const isIkeRequest = (each: SessionMessage) => each.numbers.type === 'ike' && !each.numbers.response;
const exchangeOf = (each: SessionMessage) =>
  each.numbers.type === 'ike'
    ? `${each.apn} ${each.numbers.exchange} ${each.numbers.messageId} ${isIkeRequest(each) ? each.instance.from : each.instance.to}`
    : '';
const withoutClocks = (table: Table) => {
  const clocks = table.columns.filter((column) => column.clock === true).map((column) => column.key);
  return table.rows.map(({ key, cells }) => ({
    key,
    cells: Object.fromEntries(Object.entries(cells).filter(([column]) => !clocks.includes(column))),
  }));
};

describe('on random runs', () => {
  it('a session is a function of its run', () => {
    onRandomRuns((session) => {
      const again = sessionOf(session.trace, session.times, session.options, session.timing);
      expect(again.messages).toEqual(session.messages);
      expect(tablesAt(again, lastStep(again))).toEqual(tablesAt(session, lastStep(session)));
    });
  });

  it('what it says of a step does not change as the run grows', () => {
    onRandomRuns((session) => {
      const step = Math.floor(lastStep(session) / 2);
      const short = prefix(session, step);
      expect(ledgerAt(short, step)).toEqual(ledgerAt(session, step));
      expect(tablesAt(short, step)).toEqual(tablesAt(session, step));
      for (const side of ['ue', 'pdnGw'] as const) {
        expect(panelsOf(short, step, side)).toEqual(panelsOf(session, step, side));
      }
      for (const { number, numbers, esp, addresses } of short.messages) {
        expect(session.messages[number - 1]).toMatchObject({
          numbers,
          addresses,
          ...(esp === undefined ? {} : { esp }),
        });
      }
    });
  });

  it('I1: what is sent under ESP is sent with the SPI of an outbound SA of its sender', () => {
    onRandomRuns((session) => {
      for (const { esp, instance, apn } of own(session)) {
        if (esp === undefined) continue;
        const sad = tableAt(session, instance.from === 'ue' ? 'UE SAD' : 'PDN GW SAD', instance.sentAt - 1);
        const spi = text(sad, `${apn}/signalling/outbound`, 'spi');
        expect(Number(spi)).toBe(esp.spi);
      }
    });
  });

  it('I1: of one SA each ESP number is used once, in order, and a message not sent has none', () => {
    onRandomRuns((session) => {
      const used = new Map<number, number>();
      for (const { esp, instance } of own(session)) {
        if (instance.fate === 'notSent') expect(esp).toBeUndefined();
        if (esp === undefined) continue;
        const last = used.get(esp.spi);
        if (last !== undefined) expect(esp.sequenceNumber).toBe(last + 1);
        used.set(esp.spi, esp.sequenceNumber);
      }
    });
  });

  it('I2: every response to one request is the same', () => {
    onRandomRuns((session) => {
      const first = new Map<string, SessionMessage>();
      for (const message of own(session)) {
        if (message.numbers.type !== 'ike' || !message.numbers.response || message.numbers.notify !== undefined)
          continue;
        const before = first.get(exchangeOf(message)) ?? message;
        first.set(exchangeOf(message), before);
        expect(message.numbers).toEqual(before.numbers);
      }
    });
  });

  it('I2: a response has the Message ID of its request, and goes back the way that it came', () => {
    onRandomRuns((session) => {
      for (const { numbers, addresses, instance } of own(session)) {
        if (numbers.type !== 'ike' || !numbers.response || instance.answers === undefined) continue;
        const request = session.messages[instance.answers - 1];
        expect(request?.numbers).toMatchObject({ messageId: numbers.messageId, response: false });
        if (numbers.notify === undefined) expect(addresses.destination).toBe(request?.addresses.source);
      }
    });
  });

  it('I4: without a shared IKE SA the other PDN connection keeps every row', () => {
    const idle = { pdnConnections: 2, secondPdn: 'idle' };
    onRandomRuns(
      (session) => {
        const others = (step: number) =>
          tablesAt(session, step).map((table) => withoutClocks(table).filter(({ key }) => key.startsWith('ims')));
        const start = others(0);
        expect(start.map((rows) => rows.length)).toEqual([1, 1, 1, 1, 4, 4, 2, 2]);
        for (const { step } of session.trace.steps) expect(others(step)).toEqual(start);
      },
      [idle, { ...idle, timers: 'impatient', order: 'buThenDelete' }],
    );
  });

  it('I5: no two SAs of one end share an SPI', () => {
    onRandomRuns((session) => {
      for (const { step } of session.trace.steps) {
        for (const caption of ['UE SAD', 'PDN GW SAD'] as const) {
          const spis = tableAt(session, caption, step).rows.map((row) => row.cells.spi?.text);
          expect(new Set(spis).size).toBe(spis.length);
        }
      }
    });
  });

  it('I6: each BU has a later sequence number than all before it, as they arrived', () => {
    onRandomRuns((session) => {
      for (const apn of ['internet', 'ims']) {
        const bus = own(session).filter((each) => each.apn === apn && each.numbers.type === 'bindingUpdate');
        for (const [at, bu] of bus.entries()) {
          for (const earlier of bus.slice(0, at)) {
            const altered = (earlier.instance.alteredAt ?? Number.POSITIVE_INFINITY) < bu.instance.sentAt;
            expect(isLater(sequenceOf(bu), sequenceOf(earlier, altered))).toBe(true);
          }
        }
      }
    });
  });

  it('I7: a repeated DELETE of the IKE SA has the Message ID of the first', () => {
    onRandomRuns((session) => {
      if (session.parts.variant.deleteScope === 'chosen') return;
      for (const type of ['deleteRequest', 'gatewayDeleteRequest'] as const) {
        for (const apn of ['internet', 'ims']) {
          const requests = ofType(session, type).filter((each) => each.apn === apn);
          for (const each of requests) expect(each.numbers).toEqual(requests[0]?.numbers);
        }
      }
    });
  });

  it('I8: the DELETE is the last request of its sender on the IKE SA', () => {
    onRandomRuns((session) => {
      for (const [at, message] of session.messages.entries()) {
        if (message.numbers.type !== 'ike' || message.numbers.deletes[0]?.protocolId !== 1) continue;
        const later = session.messages
          .slice(at + 1)
          .filter(
            (each) => isIkeRequest(each) && each.apn === message.apn && each.instance.from === message.instance.from,
          );
        for (const each of later) expect(each.numbers).toEqual(message.numbers);
      }
    });
  });

  it('I9: a BA has the number of the BU that it answers; status 135 that of the Binding Cache', () => {
    onRandomRuns((session) => {
      for (const { numbers, instance, apn } of own(session)) {
        if (numbers.type !== 'bindingAcknowledgement' || instance.answers === undefined) continue;
        const bu = session.messages[instance.answers - 1];
        const cache = tableAt(session, 'Binding Cache', instance.sentAt);
        const expected =
          numbers.status === 135 ? Number(text(cache, apn, 'sequenceNumber')) : bu && sequenceOf(bu, true);
        expect(numbers.sequenceNumber).toBe(expected);
      }
    });
  });

  it('I10: with the BU first, no BU, BRA or other acknowledgement follows the DELETE', () => {
    const among = [
      { order: 'buThenDelete' },
      { order: 'buThenDelete', timers: 'impatient' },
      { order: 'buThenDelete', notification: 'bri', ordering: 'unordered' },
    ];
    onRandomRuns((session) => {
      const first = session.messages.find((each) => each.type === 'deleteRequest');
      if (first === undefined) return;
      const sent = session.messages.slice(first.number).filter((each) => each.instance.from === 'ue' && each.esp);
      const fresh = sent.filter((each) => each.instance.copyOf === undefined);
      expect(fresh.map((each) => each.type)).toEqual([]);
    }, among);
  });

  it('headlines have at most 34 characters, panels at most five rows, always the same ones', () => {
    onRandomRuns((session) => {
      for (const side of ['ue', 'pdnGw'] as const) {
        const keys = panelsOf(session, 0, side).map((each) => each.rows.map((row) => row.key));
        for (const { step } of session.trace.steps) {
          const panels = panelsOf(session, step, side);
          expect(panels.map((each) => each.rows.map((row) => row.key))).toEqual(keys);
          for (const { headline, rows } of panels) {
            expect(headline.length).toBeLessThanOrEqual(34);
            expect(rows.length).toBeLessThanOrEqual(5);
          }
        }
      }
    });
  });
});

describe('the random runs', () => {
  it('come across what the invariants speak of', () => {
    const seen = new Set<string>();
    for (const [at, given] of readings.entries()) {
      for (let seed = 1; seed <= 15; seed++) {
        const session = walk(given, 1000 * at + seed, 40, true);
        for (const { type, decisive, instance, alteration } of session.messages) {
          seen.add(instance.copyOf === undefined ? type : 'copy');
          seen.add(`${type} ${decisive}`).add(alteration).add(instance.fate);
        }
        for (const type of ['bindingUpdate', 'deleteRequest', 'deleteResponse'] as const) {
          if (ofType(session, type).filter((each) => each.instance.copyOf === undefined).length > 1) {
            seen.add(`${type} again`);
          }
        }
      }
    }
    const wanted = [
      'copy',
      'lost',
      'discarded',
      'notSent',
      'bindingUpdate again',
      'deleteRequest again',
      'deleteResponse again',
      'gatewayDeleteRequest',
      'refreshBindingUpdate',
      'bindingRevocationAck',
      'bindingAck status 133',
      'bindingAck status 135',
      'sequenceOutOfWindow',
      'forgedNotify',
      'unprotectedNotify',
      'deleteRequest Protocol ID 3',
    ];
    expect(wanted.filter((each) => !seen.has(each))).toEqual([]);
  });
});

describe('at the end', () => {
  it.each([
    [{ order: 'buThenDelete' }, ['detach buThenDelete', '...']],
    [{ order: 'backToBack' }, ['detach backToBack', '...']],
    [{ order: 'buThenDelete', notification: 'bri', acknowledgement: 'yes' }, ['orderDetach', '...']],
    [{ order: 'buThenDelete' }, ['orderDetach withoutAck', '...']],
    [{ order: 'buThenDelete', ueCloses: 'onDeleteSent' }, ['detach buThenDelete', '...']],
  ])('I3: %j without faults leaves no binding and no SA, and the care-of address usable', (given, texts) => {
    const session = play({ ...given, initiator: texts[0]?.startsWith('order') ? 'network' : 'ue' }, texts);
    const tables = tablesAt(session, lastStep(session));
    const left = tables.filter((table) => table.rows.length > 0).map((table) => table.caption);
    expect(left).toEqual(['UE SPD', 'PDN GW SPD']);
    expect(tables.slice(6).map((table) => table.rows.map((row) => row.key))).toEqual([['ike'], ['ike']]);
    const ue = panelsOf(session, lastStep(session), 'ue')[0];
    expect(ue?.headline).toBe('Detached');
    expect(ue?.rows.find((row) => row.key === 'access')?.value).toBe('up');
  });
});

function sequenceOf({ numbers, altered, type }: SessionMessage, asArrived = false): number {
  const shown = asArrived && altered?.type === 'bindingUpdate' ? altered : numbers;
  if (shown.type !== 'bindingUpdate') throw new Error(`${type} is no BU`);
  return shown.sequenceNumber;
}
