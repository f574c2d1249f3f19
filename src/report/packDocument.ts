/**
 * A review pack as a Word document (.docx): figures as SVG with a PNG for programs that do not draw SVG, captions below them, the proposed
 * sentences as tracked changes, so that a person accepts or rejects each.
 */
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { plainLabel } from '#chart/escapeLabel.ts';
import type { Figure, PackBlock, PackTable, TextPart } from './packBlocks.ts';

export interface DocumentMaking {
  /** A figure as PNG; undefined where nothing is there that draws it. */
  readonly pngOf: (svg: string) => Promise<Uint8Array | undefined>;
  /** Whose the tracked changes are said to be. */
  readonly author: string;
  /** When they were made, such as "2026-11-24T20:00:00Z". */
  readonly date: string;
}

/** A figure is as wide as the text of an A4 page, and no higher than leaves room for its caption; in px of 1/96 inch. */
const MOST_HEIGHT = 860;
const utf8 = new TextEncoder();

/** One white pixel: what stands for a figure where nothing draws it as PNG and the reader draws no SVG. */
const WHITE_PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

export async function packDocument(blocks: readonly PackBlock[], making: DocumentMaking): Promise<Uint8Array> {
  const changes = new Changes(making);
  const children: (Paragraph | Table)[] = [];
  for (const block of blocks) children.push(...(await written(block, changes, making)));
  const document = new Document({
    creator: making.author,
    title: blocks.find((block) => block.type === 'heading')?.text ?? '',
    styles: { default: { document: { run: { font: 'Arial', size: 20 } } }, paragraphStyles: [captionStyle] },
    sections: [{ properties: { page: { size: A4, margin: MARGINS } }, children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Twentieths of a point; 210 x 297 mm, and margins that leave 170 mm for the text. */
const A4 = { width: 11_906, height: 16_838 };
const MARGINS = { top: 1134, bottom: 1134, left: 1134, right: 1134 };

const captionStyle = {
  id: 'PackCaption',
  name: 'Pack caption',
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: { bold: true, size: 20 },
  paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 60, after: 200 } },
} as const;

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

async function written(
  block: PackBlock,
  changes: Changes,
  making: DocumentMaking,
): Promise<readonly (Paragraph | Table)[]> {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: [textRun(block.text)], keepNext: true })];
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 120 }, children: block.parts.map((part) => changes.run(part)) })];
    case 'figure':
      return figure(block, await making.pngOf(block.svg));
    case 'steps':
      return block.items.map(
        ({ number, text }) =>
          new Paragraph({
            indent: { left: 567, hanging: 567 },
            tabStops: [{ type: 'left', position: 567 }],
            spacing: { after: 80 },
            children: [new TextRun({ children: [`${number}.`, '\t'] }), textRun(text)],
          }),
      );
    case 'table':
      return table(block);
    default:
      throw block satisfies never;
  }
}

function figure({ svg, caption }: Figure, png: Uint8Array | undefined): readonly Paragraph[] {
  const [, width = 1, height = 1] = /width="(\d+)" height="(\d+)"/.exec(svg)?.map(Number) ?? [];
  const scale = Math.min(1, MOST_HEIGHT / height);
  const words = plainLabel(caption);
  const image = new ImageRun({
    type: 'svg',
    data: utf8.encode(svg),
    fallback: { type: 'png', data: png ?? WHITE_PIXEL },
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: words, title: words, description: words },
  });
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] }),
    new Paragraph({ style: captionStyle.id, children: [textRun(caption)] }),
  ];
}

function table({ caption, columns, rows }: PackTable): readonly (Paragraph | Table)[] {
  const cell = (text: string, bold: boolean) =>
    new TableCell({
      margins: { left: 80, right: 80 },
      children: [new Paragraph({ children: text === '' ? [] : [textRun(text, bold)] })],
    });
  return [
    new Paragraph({ style: captionStyle.id, keepNext: true, children: [textRun(caption)] }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: columns.map((column) => cell(column, true)) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, isGroup(row))) })),
      ],
    }),
    new Paragraph({}),
  ];
}

/** A row that only says what the next ones belong to. */
function isGroup(row: readonly string[]): boolean {
  return row.length > 1 && row.slice(1).every((text) => text === '');
}

function textRun(text: string, bold = false): TextRun {
  // Where nothing is asked for, the style of the paragraph decides.
  return new TextRun({ text: plainLabel(text), ...(bold ? { bold } : {}) });
}

/** Tracked changes, each with a number of its own. */
class Changes {
  #last = 0;
  readonly #making: DocumentMaking;

  constructor(making: DocumentMaking) {
    this.#making = making;
  }

  run({ text, change }: TextPart): TextRun | InsertedTextRun | DeletedTextRun {
    const said = `${text.startsWith(' ') ? ' ' : ''}${plainLabel(text)}`;
    if (change === undefined) return new TextRun(said);
    this.#last += 1;
    const { author, date } = this.#making;
    const options = { text: said, id: this.#last, author, date };
    return change === 'inserted' ? new InsertedTextRun(options) : new DeletedTextRun(options);
  }
}
