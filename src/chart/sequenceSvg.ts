/**
 * Rows of a sequence diagram -> a picture (SVG) that stands by itself and that office programs draw as browsers do.
 *
 * Plain `text`, `line`, `path` and `rect` with presentation attributes: no style sheet, no foreignObject, no marker, no script. It is as
 * wide as the text of an A4 page in portrait, where its letters are of 10 pt, and has greys and line forms in place of colours.
 */
import type { Lifeline, SequenceRow } from './sequenceRow.ts';
import type { Column, RowDrawing } from './svgRows.ts';
import { drawRow } from './svgRows.ts';
import { INK, PAGE_WIDTH, svgElement, svgText, xmlText } from './svgShapes.ts';

export interface PictureWords {
  /** What the picture is called, for a screen reader and for a list of figures. */
  readonly title: string;
  /** A longer description; left out where it is empty. */
  readonly description: string;
}

const MARGIN = 8;
const HEAD_HEIGHT = 30;
const HEAD_WIDTH = 110;
/** Room beside the outer lifelines for timers and actions. */
const SIDE = 148;
const ROW_GAP = 12;

/** The picture of a whole diagram. @throws {RangeError} unknown lifeline. */
export function sequenceSvg(lifelines: readonly Lifeline[], rows: readonly SequenceRow[], words: PictureWords): string {
  const columns = columnsOf(lifelines);
  const drawings: RowDrawing[] = [];
  let y = MARGIN + HEAD_HEIGHT + ROW_GAP;
  for (const row of rows) {
    const drawing = drawRow(row, columns, y);
    drawings.push(drawing);
    y += drawing.height + ROW_GAP;
  }
  const height = Math.ceil(y + MARGIN);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: PAGE_WIDTH,
    height,
    viewBox: `0 0 ${PAGE_WIDTH} ${height}`,
    'font-family': 'Liberation Sans, Arial, Helvetica, sans-serif',
    'font-size': 13,
    role: 'img',
  };
  const described = words.description === '' ? [] : [`<desc>${xmlText(words.description)}</desc>`];
  return `${svgElement('svg', attributes, [
    `<title>${xmlText(words.title)}</title>`,
    ...described,
    svgElement('rect', { x: 0, y: 0, width: PAGE_WIDTH, height, fill: INK.paper }),
    ...[...columns.values()].map(({ x }) =>
      svgElement('line', { x1: x, y1: MARGIN + HEAD_HEIGHT, x2: x, y2: y, stroke: INK.lifeline, 'stroke-width': 1 }),
    ),
    ...[...columns.values()].map(({ x, name }) => head(x, name)),
    ...drawings.map(({ shapes }) => svgElement('g', {}, shapes)),
  ])}\n`;
}

/** The rows in pieces whose pictures are no higher than so many px, each of at least one row; no rows are one piece. */
export function rowsByPage(
  lifelines: readonly Lifeline[],
  rows: readonly SequenceRow[],
  mostHeight: number,
): readonly (readonly SequenceRow[])[] {
  const columns = columnsOf(lifelines);
  const start = MARGIN + HEAD_HEIGHT + ROW_GAP;
  const pages: SequenceRow[][] = [[]];
  let y = start;
  for (const row of rows) {
    const height = drawRow(row, columns, 0).height + ROW_GAP;
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && y + height + MARGIN > mostHeight) {
      pages.push([row]);
      y = start + height;
    } else {
      page.push(row);
      y += height;
    }
  }
  return pages;
}

function columnsOf(lifelines: readonly Lifeline[]): ReadonlyMap<string, Column> {
  const last = lifelines.length - 1;
  const step = last === 0 ? 0 : (PAGE_WIDTH - 2 * SIDE) / last;
  return new Map(
    lifelines.map(({ id, name }, at): [string, Column] => {
      const side = at === last && last > 0 ? 'right' : 'left';
      return [id, { x: SIDE + at * step, name, side, sideWidth: at === 0 || at === last ? SIDE - 20 : step / 3 }];
    }),
  );
}

function head(x: number, name: string): string {
  const box = { x: x - HEAD_WIDTH / 2, y: MARGIN, width: HEAD_WIDTH, height: HEAD_HEIGHT, fill: INK.head };
  return svgElement('g', {}, [
    svgElement('rect', { ...box, stroke: INK.line, 'stroke-width': 1 }),
    svgText({ x, y: MARGIN + 20, anchor: 'middle', bold: true, size: 14 }, name),
  ]);
}
