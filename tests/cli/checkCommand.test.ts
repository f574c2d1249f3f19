import { describe, expect, it } from 'vitest';
import { commandLine } from '#cli/commandLine.ts';
import { presets } from '#detach/presets.ts';
import { defaultVariant, parameterNames } from '#detach/variant.ts';
import { lz, runJson } from './inProcess.ts';

interface PropertyJson {
  readonly id: string;
  readonly verdict: 'holds' | 'fails' | 'not finished';
  readonly length: number | null;
  readonly events: readonly string[] | null;
  readonly cameUp: boolean;
  readonly count: number;
  readonly onPurpose: string | null;
  readonly fields?: readonly { readonly field: string; readonly length: number }[];
}

interface CheckJson {
  readonly variant: Readonly<Record<string, string | number>>;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  readonly seconds: number;
  readonly properties: readonly PropertyJson[];
  readonly stopped: string | null;
  readonly termination: { readonly type: string };
}

async function checkJson(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const { code, output, error } = await lz(['check', ...args, '--json'], files);
  if (error !== '') throw new Error(error);
  const found = JSON.parse(output) as CheckJson;
  return { code, found, of: (id: string) => found.properties.find((each) => each.id === id) };
}

const failing = ({ properties }: CheckJson) =>
  properties.filter(({ verdict }) => verdict === 'fails').map(({ id }) => id);

/** A reading with many more states than a test waits for. */
const large = Object.entries({
  pdnConnections: 2,
  secondPdn: 'detaching',
  loss: 2,
  duplication: 1,
  maxRetransmissions: 3,
  ordering: 'unordered',
}).flatMap(([name, value]) => ['--set', `${name}=${value}`]);

describe('lz check --json', () => {
  it('gives exactly one object, the promised fields first', async () => {
    const { found } = await checkJson([]);
    expect(Object.keys(found).slice(0, 6)).toEqual([
      'variant',
      'states',
      'transitions',
      'depth',
      'seconds',
      'properties',
    ]);
    expect(found.variant).toEqual(defaultVariant);
    expect(Object.keys(found.variant)).toEqual(parameterNames);
    for (const each of found.properties) {
      expect(Object.keys(each).slice(0, 4)).toEqual(['id', 'verdict', 'length', 'events']);
      expect(each.length).toBe(each.events?.length ?? null);
      expect(each.events === null).toBe(each.verdict === 'holds');
    }
    expect(found.properties.map(({ id }) => id)).toEqual(
      'P1 P2 P3 P4 P4n P5 P5w P5u P6 P7 P8 P9 P10 P11 P12 P13 P14'.split(' '),
    );
    expect(found).toMatchObject({ stopped: null, termination: { type: 'every run ends' }, broken: null });
    expect(found.transitions).toBeGreaterThan(found.states - 2);
  });

  it.each(presets.map(({ name }) => [name]))(
    '%s: the events of each failing property are a run of it',
    async (name) => {
      const { found } = await checkJson(['--preset', name]);
      for (const { verdict, events } of found.properties) {
        if (verdict !== 'fails') continue;
        const run = await runJson(['--events', '-', '--preset', name], { '-': (events ?? []).join('\n') });
        expect(run.steps.map(({ event }) => event)).toEqual(events);
      }
    },
  );
});

describe('verdicts that can be told by hand', () => {
  it('as tabled: P4 fails where DELETE comes first, when the UE has given up its BU', async () => {
    // No SA is left for the BU: each of its transmissions is dropped, until the timer runs out for the last time.
    const { code, of } = await checkJson(['--property', 'P4']);
    const first = ['detach deleteThenBu', 'deliver deleteRequest', 'deliver deleteResponse'];
    expect(code).toBe(1);
    expect(of('P4')).toMatchObject({ verdict: 'fails', events: [...first, ...Array(3).fill('timer bindingUpdate')] });
    const impatient = await checkJson(['--property', 'P4', '--set', 'maxRetransmissions=0']);
    expect(impatient.of('P4')?.events).toEqual([...first, 'timer bindingUpdate']);
    const { final } = await runJson(['--events', '-'], { '-': (of('P4')?.events ?? []).join() });
    expect(final).toMatchObject({ ue: { phase: 'detached' }, pdnGw: { binding: true } });
  });

  it('as tabled: what goes wrong when DELETE overtakes the BU', async () => {
    const { of } = await checkJson([]);
    const overtaken = ['detach backToBackDeleteFirst', 'deliver deleteRequest'];
    expect(of('P6')).toMatchObject({ verdict: 'fails', length: 2, events: overtaken });
    expect(of('P5u')).toMatchObject({ verdict: 'fails', events: [...overtaken, 'deliver bindingUpdate'] });
    expect(of('P14')?.fields?.map(({ field }) => field)).toEqual(['pdnGw.binding']);
  });

  it('before this contribution: the IKEv2 session is left on both sides after 3 events, on purpose', async () => {
    const { found, of } = await checkJson(['--preset', 'before-this-paper']);
    const run = ['detach buOnly', 'deliver bindingUpdate', 'deliver bindingAck:0'];
    expect(failing(found)).toEqual(['P2', 'P3', 'P14']);
    for (const id of ['P2', 'P3']) expect(of(id)).toMatchObject({ verdict: 'fails', length: 3, events: run });
    expect(of('P14')?.fields?.map(({ field }) => field)).toEqual([
      'ue.signallingSa',
      'ue.payloadSa',
      'pdnGw.signallingSa',
      'pdnGw.payloadSa',
      'ue.ikeSa',
      'pdnGw.ikeSa',
    ]);
  });

  it.each(['rfc-practice', 'repaired'])('%s, with at most 1 loss: nothing fails', async (name) => {
    const { code, found, of } = await checkJson(['--preset', name]);
    expect([code, failing(found)]).toEqual([0, []]);
    expect(of('P4')).toMatchObject({ verdict: 'holds', length: null, events: null, cameUp: true, count: 0 });
    expect(of('P8')).toMatchObject({ verdict: 'holds', cameUp: false });
  });
});

describe('exit status', () => {
  it.each([
    [['--property', 'P7'], 0],
    [['--property', 'P4'], 1],
    [['--property', 'P7', '--property', 'P4'], 1],
    [['--property', 'P11', '--preset', 'ts-24.303'], 0],
    [['--property', 'P11', '--property', 'P12', '--preset', 'ts-24.303'], 1],
    [['--property', 'P99'], 2],
  ])('%j: %i', async (args, code) => {
    expect((await lz(['check', ...args])).code).toBe(code);
    expect((await lz(['check', ...args, '--json'])).code).toBe(code);
  });

  it('what is changed on purpose is said, and does not count', async () => {
    const { of } = await checkJson(['--property', 'P11', '--preset', 'ts-24.303']);
    expect(of('P11')).toMatchObject({ verdict: 'fails', onPurpose: expect.stringContaining('only the DELETE') });
    const { output } = await lz(['check', '--property', 'P11', '--preset', 'ts-24.303']);
    expect(output).toContain('P11  differs  At rest, after the notification');
    expect(output).toContain('Changed on purpose: In this reading only the DELETE follows');
  });
});

describe('bounds', () => {
  it('a search that hits its bound has not finished, and keeps what it found', async () => {
    const { code, found, of } = await checkJson(['--states', '100', '--set', 'loss=2']);
    expect(code).toBe(1);
    expect(found).toMatchObject({ stopped: 'bound', termination: { type: 'not finished' } });
    expect(of('P6')).toMatchObject({ verdict: 'fails', length: 2 });
    expect(of('P7')).toMatchObject({ verdict: 'not finished', length: null, events: null });
    expect(found.properties.some(({ verdict }) => verdict === 'holds')).toBe(false);
  });

  it('"not finished" alone is no failure, and nobody is told that it holds', async () => {
    const { code, output } = await lz(['check', '--states', '100', '--property', 'P7', '--set', 'loss=2']);
    expect(code).toBe(0);
    expect(output).toMatch(/Not finished: the bound on states is reached after \d+ states/);
    expect(output).toContain('P7  not finished  The access connectivity of the UE stays');
    expect(output).not.toContain('holds');
  });

  it('Ctrl-C prints what was found so far', async () => {
    const heard: string[] = [];
    let interrupt = () => {};
    const streams = {
      open: () => {
        throw new Error('no file is asked for');
      },
      write: async () => {},
      say: (text: string) => {
        heard.push(text);
        if (/^[1-9][\d,]* states/.test(text)) interrupt();
      },
      onInterrupt: (act: () => void) => {
        interrupt = act;
        return () => heard.push('listens no more');
      },
    };
    const { code, output } = await commandLine(['check', ...large, '--property', 'P6', '--json'], refuseInput, streams);
    expect([code, ...heard.slice(-2)]).toEqual([1, 'listens no more', '']);
    const found = JSON.parse(output) as CheckJson;
    expect(found).toMatchObject({ stopped: 'interrupted', properties: [{ verdict: 'fails', length: 2 }] });
    expect(found.states).toBeGreaterThan(100_000);
  });
});

describe('lz check as text', () => {
  it('says the bounds, the verdict, the sentence and a run in numbered steps', async () => {
    const { output } = await lz([
      'check',
      '--set',
      'loss=2',
      '--property',
      'P4',
      '--property',
      'P7',
      '--property',
      'P8',
    ]);
    expect(output).toMatch(/^Reading: As tabled, with loss=2$/m);
    expect(output).toMatch(
      /^All [\d,]+ states were seen, with at most 2 losses and no duplication: [\d,]+ transitions/m,
    );
    expect(output).toMatch(/^P4 {2}FAILS {2}At rest a detached UE has left no binding at the PDN GW$/m);
    expect(output).toMatch(/the sentence behind it \(TR 24\.801 8\.4\.3\.3\): /);
    expect(output).toMatch(/^ +1 {2}detach deleteThenBu +UE: Send DELETE/m);
    expect(output).toMatch(/^ +at the end: the PDN GW's binding is there$/m);
    expect(output).toMatch(/^P7 {2}holds {2}.*\n +with at most 2 losses and no duplication\.$/m);
    expect(output).toMatch(/holds of nothing .*\n.*What it speaks of never comes up, with at most 2 losses/);
    expect(output).toMatch(/fail: P4\nhold with at most 2 losses and no duplication: P7\nhold of nothing: P8\n$/);
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('a run that was shown above is not shown again', async () => {
    const { output } = await lz(['check', '--property', 'P3', '--property', 'P4']);
    expect(output.match(/1 {2}detach deleteThenBu/g)).toHaveLength(1);
    expect(output).toContain('The shortest run, 6 events, is that of P3 above.');
  });
});

describe("properties of one's own", () => {
  const mine = `# mine
at rest MY1 "no payload SA is left": not pdnGw.payloadSa
always MY2 "one BU at a time": ue.buTransmissions < 2
sometimes MY3 "a detach is possible": ue.phase = detached
sometimes MY4 "detached with an IKE SA": ue.phase = detached and ue.ikeSa
`;
  const file = { mine };

  it('are checked beside the built-in ones', async () => {
    const { code, found, of } = await checkJson(['--properties', 'mine', '--preset', 'repaired'], file);
    expect(code).toBe(1);
    expect(found.properties.slice(-4).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['MY1', 'holds'],
      ['MY2', 'fails'],
      ['MY3', 'holds'],
      ['MY4', 'fails'],
    ]);
    expect(of('MY2')?.events).toEqual(['detach buThenDelete', 'lose bindingUpdate', 'timer bindingUpdate']);
    expect(of('MY3')).toMatchObject({ length: 5, onPurpose: null });
    expect(of('MY4')).toMatchObject({ length: null, events: null });
  });

  it('can be asked for one by one, from standard input, too', async () => {
    const { code, found } = await checkJson(['--properties', '-', '--property', 'MY1'], { '-': mine });
    expect([code, found.properties.map(({ id }) => id)]).toEqual([0, ['MY1']]);
    const { output } = await lz(['check', '--properties', 'mine', '--property', 'MY3', '--property', 'MY4'], file);
    expect(output).toMatch(/^MY3 {2}holds {2}a detach is possible$/m);
    expect(output).toMatch(/states bear it out\. The shortest run, 5 events:/);
    expect(output).toContain('No run comes to such a state, with at most 1 loss');
  });

  it('what they can speak of is listed as remarks, with the built-in ones in their language', async () => {
    const { code, output } = await lz(['check', '--fields', '--set', 'pdnConnections=2']);
    expect(code).toBe(0);
    for (const line of output.trimEnd().split('\n')) expect(line).toMatch(/^#/);
    expect(output).toMatch(/^# {3}ue\.phase@ims +attached, /m);
    expect(output).toMatch(/^# {3}pdnGw\.binding +the PDN GW's binding \(internet\) is there$/m);
    expect(output).toMatch(/^# at rest P4 "At rest a detached UE/m);
    expect((await checkJson(['--properties', 'x', '--property', 'P7'], { x: output })).code).toBe(0);
  });
});

describe('lz check --findings', () => {
  it('json: what fails, with the smallest change that repairs it', async () => {
    const { code, output } = await lz(['check', '--findings', 'json', '--property', 'P4']);
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      preset: 'as-tabled',
      findings: [{ id: 'P4', length: 6, repair: { changes: [{ parameter: 'deleteRemovesBinding', to: 'yes' }] } }],
    });
  });

  it("markdown: a heading for each open point; properties of one's own are none of them", async () => {
    const { output } = await lz(
      ['check', '--findings', 'markdown', '--property', 'P4', '--property', 'A', '--properties', '-'],
      { '-': 'always A: ue.phase = attached' },
    );
    expect(output).toMatch(/^# Findings: As tabled$/m);
    expect(output).toMatch(/^### .*P4/m);
    expect(output).not.toContain('(A)');
  });
});

describe('lz check --batch --json', () => {
  const batch = async (text: string, ...args: readonly string[]) => {
    const { code, output, error } = await lz(['check', '--batch', '-', '--json', ...args], { '-': text });
    return {
      code,
      error,
      answers: output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  };

  it('answers each line in order; a bad line has its answer in its place', async () => {
    const lines = [
      '{}',
      'nonsense',
      '{"preset": "rfc-practice", "loss": 2}',
      '[1, 2]',
      '',
      '{"preset": "rfc"}',
      '{"preset": 7}',
      '{"odrer": "open"}',
      '{"__proto__": "open"}',
      '{"order": "never"}',
      '{"loss": "0"}',
      '{"secondPdn": "detaching"}',
      'null',
      '"as-tabled"',
    ];
    const { code, answers } = await batch(lines.join('\n'));
    expect(code).toBe(0);
    expect(answers.map(({ error, variant }) => error ?? variant.loss)).toEqual([
      1,
      'line 2: it is no JSON',
      2,
      expect.stringMatching(/^line 4: it is no object of parameters/),
      expect.stringMatching(/^line 6: there is no preset "rfc"; the presets are as-tabled, /),
      expect.stringMatching(/^line 7: there is no preset "7"/),
      expect.stringMatching(/^line 8: there is no parameter "odrer"/),
      expect.stringMatching(/^line 9: there is no parameter "__proto__"/),
      expect.stringMatching(/^line 10: parameter order cannot be "never"/),
      0,
      expect.stringMatching(/^line 12: parameter secondPdn needs a second PDN connection/),
      expect.stringMatching(/^line 13: it is no object/),
      expect.stringMatching(/^line 14: it is no object/),
    ]);
  });

  it('an answer is that of a check of its own', async () => {
    const { answers } = await batch('{"preset": "ts-24.303"}\r\n{"timers": "impatient"}\r\n');
    for (const [at, args] of [
      ['--preset', 'ts-24.303'],
      ['--set', 'timers=impatient'],
    ].entries()) {
      const { found } = await checkJson(args);
      expect(answers[at]).toEqual({ ...found, seconds: expect.any(Number), octets: expect.any(Number) });
    }
  });

  it('what a line leaves out is as the options say', async () => {
    const args = ['--preset', 'repaired', '--set', 'pdnConnections=2', '--property', 'P4', '--states', '10'];
    const { answers } = await batch('{"sharedIkeSa": "yes"}\n{"preset": "as-tabled"}', ...args);
    expect(answers[0]).toMatchObject({ variant: { notification: 'bri', sharedIkeSa: 'yes' }, stopped: 'bound' });
    expect(answers[1]).toMatchObject({ variant: { notification: 'unnamed', pdnConnections: 1 } });
    expect(answers[0].properties).toHaveLength(1);
  });

  it("properties of one's own are read anew for each reading", async () => {
    const { code, output } = await lz(['check', '--batch', '-', '--json', '--properties', 'mine', '--property', 'A'], {
      '-': '{"pdnConnections": 2}\n{}\n',
      mine: 'always A: ue.phase@ims = attached',
    });
    const [first, second] = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([code, first.properties[0].verdict]).toEqual([0, 'holds']);
    expect(second).toEqual({
      error: 'line 2: "mine": line 1, column 11: there is no field "ue.phase@ims" in this reading, only ue.phase',
    });
  });

  it('each answer is written before the next line is asked for, wherever the octets are cut', async () => {
    const written: string[] = [];
    const counts: number[] = [];
    const octets = new TextEncoder().encode('{"loss": 0}\n{"lösß": 0}\n{"loss": 2}');
    const streams = {
      open: async function* cut() {
        for (const octet of octets) {
          counts.push(written.length);
          yield Uint8Array.of(octet);
        }
      },
      write: async (text: string) => {
        written.push(text);
      },
    };
    const { code, output } = await commandLine(['check', '--batch', 'x', '--json'], refuseInput, streams);
    expect([code, output]).toEqual([0, '']);
    expect(written.map((text) => text.slice(0, 10))).toEqual(['{"variant"', '{"error":"', '{"variant"']);
    expect(written[1]).toContain('lösß');
    expect(counts[12]).toBe(1);
  });

  it('a line of any length is answered, if with an error', async () => {
    const { answers } = await batch(`${' '.repeat(200_000)}{}\n{"loss": 0}`);
    expect(answers).toMatchObject([{ error: 'line 1: the line is too long' }, { variant: { loss: 0 } }]);
  });

  it('a file that cannot be read is bad input', async () => {
    expect(await lz(['check', '--batch', 'none', '--json'])).toEqual({
      code: 2,
      output: '',
      error: 'lz: cannot read "none": there is no such file\n',
    });
  });
});

describe('bad input is one line that names it', () => {
  it.each<[readonly string[], RegExp]>([
    [['--preset', 'rfc'], /no preset "rfc"; the presets are as-tabled, /],
    [['--set', 'order=never'], /order cannot be "never"/],
    [['--set', 'sharedIkeSa=yes'], /sharedIkeSa needs a second PDN connection/],
    [['--property', 'p4'], /no property "p4"; did you mean P4\?/],
    [['--property', 'nonsense'], /no property "nonsense"; the properties are P1, P2, /],
    [['--states', '0'], /--states needs a whole number from 1 on, not "0"/],
    [['--states', '1e6'], /--states needs a whole number/],
    [['--findings', 'pdf'], /no format "pdf" of findings; the formats are json, markdown/],
    [['--findings', 'json', '--json'], /--json and --findings ask for two formats/],
    [['--fields', '--json'], /--fields has no other form than text/],
    [['--batch', '-'], /--batch answers in JSON: it needs --json/],
    [['--batch', '-', '--properties', '-', '--json'], /--properties and --batch both ask for standard input/],
    [['--properties', 'none'], /cannot read "none": there is no such file/],
    [
      ['--properties', 'bad'],
      /"bad": line 2, column 11: there is no field "pdnGw\.bindng"; did you mean pdnGw\.binding\?/,
    ],
    [['P4'], /"P4" is not expected here/],
    [['--propety', 'P4'], /no option "--propety"/],
  ])('%j', async (args, says) => {
    const files = { bad: '# \u001b[31m\nalways A: pdnGw.bindng', '-': '' };
    const { code, output, error } = await lz(['check', ...args], files);
    expect([code, output]).toEqual([2, '']);
    expect(error).toMatch(/^lz: [^\n\r\u2028\u2029\p{Cc}]+\n$/u);
    expect(error).toMatch(says);
  });
});

it('--help names every option, verdict and bound', async () => {
  const { code, output } = await lz(['check', '--help']);
  expect(code).toBe(0);
  for (const word of [
    '--property ID',
    '--properties FILE',
    '--batch FILE',
    '--findings',
    '"not finished"',
    '100 properties',
  ]) {
    expect(output).toContain(word);
  }
  expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
});

function refuseInput(): Promise<Uint8Array> {
  return Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
}
