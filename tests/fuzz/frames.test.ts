/**
 * Spoiled frames: none throws, hangs or fills the memory, and everything that is said about one lies inside of its octets.
 *
 * A part of them is spoiled first and sealed after, so that ESP and the Encrypted payload open, and what is inside of them is read.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FrameDecoder } from '#capture/decodeFrame.ts';
import { jsonFrame } from '#capture/decodeJson.ts';
import { textLine } from '#capture/decodeText.ts';
import { protectEsp } from '#wire/esp.ts';
import { protectSk } from '#wire/ikeSk.ts';
import { concat, fromHex, toHex } from '#wire/octets.ts';
import type { Packet } from '#wire/packet.ts';
import { vector } from '../wire/vectors.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';
import { ikePayloads, keySets, mobilityHeaders, packets } from './seeds.ts';
import { Watchdog } from './watchdog.ts';

const FRAMES = 105_000;
/** More than the decoders ever need at a time, and less than any leak over this many frames. */
const MOST_GROWTH = 64 * 2 ** 20;
const seeds = { fixed: 20_081_124, chosen: Math.floor(Math.random() * 2 ** 32) };

let collect: () => void;
beforeAll(() => {
  setFlagsFromString('--expose-gc');
  collect = runInNewContext('gc') as () => void;
});

interface Spoiled {
  readonly octets: Uint8Array;
  readonly linkType: number;
  /** Place of the suite in `keySets`. */
  readonly suite: number;
}

const RAW_IP = 101;
/** Link types, each with a header that it may have: Ethernet without tags and with two, cooked v1 and v2, null, loopback. */
const links: readonly (readonly [number, string])[] = [
  [1, '02000000000102000000000286dd'],
  [1, '02000000000102000000000288a80007810000050800'],
  [113, '00000001000602000000000100000800'],
  [276, '86dd000000000001000100060200000000010000'],
  [0, '0a000000'],
  [108, '00000002'],
];

const upToEsp = vector('V5').subarray(0, 64);
const upToIke = vector('V28').subarray(0, 32);
const ikeHeader = vector('V20').subarray(0, 28);
const innerNextHeaders = [135, 135, 135, 41, 4, 17, 50, 59, 60, 43];

function spoil(random: Random): Spoiled {
  const suite = random.below(keySets.length);
  const keys = keySets[suite] as (typeof keySets)[number];
  const sealed = (packet: Uint8Array): Spoiled => ({ octets: withLengths(packet), linkType: RAW_IP, suite });
  const iv = new Uint8Array(keys.ivLength);
  switch (random.below(6)) {
    case 0: {
      const nextHeader = random.pick(innerNextHeaders);
      const inside = nextHeader === 135 ? mobilityHeaders : packets;
      const payload = mutate(random.pick(inside), random, inside);
      const esp = protectEsp({ spi: 0xc001, sequenceNumber: 1, iv, payload, nextHeader }, keys.esp);
      return sealed(concat(upToEsp, esp));
    }
    case 1: {
      const inner = mutate(random.pick(ikePayloads), random, ikePayloads);
      const first = 33 + random.below(22);
      const message = protectSk(ikeHeader, first, inner, iv, keys.ike, true);
      return sealed(concat(upToIke, message));
    }
    case 2: {
      const [linkType, header] = random.pick(links);
      return { octets: mutate(concat(fromHex(header), random.pick(packets)), random, packets), linkType, suite };
    }
    default:
      return { octets: mutate(random.pick(packets), random, packets), linkType: RAW_IP, suite };
  }
}

/** The length of an IP packet that is built up from parts. */
function withLengths(packet: Uint8Array): Uint8Array {
  const [at, length] = (packet[0] as number) >> 4 === 6 ? [4, packet.length - 40] : [2, packet.length];
  packet.set([length >> 8, length & 0xff], at);
  if (at === 2) packet.set([(length - 20) >> 8, (length - 20) & 0xff], 24);
  return packet;
}

/** What is said of a packet must lie inside of it. */
function faultOf(packet: Packet): string | undefined {
  for (const { name, buffer, at, length, fields } of packet.layers) {
    const size = packet.buffers[buffer]?.length ?? -1;
    if (at < 0 || length < 0 || at + length > size) return `the layer ${name} is ${at}..${at + length} of ${size}`;
    for (const field of fields) {
      const end = field.at + field.length;
      if (field.at < 0 || field.length < 0 || end > size) return `${field.name} is ${field.at}..${end} of ${size}`;
    }
  }
  for (const { buffer, at, text } of [...packet.notes, ...(packet.error === undefined ? [] : [packet.error])]) {
    const size = packet.buffers[buffer]?.length ?? -1;
    if (at < 0 || at > size) return `"${text}" is about ${at} of ${size}`;
  }
  return undefined;
}

const watchdog = new Watchdog('decoding spoiled frames');
afterAll(() => watchdog.stop());

describe.each(Object.entries(seeds))('%s seed %i', (_, seed) => {
  it(`reads ${FRAMES} spoiled frames`, { timeout: 600_000 }, () => {
    const random = new Random(seed);
    // One decoder for all frames, as for a file: what it remembers of earlier ones must not grow without bound.
    const decoders = keySets.map(
      (keys) => new FrameDecoder({ opener: { esp: () => keys.esp, ike: () => keys.ike }, fields: true }),
    );
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let number = 0; number < FRAMES; number += 1) {
      const { octets, linkType, suite } = spoil(random);
      watchdog.next(octets);
      let fault: string | undefined;
      try {
        const frame = { number, time: 0n, interface: 0, linkType, octets, originalLength: octets.length, at: 0 };
        const decoded = decoders[suite]?.decode({ ...frame, comments: [] });
        if (decoded === undefined) throw new Error(`no suite ${suite}`);
        const { packet } = decoded;
        fault = packet && faultOf(packet);
        for (const { name } of packet?.layers ?? []) count(name);
        for (const title of packet?.bufferTitles ?? []) count(title);
        count(packet === undefined ? 'no packet' : (packet.error?.type ?? 'no error'));
        JSON.parse(jsonFrame(decoded));
        if (/[\n\r]/.test(textLine(decoded))) fault = 'its line is not one line';
      } catch (reason) {
        fault = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
      }
      if (fault !== undefined) expect.fail(`seed ${seed}, frame ${number}, ${toHex(octets)}: ${fault}`);
    }
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(MOST_GROWTH);
    // Spoiled, but not beyond recognition: each decoder was reached, and each outcome.
    for (const what of [
      'mobilityHeader',
      'esp',
      'ike',
      'dsmipv6',
      'ESP plaintext',
      'SK plaintext',
      'truncated',
      'malformed',
      'no error',
    ]) {
      expect(seen.get(what) ?? 0, what).toBeGreaterThan(FRAMES / 1000);
    }
  });
});
