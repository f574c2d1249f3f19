/** How wide the columns of a table are, from what stands in them: programs that lay a document out differ too much to leave it to them. */
import { textWidth } from '#chart/textWidth.ts';

/** A cell: its text, and whether it is bold. */
export interface CellText {
  readonly text: string;
  readonly bold: boolean;
}

/**
 * Each column has its longest word in one piece; beyond that all longest texts are broken into like numbers of lines, so that rows are
 * low. The widths make up `total`; `size` is that of the letters and `beside` what a cell has beside its text, all in one unit.
 */
export function columnWidths(
  rows: readonly (readonly CellText[])[],
  total: number,
  size: number,
  beside: number,
): readonly number[] {
  const columns = rows[0]?.map((_, at) => rows.map((row) => row[at] ?? { text: '', bold: false })) ?? [];
  const widest = (cells: readonly CellText[], pieces: (text: string) => readonly string[]) =>
    Math.max(...cells.flatMap(({ text, bold }) => pieces(text).map((piece) => textWidth(piece, size, bold)))) + beside;
  const least = columns.map((cells) => widest(cells, (text) => text.split(' ')));
  const whole = columns.map((cells) => widest(cells, (text) => [text]));
  // Nothing fits: all alike.
  if (sum(least) >= total) return whole.map(() => Math.floor(total / whole.length));
  const broken = (lines: number) => whole.map((width, at) => Math.max(width / lines, least[at] ?? 0));
  let [few, many] = [1, total];
  for (let tries = 0; tries < TRIES && sum(broken(few)) > total; tries++) {
    const middle = (few + many) / 2;
    if (sum(broken(middle)) > total) few = middle;
    else many = middle;
  }
  const widths = sum(whole) <= total ? whole : broken(many);
  const spare = (total - sum(widths)) / widths.length;
  return widths.map((width) => Math.floor(width + spare));
}

/** Halvings after which nothing moves by a unit. */
const TRIES = 40;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
