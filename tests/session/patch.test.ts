import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patch } from '#session/patch.ts';
import {
  changedBuffers,
  patchOfMessage,
  readPatches,
  readPatchRemarks,
  withChange,
  writePatches,
  writePatchRemark,
} from '#session/patch.ts';

const change = (most: number) => fc.record({ buffer: fc.nat(most), at: fc.nat(1499), octet: fc.nat(255) });
const patch: fc.Arbitrary<Patch> = fc.constantFrom('peer' as const, 'attacker' as const).chain((mode) =>
  fc.record({
    message: fc.integer({ min: 1, max: 9999 }),
    step: fc.nat(9999),
    mode: fc.constant(mode),
    changes: fc
      .uniqueArray(change(mode === 'peer' ? 3 : 0), {
        minLength: 1,
        maxLength: 20,
        selector: (each) => `${each.buffer}.${each.at}`,
      })
      .map((all) => all.sort((a, b) => a.buffer - b.buffer || a.at - b.at)),
  }),
);

describe('the text form of changes', () => {
  it('is short, and of characters that an address carries as they are', () => {
    const one: Patch = { message: 1, step: 2, mode: 'peer', changes: [{ buffer: 1, at: 3, octet: 8 }] };
    expect(writePatches([one])).toBe('1@2.peer:1.3=08');
    expect(readPatches('')).toEqual({ ok: true, value: [] });
  });

  it('survives writing and reading', () => {
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 5 }), (patches) => {
        expect(readPatches(writePatches(patches))).toEqual({ ok: true, value: patches });
      }),
    );
  });

  it('refuses anything else with a sentence, and never throws', () => {
    for (const text of [
      '1@2',
      '1@2.peer:',
      '0@2.peer:0.1=00',
      '1@2.nobody:0.1=00',
      '1@2.attacker:1.1=00',
      '1@2.peer:0.1=0',
      '1@2.peer:0.1=00,0.1=01',
    ]) {
      expect(readPatches(text), text).toMatchObject({ ok: false, error: expect.stringContaining(text) });
    }
    fc.assert(fc.property(fc.string(), (text) => typeof readPatches(text).ok === 'boolean'));
  });
});

describe('changes of octets', () => {
  it('give copies, and leave the octets as they were', () => {
    const buffers = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
    expect(changedBuffers(buffers, [{ buffer: 0, at: 1, octet: 9 }])).toEqual([
      Uint8Array.of(1, 9, 3),
      Uint8Array.of(4),
    ]);
    expect(buffers[0]).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('are refused where there is no such octet', () => {
    expect(changedBuffers([Uint8Array.of(1)], [{ buffer: 0, at: 1, octet: 9 }])).toBeUndefined();
    expect(changedBuffers([Uint8Array.of(1)], [{ buffer: 1, at: 0, octet: 9 }])).toBeUndefined();
  });

  it('are taken back by the octet that was there', () => {
    const once = withChange([], { buffer: 0, at: 1, octet: 9 }, 2);
    expect(once).toEqual([{ buffer: 0, at: 1, octet: 9 }]);
    expect(withChange(once, { buffer: 0, at: 1, octet: 7 }, 2)).toEqual([{ buffer: 0, at: 1, octet: 7 }]);
    expect(withChange(once, { buffer: 0, at: 1, octet: 2 }, 2)).toEqual([]);
  });
});

describe('patches in a run text', () => {
  const one: Patch = { message: 1, step: 2, mode: 'peer', changes: [{ buffer: 1, at: 3, octet: 8 }] };
  const other: Patch = { message: 2, step: 3, mode: 'attacker', changes: [{ buffer: 0, at: 7, octet: 255 }] };

  it('stand in a remark, which is read again', () => {
    expect(writePatchRemark([])).toBe('');
    expect(writePatchRemark([one, other])).toBe('# patch: 1@2.peer:1.3=08;2@3.attacker:0.7=ff\n');
    const text = `detach\r\n# of no account\n${writePatchRemark([one])}lose x\n  #patch:${writePatches([other])}`;
    expect(readPatchRemarks(text)).toEqual({ ok: true, value: [one, other] });
    expect(readPatchRemarks('detach 1@2.peer:1.3=08')).toEqual({ ok: true, value: [] });
  });

  it('are refused with their line', () => {
    expect(readPatchRemarks('detach\n\n# patch: odd')).toEqual({
      ok: false,
      error: expect.stringContaining('"odd"'),
      line: 3,
    });
    expect(readPatchRemarks(writePatchRemark([one]).repeat(101))).toMatchObject({ ok: false, line: 101 });
  });

  it('hold for a copy that was made after the change, not for one made before', () => {
    const messages = [
      { number: 1, sentAt: 1 },
      { number: 2, sentAt: 2, copyOf: 1 },
      { number: 3, sentAt: 3, copyOf: 1 },
    ];
    expect([1, 2, 3].map((number) => patchOfMessage([one], messages, number))).toEqual([one, undefined, one]);
    expect(patchOfMessage([one], messages, 1, 1)).toBeUndefined();
  });
});
