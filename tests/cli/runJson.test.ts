import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detach } from '#detach/detach.ts';
import { findScenario, scenarios, scenarioVariant } from '#detach/scenario.ts';
import { defaultVariant, parameterNames } from '#detach/variant.ts';
import { randomWalk } from '#run/play.ts';
import { writeRunText } from '#run/runText.ts';
import { eventsFile, lz, runJson } from './inProcess.ts';

const names = scenarios.map(({ name }) => name);

describe('lz run --json', () => {
  it('R-8.4.3.2-1, R-8.4.3.3-1: gives the UE-initiated procedure step by step', async () => {
    const { steps, final, scenario, variant } = await runJson(['--scenario', 'ue-initiated']);
    expect(scenario).toBe('ue-initiated');
    expect(variant).toEqual(defaultVariant);
    expect(steps.map(({ event, time, actor, message, clause }) => [event, time, actor, message, clause])).toEqual([
      ['detach buThenDelete', 0, 'ue', 'bindingUpdate', 'TR 24.801 8.4.3.2'],
      ['deliver bindingUpdate', 50, 'pdnGw', 'bindingUpdate', 'TR 24.801 8.4.3.3'],
      ['deliver bindingAck:0', 100, 'ue', 'bindingAck', 'TR 24.801 8.4.3.2'],
      ['deliver deleteRequest', 150, 'pdnGw', 'deleteRequest', 'TR 24.801 8.4.3.3'],
      ['deliver deleteResponse', 200, 'ue', 'deleteResponse', 'TR 24.801 8.4.3.2'],
    ]);
    expect(steps[1]?.changed).toContainEqual({ field: 'pdnGw.binding', before: true, after: false });
    expect(final.ue).toMatchObject({ phase: 'detached', ikeSa: false, accessConnectivity: true });
    expect(final.pdnGw).toMatchObject({ phase: 'released', binding: false, ikeSa: false });
    expect(final.network).toMatchObject({ losses: 0, toPdnGw: [], toUe: [] });
  });

  it.each(names)('%s runs to its end, in the shape that is promised', async (name) => {
    const run = await runJson(['--scenario', name]);
    expect(Object.keys(run)).toEqual(['scenario', 'variant', 'steps', 'final']);
    expect(Object.keys(run.variant)).toEqual(parameterNames);
    expect(run.steps.map(({ event }) => event)).toEqual(findScenario(name)?.events);
    for (const step of run.steps) {
      expect(Object.keys(step)).toEqual(['event', 'time', 'actor', 'message', 'clause', 'changed']);
      expect(['ue', 'pdnGw', 'network']).toContain(step.actor);
      expect(step.clause).not.toBe('');
    }
    const times = run.steps.map(({ time }) => time);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Object.keys(run.final)).toEqual(['ue', 'pdnGw', 'network']);
  });

  it.each(names)('%s: the changes of its steps lead from the start to the end', async (name) => {
    const run = await runJson(['--scenario', name]);
    const { final: start } = await runJson(['--scenario', name, '--events', 'none'], { none: '# no event\n' });
    const values = new Map(Object.entries(start).flatMap(([owner, fields]) => byId(owner, fields)));
    for (const { field, before, after } of run.steps.flatMap(({ changed }) => changed)) {
      expect([field, values.get(field)]).toEqual([field, before]);
      expect(after).not.toBe(before);
      values.set(field, after);
    }
    expect([...values]).toEqual(Object.entries(run.final).flatMap(([owner, fields]) => byId(owner, fields)));
  });

  it.each(names)('%s: its events, read back by --events, end in the same', async (name) => {
    const run = await runJson(['--scenario', name]);
    const files = { 'run.txt': eventsFile(run) };
    expect(await runJson(['--scenario', name, '--events', 'run.txt'], files)).toEqual(run);
    if (findScenario(name)?.start !== undefined) return;
    const reading = Object.entries(run.variant).flatMap(([parameter, value]) => ['--set', `${parameter}=${value}`]);
    expect(await runJson(['--events', 'run.txt', ...reading], files)).toEqual({ ...run, scenario: null });
  });

  it('any run survives the way through --events', async () => {
    const variant = scenarioVariant({ name: '', title: '', look: '', preset: 'as-tabled', events: [], set: wild });
    const reading = Object.entries(wild).flatMap(([parameter, value]) => ['--set', `${parameter}=${value}`]);
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const walk = randomWalk(detach(variant), { seed, most: 25, faults: true });
        const events = walk.steps.map(({ event }) => event);
        const run = await runJson(['--events', '-', ...reading], { '-': writeRunText(events) });
        expect(run.steps.map(({ event }) => event)).toEqual(events.map(({ text }) => text));
      }),
      { numRuns: 30 },
    );
  });

  it('names fields of the second PDN connection with @ims', async () => {
    const { final, steps } = await runJson(['--scenario', 'one-of-two']);
    expect(final.ue).toMatchObject({ phase: 'attached', 'phase@ims': 'detached' });
    expect(steps[0]?.changed.map(({ field }) => field)).toContain('pdnGw.phase@ims');
  });

  it('shows no field that is written for properties only', async () => {
    const { output } = await lz(['run', '--scenario', 'h-01', '--json']);
    expect(output).not.toContain('observer');
    expect(output).not.toContain('buDiscarded');
  });

  it('names what is in flight at the end, and the message of a fault', async () => {
    const events = 'detach backToBack, duplicate bindingUpdate, lose deleteRequest, alter bindingUpdate icvFails';
    const { final, steps } = await runJson(['--events', '-'], { '-': events });
    expect(final.network).toMatchObject({ toPdnGw: ['bindingUpdate:icvFails', 'bindingUpdate'], toUe: [] });
    expect(steps.map(({ actor, message }) => `${actor} ${message}`)).toEqual([
      'ue bindingUpdate',
      'network bindingUpdate',
      'network deleteRequest',
      'network bindingUpdate',
    ]);
  });

  it('has null where no message is concerned', async () => {
    const { steps } = await runJson(['--scenario', 'implicit-detach']);
    expect(steps.map(({ message }) => message)).toEqual([null]);
  });
});

const wild = { ordering: 'unordered', timers: 'impatient', refreshInFlight: 'yes', gatewayMayRestart: 'yes' } as const;

function byId(owner: string, fields: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(fields)
    .filter(([name]) => name !== 'toPdnGw' && name !== 'toUe')
    .map(([name, value]) => [`${owner}.${name}`, value]);
}
