import { describe, expect, it } from 'vitest';
import { decodeIke, encodeIke, type IkeMessageContent } from '#wire/ikeMessage.ts';
import { fromHex } from '#wire/octets.ts';
import { checkCodec } from './checkCodec.ts';
import { leavesOf } from './fieldLaws.ts';
import { ikeMessage } from './ikeArbitrary.ts';
import { saInitRequest } from './ikeExchange.ts';
import { vector } from './vectors.ts';

/** IPv4, UDP and the non-ESP marker stand before it. */
const deleteBehindNat = vector('V28').slice(20 + 8 + 4);

const initiator = { initiator: true, version: false, response: false, reserved: 0 };
const spis = { initiatorSpi: 0xa1a2a3a4a5a6a7a8n, responderSpi: 0xb1b2b3b4b5b6b7b8n };
const informational = {
  ...spis,
  nextPayload: 46,
  majorVersion: 2,
  minorVersion: 0,
  exchangeType: 37,
  flags: initiator,
};

checkCodec<IkeMessageContent>({
  name: 'IKEv2 message',
  decode: decodeIke,
  encode: encodeIke,
  known: [
    {
      title: 'V20',
      octets: vector('V20'),
      value: {
        header: { ...informational, messageId: 4, length: 76 },
        payloads: [{ type: 'encrypted', firstInner: 42 }],
      },
    },
    { title: 'V21', octets: vector('V21'), value: { payloads: [{ type: 'encrypted', firstInner: 0 }] } },
    { title: 'V22', octets: vector('V22'), value: { header: { length: 65 } } },
    {
      title: 'V23',
      octets: vector('V23'),
      value: { header: { flags: { initiator: false, version: false, response: true, reserved: 0 } } },
    },
    { title: 'V24', octets: vector('V24'), value: { payloads: [{ type: 'encrypted', firstInner: 42 }] } },
    {
      title: 'V25',
      octets: vector('V25'),
      value: { header: { messageId: 0, flags: { ...initiator, initiator: false } } },
    },
    {
      title: 'V26',
      octets: vector('V26'),
      value: { payloads: [{ type: 'notify', protocolId: 0, notifyType: 4, data: new Uint8Array() }] },
    },
    {
      title: 'V27',
      octets: vector('V27'),
      value: {
        header: { initiatorSpi: 0n, responderSpi: 0n, messageId: 0 },
        payloads: [{ type: 'notify', notifyType: 11, data: fromHex('0000c001') }],
      },
    },
    {
      title: 'V28 without UDP and marker',
      octets: deleteBehindNat,
      value: { header: { ...informational, messageId: 4 } },
    },
    {
      title: 'IKE_SA_INIT request',
      octets: saInitRequest,
      value: {
        header: { exchangeType: 34, responderSpi: 0n },
        payloads: [
          {
            type: 'securityAssociation',
            proposals: [
              {
                number: 1,
                protocolId: 1,
                transforms: [
                  { transformType: 1, transformId: 12, attributes: [{ attributeType: 14, value: 128 }] },
                  { transformType: 2, transformId: 2, attributes: [] },
                  { transformType: 3, transformId: 2, attributes: [] },
                  { transformType: 4, transformId: 14, attributes: [] },
                ],
              },
              {
                number: 2,
                transforms: [{ transformId: 3 }, { transformId: 2 }, { transformId: 2 }, { transformId: 2 }],
              },
            ],
          },
          { type: 'keyExchange', group: 14 },
          { type: 'nonce' },
          { type: 'notify', notifyType: 16_388 },
          { type: 'notify', notifyType: 16_389 },
        ],
      },
    },
  ],
  values: ikeMessage,
});

/** The notes about a message with some octets changed. */
function notesOf(octets: Uint8Array, changes: Readonly<Record<number, number>> = {}): readonly string[] {
  const changed = octets.slice();
  for (const [at, octet] of Object.entries(changes)) changed[Number(at)] = octet;
  return decodeIke(changed).notes.map(({ severity, at, text }) => `${severity} ${at}: ${text}`);
}

describe('remarks on a message', () => {
  it('has none about a protected request, an empty protected response or the first message', () => {
    for (const octets of [vector('V20'), vector('V21'), vector('V23'), vector('V25'), saInitRequest]) {
      expect(notesOf(octets)).toEqual([]);
    }
  });

  it('K-17: an unprotected Notify has no effect', () => {
    expect(notesOf(vector('V26'))).toEqual([
      'note 18: INVALID_IKE_SPI is not protected: it changes no SA and is not answered (RFC 5996 2.21.4).',
    ]);
    expect(notesOf(vector('V27'))).toEqual([expect.stringMatching(/^note 18: INVALID_SPI is not protected/)]);
  });

  it('refuses anything else that is not protected', () => {
    const deletion = fromHex('a1a2a3a4a5a6a7a8b1b2b3b4b5b6b7b82a202508000000040000002400000008 01000000');
    expect(notesOf(deletion)).toContainEqual(
      expect.stringMatching(/^error 18: INFORMATIONAL is sent without an Encrypted/),
    );
    const empty = fromHex('a1a2a3a4a5a6a7a8b1b2b3b4b5b6b7b800202508000000040000001c');
    expect(notesOf(empty)).toContainEqual(expect.stringMatching(/^error 18/));
  });

  it('names a wrong version, the V flag, reserved flags and an unknown exchange', () => {
    expect(notesOf(vector('V20'), { 17: 0x10 })).toEqual([expect.stringMatching(/^error 17: The major version is 1/)]);
    expect(notesOf(vector('V20'), { 19: 0x18 })).toEqual([expect.stringMatching(/^error 19: The V flag/)]);
    expect(notesOf(vector('V20'), { 19: 0x88 })).toEqual([expect.stringMatching(/^warning 19: Reserved/)]);
    expect(notesOf(vector('V20'), { 18: 99 })).toEqual([expect.stringMatching(/^warning 18: Exchange type 99/)]);
  });

  it('names a wrong version even where the payloads cannot be read', () => {
    expect(notesOf(vector('V20').slice(0, 40), { 17: 0x10 })).toContainEqual(expect.stringMatching(/^error 17/));
  });

  it('names what cannot be in IKE_SA_INIT', () => {
    expect(notesOf(saInitRequest, { 23: 1 })).toEqual([expect.stringMatching(/^error 20: The Message ID/)]);
    expect(notesOf(saInitRequest, { 15: 1 })).toEqual([expect.stringMatching(/^error 8: The responder SPI/)]);
    expect(notesOf(saInitRequest, { 19: 0 })).toEqual([expect.stringMatching(/^error 19: .*original initiator/)]);
    expect(notesOf(saInitRequest, { 19: 0x28 })).toEqual([expect.stringMatching(/^error 19: .*original responder/)]);
  });

  it('names a length that is not that of the octets, and keeps it', () => {
    const octets = vector('V26');
    octets[27] = 40;
    const read = decodeIke(octets);
    expect(read).toMatchObject({ ok: true, value: { wrongLength: 40, header: { length: 40 } } });
    expect(notesOf(octets)).toContainEqual('error 24: The length is 40, but there are 36 octets (RFC 5996 3.1).');
    if (read.ok) expect(encodeIke(read.value)).toEqual(octets);
  });
});

describe('fields of a message', () => {
  const read = decodeIke(vector('V20'), { fields: true });

  it('groups the header and each payload', () => {
    expect(read.fields.map(({ name, at, length }) => [name, at, length])).toEqual([
      ['IKE header', 0, 28],
      ['Encrypted and Authenticated payload', 28, 48],
    ]);
  });

  it('says values in words', () => {
    const words = new Map(leavesOf(read.fields).map((field) => [`${field.name} ${field.at}`, field.words]));
    expect(words.get('Exchange type 18')).toBe('INFORMATIONAL (37)');
    expect(words.get('Next payload 16')).toBe('Encrypted and Authenticated (46)');
    expect(words.get('Next payload 28')).toBe('Delete (42)');
    expect(words.get('I, initiator 19')).toBe('sent by the original initiator');
    expect(words.get('R, response 19')).toBe('request');
  });
});

it('refuses to encode what does not fit', () => {
  const header = { ...informational, messageId: 4 };
  const sk = { type: 'encrypted', firstInner: 0, body: new Uint8Array(4) } as const;
  expect(() => encodeIke({ header, payloads: [sk, sk] })).toThrow(RangeError);
  expect(() => encodeIke({ header: { ...header, majorVersion: 16 }, payloads: [] })).toThrow(RangeError);
  expect(() => encodeIke({ header: { ...header, flags: { ...initiator, reserved: 0x08 } }, payloads: [] })).toThrow(
    RangeError,
  );
  expect(() =>
    encodeIke({
      header,
      payloads: [{ type: 'notify', protocolId: 0, spi: new Uint8Array(), notifyType: 65_536, data: new Uint8Array() }],
    }),
  ).toThrow(RangeError);
});
