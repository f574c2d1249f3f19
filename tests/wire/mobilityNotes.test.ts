/** Remarks on messages that are readable but unusual: grade, place and the rule that is named. */
import { describe, expect, it } from 'vitest';
import { decodeMobilityHeader, type MobilityHeaderOptions } from '#wire/mobilityHeader.ts';
import { concat, fromHex } from '#wire/octets.ts';
import { vector } from './vectors.ts';

const homeAddress = fromHex('20010db8000a00010000000000000010');

interface Case {
  readonly title: string;
  readonly octets: Uint8Array;
  readonly options?: MobilityHeaderOptions;
  readonly severity: 'note' | 'warning' | 'error';
  readonly at: number;
  readonly text: RegExp;
}

/** V1's Mobility Header with some octets written over. */
function update(at: number, hex: string): Uint8Array {
  const octets = vector('V1').slice(64);
  octets.set(fromHex(hex), at);
  return octets;
}

const cases: readonly Case[] = [
  {
    title: 'M-3: a home registration without A',
    octets: update(8, '5000'),
    severity: 'warning',
    at: 8,
    text: /A is clear.*M-3/,
  },
  {
    title: 'H-16: R in a de-registration',
    octets: update(8, 'd400'),
    severity: 'note',
    at: 8,
    text: /R is set.*139 \(H-16\)/,
  },
  {
    title: 'M-1, H-15: the home address as Alternate Care-of Address',
    octets: vector('V1b').slice(64),
    options: { homeAddress },
    severity: 'note',
    at: 14,
    text: /home address.*M-1, H-15/,
  },
  {
    title: 'reserved flag bits of a Binding Update',
    octets: update(8, 'd005'),
    severity: 'note',
    at: 8,
    text: /0x0005/,
  },
  {
    title: 'Payload Proto other than 59',
    octets: update(0, '3a'),
    severity: 'warning',
    at: 0,
    text: /58, not 59/,
  },
  {
    title: 'the reserved octet of the header',
    octets: update(3, '80'),
    severity: 'note',
    at: 3,
    text: /reserved octet is 0x80/,
  },
  {
    title: 'M-9: Binding Refresh Advice in the answer to a de-registration',
    octets: fromHex('3b010600 00000080 0008 0000 02020384'),
    severity: 'warning',
    at: 10,
    text: /Binding Refresh Advice with lifetime 0.*M-9/,
  },
  {
    title: 'a Binding Error with a status of no meaning',
    octets: concat(fromHex('3b020700 0000 03 00'), homeAddress),
    severity: 'warning',
    at: 6,
    text: /Status 3 of a Binding Error is not known/,
  },
  {
    title: 'a global revocation trigger without G',
    octets: fromHex('3b011000 0000 0180 2101 0000 01020000'),
    severity: 'warning',
    at: 7,
    text: /Trigger 128 is for a global revocation, but G is clear/,
  },
  {
    title: 'reserved bits of a revocation',
    octets: fromHex('3b011000 0000 0101 2101 1000 01020000'),
    severity: 'note',
    at: 10,
    text: /0x1000/,
  },
  {
    title: 'a message that is not read',
    octets: fromHex('3b010d00 00000002 0000002a 01020000'),
    severity: 'note',
    at: 6,
    text: /Heartbeat is kept/,
  },
  {
    title: 'whole 8 octets behind the header',
    octets: concat(vector('V13').slice(64), new Uint8Array(8)),
    severity: 'warning',
    at: 8,
    text: /8 octets follow the 8/,
  },
  {
    title: 'a length that is no multiple of 8',
    octets: concat(vector('V13').slice(64), new Uint8Array(3)),
    severity: 'error',
    at: 8,
    text: /3 octets follow the 8.*multiple of 8/,
  },
];

describe('remarks', () => {
  for (const { title, octets, options = {}, severity, at, text } of cases) {
    it(title, () => {
      const read = decodeMobilityHeader(octets, options);
      expect(read.ok).toBe(true);
      expect(read.notes).toEqual([{ severity, at, text: expect.stringMatching(text) }]);
    });
  }
});

describe('no remark', () => {
  const refresh = update(8, 'd400 0384');
  it('R in a registration', () => expect(decodeMobilityHeader(refresh).notes).toEqual([]));

  it('the care-of address as Alternate Care-of Address', () => {
    expect(decodeMobilityHeader(update(8, 'd000'), { homeAddress }).notes).toEqual([]);
  });

  it('a global trigger with G, and a trigger for testing', () => {
    expect(decodeMobilityHeader(fromHex('3b011000 0000 0180 2101 2000 01020000')).notes).toEqual([]);
    expect(decodeMobilityHeader(fromHex('3b011000 0000 01fa 2101 0000 01020000')).notes).toEqual([]);
  });

  it('Binding Refresh Advice with a lifetime, and with a rejection, whose lifetime says nothing', () => {
    expect(decodeMobilityHeader(fromHex('3b010600 00000080 0008 0384 02020384')).notes).toEqual([]);
    expect(decodeMobilityHeader(fromHex('3b010600 00008280 0008 0000 02020384')).notes).toEqual([]);
  });
});
