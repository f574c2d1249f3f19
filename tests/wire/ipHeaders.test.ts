import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DestinationOption,
  decodeDestinationOptions,
  encodeDestinationOptions,
  homeAddressOptions,
} from '#wire/destinationOptions.ts';
import {
  decodeAuthenticationHeader,
  decodeFragmentHeader,
  decodeOtherHeader,
  encodeFragmentHeader,
  encodeOtherHeader,
} from '#wire/extensionHeader.ts';
import { decodeIpv4, encodeIpv4, encodeIpv4Header } from '#wire/ipv4.ts';
import { decodeIpv6, encodeIpv6, encodeIpv6Header } from '#wire/ipv6.ts';
import { fromHex } from '#wire/octets.ts';
import { decodeRoutingHeader, encodeRoutingHeader } from '#wire/routingHeader.ts';
import { decodeUdp, encodeUdp, encodeUdpHeader, udpChecksumOk } from '#wire/udp.ts';
import { checkCodec } from './checkCodec.ts';
import { vector } from './vectors.ts';

const HOME_ADDRESS = fromHex('20010db8000a00010000000000000010');
const octet = fc.nat(255);
const word = fc.nat(0xffff);
const address6 = fc.uint8Array({ minLength: 16, maxLength: 16 });
const address4 = fc.uint8Array({ minLength: 4, maxLength: 4 });

checkCodec({
  name: 'IPv6 header',
  decode: decodeIpv6,
  encode: encodeIpv6Header,
  known: [
    {
      title: 'V1',
      octets: vector('V1').slice(0, 40),
      value: { trafficClass: 0, flowLabel: 0, payloadLength: 56, nextHeader: 60, hopLimit: 64 },
    },
    {
      octets: fromHex(`6a5fedcb 0102 3b ff ${'11'.repeat(16)} ${'22'.repeat(16)}`),
      value: { flowLabel: 0xfedcb, trafficClass: 0xa5 },
    },
  ],
  values: fc.record({
    trafficClass: octet,
    flowLabel: fc.nat(0xfffff),
    payloadLength: word,
    nextHeader: octet,
    hopLimit: octet,
    source: address6,
    destination: address6,
  }),
});

checkCodec({
  name: 'IPv4 header',
  decode: decodeIpv4,
  encode: encodeIpv4Header,
  known: [
    {
      title: 'V15',
      octets: vector('V15').slice(0, 20),
      value: { totalLength: 100, identification: 0x1c46, dontFragment: true, protocol: 17, headerChecksum: 0xd7f4 },
    },
    {
      title: 'options',
      octets: fromHex('46b80018 0001 a123 40 32 0000 0a000001 0a000002 94040000'),
      value: { fragmentOffset: 0x123 },
    },
  ],
  values: fc.record({
    typeOfService: octet,
    totalLength: word,
    identification: word,
    reservedFlag: fc.boolean(),
    dontFragment: fc.boolean(),
    moreFragments: fc.boolean(),
    fragmentOffset: fc.nat(0x1fff),
    timeToLive: octet,
    protocol: octet,
    headerChecksum: word,
    source: address4,
    destination: address4,
    options: fc.constantFrom(0, 4, 40).map((length) => new Uint8Array(length).fill(1)),
  }),
});

checkCodec({
  name: 'UDP header',
  decode: decodeUdp,
  encode: encodeUdpHeader,
  known: [
    {
      title: 'V15',
      octets: vector('V15').slice(20, 28),
      value: { sourcePort: 49_152, destinationPort: 4191, length: 80 },
    },
  ],
  values: fc.record({ sourcePort: word, destinationPort: word, length: word, checksum: word }),
});

const option: fc.Arbitrary<DestinationOption> = fc.oneof(
  fc.constant({ type: 'pad1' } as const),
  fc.nat(9).map((length) => ({ type: 'padN', data: new Uint8Array(length) }) as const),
  address6.map((address) => ({ type: 'homeAddress', address }) as const),
  fc.record({
    type: fc.constant('unknown' as const),
    optionType: fc.integer({ min: 2, max: 200 }),
    data: fc.uint8Array({ maxLength: 30 }),
  }),
);

/** Pad1 up to a multiple of 8 octets. */
function filled(options: readonly DestinationOption[]): DestinationOption[] {
  const pads: DestinationOption[] = [];
  for (;;) {
    try {
      encodeDestinationOptions({ nextHeader: 59, options: [...options, ...pads] });
      return [...options, ...pads];
    } catch {
      pads.push({ type: 'pad1' });
    }
  }
}

checkCodec({
  name: 'Destination Options header',
  decode: decodeDestinationOptions,
  encode: encodeDestinationOptions,
  known: [
    {
      title: 'V1',
      octets: vector('V1').slice(40, 64),
      value: { nextHeader: 135, options: homeAddressOptions(HOME_ADDRESS) },
    },
    { title: 'odd options', octets: fromHex('3b01 00 0100 c90201ff 1e03aabbcc 0000'), value: { nextHeader: 59 } },
  ],
  values: fc.record({ nextHeader: octet, options: fc.array(option, { maxLength: 5 }).map(filled) }),
});

checkCodec({
  name: 'Routing header',
  decode: decodeRoutingHeader,
  encode: encodeRoutingHeader,
  known: [
    {
      title: 'V2',
      octets: vector('V2').slice(40, 64),
      value: { type: 'type2', segmentsLeft: 1, homeAddress: HOME_ADDRESS },
    },
    {
      title: 'type 3',
      octets: fromHex('3b010300 0000000011223344 55667788'),
      value: { type: 'other', routingType: 3 },
    },
  ],
  values: fc.oneof(
    fc.record({
      type: fc.constant('type2' as const),
      nextHeader: octet,
      segmentsLeft: octet,
      reserved: fc.nat(),
      homeAddress: address6,
    }),
    fc.record({
      type: fc.constant('other' as const),
      nextHeader: octet,
      segmentsLeft: octet,
      routingType: fc.integer({ min: 3, max: 255 }),
      data: fc.constantFrom(4, 12, 20).map((length) => new Uint8Array(length).fill(7)),
    }),
  ),
});

checkCodec({
  name: 'Fragment header',
  decode: decodeFragmentHeader,
  encode: encodeFragmentHeader,
  known: [
    {
      octets: fromHex('11000009 12345678'),
      value: { nextHeader: 17, offset: 1, moreFragments: true, identification: 0x12345678 },
    },
  ],
  values: fc.record({
    nextHeader: octet,
    reserved: octet,
    offset: fc.nat(0x1fff),
    reservedBits: fc.nat(3),
    moreFragments: fc.boolean(),
    identification: fc.nat(),
  }),
});

checkCodec({
  name: 'Authentication Header',
  decode: decodeAuthenticationHeader,
  encode: encodeOtherHeader,
  known: [
    { octets: fromHex('3b040000 00000100 00000001 112233445566778899aabbcc'), value: { nextHeader: 59, length: 4 } },
  ],
});

checkCodec({
  name: 'Shim6 header',
  decode: decodeOtherHeader,
  encode: encodeOtherHeader,
  known: [{ octets: fromHex('3b01000000000000 1122334455667788'), value: { nextHeader: 59, length: 1 } }],
});

describe('what these headers note and refuse', () => {
  it('a wrong IPv4 header checksum is an error, the right one of a built packet none', () => {
    const header = vector('V15').slice(0, 20);
    expect(decodeIpv4(header).notes).toEqual([]);
    header[8] = 63;
    expect(decodeIpv4(header).notes).toMatchObject([{ severity: 'error', at: 10 }]);
  });

  it('another version is malformed', () => {
    const error = { type: 'malformed', at: 0 };
    expect(decodeIpv6(vector('V15'))).toMatchObject({ ok: false, error });
    expect(decodeIpv4(vector('V1'))).toMatchObject({ ok: false, error });
    expect(decodeIpv4(fromHex('44'.repeat(20)))).toMatchObject({ ok: false, error });
  });

  it('RFC 6275 6.4.1: a type 2 header has length 2 and one segment left', () => {
    const header = vector('V2').slice(40, 64);
    header[3] = 2;
    expect(decodeRoutingHeader(header).notes).toMatchObject([{ severity: 'error', at: 3 }]);
    expect(decodeRoutingHeader(fromHex('87000201 00000000'))).toMatchObject({
      ok: true,
      value: { type: 'other', routingType: 2 },
      notes: [{ severity: 'error', at: 1 }],
    });
  });

  it('RFC 6275 6.3: a Home Address option has 16 octets, at 8n + 6', () => {
    expect(decodeDestinationOptions(fromHex('3b00 c9020102 0000')).notes).toMatchObject([
      { severity: 'warning', at: 2 },
      { severity: 'error', at: 3 },
    ]);
  });

  it('an option that reaches past its header is malformed, though octets follow', () => {
    expect(decodeDestinationOptions(fromHex('3b00 01050000 0000 0000000000'))).toMatchObject({
      ok: false,
      error: { type: 'malformed', at: 3 },
    });
    expect(decodeDestinationOptions(fromHex('3b00 0000000000 05 00'))).toMatchObject({ ok: false, error: { at: 8 } });
  });
});

describe('whole packets of ours', () => {
  it('V1 from its parts, octet for octet', () => {
    const octets = vector('V1');
    const { value } = decodeIpv6(octets) as Extract<ReturnType<typeof decodeIpv6>, { ok: true }>;
    expect(encodeIpv6(value, octets.slice(40))).toEqual(octets);
  });

  for (const name of ['V15', 'V16', 'V17', 'V28']) {
    it(`${name}: UDP and IPv4 with their checksums, octet for octet`, () => {
      const octets = vector(name);
      const { value } = decodeIpv4(octets) as Extract<ReturnType<typeof decodeIpv4>, { ok: true }>;
      const udp = decodeUdp(octets, { start: 20 }) as Extract<ReturnType<typeof decodeUdp>, { ok: true }>;
      const { source, destination } = value;
      expect(encodeIpv4(value, encodeUdp(udp.value, octets.slice(28), source, destination))).toEqual(octets);
      expect(udpChecksumOk(octets, 20, octets.length - 20, source, destination)).toBe(true);
    });
  }

  it('a UDP checksum that comes out as 0 is sent as 0xffff', () => {
    const zero = new Uint8Array(4);
    // 17 + twice the length 10 + the payload make 0xffff.
    const octets = encodeUdp({ sourcePort: 0, destinationPort: 0 }, fromHex('ffda'), zero, zero);
    expect(octets.slice(6, 8)).toEqual(fromHex('ffff'));
    expect(udpChecksumOk(octets, 0, octets.length, zero, zero)).toBe(true);
  });

  it('values that do not fit are refused', () => {
    const source = new Uint8Array(16);
    const header = { trafficClass: 0, flowLabel: 0, nextHeader: 59, hopLimit: 64, source, destination: source };
    expect(() => encodeIpv6({ ...header, flowLabel: 0x10_0000 }, source)).toThrow(RangeError);
    expect(() => encodeIpv6({ ...header, trafficClass: 256 }, source)).toThrow(RangeError);
    expect(() => encodeIpv6({ ...header, source: new Uint8Array(4) }, source)).toThrow(RangeError);
    expect(() => encodeIpv6(header, new Uint8Array(65_536))).toThrow(RangeError);
    expect(() => encodeDestinationOptions({ nextHeader: 59, options: [] })).toThrow(RangeError);
  });
});
