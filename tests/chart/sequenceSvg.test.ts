/** The picture: well-formed, of plain elements alone, and its text is that of the rows, whatever the labels. */
import { describe, expect, it } from 'vitest';
import { plainLabel } from '#chart/escapeLabel.ts';
import { bracketWords } from '#chart/groupBrackets.ts';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { sequenceSvg } from '#chart/sequenceSvg.ts';
import { messageDetails, messageTitle, timerDetails } from '#chart/sequenceText.ts';
import { INK } from '#chart/svgShapes.ts';
import { LIFELINES, lectureRows, manyRows, message } from '../e2e/sequenceRows.ts';
import { NASTY_LABELS } from './nastyLabels.ts';

const words = { title: 'Detach <1>', description: 'A & B' };
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const read = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? `?${name}?`);

/** The names of all elements in order; throws where tags do not close in order, or anything else is not well-formed. */
function elementsOf(svg: string): readonly string[] {
  const open: string[] = [];
  const names: string[] = [];
  const tag = /<(\/?)(\w+)((?: [\w:-]+="[^"<]*")*)(\/?)>|[^<]+/gy;
  for (const [whole, slash, name, , empty] of svg.matchAll(tag)) {
    if (name === undefined) {
      expect(whole).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
      continue;
    }
    if (slash === '/') expect(open.pop()).toBe(name);
    else names.push(name);
    if (slash === '' && empty === '') open.push(name);
  }
  expect(open).toEqual([]);
  expect(svg.match(tag)?.join('')).toBe(svg);
  return names;
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => read(text));

function wordsOf(row: SequenceRow): readonly string[] {
  if (row.kind !== 'message') return [row.text];
  return [messageTitle(row), ...messageDetails(row), ...timerDetails(row)];
}

/** The words of the brackets, the one that begins higher first. */
function bracketsAbout(rows: readonly SequenceRow[]): readonly string[] {
  const groups = rows.flatMap((row) => (row.kind === 'message' && row.group !== undefined ? [row.group] : []));
  return [...new Set(groups)].flatMap((group) => (group === 'notification' ? [] : [bracketWords[group]]));
}

/** Of two greys as WCAG reckons it: 1 to 21. */
function contrast(one: string, other: string): number {
  const luminance = (grey: string) => {
    const value = Number.parseInt(grey.slice(1, 3), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Without blanks: a line may end at one, or within a word. */
const joined = (texts: readonly string[]) => texts.map(plainLabel).join('').replaceAll(' ', '');

describe('sequenceSvg', () => {
  it('is golden for a lecture', async () => {
    await expect(sequenceSvg(LIFELINES, lectureRows(), words)).toMatchFileSnapshot('golden/lecture.svg');
  });

  it.each([
    ['a lecture', lectureRows()],
    ['rows of all kinds', manyRows(100)],
    ['nothing', []],
  ])('says what the rows say, in order, in plain elements: %s', (_, rows) => {
    const svg = sequenceSvg(LIFELINES, rows, words);
    const allowed = ['svg', 'title', 'desc', 'rect', 'line', 'path', 'g', 'text'];
    expect(elementsOf(svg).filter((name) => !allowed.includes(name))).toEqual([]);
    expect(joined(textsOf(svg))).toBe(joined(['UE', 'PDN GW', ...rows.flatMap(wordsOf), ...bracketsAbout(rows)]));
    expect(svg).not.toMatch(/ (?:style|class|marker-end)=/);
    expect(svg.replaceAll(/ transform="rotate\(-90 [\d.]+ [\d.]+\)"/g, '')).not.toContain('transform');
  });

  it.each(NASTY_LABELS)('holds %j in every place', (label) => {
    const at = { key: 'k', step: 1, text: label } as const;
    const rows: readonly SequenceRow[] = [
      message(1, { label, fate: 'discarded', reason: label, altered: label }),
      message(2, { label, fate: 'notSent', reason: label, started: [{ over: 'ue', action: 'started', name: label }] }),
      message(3, { label, started: [{ over: 'ue', action: 'started', name: label }] }),
      { ...at, kind: 'condition', over: 'ue' },
      { ...at, kind: 'timer', over: 'pdnGw', action: 'fired' },
      { ...at, kind: 'event', over: 'network' },
    ];
    const svg = sequenceSvg([{ id: 'ue', name: label }, ...LIFELINES.slice(1)], rows, {
      title: label,
      description: label,
    });
    elementsOf(svg);
    expect(joined(textsOf(svg))).toBe(joined([label, 'PDN GW', ...rows.flatMap(wordsOf)]));
  });

  it('stays within the page', () => {
    const svg = sequenceSvg(LIFELINES, manyRows(60), words);
    for (const [, x] of svg.matchAll(/ x[12]?="([-\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(640);
    }
  });

  it('has a bracket from the first to the last message of each part', () => {
    const svg = sequenceSvg(LIFELINES, lectureRows(), words);
    const groups = [...svg.matchAll(/<g>(.*?)<\/g>/g)].map(([, inside = '']) => inside);
    const rowOf = (number: number) => groups.findIndex((inside) => inside.includes(`>(${number}) `));
    const bracket = (word: string) => {
      const inside = groups.find((each) => each.includes(`>${word}<`)) ?? '';
      const [, top, bottom] = /d="M [\d.]+ ([\d.]+) L .* ([\d.]+)"/.exec(inside)?.map(Number) ?? [];
      return [top, bottom];
    };
    const arrow = (number: number) => Number(/<line x1="[\d.]+" y1="([\d.]+)"/.exec(groups[rowOf(number)] ?? '')?.[1]);
    for (const [word, first, last, before, after] of [
      ['de-registration', 3, 5, 2, 6],
      ['IKEv2 closing', 6, 8, 5, 9],
    ] as const) {
      const [top = 0, bottom = 0] = bracket(word);
      expect(arrow(before)).toBeLessThan(top);
      expect(top).toBeLessThan(arrow(first));
      expect(arrow(last)).toBeLessThan(bottom);
      expect(bottom).toBeLessThan(arrow(after));
    }
  });

  it('marks a step, and what is later is grey and thin, legible on white', () => {
    const rows = lectureRows();
    const groupsOf = (svg: string) => [...svg.matchAll(/<g>(.*?)<\/g>/g)].map(([, inside = '']) => inside).slice(2);
    const bars = (svg: string) => [...svg.matchAll(/<rect x="36" /g)].length;
    const plain = sequenceSvg(LIFELINES, rows, words);
    expect(plain).not.toContain(INK.later);
    expect(bars(plain)).toBe(0);
    const svg = sequenceSvg(LIFELINES, rows, words, 4);
    expect(bars(svg)).toBe(rows.filter(({ step }) => step === 4).length);
    groupsOf(svg)
      .slice(0, rows.length)
      .forEach((inside, at) => {
        const { step = 0 } = rows[at] ?? {};
        expect(inside.includes(INK.later)).toBe(step > 4);
        expect(inside.includes(INK.line)).toBe(step <= 4);
        expect(inside.includes('font-weight="bold"')).toBe(step === 4);
      });
    for (const ink of [INK.later, INK.quiet, INK.bracket]) expect(contrast(ink, INK.paper)).toBeGreaterThanOrEqual(4.5);
    for (const ink of [INK.line, INK.quiet]) expect(contrast(ink, INK.band)).toBeGreaterThanOrEqual(4.5);
  });

  it('says nothing of the end of a message that is under way', () => {
    const row = message(1, { step: 3, sentStep: 1, fate: 'discarded', reason: 'no SA', crosses: [4], label: 'BU' });
    const textsAt = (step: number) => joined(textsOf(sequenceSvg(LIFELINES, [row], words, step)));
    expect(textsAt(1)).toBe('UEPDNGW(1)BU');
    expect(textsAt(0)).toBe('UEPDNGW(1)BUcrosses(4)discarded:noSA');
    expect(textsAt(3)).toBe('UEPDNGW(1)BUcrosses(4)discarded:noSA');
  });

  it('refuses a message to a lifeline that is not there', () => {
    expect(() => sequenceSvg(LIFELINES, [message(1, { to: 'aaa' })], words)).toThrow(RangeError);
  });
});
