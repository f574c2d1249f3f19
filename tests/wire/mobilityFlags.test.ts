/** Flags of each message: every bit alone sets the flag of its letter and no other (RFC 6275 6.1.7, 6.1.8; RFC 5846 5). */
import { describe, expect, it } from 'vitest';
import { NO_BINDING_UPDATE_FLAGS } from '#wire/bindingUpdate.ts';
import { decodeMobilityHeader, encodeMobilityHeader } from '#wire/mobilityHeader.ts';
import { layOut } from '#wire/mobilityOptions.ts';
import { fromHex } from '#wire/octets.ts';

interface Case {
  readonly message: string;
  readonly octets: string;
  readonly at: number;
  readonly width: 8 | 16;
  /** Letter and property from the most significant bit on. */
  readonly flags: readonly (readonly [string, string])[];
}

const updateFlags = [
  ['A', 'acknowledge'],
  ['H', 'homeRegistration'],
  ['L', 'linkLocalAddressCompatibility'],
  ['K', 'keyManagementMobility'],
  ['M', 'mapRegistration'],
  ['R', 'mobileRouter'],
  ['P', 'proxyRegistration'],
  ['F', 'forceUdpEncapsulation'],
  ['T', 'tlvHeaderFormat'],
  ['B', 'bulkBindingUpdate'],
  ['S', 'multicastSignaling'],
  ['D', 'distributedMobility'],
] as const;
const acknowledgementLetters = ['K', 'R', 'P', 'T', 'B', 'S', 'D'];
const revocationFlags = [
  ['P', 'proxyBinding'],
  ['V', 'ipv4HomeAddressBindingOnly'],
  ['G', 'global'],
] as const;

const cases: readonly Case[] = [
  { message: 'Binding Update', octets: '3b010500000000080000000001020000', at: 8, width: 16, flags: updateFlags },
  {
    message: 'Binding Acknowledgement',
    octets: '3b010600000000000008000001020000',
    at: 7,
    width: 8,
    flags: acknowledgementLetters.map((letter) => updateFlags.find(([one]) => one === letter) ?? [letter, '']),
  },
  {
    message: 'Binding Revocation Indication',
    octets: '3b011000000001010008000001020000',
    at: 10,
    width: 16,
    flags: revocationFlags,
  },
  {
    message: 'Binding Revocation Acknowledgement',
    octets: '3b011000000002000008000001020000',
    at: 10,
    width: 16,
    flags: revocationFlags,
  },
];

for (const { message, octets, at, width, flags } of cases) {
  describe(message, () => {
    for (let bit = 0; bit < width; bit += 1) {
      const [letter, key] = flags[bit] ?? ['none set', 'reserved'];
      it(`bit ${bit}: ${letter}`, () => {
        const changed = fromHex(octets);
        changed[at + (bit >> 3)] = 0x80 >> (bit & 7);
        const read = decodeMobilityHeader(changed, { fields: true });
        if (!read.ok || !('flags' in read.value.message)) throw new Error('no flags were read');
        const set = Object.entries(read.value.message.flags).filter(([, value]) => value !== false && value !== 0);
        expect(set).toEqual([[key, key === 'reserved' ? 2 ** (width - 1 - bit) : true]]);
        expect(read.fields.find(({ name }) => name === 'Flags')?.words).toBe(letter);
      });
    }
  });
}

it('reserved bits that reach into the flags are not encoded', () => {
  const flags = { ...NO_BINDING_UPDATE_FLAGS, reserved: 0x10 };
  const none = new Uint8Array(16);
  const message = { type: 'bindingUpdate', sequenceNumber: 0, flags, lifetimeUnits: 0, options: layOut([]) } as const;
  expect(() => encodeMobilityHeader(message, none, none)).toThrow(RangeError);
});
