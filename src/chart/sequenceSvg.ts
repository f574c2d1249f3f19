/**
 * Rows of a sequence diagram -> a picture (SVG) that stands by itself and that office programs draw as browsers do.
 *
 * Plain `text`, `line`, `path` and `rect` with presentation attributes: no style sheet, no foreignObject, no marker, no script. It is as
 * wide as the text of an A4 page in portrait, where its letters are of 10 pt, and has greys and line forms in place of colours.
 */
import { groupBrackets } from './groupBrackets.ts';
import type { Lifeline, SequenceRow } from './sequenceRow.ts';
import { BRACKET_WORD, drawBracket } from './svgBrackets.ts';
import { columnsOf, GUTTER, RIGHT_EDGE } from './svgColumns.ts';
import { HEAD_HEIGHT, MARGIN, type PlacedRow, placeRows, ROW_GAP, START } from './svgPlaces.ts';
import { INK, PAGE_WIDTH, svgElement, svgText, xmlText } from './svgShapes.ts';

export interface PictureWords {
  /** What the picture is called, for a screen reader and for a list of figures. */
  readonly title: string;
  /** A longer description; left out where it is empty. */
  readonly description: string;
}

const HEAD_WIDTH = 110;
const BAR_WIDTH = 4;

/**
 * The picture of a whole diagram; at a step of the run, with that step marked and all later ones grey, or else with all rows alike.
 * @throws {RangeError} unknown lifeline.
 */
export function sequenceSvg(
  lifelines: readonly Lifeline[],
  rows: readonly SequenceRow[],
  words: PictureWords,
  step?: number,
): string {
  const columns = columnsOf(lifelines);
  const placed = placeRows(columns, rows, step);
  const brackets = bracketsOf(placed);
  const end = (placed.at(-1)?.bottom ?? START - ROW_GAP) + ROW_GAP;
  const height = Math.ceil(Math.max(end, ...brackets.map(({ wordBottom }) => wordBottom)) + MARGIN);
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
    ...placed.filter(({ current }) => current).flatMap(band),
    ...[...columns.values()].map(({ x }) =>
      svgElement('line', { x1: x, y1: MARGIN + HEAD_HEIGHT, x2: x, y2: end, stroke: INK.lifeline, 'stroke-width': 1 }),
    ),
    ...[...columns.values()].map(({ x, name }) => head(x, name)),
    ...placed.map(({ shapes }) => svgElement('g', {}, shapes)),
    ...brackets.map(drawBracket),
  ])}\n`;
}

function bracketsOf(rows: readonly PlacedRow[]) {
  const grouped = rows.map(({ row, top, bottom }) => ({
    group: row.kind === 'message' ? row.group : undefined,
    top,
    bottom,
  }));
  return groupBrackets(grouped, BRACKET_WORD);
}

/** The current step: a tint behind its rows, and a bar at their edge. */
function band({ top, bottom }: PlacedRow): readonly string[] {
  // Without a seam between two rows.
  const y = { y: top - ROW_GAP / 2, height: bottom - top + ROW_GAP + 0.5 };
  return [
    svgElement('rect', { x: GUTTER, width: RIGHT_EDGE - GUTTER, ...y, fill: INK.band }),
    svgElement('rect', { x: GUTTER - BAR_WIDTH, width: BAR_WIDTH, ...y, fill: INK.line }),
  ];
}

function head(x: number, name: string): string {
  const box = { x: x - HEAD_WIDTH / 2, y: MARGIN, width: HEAD_WIDTH, height: HEAD_HEIGHT, fill: INK.head };
  return svgElement('g', {}, [
    svgElement('rect', { ...box, stroke: INK.line, 'stroke-width': 1 }),
    svgText({ x, y: MARGIN + 20, anchor: 'middle', bold: true, size: 14 }, name),
  ]);
}
