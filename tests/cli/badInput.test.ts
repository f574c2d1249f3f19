import { describe, expect, it } from 'vitest';
import { errorLine } from '#cli/commandLine.ts';
import { lz } from './inProcess.ts';

const scenario = ['run', '--scenario', 'ue-initiated'];

/** What is given, and what the line must name. */
const cases: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [[], /no command is given; the commands are scenarios, run/],
  [['chekc'], /no command "chekc"; the commands are/],
  [['conform'], /no command "conform"/],
  [['constructor'], /no command "constructor"/],
  [['--json'], /no command "--json"/],
  [['scenarios', 'all'], /"all" is not expected/],
  [['scenarios', '--jsno'], /no option "--jsno"; the options are --json, --help/],
  [['scenarios', '--json=yes'], /--json takes no value/],
  [['run'], /needs --scenario NAME or --events FILE/],
  [['run', 'ue-initiated'], /"ue-initiated" is not expected/],
  [['run', '-s', 'ue-initiated'], /no option "-s"/],
  [['run', '--toString'], /no option "--toString"/],
  [['run', '--scenario'], /--scenario needs a value/],
  [['run', '--scenario='], /--scenario needs a value/],
  [['run', '--scenario', '--json'], /--scenario needs a value/],
  [['run', '--scenario', 'h-99'], /no scenario "h-99"/],
  [[...scenario, '--scenario', 'h-01'], /--scenario is given twice/],
  [[...scenario, '--preset', 'rfc'], /no preset "rfc"; the presets are as-tabled, /],
  [[...scenario, '--set', 'order'], /--set needs name=value, not "order"/],
  [[...scenario, '--set', '=1'], /--set needs name=value, not "=1"/],
  [[...scenario, '--set', 'odrer=open'], /no parameter "odrer"/],
  [[...scenario, '--set', '__proto__=open'], /no parameter "__proto__"/],
  [[...scenario, '--set', 'order=open', '--set', 'order=buOnly'], /--set sets "order" twice/],
  [[...scenario, '--set', 'order=never'], /order cannot be "never"; it is one of open, /],
  [[...scenario, '--set', 'maxRetransmissions=4'], /maxRetransmissions cannot be "4"; it is one of 0, 1, 2, 3/],
  [[...scenario, '--set', 'maxRetransmissions=02'], /maxRetransmissions cannot be "02"/],
  [[...scenario, '--set', 'secondPdn=detaching'], /secondPdn needs a second PDN connection/],
  [['run', '--scenario', 'one-of-two', '--set', 'pdnConnections=1'], /secondPdn needs a second PDN connection/],
  [[...scenario, '--session', 'acces=untrusted'], /--session: .*no option "acces"/],
  [[...scenario, '--session', 'access=wlan'], /access cannot be "wlan"/],
  [[...scenario, '--session', 'sequenceNumber=65536'], /sequenceNumber cannot be "65536"/],
  [[...scenario, '--session', 'access'], /--session needs name=value/],
  [[...scenario, '--format', 'pdf'], /no format "pdf"; the formats are text, json, mermaid/],
  [[...scenario, '--format', 'text', '--json'], /ask for two formats/],
  [['run', '--events', 'missing.txt'], /cannot read "missing.txt": there is no such file/],
  [['run', '--scenario', 'a\nb\u2028c\u001b[31m'], /no scenario "a�b/],
  [[...scenario, '--set', 'order=a\nb'], /order cannot be/],
];

describe('bad input', () => {
  it.each(cases)('%j: exit 2, nothing printed, and one line that names it', async (args, says) => {
    const { code, output, error } = await lz(args);
    expect([code, output]).toEqual([2, '']);
    expect(error).toMatch(/^lz: [^\n\r\u2028\u2029\p{Cc}]+\n$/u);
    expect(error).toMatch(says);
  });

  it.each([
    ['EACCES', 'it may not be read'],
    ['EISDIR', 'it is a folder'],
    ['EIO', 'EIO'],
  ])('a file that fails with %s: %s', async (code, words) => {
    const { commandLine } = await import('#cli/commandLine.ts');
    const finished = await commandLine(['run', '--events', 'x'], () =>
      Promise.reject(Object.assign(new Error('failed'), { code })),
    );
    expect(finished).toEqual({ code: 2, output: '', error: `cannot read "x": ${words}` });
  });

  it('a file that is no text', async () => {
    const { commandLine } = await import('#cli/commandLine.ts');
    const finished = await commandLine(['run', '--events', '-'], async () => Uint8Array.of(0xd4, 0xc3, 0xb2, 0xa1));
    expect(finished).toEqual({ code: 2, output: '', error: 'cannot read standard input: it is no UTF-8 text' });
  });

  it.each([
    ['deliver nothing', /Event 1, "deliver nothing", is not possible here: no message "nothing" is in flight/],
    ['fly', /Event 1, "fly", is unknown/],
    ['detach buOnly', /Event 1, "detach buOnly", is unknown: there is no choice "buOnly"/],
    ['detach buThenDelete\ndetach buThenDelete', /line 2: Event 2, .*it needs that the UE is attached/],
  ])('events %j', async (text, says) => {
    const { code, error } = await lz(['run', '--events', '-'], { '-': text });
    expect(code).toBe(2);
    expect(error).toMatch(says);
    expect(error.split('\n')).toHaveLength(2);
  });

  it('the line has one form: no full stop, no capital behind "lz:"', () => {
    expect(errorLine('There is no such thing.')).toBe('lz: there is no such thing\n');
    expect(errorLine('ESP is no option')).toBe('lz: ESP is no option\n');
  });
});
