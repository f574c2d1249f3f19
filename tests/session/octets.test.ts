/** The octets of a session's messages: against the worked examples, over all scenarios, and in each access and suite. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findScenario, scenarioStart, scenarioSystem, scenarios } from '#detach/scenario.ts';
import { timesOf } from '#run/clock.ts';
import { replay } from '#run/runText.ts';
import { alterOutcome } from '#session/alterOutcome.ts';
import type { DissectedPacket } from '#session/messageOctets.ts';
import { octetsOf } from '#session/messageOctets.ts';
import type { SessionOptions } from '#session/options.ts';
import { defaultOptions, readOptions } from '#session/options.ts';
import type { Session } from '#session/session.ts';
import { messageOf, sessionOf } from '#session/session.ts';
import { clockTiming } from '#session/timing.ts';
import { concat, fromHex, toHex } from '#wire/octets.ts';
import type { Layer, LayerName, Packet } from '#wire/packetLayers.ts';
import { vector } from '../wire/vectors.ts';
import { nth, ofType, play, walk } from './runs.ts';

const accesses = ['trustedIpv6', 'untrusted', 'ipv4Nat'] as const;
const suites = ['aesGcm16', 'aesCbcSha1', 'aesCbcSha256'] as const;
/** Offset of ESP behind the IPv6 header and one extension header, and of IKEv2 behind IPv6 and UDP. */
const ESP_AT = 64;
const IKE_AT = 48;

function scenarioSession(name: string, options: Partial<SessionOptions> = {}): Session {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  const system = scenarioSystem(scenario);
  const { trace, stopped } = replay(system, scenario.events, scenarioStart(scenario, system));
  if (stopped !== undefined) throw new Error(stopped.reason);
  const read = readOptions({ ...scenario.session, ...options }, defaultOptions);
  if (!read.ok) throw new Error(read.error);
  return sessionOf(trace, timesOf(trace, clockTiming()), read.value);
}

function sent(session: Session, number: number): DissectedPacket & { readonly asArrived?: DissectedPacket } {
  const octets = octetsOf(session, number);
  if (!octets.ok) throw new Error(octets.reason);
  return octets;
}

function layer<Name extends LayerName>(packet: Packet, name: Name): Extract<Layer, { name: Name }> {
  const found = packet.layers.find((each): each is Extract<Layer, { name: Name }> => each.name === name);
  if (found === undefined) throw new Error(`no ${name} in ${packet.layers.map((each) => each.name)}`);
  return found;
}

const hexOf = (session: Session, number: number) => toHex(sent(session, number).octets);
const numberOf = (session: Session, type: Parameters<typeof nth>[1], at = 0) => nth(session, type, at).number;

describe('the worked examples', () => {
  const session = scenarioSession('ue-initiated');

  it('V6: the BU of the first procedure, whole packet', () => {
    expect(hexOf(session, 1)).toBe(toHex(vector('V6')));
  });

  it('V8: its BA, whole packet', () => {
    expect(hexOf(session, numberOf(session, 'bindingAck'))).toBe(toHex(vector('V8')));
  });

  it('V22, V23: DELETE request and response', () => {
    const ike = (type: 'deleteRequest' | 'deleteResponse') =>
      toHex(sent(session, numberOf(session, type)).octets.subarray(IKE_AT));
    expect(ike('deleteRequest')).toBe(toHex(vector('V22')));
    expect(ike('deleteResponse')).toBe(toHex(vector('V23')));
  });

  it('V5, V7, V20: AES-CBC has the same plaintext, and an IV of its own', () => {
    const cbc = scenarioSession('ue-initiated', { suite: 'aesCbcSha1' });
    const bu = sent(cbc, 1);
    expect(bu.octets).toHaveLength(vector('V5').length);
    expect(toHex(bu.octets.subarray(0, ESP_AT + 8))).toBe(toHex(vector('V5').subarray(0, ESP_AT + 8)));
    expect(toHex(bu.dissection.buffers[1] ?? new Uint8Array(0))).toBe(
      toHex(concat(vector('V1').subarray(ESP_AT), fromHex('0102030405060708090a0b0c0d0e 0e 87'))),
    );
    const ba = sent(cbc, numberOf(cbc, 'bindingAck'));
    expect(ba.dissection.buffers[1]?.subarray(0, 16)).toEqual(vector('V2').subarray(ESP_AT));
    const del = sent(cbc, numberOf(cbc, 'deleteRequest'));
    expect(toHex(del.dissection.buffers[1] ?? new Uint8Array(0))).toBe('00000008010000000000000000000007');
  });

  it('V1b: an Alternate Care-of Address that is the home address', () => {
    const other = scenarioSession('ue-initiated', { alternateCareOfAddress: 'homeAddress' });
    expect(sent(other, 1).dissection.buffers[1]?.subarray(0, 32)).toEqual(vector('V1b').subarray(ESP_AT));
  });

  it('V15, V16: the BU and BA over IPv4, clear parts and plaintext', () => {
    const nat = scenarioSession('ue-initiated', { access: 'ipv4Nat' });
    const bu = sent(nat, 1);
    expect(bu.octets.subarray(12, 24)).toEqual(vector('V15').subarray(12, 24));
    expect(bu.dissection.buffers[1]?.subarray(0, 32)).toEqual(vector('V15').subarray(68));
    const { asArrived, dissection } = sent(nat, numberOf(nat, 'bindingAck'));
    expect(dissection.buffers[1]?.subarray(0, 32)).toEqual(vector('V16').subarray(68));
    expect(asArrived?.octets.subarray(12, 24)).toEqual(vector('V16').subarray(12, 24));
  });

  it('V28: the DELETE over IPv4, whole packet; the NAT changes addresses and checksums alone', () => {
    const nat = scenarioSession('ue-initiated', { access: 'ipv4Nat' });
    const request = sent(nat, numberOf(nat, 'deleteRequest'));
    expect(toHex(request.octets)).toBe(toHex(vector('V28')));
    const seen = request.asArrived?.octets ?? new Uint8Array(0);
    const changed = [...seen.keys()].filter((at) => seen[at] !== request.octets[at]);
    expect(toHex(seen.subarray(12, 16))).toBe('c6336407');
    expect(changed.every((at) => (at >= 10 && at < 16) || (at >= 26 && at < 28))).toBe(true);
  });

  it('V26: the unprotected Notify', () => {
    const restarted = play({ gatewayMayRestart: 'yes', notification: 'none' }, [
      'detach buThenDelete',
      'restart',
      '...',
    ]);
    const notify = numberOf(restarted, 'unprotectedNotify');
    const { octets } = sent(restarted, notify);
    expect(toHex(octets.subarray(IKE_AT))).toBe(toHex(vector('V26')));
  });
});

describe('over all scenarios, accesses and suites', () => {
  for (const access of accesses) {
    for (const suite of suites) {
      it(`${access}, ${suite}: each message is read as it was written, without an error, or says why it has no octets`, () => {
        for (const { name } of scenarios) {
          const session = scenarioSession(name, { access, suite });
          for (const { number, numbers, instance } of session.messages) {
            const octets = octetsOf(session, number);
            const without = numbers.type === 'unnamed' || instance.fate === 'notSent';
            expect(octets.ok, `${name}, message ${number}`).toBe(!without);
          }
        }
      });
    }
  }

  it('the same run has the same octets', () => {
    for (const { name } of scenarios) {
      const [a, b] = [scenarioSession(name), scenarioSession(name)];
      for (const { number } of a.messages) expect(octetsOf(a, number)).toEqual(octetsOf(b, number));
    }
  });

  it('a copy has the octets of its original, and a repeated IKEv2 request those of the first', () => {
    let copies = 0;
    let repeated = 0;
    for (const { name } of scenarios) {
      const session = scenarioSession(name);
      for (const { number, instance, numbers, type } of session.messages) {
        const octets = octetsOf(session, number);
        if (!octets.ok) continue;
        if (instance.copyOf !== undefined) {
          copies += 1;
          expect(toHex(octets.octets), name).toBe(hexOf(session, instance.copyOf));
        } else if (numbers.type === 'ike' && !numbers.response) {
          const first = ofType(session, type).find(
            (each) =>
              each.numbers.type === 'ike' &&
              each.numbers.messageId === numbers.messageId &&
              each.numbers.initiatorSpi === numbers.initiatorSpi,
          );
          if (first === undefined || first.number === number) continue;
          repeated += 1;
          expect(toHex(octets.octets.subarray(IKE_AT)), name).toBe(
            toHex(sent(session, first.number).octets.subarray(IKE_AT)),
          );
        }
      }
    }
    expect(copies).toBeGreaterThan(0);
    expect(repeated).toBeGreaterThan(0);
  });

  it('no initialization vector comes twice under one key with another plaintext', () => {
    for (const suite of suites) {
      for (const { name } of scenarios) {
        const session = scenarioSession(name, { suite });
        const seen = new Map<string, string>();
        for (const { number, esp, instance } of session.messages) {
          const octets = octetsOf(session, number);
          if (!octets.ok || instance.copyOf !== undefined || esp === undefined) continue;
          const { body, spi } = layer(octets.dissection, 'esp').value;
          const iv = `${spi} ${toHex(body.subarray(0, suite === 'aesGcm16' ? 8 : 16))}`;
          expect(seen.get(iv) ?? toHex(body), `${name}, message ${number}`).toBe(toHex(body));
          seen.set(iv, toHex(body));
        }
      }
    }
  });
});

describe('on random runs with faults', () => {
  const readings = [
    {},
    { notification: 'bri', acknowledgement: 'yes', ordering: 'unordered' },
    { notification: 'gatewayDelete', deleteScope: 'chosen', mobileIp: 'no' },
    { pdnConnections: 2, secondPdn: 'detaching', sharedIkeSa: 'yes' },
    { pdnConnections: 2, secondPdn: 'detaching', sharedIkeSa: 'yes', deleteScope: 'chosen' },
    { gatewayMayRestart: 'yes', refreshInFlight: 'yes', antiReplay: 'no' },
  ];

  it('each message has octets or a reason, and what is altered arrives as what it was altered to', () => {
    let altered = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...readings),
        fc.constantFrom(...accesses),
        fc.constantFrom(...suites),
        fc.integer({ min: 0 }),
        (given, access, suite, seed) => {
          const run = walk(given, seed, 40, true);
          const session = sessionOf(run.trace, run.times, { ...run.options, access, suite }, run.timing);
          for (const { number, alteration } of session.messages) {
            const octets = octetsOf(session, number);
            if (!octets.ok || alteration === 'none') continue;
            altered += 1;
            const message = messageOf(session, number);
            const after = octets.asArrived?.dissection;
            if (after === undefined) throw new Error(`message ${number} arrives as it was sent`);
            const lastAccepted = message.altered?.type === 'bindingUpdate' ? message.altered.sequenceNumber : 0;
            const { outcome } = alterOutcome({ message, before: octets.dissection, after, lastAccepted });
            expect(outcome, `message ${number}`).toBe(alteration);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(altered).toBeGreaterThan(0);
  });
});

describe('changes on the way', () => {
  const altered = (alteration: string) => play({}, ['detach buThenDelete', `alter bindingUpdate ${alteration}`]);
  const arriving = (alteration: string) => {
    const text = altered(alteration);
    const { asArrived } = sent(text, 1);
    if (asArrived === undefined) throw new Error('it arrives as it was sent');
    return asArrived.dissection;
  };

  it('icvFails: the protection does not hold', () => {
    expect(layer(arriving('icvFails'), 'esp').value.opening).toMatchObject({
      type: 'refused',
      error: { reason: 'integrity' },
    });
  });

  it('malformed: the Mobility Header is longer than the packet', () => {
    expect(arriving('malformed').error).toMatchObject({ buffer: 1 });
  });

  it('unknownType: a Mobility Header that nobody knows, with its checksum right', () => {
    const packet = arriving('unknownType');
    expect(layer(packet, 'mobilityHeader').value.message).toMatchObject({ type: 'unknown', messageType: 0x7f });
    expect(packet.notes.filter(({ severity, text }) => severity === 'error' && /checksum/i.test(text))).toEqual([]);
  });

  it('sequenceOutOfWindow and registrationTypeDiffers: the BU says the numbers that it arrives with', () => {
    expect(layer(arriving('sequenceOutOfWindow'), 'mobilityHeader').value.message).toMatchObject({ sequenceNumber: 7 });
    expect(layer(arriving('registrationTypeDiffers'), 'mobilityHeader').value.message).toMatchObject({
      flags: { homeRegistration: false },
    });
  });

  it('sequenceOutOfWindow of a copy of the very BU that was accepted: a number before it, not the same', () => {
    const session = play({}, [
      'detach buThenDelete',
      'duplicate bindingUpdate',
      'deliver bindingUpdate',
      'alter bindingUpdate sequenceOutOfWindow',
    ]);
    const arrived = sent(session, 2).asArrived?.dissection;
    if (arrived === undefined) throw new Error('it arrives as it was sent');
    expect(layer(arrived, 'mobilityHeader').value.message).toMatchObject({ sequenceNumber: 7 });
  });

  it('forgedNotify: an unprotected Notify by IKEv2', () => {
    expect(layer(arriving('forgedNotify'), 'ike').value.payloads).toMatchObject([{ type: 'notify', notifyType: 4 }]);
  });
});
