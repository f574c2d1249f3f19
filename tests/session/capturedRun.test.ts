/** A run as captured at both ends: who sees what, when, and what is said of it. */
import { describe, expect, it } from 'vitest';
import type { CapturedPacket } from '#session/capturedRun.ts';
import { capturedRun } from '#session/capturedRun.ts';
import { openerOf } from '#session/keys.ts';
import { octetsOf, patchMisfit } from '#session/messageOctets.ts';
import type { Patch } from '#session/patch.ts';
import type { Session } from '#session/session.ts';
import { dissect } from '#wire/packet.ts';
import { play } from './runs.ts';

const say = (step: number) => `what step ${step} is`;
const start = 1_700_000_000_000_000_000n;

function seen(session: Session): readonly string[] {
  return capturedRun(session, say).packets.map(
    (each: CapturedPacket) => `${each.number} ${each.interface === 0 ? 'UE' : 'PDN GW'} ${each.direction}`,
  );
}

describe('what a capture sees', () => {
  it('a delivered message at both ends, one latency apart', () => {
    const session = play({}, ['detach buThenDelete', 'deliver bindingUpdate']);
    const [sent, received] = capturedRun(session, say).packets;
    expect(seen(session)).toEqual(['1 UE outbound', '1 PDN GW inbound', '2 PDN GW outbound']);
    expect(sent?.timeNanoseconds).toBe(start);
    expect(received?.timeNanoseconds).toBe(start + 50_000_000n);
    expect(received?.octets).toEqual(sent?.octets);
    expect(sent?.comment).toBe('Message (1), Binding Update, lifetime 0; sent in step 1: what step 1 is');
  });

  it('a lost message at its sender alone, and says so', () => {
    const session = play({}, ['detach buThenDelete', 'lose bindingUpdate']);
    expect(seen(session)).toEqual(['1 UE outbound']);
    expect(capturedRun(session, say).packets[0]?.comment).toContain('lost in step 2: what step 2 is');
  });

  it("the network's copy at its receiver alone, and why it is discarded", () => {
    const session = play({}, [
      'detach buThenDelete',
      'duplicate bindingUpdate',
      'deliver bindingUpdate',
      'deliver bindingUpdate',
    ]);
    expect(seen(session).filter((each) => /^[12] /.test(each))).toEqual([
      '1 UE outbound',
      '1 PDN GW inbound',
      '2 PDN GW inbound',
    ]);
    const copy = capturedRun(session, say).packets.find(({ number }) => number === 2);
    expect(copy?.comment).toContain('discarded (a copy of it was accepted before)');
  });

  it('behind a NAT each end sees its own addresses', () => {
    const session = play({}, ['detach buThenDelete', 'deliver bindingUpdate'], { options: { access: 'ipv4Nat' } });
    const [sent, received] = capturedRun(session, say).packets;
    expect([...(sent?.octets.subarray(12, 16) ?? [])]).toEqual([10, 0, 0, 77]);
    expect([...(received?.octets.subarray(12, 16) ?? [])]).toEqual([198, 51, 100, 7]);
  });

  it('an altered message arrives as it was altered', () => {
    const session = play({}, ['detach buThenDelete', 'alter bindingUpdate icvFails', 'deliver bindingUpdate:icvFails']);
    const [sent, received] = capturedRun(session, say).packets;
    expect(received?.octets).not.toEqual(sent?.octets);
    expect(received?.comment).toContain('changed on the way in step 2');
  });

  it('a message without a name is missing, with the reason', () => {
    const session = play({ notification: 'unnamed', acknowledgement: 'no' }, ['orderDetach', '...']);
    const { missing, packets } = capturedRun(session, say);
    expect(missing).toEqual([{ number: 1, reason: expect.stringContaining('further study') }]);
    expect(packets.some(({ number }) => number === 1)).toBe(false);
    expect(packets.length).toBeGreaterThan(0);
  });
});

describe('octets that a person changed', () => {
  const unnoticed = ['detach buThenDelete', 'deliver bindingUpdate'];
  const attacker: Patch = { message: 1, step: 1, mode: 'attacker', changes: [{ buffer: 0, at: 7, octet: 9 }] };

  function ends(session: Session, patches: readonly Patch[], number = 1) {
    const packets = capturedRun(session, say, patches).packets.filter((each) => each.number === number);
    return {
      sent: packets.find(({ direction }) => direction === 'outbound'),
      received: packets.find(({ direction }) => direction === 'inbound'),
    };
  }

  it('arrive, and are sent as they were; the comment says which', () => {
    const session = play({}, unnoticed);
    const { sent, received } = ends(session, [attacker]);
    expect(sent?.octets).toEqual(octetsOf(session, 1).octets);
    expect([...(received?.octets ?? [])]).toEqual([...(sent?.octets ?? [])].map((octet, at) => (at === 7 ? 9 : octet)));
    expect(received?.comment).toContain(
      'changed on the way in step 1, by an attacker, nothing made right: octet 7 from 40 to 09',
    );
    expect(sent?.comment).not.toContain('changed');
  });

  it('before protection: what arrives opens, and says the new value', () => {
    const run = ['detach buThenDelete', 'alter bindingUpdate sequenceOutOfWindow'];
    const session = play({}, [...run, 'deliver bindingUpdate:sequenceOutOfWindow']);
    const patch: Patch = { message: 1, step: 2, mode: 'peer', changes: [{ buffer: 1, at: 7, octet: 3 }] };
    const { received } = ends(session, [patch]);
    const packet = dissect(received?.octets ?? new Uint8Array(0), 'ip', openerOf(session), { fields: true });
    expect(packet.layers.findLast(({ name }) => name === 'mobilityHeader')?.value).toMatchObject({
      message: { type: 'bindingUpdate', sequenceNumber: 3 },
    });
    expect(packet.notes.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(received?.comment).toContain('by a faulty peer, the rest made right: decrypted octet 7 from 08 to 03');
  });

  it('behind a NAT arrive with the address that it writes', () => {
    const session = play({}, unnoticed, { options: { access: 'ipv4Nat' } });
    const time = { ...attacker, changes: [{ buffer: 0, at: 8, octet: 3 }] };
    const { received } = ends(session, [time]);
    expect([...(received?.octets.subarray(12, 16) ?? [])]).toEqual([198, 51, 100, 7]);
    expect(received?.octets[8]).toBe(3);
  });

  it('are in a copy that was made of them', () => {
    const session = play({}, [
      'detach buThenDelete',
      'duplicate bindingUpdate',
      ...unnoticed.slice(1),
      unnoticed[1] ?? '',
    ]);
    expect(ends(session, [attacker], 2).received?.octets[7]).toBe(9);
    expect(ends(session, [{ ...attacker, step: 2 }], 2).received?.octets[7]).toBe(64);
  });

  it('many are counted', () => {
    const changes = Array.from({ length: 10 }, (_, at) => ({ buffer: 0, at: 24 + at, octet: 1 }));
    expect(ends(play({}, unnoticed), [{ ...attacker, changes }]).received?.comment).toMatch(/, and 2 more$/);
  });

  it('that the run does not have are refused with a sentence', () => {
    const session = play({}, unnoticed);
    expect(patchMisfit(session, [attacker])).toBeUndefined();
    expect(patchMisfit(session, [{ ...attacker, message: 9 }])).toContain('no message 9');
    expect(patchMisfit(session, [{ ...attacker, step: 9 }])).toContain('no step 9');
    expect(patchMisfit(session, [{ ...attacker, step: 2 }])).toContain('not in flight in step 2');
    const changes = [{ buffer: 0, at: 9999, octet: 1 }];
    expect(patchMisfit(session, [{ ...attacker, changes }])).toContain('does not have the octets');
  });
});
