/** Mobility Header: the known messages octet for octet, their checksums, and the laws for each message (RFC 6275 6.1). */
import { describe, expect, it } from 'vitest';
import { NO_BINDING_ACKNOWLEDGEMENT_FLAGS } from '#wire/bindingAcknowledgement.ts';
import { NO_BINDING_REVOCATION_FLAGS } from '#wire/bindingRevocation.ts';
import { NO_BINDING_UPDATE_FLAGS } from '#wire/bindingUpdate.ts';
import { parseIpv4, parseIpv6 } from '#wire/ipAddress.ts';
import {
  decodeMobilityHeader,
  encodeMobilityHeader,
  encodeMobilityHeaderAsIs,
  type MobilityMessage,
  mobilityChecksumOk,
} from '#wire/mobilityHeader.ts';
import { layOut } from '#wire/mobilityOptions.ts';
import { fromHex } from '#wire/octets.ts';
import { checkCodec } from './checkCodec.ts';
import { headers, messages } from './mobilityArbitrary.ts';
import { vector } from './vectors.ts';

const homeAddress = ipv6('2001:db8:a:1::10');
const careOfAddress = ipv6('2001:db8:c:1::77');
const homeAgentAddress = ipv6('2001:db8:a::1');
const toHomeAgent = [homeAddress, homeAgentAddress] as const;
const toUe = [homeAgentAddress, homeAddress] as const;

interface Known {
  readonly name: string;
  /** Offset of the Mobility Header in the packet. */
  readonly at: number;
  /** Source and destination that the checksum covers. */
  readonly addresses: readonly [Uint8Array, Uint8Array];
  readonly message: MobilityMessage;
}

const deregistration = {
  ...NO_BINDING_UPDATE_FLAGS,
  acknowledge: true,
  homeRegistration: true,
  keyManagementMobility: true,
};

function update(alternate: Uint8Array): MobilityMessage {
  return {
    type: 'bindingUpdate',
    sequenceNumber: 8,
    flags: deregistration,
    lifetimeUnits: 0,
    options: layOut([{ type: 'alternateCareOfAddress', address: alternate }]),
  };
}

function acknowledgement(status: number, sequenceNumber: number, keyManagementMobility: boolean): MobilityMessage {
  return {
    type: 'bindingAcknowledgement',
    status,
    flags: { ...NO_BINDING_ACKNOWLEDGEMENT_FLAGS, keyManagementMobility },
    sequenceNumber,
    lifetimeUnits: 0,
    options: layOut([]),
  };
}

function revoked(status: number): MobilityMessage {
  return {
    type: 'bindingRevocationAcknowledgement',
    status,
    sequenceNumber: 0x2101,
    flags: NO_BINDING_REVOCATION_FLAGS,
    options: layOut([]),
  };
}

const ipv4HomeAddress = ipv4('192.0.2.10');

const known: readonly Known[] = [
  { name: 'V1', at: 64, addresses: toHomeAgent, message: update(careOfAddress) },
  { name: 'V1b', at: 64, addresses: toHomeAgent, message: update(homeAddress) },
  { name: 'V2', at: 64, addresses: toUe, message: acknowledgement(0, 8, true) },
  { name: 'V3', at: 64, addresses: toUe, message: acknowledgement(133, 9, false) },
  { name: 'V4', at: 64, addresses: toUe, message: acknowledgement(135, 7, false) },
  {
    name: 'V9',
    at: 64,
    addresses: toUe,
    message: {
      type: 'bindingRevocationIndication',
      revocationTrigger: 1,
      sequenceNumber: 0x2101,
      flags: NO_BINDING_REVOCATION_FLAGS,
      options: layOut([]),
    },
  },
  { name: 'V10', at: 64, addresses: toHomeAgent, message: revoked(0) },
  { name: 'V10b', at: 64, addresses: toHomeAgent, message: revoked(128) },
  {
    name: 'V12',
    at: 40,
    // No routing header: the Binding Error goes to the source of the packet that drew it.
    addresses: [homeAgentAddress, careOfAddress],
    message: { type: 'bindingError', status: 1, reserved: 0, homeAddress, options: [] },
  },
  { name: 'V13', at: 64, addresses: toUe, message: { type: 'bindingRefreshRequest', reserved: 0, options: [] } },
  {
    name: 'V15',
    at: 68,
    addresses: toHomeAgent,
    message: {
      type: 'bindingUpdate',
      sequenceNumber: 8,
      flags: deregistration,
      lifetimeUnits: 0,
      options: layOut([
        { type: 'ipv4HomeAddress', prefixLength: 32, prefixRequested: false, reserved: 0, address: ipv4HomeAddress },
        { type: 'ipv4CareOfAddress', reserved: 0, address: ipv4('10.0.0.77') },
      ]),
    },
  },
  {
    name: 'V16',
    at: 68,
    addresses: toUe,
    message: {
      type: 'bindingAcknowledgement',
      status: 0,
      flags: { ...NO_BINDING_ACKNOWLEDGEMENT_FLAGS, keyManagementMobility: true },
      sequenceNumber: 8,
      lifetimeUnits: 0,
      options: layOut([
        { type: 'ipv4AddressAcknowledgement', status: 0, prefixLength: 32, reserved: 0, address: ipv4HomeAddress },
        { type: 'natDetection', udpEncapsulationRequired: true, reserved: 0, refreshSeconds: 110 },
      ]),
    },
  },
];

describe('known messages, checksum included', () => {
  for (const { name, at, addresses, message } of known) {
    it(`${name} is what its values encode to, and decodes to them`, () => {
      const packet = vector(name);
      expect(encodeMobilityHeader(message, ...addresses)).toEqual(packet.slice(at));
      const read = decodeMobilityHeader(packet, { start: at });
      expect(read).toMatchObject({ ok: true, value: { payloadProtocol: 59, reserved: 0, message } });
      expect(mobilityChecksumOk(packet, at, packet.length - at, ...addresses)).toBe(true);
      expect(read.notes).toEqual([]);
    });
  }

  it('the checksum is wrong after any single bit is changed', () => {
    const octets = vector('V1').slice(64);
    for (let bit = 0; bit < 8 * octets.length; bit += 1) {
      const changed = octets.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (0x80 >> (bit & 7));
      expect(mobilityChecksumOk(changed, 0, changed.length, ...toHomeAgent), `bit ${bit}`).toBe(false);
    }
  });

  it('the checksum of V1 is that of the home address, not of the address in the IPv6 header', () => {
    expect(mobilityChecksumOk(vector('V1'), 64, 32, careOfAddress, homeAgentAddress)).toBe(false);
  });
});

/** A message of types without a vector, in octets written by hand; checksum 0. */
const handwritten: Readonly<Record<string, readonly string[]>> = {
  homeTestInit: ['3b010100 00000000 0102030405060708'],
  careOfTestInit: ['3b010200 00000000 1112131415161718'],
  homeTest: ['3b020300 00000005 0102030405060708 a1a2a3a4a5a6a7a8'],
  careOfTest: ['3b020400 00000006 1112131415161718 b1b2b3b4b5b6b7b8'],
  homeAgentSwitch: ['3b020c00 00000100 20010db8000a00000000000000000002'],
  unknown: ['3b010d00 00000002 0000002a 01020000', '3b011000 00000300 2101 0000 01020000'],
};

const vectorsOf: Readonly<Record<string, readonly string[]>> = {
  bindingRefreshRequest: ['V13'],
  bindingUpdate: ['V1', 'V1b', 'V15'],
  bindingAcknowledgement: ['V2', 'V3', 'V4', 'V16'],
  bindingError: ['V12'],
  bindingRevocationIndication: ['V9'],
  bindingRevocationAcknowledgement: ['V10', 'V10b'],
};

for (const [type, message] of Object.entries(messages)) {
  checkCodec({
    name: `Mobility Header with ${type}`,
    decode: decodeMobilityHeader,
    encode: encodeMobilityHeaderAsIs,
    known: [
      ...(vectorsOf[type] ?? []).map((name) => ({
        title: name,
        octets: vector(name).slice(known.find((one) => one.name === name)?.at),
        value: { message: { type } },
      })),
      ...(handwritten[type] ?? []).map((hex) => ({ title: hex, octets: fromHex(hex), value: { message: { type } } })),
    ],
    values: headers(message),
  });
}

describe('lengths', () => {
  it('a message that Header Len ends too early is malformed, and what was read is kept', () => {
    const octets = fromHex('3b000600 00000080 0008 0000 01020000');
    const read = decodeMobilityHeader(octets, { fields: true });
    expect(read).toMatchObject({
      ok: false,
      error: {
        type: 'malformed',
        at: 8,
        text: 'Header Len ends the message too early. The octets end within Sequence #.',
      },
      partial: { payloadProtocol: 59, headerLength: 0, type: 6, reserved: 0, checksum: 0 },
    });
    expect(read.fields.map(({ name }) => name).slice(-2)).toEqual(['Status', 'Flags']);
  });

  it('an option that passes the end of its message is malformed', () => {
    const octets = fromHex('3b010600 00000080 0008 0000 01 09 0000');
    expect(decodeMobilityHeader(octets)).toMatchObject({ ok: false, error: { type: 'malformed', at: 16 } });
  });

  it('octets that are cut between two options are truncated, not a shorter message', () => {
    const octets = vector('V15').slice(68, 68 + 28);
    expect(decodeMobilityHeader(octets)).toMatchObject({ ok: false, error: { type: 'truncated', at: 28 } });
  });

  it('what does not fill whole 8 octets is not encoded', () => {
    const message: MobilityMessage = {
      ...(update(careOfAddress) as { type: 'bindingUpdate' } & MobilityMessage),
      options: [],
    };
    expect(() => encodeMobilityHeader(message, ...toHomeAgent)).toThrow(RangeError);
  });

  it('a header whose length or type is not that of its message is not encoded', () => {
    const read = decodeMobilityHeader(vector('V13').slice(64));
    if (!read.ok) throw new Error(read.error.text);
    expect(() => encodeMobilityHeaderAsIs({ ...read.value, headerLength: 1 })).toThrow(RangeError);
    expect(() => encodeMobilityHeaderAsIs({ ...read.value, type: 5 })).toThrow(RangeError);
  });

  it('a message beyond the 2048 octets of Header Len is not encoded', () => {
    const homeAgentAddresses = Array.from({ length: 128 }, () => homeAgentAddress);
    const message: MobilityMessage = { type: 'homeAgentSwitch', reserved: 0, homeAgentAddresses, options: [] };
    expect(() => encodeMobilityHeader(message, ...toUe)).toThrow(RangeError);
  });
});

function ipv6(text: string): Uint8Array {
  const octets = parseIpv6(text);
  if (octets === undefined) throw new Error(`no address: ${text}`);
  return octets;
}

function ipv4(text: string): Uint8Array {
  const octets = parseIpv4(text);
  if (octets === undefined) throw new Error(`no address: ${text}`);
  return octets;
}
