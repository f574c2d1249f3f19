import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FrameDecoder } from '#capture/decodeFrame.ts';
import { jsonFrame } from '#capture/decodeJson.ts';
import { textLine } from '#capture/decodeText.ts';
import { openCapture } from '#capture/openCapture.ts';
import type { CaptureFrame } from '#wire/captureFrame.ts';
import { concat } from '#wire/octets.ts';
import { writePcapng } from '#wire/pcapng.ts';
import { vector } from '../wire/vectors.ts';
import { block, enhanced, interfaceBlock, option, padded, pcap, section, u16, u32 } from './build.ts';

const packet = vector('V5');
const text = (value: string) => new TextEncoder().encode(value);

function read(file: Uint8Array, piece = file.length || 1) {
  const capture = openCapture();
  const frames: CaptureFrame[] = [];
  for (let at = 0; at < file.length; at += piece) frames.push(...capture.push(file.subarray(at, at + piece)));
  frames.push(...capture.end());
  return { frames, error: capture.error(), type: capture.type(), compressed: capture.compressed() };
}

const orders = [true, false];

describe('pcap', () => {
  it.each(orders.flatMap((little) => orders.map((nano) => [little, nano] as const)))(
    'little endian %s, nanoseconds %s',
    (little, nano) => {
      const file = pcap(little, nano, 229, [
        { seconds: 1_700_000_000, fraction: 7, octets: packet },
        { seconds: 1_700_000_001, fraction: 0, octets: packet.subarray(0, 50), originalLength: packet.length },
      ]);
      for (const piece of [1, 7, file.length]) {
        const { frames, error, type } = read(file, piece);
        expect([error, type, frames.length]).toEqual([undefined, 'pcap', 2]);
        expect(frames[0]?.time).toBe(1_700_000_000_000_000_000n + (nano ? 7n : 7000n));
        expect(frames[0]?.octets).toEqual(packet);
        expect(frames[1]).toMatchObject({ number: 2, linkType: 229, originalLength: packet.length });
        expect(file.subarray(frames[0]?.at ?? 0).subarray(0, packet.length)).toEqual(packet);
      }
    },
  );

  it('says where a record is cut, and keeps the frames before', () => {
    const file = pcap(true, false, 229, [
      { seconds: 1, fraction: 0, octets: packet },
      { seconds: 2, fraction: 0, octets: packet },
    ]);
    const { frames, error } = read(file.subarray(0, -3));
    expect(frames.length).toBe(1);
    expect(error).toEqual({ type: 'truncated', at: file.length - 3, text: 'The file ends within frame 2.' });
  });

  it('does not set memory aside for a length that no frame has', () => {
    const file = concat(pcap(true, false, 229, []), u32(0, true), u32(0, true), u32(0x7fff_ffff, true), u32(9, true));
    expect(read(file).error).toMatchObject({ type: 'malformed', at: 32 });
  });
});

describe('pcapng', () => {
  it('reads what is written, and each cut of it', () => {
    const file = writePcapng({
      interfaces: [
        { name: 'UE', linkType: 229 },
        { name: 'PDN GW', linkType: 101 },
      ],
      packets: [
        { interface: 0, timeNanoseconds: 1_700_000_000_000_000_001n, octets: packet, comment: 'sent ä' },
        { interface: 1, timeNanoseconds: 1_700_000_000_000_000_002n, octets: packet.subarray(0, 61) },
      ],
    });
    const { frames, error, type } = read(file, 5);
    expect([error, type]).toEqual([undefined, 'pcapng']);
    expect(frames[0]).toEqual({
      number: 1,
      time: 1_700_000_000_000_000_001n,
      interface: 0,
      interfaceName: 'UE',
      linkType: 229,
      octets: packet,
      originalLength: packet.length,
      at: file.length - 32 - 64 - (padded(packet).length + 16 + 4),
      comments: ['sent ä'],
    });
    expect(frames[1]).toMatchObject({ interface: 1, interfaceName: 'PDN GW', linkType: 101, comments: [] });
    for (let end = 1; end < file.length; end += 1) {
      const cut = read(file.subarray(0, end));
      const boundary = cut.error === undefined;
      if (!boundary) expect(['truncated', 'foreign']).toContain(cut.error?.type);
      expect(cut.frames.length).toBeLessThan(2);
    }
  });

  it.each(orders)(
    'sections, resolutions, offsets, all kinds of packet blocks, unknown blocks: little endian %s',
    (little) => {
      const other = !little;
      const resolution = (value: number) => option(little, 9, Uint8Array.of(value));
      const seconds = little ? concat(u32(5, true), u32(0, true)) : concat(u32(0, false), u32(5, false));
      const file = concat(
        section(little),
        interfaceBlock(little, 1),
        interfaceBlock(
          little,
          229,
          concat(option(little, 2, text('ten')), resolution(0x8a), option(little, 14, seconds)),
        ),
        block(little, 0xbad, packet),
        enhanced(little, 0, 1_000_001n, packet),
        enhanced(little, 1, 3n * 1024n + 512n, packet, option(little, 1, text('half'))),
        block(
          little,
          2,
          concat(
            u16(1, little),
            u16(0, little),
            ...[0, 1024, packet.length, packet.length].map((each) => u32(each, little)),
            packet,
          ),
        ),
        block(little, 3, concat(u32(packet.length, little), packet)),
        section(other),
        interfaceBlock(other, 101, option(other, 9, Uint8Array.of(9)), 40),
        block(other, 3, concat(u32(packet.length, other), packet.subarray(0, 40))),
        enhanced(other, 0, 9n, packet),
      );
      const { frames, error } = read(file, 11);
      expect(error).toBeUndefined();
      expect(frames.map(({ time }) => time)).toEqual([
        1_000_001_000n,
        8_500_000_000n,
        6_000_000_000n,
        undefined,
        undefined,
        9n,
      ]);
      expect(frames.map((frame) => frame.interface)).toEqual([0, 1, 1, 0, 2, 2]);
      expect(frames[1]).toMatchObject({ interfaceName: 'ten', comments: ['half'] });
      expect(frames[3]).toMatchObject({ linkType: 1, octets: packet });
      expect(frames[4]?.octets.length).toBe(40);
      expect(frames[4]?.originalLength).toBe(packet.length);
    },
  );

  it.each([
    ['a block over 64 MB', concat(section(true), u32(6, true), u32(0x0800_0000, true), u32(0, true)), 32],
    ['a block shorter than its head', concat(section(true), u32(5, true), u32(8, true), u32(0, true)), 32],
    ['an interface that is not there', concat(section(true), enhanced(true, 3, 0n, packet)), 36],
  ])('%s: malformed, with the offset', (_, file, at) => {
    expect(read(file).error).toMatchObject({ type: 'malformed', at });
  });
});

describe('gzip', () => {
  const file = pcap(
    true,
    false,
    229,
    Array.from({ length: 2000 }, (_, i) => ({ seconds: i, fraction: (i * 7919) % 1_000_000, octets: packet })),
  );
  const zipped = gzipSync(file);

  it('reads it in pieces of any size', () => {
    for (const piece of [1, 100, zipped.length]) {
      const { frames, error, compressed } = read(zipped, piece);
      expect([frames.length, error, compressed]).toEqual([2000, undefined, true]);
    }
  });

  it('says after which frame a cut one ends', () => {
    const { frames, error } = read(zipped.subarray(0, Math.floor(zipped.length / 2)), 512);
    expect(frames.length).toBeGreaterThan(100);
    expect(frames.length).toBeLessThan(2000);
    expect(error?.type).toBe('truncated');
    expect(error?.text).toContain(`after frame ${frames.length}`);
  });

  it('reads two members, and misses the end mark even where the frames are whole', () => {
    const halves = [gzipSync(file.subarray(0, 5000)), gzipSync(file.subarray(5000))];
    expect(read(concat(...halves), 999)).toMatchObject({ error: undefined });
    const cut = read(concat(...halves).subarray(0, -4));
    expect([cut.frames.length, cut.error?.type]).toEqual([2000, 'truncated']);
  });
});

it.each([
  ['an empty file', new Uint8Array(), 'The file is empty.'],
  ['two octets', Uint8Array.of(1, 2), 'The file is neither pcap nor pcapng.'],
  ['text', text('hello, world'), 'The file is neither pcap nor pcapng.'],
])('%s: one sentence', (_, file, says) => {
  const { frames, error } = read(file);
  expect([frames, error]).toEqual([[], { type: 'foreign', at: 0, text: says }]);
});

it('200 mutations of each file: no exception, whatever comes out', () => {
  let seed = 24_801;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const capture = writePcapng({
    interfaces: [{ name: 'UE', linkType: 229 }],
    packets: [1, 2, 3].map((i) => ({ interface: 0, timeNanoseconds: BigInt(i), octets: packet, comment: 'x' })),
  });
  const frame = { seconds: 1, fraction: 1, octets: packet };
  const files = [capture, pcap(true, true, 229, [frame]), pcap(false, false, 101, [frame]), gzipSync(capture)];
  for (const file of files) {
    for (let i = 0; i < 200; i += 1) {
      const mutated = file.slice(0, next(8) === 0 ? next(file.length) : file.length);
      for (let flips = next(4); flips >= 0 && mutated.length > 0; flips -= 1) {
        mutated[next(mutated.length)] = next(256);
      }
      const decoder = new FrameDecoder();
      for (const each of read(mutated, 1 + next(mutated.length + 1)).frames) {
        const decoded = decoder.decode(each);
        expect(JSON.parse(jsonFrame(decoded)).frame).toBe(each.number);
        expect(textLine(decoded)).not.toContain('\n');
      }
    }
  }
});
