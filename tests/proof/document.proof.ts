/** The review pack as LibreOffice opens it: what it says, in order and on pages of paper, its figures, its tracked changes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainLabel } from '#chart/escapeLabel.ts';
import { pngOfSvg } from '#cli/pngOfSvg.ts';
import type { Figure, PackBlock, PackTable } from '#report/packBlocks.ts';
import { packDocument } from '#report/packDocument.ts';
import { FIGURE_HEIGHT } from '#report/runPicture.ts';
import { packOf, sessionOfEvents, sessionOfScenario } from '../report/packRuns.ts';
import { convert, pictureOfPage, textOfPages } from './support/office.ts';
import { inkOfRows, type Pixels, pixelsOfPng } from './support/pixels.ts';

const AUTHOR = 'A reviewer';
/** The PDN GW's detach with BRI, on the reading with proposed changes. */
const revocation = [
  'orderDetach',
  'deliver bindingRevocationIndication',
  'deliver bindingRevocationAck:0',
  'deliver bindingUpdate',
  'deliver bindingAck:0',
  'deliver deleteRequest',
  'deliver deleteResponse',
];

interface Pack {
  readonly name: string;
  readonly blocks: readonly PackBlock[];
  /** On how many pages it may stand. */
  readonly pages: readonly [least: number, most: number];
}

const packs: readonly Pack[] = [
  { name: 'h-03', blocks: packOf(sessionOfScenario('h-03')), pages: [7, 11] },
  { name: 'two-connections', blocks: packOf(sessionOfScenario('shared-ike-sa')), pages: [9, 15] },
  { name: 'revocation', blocks: packOf(sessionOfEvents(revocation, 'repaired')), pages: [4, 7] },
];

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
  for (const { name, blocks } of packs) {
    const making = { pngOf: pngOfSvg, author: AUTHOR, date: '2026-01-02T03:04:05Z' };
    writeFileSync(join(folder, `${name}.docx`), await packDocument(blocks, making));
  }
  convert(
    folder,
    packs.map(({ name }) => `${name}.docx`),
    'pdf',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Where lines and pages end is the program's affair. */
const closed = (text: string) => text.replace(/\s/g, '');
/** A number and its unit are one word. */
const wordsOf = (text: string) =>
  text
    .replace(/(\d)\s(?=(?:s|octets)\b)/g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '');
const figuresOf = (blocks: readonly PackBlock[]) => blocks.filter((block): block is Figure => block.type === 'figure');

/** The texts of a block that stand one after the other; those of a table's cells stand beside each other. */
function textsOf(block: PackBlock): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [block.parts.map(({ text }) => text).join('')];
    case 'steps':
      return block.items.flatMap(({ number, text }) => [`${number}.`, text]);
    case 'figure':
    case 'table':
      return [block.caption];
    default:
      throw block satisfies never;
  }
}

/** The words of the cells that are not in the text as often as in the table. */
function missingWords({ columns, rows }: PackTable, text: string): readonly string[] {
  const found = wordsOf(text);
  return [...columns, ...rows.flat()].flatMap(wordsOf).filter((word) => {
    const at = found.indexOf(word);
    if (at === -1) return true;
    found.splice(at, 1);
    return false;
  });
}

describe.each(packs)('$name', ({ name, blocks, pages: [least, most] }) => {
  const pages = () => textOfPages(join(folder, `${name}.pdf`));

  it('says all that the pack says, in its order, on so many pages', () => {
    const texts = pages();
    expect(texts.length).toBeGreaterThanOrEqual(least);
    expect(texts.length).toBeLessThanOrEqual(most);
    // No page is empty.
    for (const text of texts) expect(closed(text).length).toBeGreaterThan(20);
    const all = closed(texts.join(''));
    let at = 0;
    for (const text of blocks.flatMap(textsOf).map(plainLabel).map(closed)) {
      const found = all.indexOf(text, at);
      expect(found, `${text} after ${all.slice(at, at + 60)}`).toBeGreaterThanOrEqual(at);
      at = found + text.length;
    }
  });

  it('has all cells of its tables', () => {
    const text = pages().join(' ');
    const tables = blocks.filter((block): block is PackTable => block.type === 'table');
    expect(tables.length).toBeGreaterThan(4);
    const whole: PackTable = { type: 'table', caption: '', columns: [], rows: tables.flatMap(({ rows }) => rows) };
    expect(missingWords(whole, text)).toEqual([]);
  });

  it('has each figure whole on the page of its caption', async () => {
    const texts = pages();
    const figures = figuresOf(blocks);
    expect(figures.length).toBeGreaterThan(0);
    for (const { svg, caption } of figures) {
      const page = texts.findIndex((text) => closed(text).includes(closed(plainLabel(caption))));
      const paper = pictureOfPage(join(folder, `${name}.pdf`), page + 1);
      // A4.
      expect([paper.width, paper.height]).toEqual([794, 1123]);
      const drawn = pixelsOfPng(Buffer.from((await pngOfSvg(svg)) ?? []));
      // What is too high is made smaller, but not so that its letters are hard to read.
      const height = Math.min(drawn.height / 2, FIGURE_HEIGHT);
      expect(height).toBeGreaterThanOrEqual(0.9 * (drawn.height / 2));
      const fits = bestFit(smooth(rowsAt(height, drawn)), smooth(inkOfRows(paper)));
      expect(fits, caption).toBeGreaterThan(0.95);
    }
  });
});

/** Rows of ink of a picture that is drawn so many rows high. */
function rowsAt(height: number, { width, ...picture }: Pixels): readonly number[] {
  const rows = inkOfRows({ width, ...picture });
  const [by, scale] = [rows.length / height, height / rows.length];
  return Array.from(
    { length: height },
    (_, at) => mean(rows.slice(Math.floor(at * by), Math.floor((at + 1) * by))) * scale,
  );
}

/** Each row with its neighbours: a row of ours may fall between two of the page. */
function smooth(rows: readonly number[]): readonly number[] {
  return rows.map((_, at) => mean(rows.slice(Math.max(0, at - 1), at + 2)));
}

/** How well rows of ink are found again on a page, wherever they fit best there: 1 is exactly. */
function bestFit(rows: readonly number[], page: readonly number[]): number {
  const fits = Array.from({ length: Math.max(0, page.length - rows.length) + 1 }, (_, from) =>
    correlation(rows, page.slice(from, from + rows.length)),
  );
  return Math.max(...fits);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const [meanOne, meanOther] = [mean(one), mean(other)];
  const product = (a: readonly number[], b: readonly number[], ma: number, mb: number) =>
    a.reduce((sum, value, at) => sum + (value - ma) * ((b[at] ?? mb) - mb), 0);
  const scale = product(one, one, meanOne, meanOne) * product(other, other, meanOther, meanOther);
  return scale === 0 ? 0 : product(one, other, meanOne, meanOther) / Math.sqrt(scale);
}

/** Changes of a kind that stand side by side are one to a program. */
function changesOf(blocks: readonly PackBlock[]): readonly { readonly words: string; readonly change: string }[] {
  const changes: { words: string; change: string }[] = [];
  for (const block of blocks) {
    let before: string | undefined;
    for (const { text, change } of block.type === 'paragraph' ? block.parts : []) {
      const last = changes.at(-1);
      if (change !== undefined && change === before && last !== undefined) last.words += text;
      else if (change !== undefined) changes.push({ words: text, change });
      before = change;
    }
  }
  return changes;
}

it('has what the reading proposes as tracked changes of its author', () => {
  convert(folder, ['revocation.docx'], 'fodt');
  const text = readFileSync(join(folder, 'revocation.fodt'), 'utf8');
  const changes = changesOf(packs.find(({ name }) => name === 'revocation')?.blocks ?? []);
  expect(changes.length).toBeGreaterThan(4);
  const regions = [...text.matchAll(/<text:changed-region.*?<\/text:changed-region>/gs)].map(([whole]) => whole);
  for (const region of regions) expect(region).toContain(`<dc:creator>${AUTHOR}</dc:creator>`);
  const kinds = new Map(
    regions.map((region) => {
      const [, id = '', kind = ''] = /text:id="(\w+)".*?<text:(insertion|deletion)>/s.exec(region) ?? [];
      return [id, kind === 'insertion' ? 'inserted' : 'deleted'] as const;
    }),
  );
  // Each change stands between its two marks.
  const marked = /<text:change-start text:change-id="(\w+)"\/>(.*?)<text:change-end text:change-id="\1"\/>/gs;
  const found = [...text.matchAll(marked)].map(([, id = '', xml = '']) => ({
    words: closed(xml.replace(/<[^>]*>/g, '')),
    change: kinds.get(id),
  }));
  expect(found).toEqual(changes.map(({ words, change }) => ({ words: closed(words), change })));
});
