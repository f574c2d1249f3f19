/** A run as captured at both ends: who sees what, when, and what is said of it. */
import { describe, expect, it } from 'vitest';
import type { CapturedPacket } from '#session/capturedRun.ts';
import { capturedRun } from '#session/capturedRun.ts';
import type { Session } from '#session/session.ts';
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
