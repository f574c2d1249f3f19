import { describe, expect, it } from 'vitest';
import { scenarios } from '#detach/scenario.ts';
import { lz } from './inProcess.ts';

interface StepJson {
  readonly step: number;
  readonly event: string;
}

interface CompareJson {
  readonly a: { readonly variant: Readonly<Record<string, string | number>>; readonly states: number };
  readonly b: CompareJson['a'];
  readonly parameters: readonly { readonly name: string; readonly a: unknown; readonly b: unknown }[];
  readonly properties: readonly {
    readonly id: string;
    readonly differs: boolean;
    readonly a: { readonly verdict: string; readonly length: number | null } | null;
    readonly b: { readonly verdict: string; readonly length: number | null } | null;
  }[];
  readonly spaces: {
    readonly events: { readonly gained: readonly string[]; readonly lost: readonly string[] };
    readonly states: { readonly common: number; readonly gained: number; readonly lost: number };
    readonly phases: readonly {
      readonly phases: Readonly<Record<string, string>>;
      readonly a: number;
      readonly b: number;
    }[];
  } | null;
  readonly runs: {
    readonly scenario: string;
    readonly firstDifference: number | null;
    readonly rows: readonly {
      readonly type: string;
      readonly a: readonly StepJson[];
      readonly b: readonly StepJson[];
    }[];
    readonly skipped: { readonly a: readonly unknown[]; readonly b: readonly unknown[] };
  } | null;
}

async function compareJson(...args: readonly string[]): Promise<CompareJson> {
  const { code, output, error } = await lz(['compare', ...args, '--json']);
  if (code !== 0) throw new Error(error);
  return JSON.parse(output) as CompareJson;
}

describe('lz compare --json', () => {
  it('as tabled against the proposed changes: which properties are repaired', async () => {
    const { a, b, parameters, properties, spaces, runs } = await compareJson('as-tabled', 'repaired');
    expect([a.variant.order, b.variant.order, runs]).toEqual(['open', 'buThenDelete', null]);
    expect(parameters[0]).toEqual({ name: 'order', a: 'open', b: 'buThenDelete' });
    const of = (id: string) => properties.find((each) => each.id === id);
    expect(of('P4')).toMatchObject({
      differs: true,
      a: { verdict: 'fails', length: 6 },
      b: { verdict: 'holds', length: null },
    });
    expect(of('P7')).toMatchObject({ differs: false, a: { verdict: 'holds' }, b: { verdict: 'holds' } });
    expect(spaces?.events.lost).toContain('detach deleteThenBu');
    expect(spaces?.events.gained).toContain('deliver bindingRevocationIndication');
    const { common, gained, lost } = spaces?.states ?? { common: 0, gained: 0, lost: 0 };
    expect(common).toBeGreaterThan(0);
    expect([common + lost <= a.states, common + gained <= b.states]).toEqual([true, true]);
    expect(spaces?.phases[0]?.phases).toHaveProperty(['ue.phase']);
  });

  it('a reading and itself differ in nothing', async () => {
    const { parameters, properties, spaces, runs } = await compareJson(
      'rfc-practice',
      'rfc-practice',
      ...['--scenario', 'ue-initiated'],
    );
    expect([parameters, properties.filter(({ differs }) => differs)]).toEqual([[], []]);
    expect(spaces).toMatchObject({ events: { gained: [], lost: [] }, states: { gained: 0, lost: 0 } });
    expect(runs).toMatchObject({ scenario: 'ue-initiated', firstDifference: null, rows: [{ type: 'equal' }] });
  });

  it('changes behind commas are of one reading, --set of both, where they do not say it themselves', async () => {
    const { a, b } = await compareJson(
      'as-tabled,loss=2,pdnConnections=2',
      'repaired',
      '--set',
      'loss=0',
      '--set',
      'timers=none',
    );
    expect(a.variant).toMatchObject({ loss: 2, pdnConnections: 2, timers: 'none', notification: 'unnamed' });
    expect(b.variant).toMatchObject({ loss: 0, pdnConnections: 1, timers: 'none', notification: 'bri' });
  });

  it('aligns the runs of a scenario: the notification is another message, the rest is the same', async () => {
    const { runs } = await compareJson('rfc-practice', 'repaired', '--scenario', 'network-initiated');
    expect(runs?.firstDifference).toBe(1);
    const [equal, differs] = runs?.rows ?? [];
    expect([equal?.type, differs?.type]).toEqual(['equal', 'differs']);
    // The binding goes with the acknowledgement in one, with the BU in the other.
    expect(differs?.a.map(({ event }) => event)).toEqual(['deliver bindingRevocationAck:0']);
    expect(differs?.b.map(({ event }) => event)).toEqual(['deliver bindingRevocationAck:0']);
  });

  it('a bound leaves spaces uncompared, and says so', async () => {
    const { spaces, properties } = await compareJson('as-tabled', 'repaired', '--states', '20');
    expect(spaces).toBeNull();
    expect(properties.find(({ id }) => id === 'P7')?.a?.verdict).toBe('not finished');
    const { output } = await lz(['compare', 'as-tabled', 'repaired', '--states', '20']);
    expect(output).toContain('States and events are not compared: not all were seen.');
  });
});

describe('lz compare as text', () => {
  it('puts parameters, properties and runs side by side, within 100 columns', async () => {
    const { code, output } = await lz(['compare', 'as-tabled', 'ts-24.303', '--scenario', 'network-initiated']);
    expect(code).toBe(0);
    expect(output).toMatch(/^A {2}As tabled: [\d,]+ states, .* with at most 1 loss and no duplication$/m);
    expect(output).toMatch(/^ {2}notification +unnamed, bri$/m);
    expect(output).toMatch(/^\* P4 +fails \(6\) +holds +At rest a detached UE/m);
    expect(output).toMatch(/^ {2}P8 +holds of nothing +holds of nothing /m);
    expect(output).toMatch(/^ {2}first difference:\n {2}A {5}1 {2}orderDetach withAck/m);
    expect(output).toMatch(/^ {2}B {5}skipped: /m);
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it.each(scenarios.map(({ name }) => [name]))('aligns %s', async (name) => {
    const { code, output } = await lz(['compare', 'as-tabled', 'repaired', '--states', '10', '--scenario', name]);
    expect(code).toBe(0);
    expect(output).toContain(`Scenario ${name}: `);
  });
});

describe('bad input is one line that names it', () => {
  it.each<[readonly string[], RegExp]>([
    [[], /compare needs two readings first, such as as-tabled ts-24\.303/],
    [['as-tabled'], /compare needs two readings/],
    [['as-tabled', '--json'], /compare needs two readings/],
    [['as-tabled', 'rfc'], /no preset "rfc"; the presets are/],
    [['loss=2', 'as-tabled'], /no preset "loss=2"/],
    [['as-tabled,loss', 'as-tabled'], /the reading "as-tabled,loss" needs name=value, not "loss"/],
    [['as-tabled,loss=1,loss=2', 'as-tabled'], /the reading "as-tabled,loss=1,loss=2" sets "loss" twice/],
    [['as-tabled,loss=9', 'as-tabled'], /loss cannot be "9"/],
    [['as-tabled', 'as-tabled', 'as-tabled'], /"as-tabled" is not expected here/],
    [['as-tabled', 'repaired', '--scenario', 'h-99'], /no scenario "h-99"/],
    [['as-tabled', 'repaired', '--set', 'loss'], /--set needs name=value/],
    [['as-tabled', 'repaired', '--states', '-1'], /--states needs a value/],
  ])('%j', async (args, says) => {
    const { code, output, error } = await lz(['compare', ...args]);
    expect([code, output]).toEqual([2, '']);
    expect(error).toMatch(/^lz: [^\n\r\p{Cc}]+\n$/u);
    expect(error).toMatch(says);
  });
});

it('--help says what the sides and the JSON are', async () => {
  const { code, output } = await lz(['compare', '--help']);
  expect(code).toBe(0);
  for (const word of ['as-tabled,loss=2', '--scenario NAME', '"firstDifference"']) expect(output).toContain(word);
  expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
});
