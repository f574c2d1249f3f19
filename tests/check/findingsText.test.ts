import { describe, expect, it } from 'vitest';
import { checkReading } from '#check/checkReading.ts';
import type { Findings } from '#check/findings.ts';
import { findingsOf, withRepairs } from '#check/findings.ts';
import type { FindingsJson } from '#check/findingsText.ts';
import { findingsJson, findingsMarkdown } from '#check/findingsText.ts';
import { finish } from '#check/longWork.ts';
import { findRepairs } from '#check/repair.ts';
import { detach } from '#detach/detach.ts';
import { findPreset, presetVariant } from '#detach/presets.ts';
import type { Variant } from '#detach/variant.ts';
import { defaultVariant, readVariant } from '#detach/variant.ts';
import { reading } from '../detach/readings.ts';
import { traced } from './toyProperties.ts';

function found(variant: Variant): Findings {
  const report = checkReading(variant);
  return withRepairs(findingsOf(variant, report), finish(findRepairs(variant, { report, most: 1 })));
}

const asTabled = found(defaultVariant);

describe('findings as JSON', () => {
  const json = JSON.parse(findingsJson(asTabled)) as FindingsJson;

  it('has the same fields whatever was found', () => {
    const preset = findPreset('repaired');
    const nothing = JSON.parse(findingsJson(found(preset === undefined ? defaultVariant : presetVariant(preset))));
    expect(Object.keys(nothing)).toEqual(Object.keys(json));
    expect(nothing).toMatchObject({ preset: 'repaired', finished: true, findings: [], broken: null, cycle: null });
  });

  it('can be read back: the reading, and each run to its end', () => {
    const read = readVariant({ ...json.variant });
    expect(read).toEqual({ ok: true, value: defaultVariant });
    expect(json.preset).toBe('as-tabled');
    for (const { events, length } of json.findings) {
      expect(traced(detach(defaultVariant), ...events).steps).toHaveLength(length);
    }
  });

  it('has for each finding what it rests on and what repairs it', () => {
    expect(json.findings[0]).toMatchObject({
      id: 'P6',
      question: 'A12',
      settled: 'question to the text',
      why: null,
      basis: { id: 'A12', force: 'text is silent' },
      events: ['detach backToBackDeleteFirst', 'deliver deleteRequest'],
      repair: { changes: [{ parameter: 'order', from: 'open', to: 'buThenDelete' }], ofNothing: false, breaks: [] },
    });
  });
});

describe('findings as Markdown', () => {
  const text = findingsMarkdown(asTabled);
  const lines = text.split('\n');

  it('has a heading for each open point, and under it its findings', () => {
    const headings = lines.filter((line) => line.startsWith('#'));
    expect(headings.slice(0, 3)).toEqual([
      '# Findings: As tabled',
      '## A12: DELETE while the binding stands',
      '### The PDN GW never has a binding without the ESP SAs that serve it (P6)',
    ]);
    expect(headings).toContain('## A1: Order of BU and DELETE');
    expect(headings).toContain(`## Holds, ${asTabled.bound}`);
  });

  it('numbers the steps of a run, each with its actor, its rule and its event', () => {
    const first = lines.indexOf('The shortest run, 2 events:');
    expect(lines.slice(first + 2, first + 4)).toEqual([
      '1. UE: Send DELETE, and a Binding Update with lifetime 0 right behind it (`detach backToBackDeleteFirst`)',
      '2. PDN GW: DELETE: answer, close the IKE SA and all its ESP SAs (`deliver deleteRequest`)',
    ]);
  });

  it('names the message where the title does not', () => {
    expect(lines).toContain('3. PDN GW (BU): Discarded: the ESP SA is gone (`deliver bindingUpdate`)');
  });

  it('prints a run once, and says what is so at its end without "not so"', () => {
    expect(lines.filter((line) => line.includes('`detach deleteThenBu`'))).toHaveLength(2);
    expect(lines.filter((line) => line === 'The shortest run, 6 events, is that of P3 above.')).toHaveLength(3);
    expect(lines).toContain('- some message could not be sent');
    expect(text).not.toContain('not so');
  });

  it('says that no sentence is broken where none is, and accuses none that the run does not come to', () => {
    expect(lines).toContain('No sentence is broken: the text leaves a gap (A1, Order of BU and DELETE).');
    // P3: the ESP SAs are closed. P4: no BU is ever sent.
    expect(text).toContain('It asks for what TR 24.801 8.4.3.3 is meant to bring about: Together with the IKE SA');
    expect(text).toContain('(R-8.4.3.3-4) Force: shall.');
    expect(text).toContain(
      'Nothing in this run comes to the sentence behind it (TR 24.801 8.4.3.3): On a Binding Update',
    );
  });

  it('says who settles it, what it rests on and how strongly that binds, and the repair', () => {
    expect(text).toContain('Does not hold at every moment: question to the text.');
    expect(text).toContain('The contribution does not say this');
    expect(text).toContain('Repair: With order=buThenDelete it holds, with at most 1 loss');
    expect(text).toContain('This stands only in the discussion part, which is not agreed text.');
  });

  it('says first how many states were seen, and with which faults', () => {
    expect(lines[2]).toBe(asTabled.aloud[0]);
  });

  it('says when nothing fails, and never more than was seen', () => {
    const preset = findPreset('rfc-practice');
    const variant = preset === undefined ? defaultVariant : presetVariant(preset);
    expect(findingsMarkdown(found(variant))).toContain('\nNothing fails.\n');
    const cut = findingsOf(variant, checkReading(variant, { limits: { states: 1 } }));
    expect(findingsMarkdown(cut)).toContain('\nNothing fails so far.\n');
    expect(findingsMarkdown(cut)).not.toContain('## Holds');
  });

  it('names a reading that is no preset by what differs, in words, and says how it is set', () => {
    expect(
      findingsMarkdown(found(reading({ loss: 0, order: 'buOnly' })))
        .split('\n')
        .slice(0, 3),
    ).toEqual([
      '# Findings: As tabled, except: Order of BU and DELETE (BU alone, as before this contribution); Losses that a check allows (0)',
      '',
      'Set by `order=buOnly`, `loss=0`.',
    ]);
  });

  it('shows broken rules and runs without an end', () => {
    const broken = { rule: 'ue.detach', reason: 'a queue <overflows>', run: ['detach buThenDelete'] };
    const cycle = { lead: ['detach buThenDelete'], circle: ['lose bindingUpdate', 'timer bindingUpdate'] };
    const told = findingsMarkdown({ ...asTabled, broken, cycle });
    expect(told).toContain('## A bug in the rules\n\nue.detach: a queue \\<overflows\\>\n\n1. `detach buThenDelete`\n');
    expect(told).toContain('## A run without an end\n\nAfter\n\n1. `detach buThenDelete`\n');
    expect(told).toContain('1. `lose bindingUpdate`\n2. `timer bindingUpdate`\n');
  });
});
