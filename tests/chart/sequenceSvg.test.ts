/** The picture: well-formed, of plain elements alone, and its text is that of the rows, whatever the labels. */
import { describe, expect, it } from 'vitest';
import { plainLabel } from '#chart/escapeLabel.ts';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { rowsByPage, sequenceSvg } from '#chart/sequenceSvg.ts';
import { messageDetails, messageTitle, timerDetails } from '#chart/sequenceText.ts';
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
    expect(joined(textsOf(svg))).toBe(joined(['UE', 'PDN GW', ...rows.flatMap(wordsOf)]));
    expect(svg).not.toMatch(/ (?:style|class|transform|marker-end)=/);
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
    const drawn = rows.flatMap((row) =>
      row.kind === 'message' && row.fate === 'notSent' ? wordsOf(row).slice(0, 2) : wordsOf(row),
    );
    expect(joined(textsOf(svg))).toBe(joined([label, 'PDN GW', ...drawn]));
  });

  it('stays within the page', () => {
    const svg = sequenceSvg(LIFELINES, manyRows(60), words);
    for (const [, x] of svg.matchAll(/ x[12]?="([-\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(640);
    }
  });

  it('comes in pieces that fit a page, with every row in order', () => {
    const rows = manyRows(100);
    const pages = rowsByPage(LIFELINES, rows, 860);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.flat()).toEqual(rows);
    for (const page of pages) {
      const height = Number(/ height="(\d+)"/.exec(sequenceSvg(LIFELINES, page, words))?.[1]);
      expect(height).toBeLessThanOrEqual(861);
    }
    expect(rowsByPage(LIFELINES, rows.slice(0, 3), 10)).toHaveLength(3);
    expect(rowsByPage(LIFELINES, [], 10)).toEqual([[]]);
  });

  it('refuses a message to a lifeline that is not there', () => {
    expect(() => sequenceSvg(LIFELINES, [message(1, { to: 'aaa' })], words)).toThrow(RangeError);
  });
});
