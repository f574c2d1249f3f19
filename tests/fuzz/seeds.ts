/** What the spoiled frames are made from: the vectors, packets of Scapy's, and the keys of the vectors. */
import { readFileSync } from 'node:fs';
import { fromHex } from '#wire/octets.ts';
import type { EspKeys, IkeKeys } from '#wire/suites.ts';
import type { KeySet } from '../wire/vectors/keys.ts';
import { modern, period } from '../wire/vectors/keys.ts';
import { vector, vectorNames } from '../wire/vectors.ts';

const scapyPackets = readFileSync(new URL('./scapyPackets.hex', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(fromHex);

const vectors = vectorNames.map((name) => vector(name));
const isIp = (octets: Uint8Array) => [4, 6].includes((octets[0] as number) >> 4);

/** Whole IP packets. */
export const packets: readonly Uint8Array[] = [...vectors.filter(isIp), ...scapyPackets];

/** The octets from the Mobility Header on, of those packets in which it is bare. */
export const mobilityHeaders: readonly Uint8Array[] = packets.flatMap((packet) => {
  const at = packet.findIndex((octet, i) => i >= 40 && octet === 0x3b && packet[i + 1] === (packet.length - i) / 8 - 1);
  return at < 0 ? [] : [packet.slice(at)];
});

const ikeHeaderLength = 28;
/** Chains of IKE payloads: all behind the header, of those messages in which they are bare. */
export const ikePayloads: readonly Uint8Array[] = [
  ...['V26', 'V27'].map((name) => vector(name).slice(ikeHeaderLength)),
  fromHex('0000000801000000'),
  fromHex('0000000c030400010000d001'),
  ...scapyPackets.filter((packet) => packet.length > 400).map((packet) => packet.slice(packet.length - 425)),
];

interface Keys {
  readonly name: string;
  readonly ivLength: number;
  readonly esp: EspKeys;
  readonly ike: IkeKeys;
}

function keysOf(set: KeySet, combined: boolean): Keys {
  const encryption = { algorithm: combined ? 'aesGcm' : 'aesCbc', icvLength: combined ? 16 : 0 } as const;
  const integrity = combined
    ? ({ algorithm: 'none', icvLength: 0, checked: true } as const)
    : ({ algorithm: 'hmacSha1', icvLength: 12, checked: true } as const);
  const skAi = fromHex(set.skAi);
  const skAr = fromHex(set.skAr);
  return {
    name: combined ? 'AES-GCM' : 'AES-CBC with HMAC-SHA1',
    ivLength: combined ? 8 : 16,
    esp: {
      encryption,
      integrity,
      encryptionKey: fromHex(set.espToHomeAgent.encryption),
      integrityKey: fromHex(set.espToHomeAgent.integrity),
    },
    ike: { encryption, integrity, skEi: fromHex(set.skEi), skEr: fromHex(set.skEr), skAi, skAr },
  };
}

/** The keys of both suites of the vectors. */
export const keySets: readonly [Keys, Keys] = [keysOf(modern, true), keysOf(period, false)];
