import { describe, expect, it } from 'vitest';
import { after, isLater, later } from '#session/sequenceNumber.ts';
import { backoffOf, clockTiming, defaultTiming, waitMilliseconds } from '#session/timing.ts';
import { backoffs } from '#spec/timers.ts';
import { play } from './runs.ts';

describe('timing values', () => {
  it('are those of the spec layer', () => {
    for (const name of ['bindingUpdate', 'ikeDelete', 'notification'] as const) {
      expect(backoffs[name]).toMatchObject(defaultTiming[name]);
    }
  });

  it('M-18: an unanswered BU is sent at 0, 1, 3, 7, 15, 31, 63, 95, 127 s', () => {
    const sent = [0];
    for (let n = 1; n <= 8; n++)
      sent.push((sent.at(-1) ?? 0) + waitMilliseconds(defaultTiming.bindingUpdate, n) / 1000);
    expect(sent).toEqual([0, 1, 3, 7, 15, 31, 63, 95, 127]);
  });

  it('K-20: an unanswered DELETE is sent at 0, 4, 11.2, 24.2, 47.5, 89.5 s', () => {
    const sent = [0];
    for (let n = 1; n <= 5; n++) sent.push((sent.at(-1) ?? 0) + waitMilliseconds(defaultTiming.ikeDelete, n));
    expect(sent.map((each) => Math.round(each / 100) / 10)).toEqual([0, 4, 11.2, 24.2, 47.5, 89.5]);
  });

  it('B-1: the wait for a BRA never exceeds 2 s', () => {
    expect([1, 2, 3, 4].map((n) => waitMilliseconds(defaultTiming.notification, n))).toEqual([1000, 2000, 2000, 2000]);
  });

  it('refuse what no timer guards', () => {
    expect(() => backoffOf(defaultTiming, 'bindingAck')).toThrow(RangeError);
    expect(() => waitMilliseconds(defaultTiming.ikeDelete, 0)).toThrow(RangeError);
    expect(clockTiming().timer('bindingUpdate', 2)).toBe(2000);
  });

  it('run the clock: BU at 0, BA sent at 50 ms, DELETE at 100, its response at 150, detached at 200', () => {
    const session = play({ order: 'buThenDelete' }, ['detach buThenDelete', '...']);
    expect(session.times.slice(0, 5)).toEqual([0, 50, 100, 150, 200]);
  });
});

describe('sequence numbers', () => {
  it('H-39: wrap from 65535 to 0, which is later', () => {
    expect(after(65_535)).toBe(0);
    expect(isLater(0, 65_535)).toBe(true);
    expect(isLater(65_535, 0)).toBe(false);
    expect(later(0, 65_535)).toBe(0);
  });

  it('M-6: a number from last-32768 to last is not later', () => {
    expect(isLater(7, 7)).toBe(false);
    expect(isLater((7 - 32_768) & 0xffff, 7)).toBe(false);
    expect(isLater(7 + 32_767, 7)).toBe(true);
  });
});
