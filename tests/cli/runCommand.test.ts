import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { presets } from '#detach/presets.ts';
import { scenarios } from '#detach/scenario.ts';
import { parameterNames } from '#detach/variant.ts';
import { sessionOptionNames } from '#session/options.ts';
import { lz, runJson } from './inProcess.ts';

const names = scenarios.map(({ name }) => name);

describe('lz run, the reading', () => {
  it('is the preset, changed by --set, numbers as numbers', async () => {
    const { variant } = await runJson(['--events', '-', '--preset', 'repaired', '--set', 'maxRetransmissions=0'], {
      '-': '',
    });
    expect(variant).toMatchObject({ notification: 'bri', deleteRemovesBinding: 'yes', maxRetransmissions: 0 });
  });

  it('is the one of the scenario, changed by --set', async () => {
    const { variant } = await runJson(['--scenario', 'one-of-two', '--set', 'timers=impatient']);
    expect(variant).toMatchObject({ pdnConnections: 2, secondPdn: 'detaching', timers: 'impatient' });
  });

  it('with both, the preset takes the place of the one of the scenario', async () => {
    const { code, output, error } = await lz(['run', '--scenario', 'later-text', '--preset', 'rfc-practice', '--json']);
    const fits = JSON.parse(output) as { variant: object; steps: unknown[] };
    expect([code, fits.steps.length]).toEqual([2, 3]);
    expect(fits.variant).toMatchObject({ notification: 'bri', afterNotification: 'deregister' });
    expect(error).toBe(
      'lz: scenario later-text under this reading: Event 4, "deliver deleteRequest", is not possible here: no message "deleteRequest" is in flight\n',
    );
  });
});

describe('lz run, events that do not fit', () => {
  it('prints what fits, and one line that says which, where and why', async () => {
    const text = '# first\ndetach buThenDelete, deliver bindingUpdate\n\nlose bindingUpdate\n';
    const { code, output, error } = await lz(['run', '--events', 'my.txt', '--json'], { 'my.txt': text });
    expect(code).toBe(2);
    expect((JSON.parse(output) as { steps: unknown[] }).steps).toHaveLength(2);
    expect(error).toBe(
      'lz: "my.txt", line 4: Event 3, "lose bindingUpdate", is not possible here: no message "bindingUpdate" is in flight\n',
    );
  });
});

describe('lz run --format text', () => {
  it.each(names)('%s: every step is numbered and has its sentence, in 100 columns', async (name) => {
    const { code, output, error } = await lz(['run', '--scenario', name]);
    const { steps } = await runJson(['--scenario', name]);
    expect([code, error]).toEqual([0, '']);
    const lines = output.trimEnd().split('\n');
    expect(lines.filter((line) => /^ *\d+ +[\d.]+ s {2}(UE|PDN GW|Network) /.test(line))).toHaveLength(steps.length);
    expect(lines.filter((line) => /^ +rests on /.test(line))).toHaveLength(steps.length);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('says what is sent, received, lost, discarded, copied, altered and not sent', async () => {
    const said = async (name: string) => (await lz(['run', '--scenario', name, '--format', 'text'])).output;
    expect(await said('h-01')).toMatch(/discards \(2\) Binding Update, lifetime 0: the ESP SA is gone/);
    expect(await said('h-01')).toMatch(
      /not sent \(4\) Binding Update, lifetime 0: the UE's BU\/BA ESP SA pair is gone/,
    );
    expect(await said('h-02')).toMatch(/loses {4}\(1\) Binding Update, lifetime 0/);
    expect(await said('h-04')).toMatch(/copies {3}\(1\) .*\n *makes {4}\(2\) Binding Update, lifetime 0, the copy/);
    expect(await said('h-05')).toMatch(/alters {3}\(1\) Binding Update/);
    expect(await said('h-10')).toMatch(/loses {4}\(1\) [\s\S]*sends {4}\(2\) Binding Update, lifetime 0, lost at once/);
    expect(await said('ue-initiated')).toMatch(/receives \(2\) Binding Acknowledgement, status 0/);
  });

  it('says how the reading, the session and the start differ from what is usual', async () => {
    const { output } = await lz(['run', '--scenario', 'h-28', '--set', 'loss=2', '--session', 'access=ipv4Nat']);
    expect(output).toMatch(/^Reading: As tabled, with loss=2$/m);
    expect(output).toMatch(/^Session: access=ipv4Nat$/m);
    expect(output).toMatch(/^Start: a liveness check of the UE is outstanding;[\s\S]*is\s+in\s+flight\n\n/m);
  });

  it('ends with what may come next, in words that --events reads', async () => {
    const { output } = await lz(['run', '--events', '-'], { '-': '' });
    const next = /^ {2}Next +([\s\S]*)$/m.exec(output)?.[1]?.replace(/\s+/g, ' ').trim().split(', ') ?? [];
    expect(next).toContain('detach buThenDelete');
    for (const event of next) expect((await lz(['run', '--events', '-'], { '-': event })).code).toBe(0);
  });

  it('session options change no event and no state', async () => {
    const plain = await runJson(['--scenario', 'ue-initiated']);
    const args = ['--scenario', 'ue-initiated', '--session', 'sequenceNumber=65535', '--session', 'access=untrusted'];
    expect(await runJson(args)).toEqual(plain);
  });
});

describe('lz run --format mermaid', () => {
  it.each(names)('%s: Mermaid reads it', async (name) => {
    const { code, output } = await lz(['run', '--scenario', name, '--format', 'mermaid']);
    expect(code).toBe(0);
    expect(await mermaid.parse(output)).toMatchObject({ diagramType: 'sequence' });
  });

  it('draws what is still in flight, too', async () => {
    const { output } = await lz(['run', '--events', '-', '--format', 'mermaid'], { '-': 'detach buThenDelete' });
    expect(output).toMatch(/P0-\)P1: \(1\) Binding Update, lifetime 0/);
  });
});

describe('--help', () => {
  it.each([['--help'], ['-h']])('%s names every command and the exit statuses', async (flag) => {
    const { code, output, error } = await lz([flag]);
    expect([code, error]).toEqual([0, '']);
    for (const word of ['scenarios', 'run', 'Exit status']) expect(output).toContain(word);
  });

  it('of run names every preset, parameter and session option', async () => {
    const { code, output } = await lz(['run', '--scenario', 'nope', '--help']);
    expect(code).toBe(0);
    for (const word of [...presets.map(({ name }) => name), ...parameterNames, ...sessionOptionNames]) {
      expect(output).toMatch(new RegExp(`^ {2}${word.replaceAll('.', '\\.')} `, 'm'));
    }
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(105);
  });

  it('of scenarios says what --json gives', async () => {
    const { code, output } = await lz(['scenarios', '-h']);
    expect([code, output.includes('"look"')]).toEqual([0, true]);
  });
});

describe('lz run, octets that were changed on the way', () => {
  const patch = '1@1.attacker:0.7=09';

  it('stand again in text and in the diagram, and what is printed is otherwise the same', async () => {
    const plain = await lz(['run', '--scenario', 'ue-initiated']);
    expect(await lz(['run', '--scenario', 'ue-initiated', '--patch', patch])).toEqual({
      ...plain,
      output: `${plain.output}# patch: ${patch}\n`,
    });
    const { output } = await lz(['run', '--scenario', 'ue-initiated', '--patch', patch, '--format', 'mermaid']);
    expect(output).toMatch(new RegExp(`^%% patch: ${patch}$`, 'm'));
    expect(await mermaid.parse(output)).toBeTruthy();
  });

  it('are read from a line of the events, unless the option says others', async () => {
    const events = `detach buThenDelete\n# patch: ${patch}\n`;
    expect((await lz(['run', '--events', '-'], { '-': events })).output).toContain(`# patch: ${patch}\n`);
    const other = '1@1.peer:1.7=03';
    const { output } = await lz(['run', '--events', '-', '--patch', other], { '-': events });
    expect(output).toContain(`# patch: ${other}\n`);
    expect(output).not.toContain(patch);
  });

  it.each([
    ['detach buThenDelete\n# patch: odd', 'standard input, line 2: "odd" is no changed message'],
    ['detach buThenDelete\n# patch: 2@1.peer:1.7=03', 'the run has no message 2'],
    ['detach buThenDelete\n# patch: 1@0.peer:1.7=03', 'message 1 is not in flight in step 0'],
  ])('are refused with one sentence: %j', async (events, words) => {
    const { code, output, error } = await lz(['run', '--events', '-'], { '-': events });
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toContain(words);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });
});
