import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecodeOptions } from '#wire/decoded.ts';
import { deleteOfEspSas, deleteOfIkeSa } from '#wire/ikeDelete.ts';
import type { IkePayloads } from '#wire/ikePayloads.ts';
import { decodePayloads, encodePayloads, firstPayloadType } from '#wire/ikePayloads.ts';
import { concat, fromHex } from '#wire/octets.ts';
import { checkCodec } from './checkCodec.ts';
import { expectTiled, leavesOf } from './fieldLaws.ts';
import { payloadChain } from './ikeArbitrary.ts';
import { authFirst, authInner } from './ikeExchange.ts';

function encode({ payloads, trailing = new Uint8Array() }: IkePayloads): Uint8Array {
  return concat(encodePayloads(payloads), trailing);
}

const decodeAs = (first: number) => (octets: Uint8Array, options?: DecodeOptions) =>
  decodePayloads(first, octets, options);

const DELETE = 42;
const NOTIFY = 41;
const deleteIke = fromHex('0000000801000000');
const deleteEsp = fromHex('0000000c030400010000d001');

checkCodec<IkePayloads>({
  name: 'Delete, as inside V20 and V24',
  decode: decodeAs(DELETE),
  encode,
  known: [
    { title: 'of the IKE SA', octets: deleteIke, value: { payloads: [deleteOfIkeSa()] } },
    { title: 'of one ESP SA', octets: deleteEsp, value: { payloads: [deleteOfEspSas([0xd001])] } },
    {
      title: 'of AH and ESP SAs in two payloads',
      octets: fromHex('2a00001002040002 00000001ffffffff 0000000c030400010000d001'),
      value: { payloads: [{ protocolId: 2, numberOfSpis: 2, spis: [fromHex('00000001'), fromHex('ffffffff')] }, {}] },
    },
  ],
});

checkCodec<IkePayloads>({
  name: 'payloads of IKE_AUTH',
  decode: decodeAs(authFirst),
  encode,
  known: [
    {
      octets: authInner,
      value: {
        payloads: [
          { type: 'identificationInitiator', idType: 3 },
          { type: 'identificationResponder', idType: 2, data: new TextEncoder().encode('internet') },
          {
            type: 'configuration',
            configurationType: 1,
            attributes: [{ attributeType: 16 }, { attributeType: 8, value: new Uint8Array() }],
          },
          { type: 'authentication', method: 2, data: fromHex('0102030405060708') },
          {
            type: 'securityAssociation',
            proposals: [
              { protocolId: 3, spi: fromHex('0000d001'), transforms: [{ transformId: 20 }, {}, { transformType: 5 }] },
            ],
          },
          {
            type: 'trafficSelectorsInitiator',
            selectors: [{ tsType: 8, ipProtocol: 135, startPort: 0x0500, endPort: 0x0500 }],
          },
          { type: 'trafficSelectorsResponder', selectors: [{ startPort: 0x0600, endPort: 0x0600 }] },
          { type: 'eap', code: 2, identifier: 1, eapType: 23, data: fromHex('010000') },
          { type: 'notify', notifyType: 16_391 },
        ],
      },
    },
  ],
});

describe('a chain', () => {
  it('is nothing at all in an empty message', () => {
    expect(decodePayloads(0, new Uint8Array())).toMatchObject({ ok: true, value: { payloads: [] }, notes: [] });
    expect(firstPayloadType([])).toBe(0);
  });

  it('keeps what it does not know, with the critical bit', () => {
    const octets = fromHex('2a 80 0006 beef 00 00 0008 01000000');
    const read = decodePayloads(200, octets);
    expect(read).toMatchObject({
      ok: true,
      value: {
        payloads: [{ type: 'unknown', payloadType: 200, critical: true, body: fromHex('beef') }, { type: 'delete' }],
      },
    });
    expect(read.notes[0]).toMatchObject({ severity: 'warning', at: 0 });
    if (read.ok) expect(encode(read.value)).toEqual(octets);
  });

  it('keeps octets behind the last payload, and names them', () => {
    const read = decodePayloads(DELETE, concat(deleteIke, fromHex('0102')));
    expect(read).toMatchObject({ ok: true, value: { trailing: fromHex('0102') } });
    expect(read.notes.at(-1)).toMatchObject({ severity: 'error', at: 8 });
  });

  it('is malformed where a payload is shorter than its header, or than what is in it', () => {
    expect(decodePayloads(DELETE, fromHex('0000000301000000'))).toMatchObject({
      ok: false,
      error: { type: 'malformed', at: 2 },
    });
    expect(decodePayloads(NOTIFY, fromHex('00000008 03040007'))).toMatchObject({
      ok: false,
      error: { type: 'malformed', at: 8, text: expect.stringContaining('SPI') },
    });
    expect(decodePayloads(33, fromHex('0000000c 00000018 01010004'))).toMatchObject({ error: { type: 'malformed' } });
  });
});

/** The notes about one payload. */
function notesOf(first: number, hex: string): readonly string[] {
  const octets = fromHex(hex);
  const read = decodePayloads(first, octets);
  if (!read.ok) throw new Error(read.error.text);
  expect(encode(read.value)).toEqual(octets);
  return read.notes.map(({ severity, at, text }) => `${severity} ${at}: ${text}`);
}

describe('remarks on payloads', () => {
  it('A3: a Delete with Protocol ID 1 is read as the IKE SA with all its ESP SAs', () => {
    expect(notesOf(DELETE, '00000008 01000000')).toEqual([
      expect.stringMatching(/^note 4: Protocol ID 1 is read as the IKE SA/),
    ]);
    expect(notesOf(DELETE, '0000000c 03040001 0000d001')).toEqual([]);
  });

  it('H-29: a Delete of the IKE SA with an SPI is an error', () => {
    expect(notesOf(DELETE, '0000000c 01040001 0000d001')).toContainEqual(
      expect.stringMatching(/^error 5: The SPI size is 4/),
    );
  });

  it('a number of SPIs that does not fit is an error, and all octets are kept', () => {
    const wrong = expect.stringMatching(/^error 6: .* SPIs of .* do not fit/);
    expect(notesOf(DELETE, '0000000c 03040002 0000d001')).toEqual([wrong]);
    expect(notesOf(DELETE, '0000000c 03040000 0000d001')).toEqual([wrong]);
    expect(notesOf(DELETE, '00000008 03040001')).toEqual([wrong]);
    expect(notesOf(DELETE, '00000008 01000003')).toContainEqual(wrong);
    expect(notesOf(DELETE, '0000000b 03030001 00d001')).toEqual([expect.stringMatching(/^error 5: The SPI size is 3/)]);
  });

  it('a Notify without SPI has Protocol ID 0', () => {
    expect(notesOf(NOTIFY, '00000008 01000007')).toEqual([expect.stringMatching(/^note 4: There is no SPI/)]);
    expect(notesOf(NOTIFY, '00000008 00000007')).toEqual([]);
  });

  it('counts and last-marks that disagree with the octets are errors', () => {
    const proposal = '00 00 0010 01 01 00';
    expect(notesOf(33, `00000014 ${proposal} 02 0000000801000003`)).toEqual([
      expect.stringMatching(/^error 11: 2 transforms/),
    ]);
    expect(notesOf(33, `00000014 ${proposal} 01 0300000801000003`)).toEqual([
      expect.stringMatching(/^error 12: The transform/),
    ]);
    expect(notesOf(33, '0000000c 02 00 0008 01 01 00 00')).toEqual([
      expect.stringMatching(/^error 4: The proposal says 2/),
    ]);
    expect(notesOf(44, '00000008 01000000')).toEqual([expect.stringMatching(/^error 4: 1 traffic selectors/)]);
  });

  it('lengths and reserved octets that the standard does not allow are named', () => {
    expect(notesOf(40, '00000006 0102')).toEqual([expect.stringMatching(/^error 4: The nonce has 2 octets/)]);
    expect(notesOf(35, '0000000a 01000000 0102')).toEqual([
      expect.stringMatching(/^error 8: The address has 2 octets/),
    ]);
    expect(notesOf(39, '00000008 02000001')).toEqual([expect.stringMatching(/^warning 5: Reserved octets/)]);
    expect(notesOf(48, '0000000a 03010004 0000')).toEqual([expect.stringMatching(/^error 6: The EAP length is 4/)]);
    expect(notesOf(53, '00000008 00030002')).toEqual([expect.stringMatching(/^error 4: Fragment 3 of 2/)]);
    expect(notesOf(DELETE, '00010008 01000000')).toContainEqual(expect.stringMatching(/^warning 1: Reserved bits/));
  });
});

it('says octets of a name that are no ASCII as hex digits', () => {
  const { fields } = decodePayloads(35, fromHex('0000000c 02000000 61 1b 62 ff'), { fields: true });
  expect(leavesOf(fields).at(-1)?.words).toBe('a\\x1bb\\xff');
});

it('says the values in words', () => {
  const { fields } = decodePayloads(authFirst, authInner, { fields: true });
  const words = leavesOf(fields).map((field) => `${field.name}: ${field.words}`);
  for (const expected of [
    'Identification data: 0001010123456789@nai.epc',
    'Identification data: internet',
    'Value: 2001:db8:a:1::/64, lifetime 3600 s',
    'Start port: MH type 5',
    'Start port: MH type 6',
    'IP protocol ID: Mobility Header (135)',
    'Starting address: 2001:db8:a:1::10',
    'Notify message type: USE_TRANSPORT_MODE (16391), a status',
    'Transform ID: ENCR_AES_GCM_16 (20)',
    'Type: EAP-AKA (23; name unconfirmed)',
    'Attribute type: MIP6_HOME_PREFIX (16; name unconfirmed)',
  ]) {
    expect(words).toContain(expected);
  }
});

describe('any chain', () => {
  it('survives, whatever payloads are in it', () => {
    fc.assert(
      fc.property(payloadChain, (payloads) => {
        const octets = encodePayloads(payloads);
        const read = decodePayloads(firstPayloadType(payloads), octets, { fields: true });
        expect(read).toMatchObject({ ok: true, value: { payloads } });
        expectTiled(read.fields, 0, octets.length);
      }),
    );
  });

  it('is read or refused, and encodes as it was, whatever a payload of each type holds', () => {
    const body = fc.uint8Array({ maxLength: 40 });
    let accepted = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), body, (payloadType, inside) => {
        const octets = concat(new Uint8Array([0, 0, 0, 4 + inside.length]), inside);
        const read = decodePayloads(payloadType, octets, { fields: true });
        if (!read.ok) return;
        accepted += 1;
        expect(encode(read.value)).toEqual(octets);
        expectTiled(read.fields, 0, octets.length);
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(300);
  });
});
