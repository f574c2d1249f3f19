/** Sequence numbers and Message IDs in the octets against what the tables of the session say of them. */
import { describe, expect, it } from 'vitest';
import { scenarioStart, scenarioSystem, scenarios } from '#detach/scenario.ts';
import { timesOf } from '#run/clock.ts';
import { replay } from '#run/runText.ts';
import { connectionLedger, ikeLedger } from '#session/ledger.ts';
import type { SessionMessage } from '#session/message.ts';
import { octetsOf } from '#session/messageOctets.ts';
import { readOptions } from '#session/options.ts';
import { ledgerAt, type Session, sessionOf, valueAtStep } from '#session/session.ts';
import { clockTiming } from '#session/timing.ts';

/** Packets that an anti-replay window remembers (RFC 4303 3.4.3: 64 should be the default). */
const WINDOW = 64;

const sessions = scenarios.map((scenario): readonly [string, Session] => {
  const system = scenarioSystem(scenario);
  const { trace } = replay(system, scenario.events, scenarioStart(scenario, system));
  const options = readOptions(scenario.session ?? {});
  if (!options.ok) throw new Error(options.error);
  return [scenario.name, sessionOf(trace, timesOf(trace, clockTiming()), options.value)];
});

/** What ESP says in the octets of a message; undefined without ESP. */
function espOf(session: Session, number: number) {
  const octets = octetsOf(session, number);
  const layer = octets.dissection?.layers.find((each) => each.name === 'esp');
  return layer?.name === 'esp' ? layer.value : undefined;
}

function ikeHeaderOf(session: Session, number: number) {
  const octets = octetsOf(session, number);
  const layer = octets.dissection?.layers.find((each) => each.name === 'ike');
  return layer?.name === 'ike' ? layer.value.header : undefined;
}

const directionOf = ({ instance }: SessionMessage) => (instance.from === 'ue' ? 'toPdnGw' : 'toUe');

describe('the octets agree with the tables', () => {
  it('an ESP packet has the number that its SA says is next, and the next one follows', () => {
    let seen = 0;
    for (const [name, session] of sessions) {
      const nextBySpi = new Map<number, number>();
      for (const message of session.messages) {
        const esp = espOf(session, message.number);
        if (esp === undefined || message.instance.copyOf !== undefined) continue;
        seen += 1;
        const { sentAt } = message.instance;
        const next = (step: number) =>
          connectionLedger(ledgerAt(session, step), message.apn).signalling[directionOf(message)].next;
        const expected = nextBySpi.get(esp.spi) ?? esp.sequenceNumber;
        expect(esp.sequenceNumber, name).toBe(expected);
        nextBySpi.set(esp.spi, esp.sequenceNumber + 1);
        expect(next(sentAt), name).toBeGreaterThan(esp.sequenceNumber);
        if (sentAt > 0) expect(next(sentAt - 1), name).toBeLessThanOrEqual(esp.sequenceNumber);
      }
    }
    expect(seen).toBeGreaterThan(50);
  });

  it('what is delivered is within the anti-replay window and new; what is dropped as a replay is not', () => {
    let accepted = 0;
    let replays = 0;
    for (const [name, session] of sessions) {
      const seen = new Map<number, Set<number>>();
      const arrivals = session.messages
        .filter(({ instance }) => instance.fate === 'delivered' || instance.fate === 'discarded')
        .sort((a, b) => (a.instance.endedAt ?? 0) - (b.instance.endedAt ?? 0));
      for (const message of arrivals) {
        const esp = espOf(session, message.number);
        const { instance, apn, alteration } = message;
        const connection = session.parts.connections.find((each) => each.apn === apn);
        if (
          esp === undefined ||
          connection === undefined ||
          alteration === 'icvFails' ||
          alteration === 'forgedNotify'
        ) {
          continue;
        }
        const side = instance.to === 'ue' ? connection.ue : connection.pdnGw;
        if (!valueAtStep(session, (instance.endedAt ?? 0) - 1, side.signallingSa)) continue;
        const numbers = seen.get(esp.spi) ?? new Set<number>();
        seen.set(esp.spi, numbers);
        const acceptable = !numbers.has(esp.sequenceNumber) && esp.sequenceNumber > Math.max(0, ...numbers) - WINDOW;
        if (instance.reason === 'a copy of it was accepted before') {
          replays += 1;
          expect(acceptable, `${name}, message ${message.number}`).toBe(false);
        } else if (session.parts.variant.antiReplay === 'yes') {
          accepted += 1;
          expect(acceptable, `${name}, message ${message.number}: ${instance.reason}`).toBe(true);
        }
        numbers.add(esp.sequenceNumber);
        const { highest } = connectionLedger(ledgerAt(session, instance.endedAt ?? 0), apn).signalling[
          directionOf(message)
        ];
        expect(highest, name).toBe(Math.max(...numbers));
      }
    }
    expect(accepted).toBeGreaterThan(50);
    expect(replays).toBeGreaterThan(0);
  });

  it('an IKEv2 request has a Message ID below the one that its sender sends next; a response that of a request', () => {
    let requests = 0;
    for (const [name, session] of sessions) {
      for (const message of session.messages) {
        const header = ikeHeaderOf(session, message.number);
        const { numbers, instance } = message;
        if (header === undefined || numbers.type !== 'ike') continue;
        const connection = session.parts.connections.find((each) => each.apn === message.apn);
        const sender = instance.from === 'ue' ? 'ue' : 'pdnGw';
        const requester = header.flags.response === (sender === 'ue') ? 'pdnGw' : 'ue';
        const { nextRequest } = ikeLedger(ledgerAt(session, instance.sentAt), connection?.ikeApn ?? '')[requester];
        requests += 1;
        expect(header.messageId, `${name}, message ${message.number}`).toBeLessThan(nextRequest);
      }
    }
    expect(requests).toBeGreaterThan(50);
  });
});
