/** `lz promela`: the model, the trail, and what is refused. */
import { describe, expect, it } from 'vitest';
import { lz } from './inProcess.ts';

describe('lz promela', () => {
  it('writes the model of a reading, which it names', async () => {
    const { code, output, error } = await lz(['promela', '--preset', 'rfc-practice', '--set', 'loss=2']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toContain('/* The reading: RFC practice, with loss=2. */');
    expect(output).toContain('toUe_slots[10];');
    expect(output).toContain('/* P14, atRest: ');
  });

  it('makes the queues as long as they are asked to be', async () => {
    expect((await lz(['promela', '--slots', '4'])).output).toContain('toUe_slots[4];');
  });

  it('watches the properties that it is asked for, and one’s own', async () => {
    const own = { 'own.txt': 'at rest MY1 "no payload SA is left": not pdnGw.payloadSa\n' };
    const { output } = await lz(['promela', '--property', 'P4', '--property', 'MY1', '--properties', 'own.txt'], own);
    expect([...output.matchAll(/#ifdef TRAIL_(\w+)/g)].map(([, id]) => id)).toEqual(['P4', 'MY1']);
    expect(output).toContain('/* MY1, atRest: no payload SA is left */');
  });

  it('reads a trail back as the events of a run', async () => {
    const replayed = [
      'event ue.detach.buThenDelete',
      'event network.lose.toPdnGw at 0',
      'spin: trail ends after 2 steps',
    ];
    const trail = await lz(['promela', '--trail', '-'], { '-': replayed.join('\n') });
    expect(trail).toEqual({ code: 0, output: 'detach buThenDelete\nlose bindingUpdate\n', error: '' });
    const run = await lz(['run', '--events', '-'], { '-': trail.output });
    expect(run.code).toBe(0);
  });

  it.each([
    [['--slots', '0'], {}, '--slots needs a whole number from 1 to 99, not "0"'],
    [['--slots', '4', '--trail', '-'], {}, '--slots is for a model, not for a trail'],
    [['--trail', 'nowhere'], {}, 'cannot read "nowhere": there is no such file'],
    [['--trail', 'raw'], { raw: '-4:-4:-4\n1:0:4\n' }, '"raw": This is the trail as SPIN keeps it'],
    [['--trail', '-'], { '-': 'event ue.nothing\n' }, 'Line 1: "event ue.nothing" is not possible there'],
    [['--property', 'P99'], {}, 'there is no property "P99"'],
    [['--preset', 'none'], {}, 'there is no preset "none"'],
    [['--set', 'loss=9'], {}, 'loss'],
    [['--scenario', 'h-03'], {}, 'there is no option "--scenario"'],
  ])('refuses %j', async (args, files, words) => {
    const { code, output, error } = await lz(['promela', ...args], files);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toContain(words);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says how it is used', async () => {
    const { code, output } = await lz(['promela', '--help']);
    expect(code).toBe(0);
    for (const option of ['--preset', '--set', '--property', '--properties', '--slots', '--trail']) {
      expect(output).toContain(option);
    }
  });
});
