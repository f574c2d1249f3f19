/** Figures that leave the app, drawn by other programs: PlantUML text by PlantUML, the picture by librsvg. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainLabel } from '#chart/escapeLabel.ts';
import { plantUml } from '#chart/plantUml.ts';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { sequenceSvg } from '#chart/sequenceSvg.ts';
import { textWidth } from '#chart/textWidth.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';
import { lz } from '../cli/inProcess.ts';
import { LIFELINES, lectureRows, manyRows, message } from '../e2e/sequenceRows.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'figures-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Combining marks are drawn over the letter before, in a text of their own. */
const labels = NASTY_LABELS.map(plainLabel);
const nastyRows: readonly SequenceRow[] = labels.flatMap((label, at): readonly SequenceRow[] => [
  message(2 * at + 1, { label, fate: 'discarded', reason: label }),
  { kind: 'condition', key: `c${at}`, step: at, over: 'ue', text: label },
]);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** All text of an SVG, blanks left out: where a text is cut into pieces is the drawing program's affair. */
function textOf(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[\s\u00a0]/g, '');
}

describe('PlantUML', () => {
  const draw = async (name: string, text: string): Promise<string> => {
    const file = join(folder, `${name}.puml`);
    await writeFile(file, text);
    execFileSync('plantuml', ['-tsvg', '-charset', 'UTF-8', file], { env: { ...process.env, DISPLAY: '' } });
    return await readFile(join(folder, `${name}.svg`), 'utf8');
  };

  it('draws rows of all kinds', async () => {
    const text = textOf(await draw('many', plantUml(LIFELINES, [...lectureRows(), ...manyRows(40)])));
    expect(text).toContain('(9)BindingAck,status133notsent:noSA');
    expect(text).not.toContain('Syntax');
  });

  it('draws any label as it is', async () => {
    const text = textOf(await draw('nasty', plantUml(LIFELINES, nastyRows)));
    for (const label of labels) expect(text).toContain(label.replaceAll(' ', ''));
  });
});

describe('librsvg', () => {
  const draw = async (name: string, svg: string): Promise<Buffer> => {
    const file = join(folder, `${name}.svg`);
    await writeFile(file, svg);
    execFileSync('rsvg-convert', ['--zoom', '2', file, '--output', join(folder, `${name}.png`)]);
    return await readFile(join(folder, `${name}.png`));
  };
  const words = { title: 'x', description: '' };

  it.each([
    ['a lecture', lectureRows()],
    ['rows of all kinds', manyRows(60)],
    ['any label', nastyRows],
  ])('draws %s at its size', async (name, rows) => {
    const svg = sequenceSvg(LIFELINES, rows, words);
    const png = await draw(name.replaceAll(' ', ''), svg);
    const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 2 * height]);
    // Letters and lines, not a white page: a page of one colour is far smaller.
    expect(png.length).toBeGreaterThan(height * 20);
  });

  it('draws letters as wide as our table has them', async () => {
    const line = 'The UE sends (1) Binding Update, lifetime 0; 2001:db8:a:1::10 @ 100 % {W} "ijl"';
    const width = Math.round(textWidth(line, 40));
    const strip = async (at: number) => {
      const text = `<text x="0" y="40" font-family="Liberation Sans" font-size="40">${line}</text>`;
      const view = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="60" viewBox="${at} 0 40 60">`;
      return (await draw(`strip${at}`, `${view}${text}</svg>`)).length;
    };
    // The last letter ends where the table says: there is ink just before, and none after.
    expect(await strip(width - 30)).toBeGreaterThan(await strip(width + 400));
    expect(await strip(width + 2)).toBe(await strip(width + 400));
  });
});

describe('the picture from the terminal, by librsvg', () => {
  it.each(['png', 'png4'])('--%s is a picture with the run in it, which opens again', async (format) => {
    const path = join(folder, 'run.png');
    expect(await lz(['export', '--scenario', 'h-03', `--${format}`, path])).toEqual({ code: 0, output: '', error: '' });
    const png = await readFile(path);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const { output } = await lz(['run', '--scenario', 'h-03', '--json']);
    expect(await lz(['run', '--file', 'run.png', '--json'], { 'run.png': png })).toEqual({
      code: 0,
      output,
      error: '',
    });
    const svg = await lz(['export', '--scenario', 'h-03', '--svg', '-']);
    const width = Number(/<svg[^>]* width="(\d+)/.exec(svg.output)?.[1]);
    expect(png.readUInt32BE(16)).toBe(width * (format === 'png' ? 2 : 4));
  });
});
