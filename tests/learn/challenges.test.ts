/** Challenges: each can be solved, its best run is marked as solved, and what breaks its bounds is not. */
import { describe, expect, it } from 'vitest';
import { detach } from '#detach/detach.ts';
import { bestRun } from '#learn/bestRun.ts';
import type { Challenge } from '#learn/challenge.ts';
import { challengeVariant, goalOf, judgeChallenge } from '#learn/challenge.ts';
import { challenges, findChallenge } from '#learn/challenges.ts';
import type { State } from '#model/state.ts';

function best(challenge: Challenge) {
  const work = bestRun(challenge);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

const challenge = (name: string) => findChallenge(name) ?? expect.fail(name);

/** The length of the shortest run, by trying all runs in the interpreter: small enough for these. */
function shortestByHand(of: Challenge): number {
  const system = detach(challengeVariant(of), { loss: of.losses, duplication: 0, alteration: 0 });
  const goal = goalOf(of, system);
  let layer: readonly State[] = [system.initial];
  const met = new Set([JSON.stringify(system.initial)]);
  for (let steps = 1; layer.length > 0; steps++) {
    const next: State[] = [];
    for (const state of layer) {
      for (const event of system.enabled(state)) {
        const after = system.apply(state, event);
        const key = JSON.stringify(after);
        if (met.has(key)) continue;
        if (system.holds(after, goal)) return steps;
        met.add(key);
        next.push(after);
      }
    }
    layer = next;
  }
  return Infinity;
}

describe('challenges', () => {
  it('are at least six, with names of their own, and none is solved at the start', () => {
    expect(challenges.length).toBeGreaterThanOrEqual(6);
    expect(new Set(challenges.map(({ name }) => name)).size).toBe(challenges.length);
    for (const each of challenges) expect(judgeChallenge(each, []).type).toBe('not yet');
  });

  it.each(challenges)('$name: its best run solves it, and no shorter one does', (each) => {
    const { events } = best(each);
    if (events === undefined) expect.fail('no run solves it');
    expect(judgeChallenge(each, events)).toMatchObject({ type: 'solved', steps: events.length });
    expect(shortestByHand(each)).toBe(events.length);
  });

  it.each(challenges)('$name: how near a run is, is said part by part', (each) => {
    const { events = [] } = best(each);
    for (const [steps] of events.entries()) {
      const verdict = judgeChallenge(each, events.slice(0, steps));
      if (verdict.type !== 'not yet') expect.fail(verdict.type);
      expect(verdict.parts.some(({ holds }) => !holds)).toBe(true);
      expect(verdict.losses).toBe(events.slice(0, steps).filter((text) => text.startsWith('lose')).length);
      for (const { needs, now, holds } of verdict.parts) {
        expect(`${needs}${now}`).not.toMatch(/undefined|with {2}/);
        if (holds) expect(now).toBe('');
      }
    }
  });

  it('have one that leaves a stale binding with one loss at most', () => {
    const stale = challenge('stale-binding');
    expect(stale.losses).toBe(1);
    const verdict = judgeChallenge(stale, []);
    if (verdict.type !== 'not yet') expect.fail(verdict.type);
    expect(verdict.parts.map(({ needs, holds }) => [needs, holds])).toEqual([
      ['the UE is detached', false],
      ["the PDN GW's binding is there", true],
      ['nothing is in flight', true],
    ]);
  });

  it('does not count other faults, nor more losses than are allowed, nor runs of another reading', () => {
    expect(judgeChallenge(challenge('status-133'), ['detach buThenDelete', 'duplicate bindingUpdate'])).toMatchObject({
      type: 'not allowed',
      why: expect.stringContaining('Step 2'),
    });
    expect(judgeChallenge(challenge('unread-answer'), ['detach buThenDelete', 'lose bindingUpdate'])).toMatchObject({
      type: 'not allowed',
      why: expect.stringContaining('no message may be lost'),
    });
    expect(judgeChallenge(challenge('stale-binding'), ['detach deleteThenBu'])).toMatchObject({ type: 'not allowed' });
  });

  it('counts the first step at which the goal is reached', () => {
    const { events = [] } = best(challenge('crossing'));
    const later = judgeChallenge(challenge('crossing'), [...events, 'lose bindingUpdate', 'lose bindingUpdate']);
    expect(later).toMatchObject({ type: 'solved', steps: events.length, losses: 0 });
  });
});
