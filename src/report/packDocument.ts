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
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { plainLabel } from '#chart/escapeLabel.ts';
import { columnWidths } from './columnWidths.ts';
import type { Figure, PackBlock, PackTable, TextPart } from './packBlocks.ts';
import { FIGURE_HEIGHT } from './runPicture.ts';

export interface DocumentMaking {
  /** A figure as PNG; undefined where nothing is there that draws it. */
  readonly pngOf: (svg: string) => Promise<Uint8Array | undefined>;
  /** Whose the tracked changes are said to be. */
  readonly author: string;
  /** When they were made, such as "2026-11-24T20:00:00Z". */
  readonly date: string;
}

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
    styles: { default: { document: { run: { font: 'Arial', size: LETTERS / 10 } } }, paragraphStyles: [captionStyle] },
    sections: [{ properties: { page: { size: A4, margin: MARGINS } }, children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Twentieths of a point; 210 x 297 mm, and margins that leave 170 mm for the text. */
const A4 = { width: 11_906, height: 16_838 };
const MARGINS = { top: 1134, bottom: 1134, left: 1134, right: 1134 };
const TEXT_WIDTH = A4.width - MARGINS.left - MARGINS.right;
const LETTERS = 10 * 20;
const CELL_MARGIN = 80;

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
  const scale = Math.min(1, FIGURE_HEIGHT / height);
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
  const cells = [columns, ...rows.filter((row) => !isGroup(row))].map((row, at) =>
    row.map((text) => ({ text: withUnits(plainLabel(text)), bold: at === 0 })),
  );
  const widths = columnWidths(cells, TEXT_WIDTH, LETTERS, 2 * CELL_MARGIN + BORDERS);
  const cell = (text: string, at: number, more: Partial<CellLook> = {}) =>
    new TableCell({
      width: { size: more.columnSpan === undefined ? (widths[at] ?? 0) : TEXT_WIDTH, type: WidthType.DXA },
      margins: { left: CELL_MARGIN, right: CELL_MARGIN },
      ...(more.columnSpan === undefined ? {} : { columnSpan: more.columnSpan }),
      ...(more.shaded === true ? { shading: { type: ShadingType.CLEAR, fill: SHADE } } : {}),
      children: [
        // A heading does not stay behind at the end of a page.
        new Paragraph({
          keepNext: more.bold === true,
          children: text === '' ? [] : [textRun(withUnits(text), more.bold)],
        }),
      ],
    });
  const heads = columns.map((column, at) => cell(column, at, { bold: true, shaded: true }));
  return [
    new Paragraph({ style: captionStyle.id, keepNext: true, spacing: { after: 80 }, children: [textRun(caption)] }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: heads }),
        ...rows.map((row) => {
          const children = isGroup(row)
            ? [cell(row[0] ?? '', 0, { bold: true, columnSpan: columns.length })]
            : row.map((text, at) => cell(text, at));
          return new TableRow({ cantSplit: true, children });
        }),
      ],
    }),
    new Paragraph({}),
  ];
}

interface CellLook {
  readonly bold: boolean;
  readonly shaded: boolean;
  readonly columnSpan: number;
}

const BORDERS = 20;
const SHADE = 'E4E4E4';

/** A number stays beside its unit. */
function withUnits(text: string): string {
  return text.replace(/(\d) (?=(?:s|octets)\b)/g, '$1\u00a0');
}

/** A row that only says what the next ones belong to. */
function isGroup(row: readonly string[]): boolean {
  return row.length > 1 && row.slice(1).every((text) => text === '');
}

function textRun(text: string, bold = false, spaced = (plain: string) => plain): TextRun {
  // Where nothing is asked for, the style of the paragraph decides.
  return new TextRun({ text: spaced(plainLabel(text)), ...(bold ? { bold } : {}) });
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
