/** `lz export`: the three files, what is said, and what is refused. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKeyFiles } from '#capture/keyFiles.ts';
import { eventsFile, lz, runJson } from './inProcess.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lz-'));
});
afterEach(() => rm(folder, { recursive: true }));

const exported = (...more: readonly string[]) =>
  lz(['export', ...more, '--pcapng', join(folder, 'run.pcapng'), '--keys', join(folder, 'keys')]);

describe('lz export', () => {
  it('writes the capture and both tables of keys, and says nothing', async () => {
    expect(await exported('--scenario', 'ue-initiated')).toEqual({ code: 0, output: '', error: '' });
    const pcapng = await readFile(join(folder, 'run.pcapng'));
    expect(pcapng.readUInt32LE(0)).toBe(0x0a0d0d0a);
    expect(pcapng.includes('Message (1), Binding Update, lifetime 0')).toBe(true);
    expect(pcapng.includes('TR 24.801 8.4.3.2')).toBe(true);
    const texts = await Promise.all(
      ['ikev2_decryption_table', 'esp_sa'].map((name) => readFile(join(folder, 'keys', name), 'utf8')),
    );
    const rows = readKeyFiles(texts[0] ?? '', texts[1] ?? '');
    if (!rows.ok) throw new Error(rows.error);
    expect(rows.value.ike).toMatchObject([{ initiatorSpi: 0xa1a2a3a4a5a6a7a8n }]);
    expect(new Set(rows.value.esp.map(({ spi }) => spi))).toEqual(new Set([0xc001, 0xd001, 0xc101, 0xd101]));
    expect(rows.value.esp).toHaveLength(8);
  });

  it('the same run gives the same octets', async () => {
    await exported('--scenario', 'h-03');
    const first = await readFile(join(folder, 'run.pcapng'));
    await exported('--scenario', 'h-03');
    expect(await readFile(join(folder, 'run.pcapng'))).toEqual(first);
  });

  it.each(['mermaid', 'plantuml', 'msc', 'svg', 'json'])(
    '--%s - is standard output, as the file has it',
    async (format) => {
      const path = join(folder, 'run');
      expect(await lz(['export', '--scenario', 'h-03', `--${format}`, path])).toEqual({
        code: 0,
        output: '',
        error: '',
      });
      const { code, output } = await lz(['export', '--scenario', 'h-03', `--${format}`, '-']);
      expect(code).toBe(0);
      expect(output).toBe(await readFile(path, 'utf8'));
    },
  );

  it('refuses standard output for what is more than one text, and for two texts', async () => {
    for (const format of ['docx', 'markdown']) {
      const { code, error } = await lz(['export', '--scenario', 'h-03', `--${format}`, '-']);
      expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining(`--${format} needs a file`) });
    }
    const { code, error } = await lz(['export', '--scenario', 'h-03', '--svg', '-', '--json', '-']);
    expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining('one format alone') });
  });

  it('says which messages have no octets', async () => {
    const { code, output } = await exported('--scenario', 'network-initiated');
    expect(code).toBe(0);
    expect(output).toMatch(/^message \(1\), .*, has no octets: .*further study/);
  });

  it.each([
    [['--scenario', 'nothing'], 'there is no scenario "nothing"'],
    [[], 'needs --scenario NAME or --events FILE'],
    [['--scenario', 'h-03', '--session', 'suite=rot13'], 'suite'],
    [['--scenario', 'h-03', '--patch', 'odd'], '--patch: "odd" is no changed message'],
    [['--scenario', 'h-03', '--patch', '99@1.attacker:0.7=09'], 'no message 99'],
  ])('refuses %j', async (args, words) => {
    const { code, output, error } = await exported(...args);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toContain(words);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });

  it('refuses without a place to write to, and where it cannot write', async () => {
    expect(await lz(['export', '--scenario', 'h-03'])).toMatchObject({
      code: 2,
      error: expect.stringMatching(
        /^lz: export needs a place to write to: .*--svg FILE, .*--pcapng FILE and --keys DIR\n$/,
      ),
    });
    expect(await lz(['export', '--scenario', 'h-03', '--pcapng', join(folder, 'x')])).toMatchObject({
      code: 2,
      error: 'lz: --pcapng FILE and --keys DIR go together\n',
    });
    await writeFile(join(folder, 'keys'), 'a file');
    const { code, error } = await exported('--scenario', 'h-03');
    expect(code).toBe(2);
    expect(error).toContain('there is a file where a folder should be');
  });

  it('writes the octets that were changed on the way, by an option or by a line of the events', async () => {
    const octets = () => readFile(join(folder, 'run.pcapng'));
    await exported('--scenario', 'ue-initiated');
    const unchanged = await octets();
    const patch = '1@1.attacker:0.7=09';
    expect((await exported('--scenario', 'ue-initiated', '--patch', patch)).code).toBe(0);
    const changed = await octets();
    expect(changed).not.toEqual(unchanged);
    expect(changed.includes('changed on the way in step 1')).toBe(true);
    const { steps } = await runJson(['--scenario', 'ue-initiated']);
    const events = `# patch: ${patch}\n${eventsFile({ steps })}`;
    const args = ['export', '--scenario', 'ue-initiated', '--events', '-', '--pcapng', join(folder, 'run.pcapng')];
    expect((await lz([...args, '--keys', join(folder, 'keys')], { '-': events })).code).toBe(0);
    expect(await octets()).toEqual(changed);
  });

  it('writes nothing where an event does not fit', async () => {
    const { code } = await exported('--scenario', 'h-03', '--set', 'maxRetransmissions=0');
    expect(code).toBe(2);
    await expect(readFile(join(folder, 'run.pcapng'))).rejects.toThrow();
  });

  it.each([
    ['mermaid', 'sequenceDiagram\n'],
    ['plantuml', '@startuml\n'],
    ['msc', 'mscdocument h_03_document;\n'],
    ['svg', '<svg '],
    ['json', '{\n  "format": "lifetime-zero-run",'],
  ])('writes --%s without packets', async (format, start) => {
    const path = join(folder, 'figure');
    const said = await lz(['export', '--scenario', 'h-03', `--${format}`, path]);
    expect(said).toEqual({ code: 0, output: '', error: '' });
    expect((await readFile(path, 'utf8')).startsWith(start)).toBe(true);
  });

  it('writes several formats at once, of two PDN connections with their names', async () => {
    const args = ['--scenario', 'one-of-two', '--svg', join(folder, 'a'), '--plantuml', join(folder, 'b')];
    expect((await lz(['export', ...args])).code).toBe(0);
    expect(await readFile(join(folder, 'a'), 'utf8')).toContain('(ims');
    expect(await readFile(join(folder, 'b'), 'utf8')).toContain('(ims');
  });

  it('opens the run file again: the same run, with its reading, options and changed octets', async () => {
    const path = join(folder, 'run.json');
    const args = ['--scenario', 'ue-initiated', '--session', 'access=ipv4Nat', '--patch', '1@1.attacker:0.7=09'];
    expect((await exported(...args, '--json', path)).code).toBe(0);
    const packets = await readFile(join(folder, 'run.pcapng'));
    const files = { 'run.json': await readFile(path, 'utf8') };
    const again = await lz(
      ['export', '--file', 'run.json', '--pcapng', join(folder, 'again'), '--keys', join(folder, 'keys')],
      files,
    );
    expect(again).toEqual({ code: 0, output: '', error: '' });
    expect(await readFile(join(folder, 'again'))).toEqual(packets);
    const run = await lz(['run', '--file', 'run.json', '--json'], files);
    expect(JSON.parse(run.output)).toMatchObject({ scenario: 'ue-initiated' });
  });

  it.each([
    [{ 'x.json': '{' }, [], '"x.json": The file holds no JSON'],
    [{}, [], 'cannot read "x.json": there is no such file'],
    [{ 'x.json': '{}' }, ['--preset', 'repaired'], '--file has the whole run: --preset cannot be given beside it'],
  ])('refuses a run file in one line: %j', async (files, more, words) => {
    const { code, error } = await lz(['run', '--file', 'x.json', ...more], files);
    expect(code).toBe(2);
    expect(error).toContain(words);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });

  it('refuses a run file whose events no longer fit', async () => {
    const path = join(folder, 'run.json');
    await lz(['export', '--scenario', 'ue-initiated', '--json', path]);
    const text = (await readFile(path, 'utf8')).replace('"events": [', '"events": ["deliver bindingAck:133",');
    expect(await lz(['run', '--file', 'x.json'], { 'x.json': text })).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^lz: "x.json": Event 1, /),
    });
  });

  it('writes the review pack as Markdown with its figures beside it, and as a document', async () => {
    const args = ['--preset', 'repaired', '--markdown', join(folder, 'pack.md'), '--docx', join(folder, 'pack.docx')];
    const said = await lz(['export', '--scenario', 'ue-initiated', ...args]);
    expect(said).toEqual({ code: 0, output: '', error: '' });
    const markdown = await readFile(join(folder, 'pack.md'), 'utf8');
    expect(markdown.startsWith('# Review pack: ')).toBe(true);
    const figures = [...markdown.matchAll(/\(<(.*?)>\)/g)].map(([, name = '']) => name);
    expect(figures).toContain('pack-1.svg');
    for (const name of figures) expect(await readFile(join(folder, name), 'utf8')).toContain('<svg ');
    expect((await readFile(join(folder, 'pack.docx'))).readUInt32BE(0)).toBe(0x504b0304);
  });
});
