import { describe, expect, it } from 'vitest';
import {
  bindingAckStatus,
  bindingErrorStatus,
  type CodeWords,
  ipv4AckStatus,
  revocationAckStatus,
  revocationTrigger,
} from '#spec/codes.ts';
import { expand, glossary } from '#spec/glossary.ts';
import { references } from '#spec/references.ts';
import { type Backoff, backoffs, periods, waitMilliseconds } from '#spec/timers.ts';

describe('codes', () => {
  const codes = (words: CodeWords) => Object.keys(words).map(Number);

  it('are the listed ones', () => {
    expect(codes(bindingAckStatus)).toEqual([
      0, 1, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 151, 152,
      153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174,
    ]);
    expect(codes(revocationAckStatus)).toEqual([0, 1, 128, 129, 130, 131, 132, 133, 134, 135]);
    expect(codes(revocationTrigger)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 128, 129, 250, 251, 252, 253, 254, 255]);
    expect(codes(ipv4AckStatus)).toEqual([0, 128, 129, 130, 131, 132, 133]);
    expect(codes(bindingErrorStatus)).toEqual([1, 2]);
  });

  it('mean in a detach what the registry says', () => {
    expect(bindingAckStatus[133]).toBe('not home agent for this mobile node');
    expect(bindingAckStatus[135]).toBe('sequence number out of window');
    expect(bindingAckStatus[139]).toBe('registration type change disallowed');
    expect(revocationTrigger[1]).toBe('administrative reason');
    expect(revocationAckStatus[128]).toBe('binding does not exist');
    expect(revocationAckStatus[134]).toBe('revocation function not supported');
  });
});

describe('timers', () => {
  const sendTimes = (backoff: Backoff, count: number) => {
    const times = [0];
    while (times.length < count) times.push((times.at(-1) ?? 0) + waitMilliseconds(backoff, times.length));
    return times;
  };

  it('M-17, M-18: an unanswered BU goes out at 0, 1, 3, 7, 15, 31, 63, 95, 127 s', () => {
    expect(sendTimes(backoffs.bindingUpdate, 9).map((time) => time / 1000)).toEqual([0, 1, 3, 7, 15, 31, 63, 95, 127]);
  });

  it('K-20: a DELETE goes out at 0, 4, 11.2, 24.2, 47.5, 89.5 s and is given up at 165 s', () => {
    expect(sendTimes(backoffs.ikeDelete, 7).map((time) => Math.round(time / 100) / 10)).toEqual([
      0, 4, 11.2, 24.2, 47.5, 89.5, 165.1,
    ]);
  });

  it('B-1: the notification waits 1 s, then 2 s and never longer', () => {
    expect([1, 2, 3].map((transmission) => waitMilliseconds(backoffs.notification, transmission))).toEqual([
      1000, 2000, 2000,
    ]);
  });

  it('refuse a transmission that is none', () => {
    for (const odd of [0, -1, 1.5, Number.NaN])
      expect(() => waitMilliseconds(backoffs.bindingUpdate, odd)).toThrow(RangeError);
  });

  it('L-10: the response is remembered for longer than the request is repeated', () => {
    const repeated = sendTimes(backoffs.ikeDelete, 2 + backoffs.ikeDelete.sourceRetransmissions).at(-1);
    expect(periods.zombie.milliseconds).toBeGreaterThan(repeated ?? Number.POSITIVE_INFINITY);
  });

  it('M-1: lifetimes are whole units that 16 bits hold', () => {
    expect(periods.longestBindingLifetime.milliseconds).toBe(65_535 * periods.lifetimeUnit.milliseconds);
    expect(periods.bindingLifetime.milliseconds / periods.lifetimeUnit.milliseconds).toBe(900);
  });
});

describe('glossary', () => {
  const listed =
    'AAA BA BBERF BC BCE BE BRA BRI BRR BU BUL CoA C-bit DPD DSMIPv6 ePDG ESN FFS HA HAO HNP HoA ICV IFOM INFORMATIONAL I-WLAN ' +
    'MH MPS MPA PDG RH2 S2c S6b SAD SPD SPI W-APN';
  const inTwoWords = [
    'Child SA',
    'Gateway Control session',
    'IKE SA',
    'IP-CAN session',
    'K bit',
    'Non-ESP marker',
    'PDN GW',
  ];

  it.each([...listed.split(' '), ...inTwoWords])('has %s', (abbreviation) => {
    expect(expand(abbreviation)).toMatch(/\S/);
  });

  it('has each entry once, in alphabetical order', () => {
    const abbreviations = glossary.map((one) => one.abbreviation.toLowerCase());
    expect(abbreviations).toEqual([...new Set(abbreviations)].sort());
  });

  it('expands what the first screen shows', () => {
    expect(expand('BU')).toBe('Binding Update');
    expect(expand('PDN GW')).toBe('packet data network gateway');
    expect(expand('bu')).toBeUndefined();
  });
});

describe('references', () => {
  it('own up to what was not read', () => {
    const notRead = references.filter((one) => one.seen === 'not read').map((one) => `${one.document} ${one.clause}`);
    expect(notRead).toContain('TS 24.303 5.4 and its subclauses, A.5.2');
    expect(notRead).toContain('TS 24.234 8.3');
  });

  it('cover every document of the fact sheet', () => {
    const documents = references.map((one) => one.document).join(', ');
    for (const number of [
      '24.801',
      '24.303',
      '23.402',
      '23.139',
      '24.302',
      '24.234',
      '24.502',
      '33.402',
      '33.234',
      '36.508',
    ])
      expect(documents).toContain(number);
    for (const rfc of [
      3775, 6275, 5555, 4877, 3776, 5846, 4306, 4718, 5996, 7296, 4307, 4301, 4303, 3602, 4106, 5282, 4835,
    ])
      expect(documents).toContain(`RFC ${rfc}`);
  });
});
