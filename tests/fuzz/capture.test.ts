/** Spoiled capture files, cut in chunks of any size: read to their end, with an error that is said, and never more frames than octets. */
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openCapture } from '#capture/openCapture.ts';
import { toHex } from '#wire/octets.ts';
import { writePcapng } from '#wire/pcapng.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';
import { packets } from './seeds.ts';
import { Watchdog } from './watchdog.ts';

const FILES = 2_000;
const seeds = { fixed: 20_081_125, chosen: Math.floor(Math.random() * 2 ** 32) };
const RAW_IP = 101;

const pcapng = writePcapng({
  interfaces: [
    { name: 'UE', linkType: RAW_IP },
    { name: 'PDN GW', linkType: RAW_IP },
  ],
  packets: packets.map((octets, at) => ({
    interface: at % 2,
    timeNanoseconds: BigInt(at),
    octets,
    comment: `packet ${at}`,
  })),
});

/** The classic format, little endian, microseconds. */
function pcap(): Uint8Array {
  const head = Buffer.from('d4c3b2a1020004000000000000000000ffff000065000000', 'hex');
  const records = packets.flatMap((octets) => {
    const record = Buffer.alloc(16);
    record.writeUInt32LE(octets.length, 8);
    record.writeUInt32LE(octets.length, 12);
    return [record, octets];
  });
  return new Uint8Array(Buffer.concat([head, ...records]));
}

const files = [pcapng, pcap(), new Uint8Array(gzipSync(pcapng))];

function readInChunks(octets: Uint8Array, random: Random) {
  const stream = openCapture();
  let frames = 0;
  for (let at = 0; at < octets.length; ) {
    const end = at + 1 + random.below(random.pick([1, 16, 500, 5000]));
    frames += stream.push(octets.subarray(at, end)).length;
    at = end;
  }
  frames += stream.end().length;
  return { frames, error: stream.error() };
}

const watchdog = new Watchdog('reading spoiled files');
afterAll(() => watchdog.stop());

describe.each(Object.entries(seeds))('%s seed %i', (_, seed) => {
  it(`reads ${FILES} spoiled files`, { timeout: 600_000 }, () => {
    const random = new Random(seed);
    let refused = 0;
    for (let number = 0; number < FILES; number += 1) {
      const octets = mutate(random.pick(files), random, files);
      watchdog.next(octets);
      try {
        const { frames, error } = readInChunks(octets, random);
        // A frame has a header of 16 octets at least; gzip may have made 1000 octets into one.
        expect(frames).toBeLessThanOrEqual((1000 * octets.length) / 16);
        if (error !== undefined) refused += 1;
      } catch (reason) {
        throw new Error(`seed ${seed}, file ${number}, ${toHex(octets)}`, { cause: reason });
      }
    }
    expect(refused).toBeGreaterThan(FILES / 10);
    expect(refused).toBeLessThan(FILES);
  });
});

it('reads the files as they were', () => {
  for (const octets of files) {
    expect(readInChunks(octets, new Random(1))).toEqual({ frames: packets.length, error: undefined });
  }
});
