/** Mobility options: known octets and laws for each, alignment, layout (RFC 6275 6.2). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoder } from '#wire/decoded.ts';
import {
  layOut,
  type MobilityOption,
  optionName,
  readMobilityOptions,
  writeMobilityOptions,
} from '#wire/mobilityOptions.ts';
import { fromHex, toHex } from '#wire/octets.ts';
import { Writer } from '#wire/writer.ts';
import { checkCodec } from './checkCodec.ts';
import { options } from './mobilityArbitrary.ts';

interface Listed {
  readonly options: readonly MobilityOption[];
}

/** As if the list started at that offset of a Mobility Header. */
const decodeAt = (at: number) =>
  decoder<Listed>((reader) => ({ options: readMobilityOptions(reader, reader.at - at) }));

function encode(list: readonly MobilityOption[]): Uint8Array {
  const writer = new Writer();
  writeMobilityOptions(writer, list);
  return writer.done();
}

const address = fromHex('20010db8000c00010000000000000077');
const addressHex = toHex(address);

/** Of each option: an offset that its alignment allows, octets, value. */
const known: { readonly [Type in MobilityOption['type']]: readonly [number, string, MobilityOption] } = {
  pad1: [12, '00', { type: 'pad1' }],
  padN: [12, '0102 0000', { type: 'padN', data: new Uint8Array(2) }],
  bindingRefreshAdvice: [12, '0202 0384', { type: 'bindingRefreshAdvice', intervalUnits: 900 }],
  alternateCareOfAddress: [14, `0310 ${addressHex}`, { type: 'alternateCareOfAddress', address }],
  nonceIndices: [12, '0404 0005 0006', { type: 'nonceIndices', homeNonceIndex: 5, careOfNonceIndex: 6 }],
  bindingAuthorizationData: [
    18,
    '050c 0102030405060708090a0b0c',
    { type: 'bindingAuthorizationData', authenticator: fromHex('0102030405060708090a0b0c') },
  ],
  mobileNetworkPrefix: [
    12,
    `0612 00 40 ${addressHex}`,
    { type: 'mobileNetworkPrefix', reserved: 0, prefixLength: 64, prefix: address },
  ],
  mobileNodeIdentifier: [
    12,
    '0804 01 754061',
    { type: 'mobileNodeIdentifier', subtype: 1, identifier: fromHex('754061') },
  ],
  homeNetworkPrefix: [
    12,
    `1612 00 40 ${addressHex}`,
    { type: 'homeNetworkPrefix', reserved: 0, prefixLength: 64, prefix: address },
  ],
  ipv4HomeAddress: [
    12,
    '1d06 8200 c000020a',
    {
      type: 'ipv4HomeAddress',
      prefixLength: 32,
      prefixRequested: true,
      reserved: 0,
      address: fromHex('c000020a'),
    },
  ],
  ipv4AddressAcknowledgement: [
    12,
    '1e06 82 80 c000020a',
    {
      type: 'ipv4AddressAcknowledgement',
      status: 130,
      prefixLength: 32,
      reserved: 0,
      address: fromHex('c000020a'),
    },
  ],
  natDetection: [
    20,
    '1f06 8000 0000006e',
    { type: 'natDetection', udpEncapsulationRequired: true, reserved: 0, refreshSeconds: 110 },
  ],
  ipv4CareOfAddress: [
    20,
    '2006 0000 0a00004d',
    { type: 'ipv4CareOfAddress', reserved: 0, address: fromHex('0a00004d') },
  ],
  unknown: [12, '09 02 abcd', { type: 'unknown', optionType: 9, data: fromHex('abcd') }],
};

for (const [type, [at, hex, option]] of Object.entries(known)) {
  checkCodec<Listed>({
    name: `mobility option ${type}`,
    decode: decodeAt(at),
    encode: (listed) => encode(listed.options),
    known: [{ octets: fromHex(hex), value: { options: [option] } }],
    values: options[option.type].map((one) => ({ options: [one] })),
    wholeAt: (length) => length === 0,
  });

  it(`${type} at an offset that its alignment allows draws no remark`, () => {
    expect(decodeAt(at)(fromHex(hex)).notes).toEqual([]);
  });
}

describe('alignment', () => {
  const asked: Partial<Record<MobilityOption['type'], readonly [number, number]>> = {
    bindingRefreshAdvice: [2, 0],
    alternateCareOfAddress: [8, 6],
    nonceIndices: [2, 0],
    bindingAuthorizationData: [8, 2],
    mobileNetworkPrefix: [8, 4],
    homeNetworkPrefix: [8, 4],
    ipv4HomeAddress: [4, 0],
    ipv4AddressAcknowledgement: [4, 0],
    natDetection: [4, 0],
    ipv4CareOfAddress: [4, 0],
  };

  for (const [type, [, hex]] of Object.entries(known)) {
    const [factor, rest] = asked[type as MobilityOption['type']] ?? [1, 0];
    it(`${type} is asked for at ${factor}n+${rest}, and noted at every other offset`, () => {
      for (let at = 8; at < 24; at += 1) {
        const graded = decodeAt(at)(fromHex(hex)).notes.map(({ severity }) => severity);
        expect(graded, `offset ${at}`).toEqual(at % factor === rest ? [] : ['warning']);
      }
    });
  }
});

describe('layOut', () => {
  const alternate: MobilityOption = { type: 'alternateCareOfAddress', address };

  it('puts PadN of 2 octets before an Alternate Care-of Address at 12', () => {
    expect(toHex(encode(layOut([alternate])))).toBe(`01000310${addressHex}`);
  });

  it('fills a message without options from 12 to 16 with PadN of 4 octets', () => {
    expect(toHex(encode(layOut([])))).toBe('01020000');
  });

  it('fills one octet with Pad1, and nothing where nothing is missing', () => {
    const identifier = { type: 'mobileNodeIdentifier', subtype: 1, identifier: new Uint8Array(8) } as const;
    expect(layOut([identifier]).at(-1)).toEqual({ type: 'pad1' });
    expect(layOut([], 8)).toEqual([]);
  });

  it('of any options ends on 8 octets, keeps them in order, draws no alignment remark, and is its own layout', () => {
    const any = fc.array(fc.oneof(...Object.values(options)), { maxLength: 6 });
    fc.assert(
      fc.property(any, fc.constantFrom(8, 12, 16, 24), (list, at) => {
        const laidOut = layOut(list, at);
        const octets = encode(laidOut);
        expect((at + octets.length) % 8).toBe(0);
        expect(withoutPadding(laidOut)).toEqual(withoutPadding(list));
        expect(layOut(laidOut, at)).toEqual(laidOut);
        const misaligned = decodeAt(at)(octets).notes.filter(({ text }) => text.includes('alignment'));
        expect(misaligned).toEqual([]);
      }),
    );
  });

  function withoutPadding(list: readonly MobilityOption[]): readonly MobilityOption[] {
    return list.filter(({ type }) => type !== 'pad1' && type !== 'padN');
  }
});

describe('remarks', () => {
  const cases: readonly (readonly [string, string, 'note' | 'warning' | 'error', number, RegExp])[] = [
    ['padding that is not zero', '0102 0001', 'note', 2, /not all zero/],
    ['a length that the option does not have', '0303 aabbcc', 'error', 1, /3 is no Option Length of Alternate Care-of/],
    ['an identifier without its subtype', '0800', 'error', 1, /0 is no Option Length of Mobile Node Identifier/],
    ['a prefix of more than 128 bits', `0612 00 81 ${addressHex}`, 'error', 3, /No IPv6 prefix has 129 bits/],
    ['a reserved octet that is set', `1612 01 40 ${addressHex}`, 'note', 2, /reserved octet is 0x1/],
    ['reserved bits of IPv4 Home Address', '1d06 8001 c000020a', 'note', 2, /reserved field is 0x1/],
    ['reserved bits of IPv4 Address Acknowledgement', '1e06 00 83 c000020a', 'note', 3, /reserved field is 0x3/],
    ['reserved bits of NAT Detection', '1f06 0100 0000006e', 'note', 2, /reserved field is 0x100/],
    ['reserved octets of IPv4 Care-of Address', '2006 00ff 0a00004d', 'note', 2, /reserved field is 0xff/],
    ['an option behind the authorization data', '050c 0102030405060708090a0b0c 00', 'warning', 14, /the last one/],
  ];

  for (const [title, hex, severity, at, text] of cases) {
    it(title, () => {
      const base = hex.startsWith('050c') ? 18 : 12;
      const aligned = decodeAt(base)(fromHex(hex)).notes;
      expect(aligned).toEqual([{ severity, at, text: expect.stringMatching(text) }]);
    });
  }
});

describe('values that do not fit', () => {
  const cases: readonly (readonly [string, MobilityOption])[] = [
    ['an address of 4 octets for IPv6', { type: 'alternateCareOfAddress', address: new Uint8Array(4) }],
    ['an interval above 65535', { type: 'bindingRefreshAdvice', intervalUnits: 65_536 }],
    ['an authenticator of 11 octets', { type: 'bindingAuthorizationData', authenticator: new Uint8Array(11) }],
    ['data of 256 octets', { type: 'unknown', optionType: 9, data: new Uint8Array(256) }],
    ['an unknown option of type 0', { type: 'unknown', optionType: 0, data: new Uint8Array(0) }],
    [
      'a prefix length above 63',
      { type: 'ipv4AddressAcknowledgement', status: 0, prefixLength: 64, reserved: 0, address: new Uint8Array(4) },
    ],
    [
      'reserved bits that reach into F',
      { type: 'natDetection', udpEncapsulationRequired: false, reserved: 0x8000, refreshSeconds: 0 },
    ],
  ];
  for (const [title, option] of cases) it(title, () => expect(() => encode([option])).toThrow(RangeError));
});

it('each option is shown with its name, source and words', () => {
  const { fields } = decodeAt(12)(fromHex(`1d06 8000 c000020a 1f06 8000 ffffffff`), { fields: true });
  expect(fields).toMatchObject([
    {
      name: 'IPv4 Home Address',
      source: 'RFC 5555 3.1.1',
      at: 0,
      length: 8,
      parts: [
        { name: 'Option Type', value: 29, words: 'IPv4 Home Address' },
        { name: 'Option Length', value: 6 },
        {
          at: 2,
          parts: [
            { name: 'Prefix Length', value: 32, bits: { first: 0, count: 6 } },
            { name: 'P: prefix requested', words: 'clear', bits: { first: 6, count: 1 } },
            { name: 'Reserved', bits: { first: 7, count: 9 } },
          ],
        },
        { name: 'IPv4 Home Address', words: '192.0.2.10' },
      ],
    },
    { name: 'NAT Detection', parts: [{}, {}, {}, { words: 'no keepalive needed', unit: 's' }] },
  ]);
  expect(optionName(200)).toBe('Mobility option 200');
  expect(optionName(0)).toBe('Pad1');
});
