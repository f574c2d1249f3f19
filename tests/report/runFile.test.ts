/** The run file: there and back, and every kind of bad one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios, scenarioVariant } from '#detach/scenario.ts';
import { RUN_FORMAT, readRunFile, type SavedRun, writeRunFile } from '#report/runFile.ts';
import { defaultOptions } from '#session/options.ts';
import { defaultTiming } from '#session/timing.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';

const saved = (name: string): SavedRun => {
  const scenario = scenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(name);
  const { events } = scenario;
  const reading = scenarioVariant(scenario);
  return {
    scenario: name,
    reading,
    options: defaultOptions,
    timing: { ...defaultTiming, latencyMilliseconds: 7 },
    without: 'R-8.4.3.2-3',
    events,
    step: 1,
    patches: [],
  };
};
const one = saved('ue-initiated');
const file = (change: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...(JSON.parse(writeRunFile(one)) as object), ...change });

describe('the run file', () => {
  it.each(scenarios.map(({ name }) => name))('comes back as it was saved: %s', (name) => {
    const run = saved(name);
    expect(readRunFile(writeRunFile(run))).toEqual({ ok: true, value: run, remarks: [] });
  });

  it('takes comments along, and none where there are none', () => {
    const comments = [{ author: 'Ada', comments: [] }, '<img src=x>'];
    expect(readRunFile(writeRunFile({ ...one, comments }))).toMatchObject({ ok: true, value: { comments } });
    expect(writeRunFile({ ...one, comments: [] })).toBe(writeRunFile(one));
    expect(readRunFile(file({ comments: 'odd' }))).toEqual({ ok: true, value: one, remarks: [] });
  });

  it('keeps changed octets', () => {
    const run: SavedRun = {
      ...one,
      patches: [{ message: 1, step: 1, mode: 'attacker', changes: [{ buffer: 0, at: 7, octet: 9 }] }],
    };
    expect(readRunFile(writeRunFile(run))).toEqual({ ok: true, value: run, remarks: [] });
  });

  it('reads what it knows of a later version, and says what it left out', () => {
    const reading = { ...one.reading, weather: 'rain' };
    const options = { ...one.options, colour: 'grey' };
    const timing = { latencyMilliseconds: '7', moonPhase: '3' };
    const read = readRunFile(file({ version: 2, reading, options, timing, without: 'R-9', more: 1 }));
    expect(read).toEqual({
      ok: true,
      value: { ...one, without: undefined },
      remarks: [
        'The run was saved by a later version (2).',
        'What is not known here was left out: choice of a reading weather.',
        'What is not known here was left out: option colour.',
        'What is not known here was left out: timing value moonPhase.',
        'The run was saved without the sentence "R-9", which is not known here: no sentence is off.',
      ],
    });
  });

  it.each([
    ['', 'holds no JSON'],
    [writeRunFile(one).slice(0, 100), 'holds no JSON'],
    ['[1]', 'no run of this app'],
    ['{"format":"other"}', 'no run of this app'],
    [file({ version: 'one' }), 'of which version'],
    [file({ events: 'detach' }), 'no list of events'],
    [file({ events: Array(10_001).fill('x') }), 'more than 10000 events'],
    [file({ scenario: 'nothing' }), 'no scenario "nothing"'],
    [file({ version: 9, scenario: 'new' }), 'later version (9). There is no scenario "new" here.'],
    [file({ reading: { order: 'backwards' } }), 'order cannot be "backwards"'],
    [file({ options: { suite: 'rot13' } }), 'suite cannot be "rot13"'],
    [file({ patches: 'odd' }), '"odd" is no changed message'],
  ])('refuses %.30j', (text, words) => {
    const read = readRunFile(text);
    expect(read.ok ? '' : read.error).toContain(words);
  });

  it('keeps the step within the run', () => {
    for (const [step, inView] of [
      [-1, 0],
      [99, one.events.length],
      ['2', 0],
      [2.5, 0],
    ]) {
      expect(readRunFile(file({ step }))).toMatchObject({ value: { step: inView } });
    }
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('scenario', 'reading', 'options', 'events', 'step', 'patches'), fc.json()),
        (odd) => {
          const parts = Object.fromEntries(
            Object.entries(odd).map(([name, json]) => [name, JSON.parse(json) as unknown]),
          );
          readRunFile(file(parts));
          readRunFile(JSON.stringify({ format: RUN_FORMAT, version: 1, ...parts }));
        },
      ),
    );
    for (const label of NASTY_LABELS) {
      expect(readRunFile(file({ events: [label] }))).toMatchObject({ ok: true, value: { events: [label] } });
      expect(readRunFile(file({ scenario: label })).ok).toBe(false);
    }
  });
});
