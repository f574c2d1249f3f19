/** The pack as a Word document: unzipped, its XML says what the pack says, with tracked changes and figures. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { plainLabel } from '#chart/escapeLabel.ts';
import type { PackBlock } from '#report/packBlocks.ts';
import { heading, paragraph } from '#report/packBlocks.ts';
import { packDocument } from '#report/packDocument.ts';
import { NASTY_LABELS } from '../chart/nastyLabels.ts';
import { packOf, sessionOfScenario } from './packRuns.ts';

const making = { pngOf: async () => undefined, author: 'A & B', date: '2026-01-02T03:04:05Z' };
const parts = async (blocks: readonly PackBlock[]) => unzipSync(await packDocument(blocks, making));
const documentOf = async (blocks: readonly PackBlock[]) =>
  strFromU8((await parts(blocks))['word/document.xml'] ?? new Uint8Array());
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const textsOf = (xml: string) =>
  [...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)<\/w:(?:t|delText)>/g)].map(([, text = '']) =>
    text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
  );

describe('packDocument', () => {
  it('has the proposed sentences as tracked changes of the author', async () => {
    const xml = await documentOf(packOf(sessionOfScenario('ue-initiated', 'repaired')));
    const inserted = [
      ...xml.matchAll(/<w:ins w:id="(\d+)" w:author="A &amp; B" w:date="2026-01-02T03:04:05Z">(.*?)<\/w:ins>/g),
    ];
    const deleted = [...xml.matchAll(/<w:del w:id="(\d+)" w:author="A &amp; B"[^>]*>(.*?)<\/w:del>/g)];
    expect(inserted).toHaveLength(5);
    expect(deleted).toHaveLength(3);
    const ids = [...inserted, ...deleted].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(textsOf(inserted.map(([whole]) => whole).join('')).join('')).toContain(
      'must send a Binding Revocation Indication',
    );
    expect(deleted.every(([whole]) => whole.includes('<w:delText'))).toBe(true);
  });

  it('has each figure as SVG with a PNG behind it, and its caption below', async () => {
    const blocks = packOf(sessionOfScenario('h-03'));
    const files = await parts(blocks);
    const figures = blocks.filter((block) => block.type === 'figure');
    const media = Object.keys(files).filter((name) => name.startsWith('word/media/'));
    const svgs = media
      .filter((name) => name.endsWith('.svg'))
      .map((name) => strFromU8(files[name] ?? new Uint8Array()));
    expect(new Set(svgs)).toEqual(new Set(figures.map(({ svg }) => svg)));
    expect(media.some((name) => name.endsWith('.png'))).toBe(true);
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/asvg:svgBlip/g)?.length).toBeGreaterThanOrEqual(figures.length);
    for (const { caption } of figures) {
      const words = caption.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      expect(xml).toContain(`>${words}</w:t>`);
    }
    // No figure is wider or higher than the page: 914400 EMU to the inch, 96 px.
    for (const [, width, height] of xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)) {
      expect(Number(width)).toBeLessThanOrEqual(640 * 9525);
      expect(Number(height)).toBeLessThanOrEqual(900 * 9525);
    }
  });

  it('holds any text in every place, as text', async () => {
    const blocks = NASTY_LABELS.flatMap((label): readonly PackBlock[] => [
      heading(1, label),
      paragraph(label, { text: label, change: 'inserted' }, { text: label, change: 'deleted' }),
      { type: 'steps', items: [{ number: '1', text: label }] },
      { type: 'table', caption: label, columns: [label], rows: [[label]] },
    ]);
    const xml = await documentOf(blocks);
    const said = textsOf(xml).join('');
    for (const label of NASTY_LABELS) expect(said).toContain(plainLabel(label));
    expect(xml).not.toMatch(/<script|<img/);
  });
});
