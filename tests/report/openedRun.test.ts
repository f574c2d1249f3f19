/** Pictures with a run in them: there and back, every cut and changed octet, and pictures from elsewhere. */
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios, scenarioVariant } from '#detach/scenario.ts';
import { pictureWithRun, readOpenedRun } from '#report/openedRun.ts';
import { readPngText, withPngText } from '#report/pngText.ts';
import { writeRunFile } from '#report/runFile.ts';
import { defaultOptions } from '#session/options.ts';
import { defaultTiming } from '#session/timing.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';

/** A white pixel, made by other code than ours. */
function smallPng(): Uint8Array {
  const chunk = (type: string, content: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixel = deflateSync(Buffer.from([0, 255]));
  return Uint8Array.from(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixel), chunk('IEND', Buffer.alloc(0))]),
  );
}

const png = smallPng();
const [scenario] = scenarios;
if (scenario === undefined) throw new Error('no scenario');
const run = {
  scenario: scenario.name,
  reading: scenarioVariant(scenario),
  options: defaultOptions,
  timing: defaultTiming,
  without: undefined,
  events: scenario.events,
  step: 2,
  patches: [],
};
const picture = pictureWithRun(png, writeRunFile(run));

describe('text in a PNG', () => {
  it('comes back, whatever it is, and other code finds its check sum right', () => {
    for (const label of NASTY_LABELS) {
      const text = new TextDecoder().decode(new TextEncoder().encode(label));
      const whole = withPngText(png, 'key', text);
      expect(readPngText(whole, 'key')).toEqual({ ok: true, text });
      const at = png.length - 12;
      const length = Buffer.from(whole).readUInt32BE(at);
      expect(Buffer.from(whole).readUInt32BE(at + 8 + length)).toBe(crc32(whole.subarray(at + 4, at + 8 + length)));
    }
  });

  it('is found under its own keyword alone', () => {
    expect(readPngText(withPngText(png, 'other', 'x'), 'key')).toEqual({ ok: false, error: 'none' });
    const both = withPngText(withPngText(png, 'other', 'x'), 'key', 'y');
    expect(readPngText(both, 'key')).toEqual({ ok: true, text: 'y' });
  });

  it('refuses to write into what is no whole picture', () => {
    expect(() => withPngText(png.subarray(0, 30), 'key', 'x')).toThrow(RangeError);
    expect(() => withPngText(new Uint8Array(0), 'key', 'x')).toThrow(RangeError);
  });
});

describe('a file that is opened', () => {
  const errorOf = (octets: Uint8Array) => {
    const read = readOpenedRun(octets);
    return read.ok ? '' : read.error;
  };

  it('is a picture or a run file', () => {
    expect(readOpenedRun(picture)).toEqual({ ok: true, value: run, remarks: [] });
    expect(readOpenedRun(new TextEncoder().encode(writeRunFile(run)))).toEqual({ ok: true, value: run, remarks: [] });
  });

  it('is refused in one sentence where it is something else', () => {
    expect(errorOf(png)).toMatch(/^The picture has no run in it/);
    expect(errorOf(Uint8Array.of(0xff, 0xd8, 0xff))).toBe('The file is neither a run file nor a PNG picture.');
    expect(errorOf(new Uint8Array(0))).toMatch(/no JSON/);
    expect(errorOf(new TextEncoder().encode('<svg/>'))).toMatch(/no JSON/);
  });

  it('is refused where it is cut before the end of the run, and where a letter of the run was changed', () => {
    const end = picture.length - 12;
    for (let length = 0; length < end; length++) expect(errorOf(picture.subarray(0, length))).not.toBe('');
    expect(readOpenedRun(picture.subarray(0, end))).toMatchObject({ ok: true, value: run });
    const changed = picture.slice();
    changed[picture.length - 100] = 0x21;
    expect(errorOf(changed)).toBe('The run in the picture is damaged.');
  });

  it('never makes it throw, whatever octets stand in it', () => {
    fc.assert(
      fc.property(fc.nat(picture.length - 1), fc.nat(255), (at, octet) => {
        readOpenedRun(picture.with(at, octet));
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (octets) => void readOpenedRun(octets)));
  });
});
