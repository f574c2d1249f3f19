/**
 * Reads the figure from its picture as another program has drawn it: from the SVG come only the words and at which height each row is to
 * be looked for; what is there is read from the pixels.
 */
import { greyAt, type Pixels } from '../proof/support/pixels.ts';
import { type Mark, placeOf, type SeenArrow, type SeenDiagram, type SeenRow } from './seenRow.ts';

/** Pixels to a unit of the SVG. */
const ZOOM = 2;
/** Greys, 0 black to 255 white: darker is ink; darker is the ink of what is no later step. */
const INK = 190;
const BLACK = 70;
/** In units: the brackets are left of it, the bar of the current step begins there. */
const GUTTER_END = 35;
const BAR = 38;
/** Half the height of signs, with a little air. */
const HALF = 6;

interface RowInSvg {
  readonly words: string;
  readonly texts: readonly { readonly x: number; readonly y: number }[];
  /** Of the arrow, where it is a message. */
  readonly arrowY: number | undefined;
}

export function seenInFigure(svg: string, pixels: Pixels): SeenDiagram {
  const lifelines = [...svg.matchAll(/<line x1="([\d.]+)" y1="38" x2="\1"/g)].map(([, x]) => Number(x));
  const [left = 0, right = 0] = lifelines;
  const groups = [...svg.matchAll(/<g>(.*?)<\/g>/g)].map(([, inside = '']) => inside).slice(lifelines.length);
  const rows = groups
    .filter((inside) => !inside.includes('rotate('))
    .map((inside) => rowInSvg(inside, left, right))
    .sort((one, other) => heightOf(one) - heightOf(other));
  const eye = new Eye(pixels, left, right);
  const seen = rows.map((row) => eye.row(row));
  return { rows: seen, brackets: eye.brackets(rows.map(heightOf)) };
}

function heightOf({ arrowY, texts }: RowInSvg): number {
  return arrowY ?? texts[0]?.y ?? 0;
}

function rowInSvg(inside: string, left: number, right: number): RowInSvg {
  const texts = [...inside.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)];
  const line = [...inside.matchAll(/<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)"/g)]
    .map((found) => found.slice(1).map(Number))
    .find(([x1 = 0, , x2 = 0]) => (x1 === left && x2 > left) || (x1 === right && x2 < right));
  return {
    words: texts
      .map(([, , , words = '']) => words)
      .join('')
      .replace(/\s/g, ''),
    texts: texts.map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
    arrowY: line?.[1],
  };
}

class Eye {
  readonly #pixels: Pixels;
  readonly #left: number;
  readonly #right: number;

  constructor(pixels: Pixels, left: number, right: number) {
    this.#pixels = pixels;
    this.#left = left;
    this.#right = right;
  }

  row({ words, texts, arrowY }: RowInSvg): SeenRow {
    const top = Math.min(...texts.map(({ y }) => y)) - 11;
    const bottom = Math.max(...texts.map(({ y }) => y)) + 3;
    const middle = arrowY ?? (top + bottom) / 2;
    const [from, to] = this.#extent(top, bottom);
    const place = arrowY === undefined ? placeOf(from, to) : 'across';
    // In a frame over a lifeline there are letters alone.
    const isFrame = arrowY === undefined && place !== 'leftOf' && place !== 'rightOf';
    return {
      words,
      arrow: arrowY === undefined ? undefined : this.#arrow(arrowY),
      place,
      marks: isFrame ? ['none', 'none'] : [this.#mark(this.#left, -1, middle), this.#mark(this.#right, 1, middle)],
      later: this.#darkest(top, bottom) > BLACK,
      current: this.#grey(BAR, middle) < BLACK,
    };
  }

  /** Long upright lines in the gutter from left to right and from above, and which heights they have beside them. */
  brackets(heights: readonly number[]): SeenDiagram['brackets'] {
    const found: { first: number; last: number }[] = [];
    let before: readonly Run[] = [];
    for (let x = 0; x < GUTTER_END * ZOOM; x++) {
      const lines = this.#longRuns(x);
      // A line may be two pixels wide.
      for (const { top, bottom } of lines.filter((line) => !before.some(({ top: other }) => other === line.top))) {
        const beside = heights.map((y) => y * ZOOM > top && y * ZOOM < bottom);
        found.push({ first: beside.indexOf(true), last: beside.lastIndexOf(true) });
      }
      before = lines;
    }
    return found;
  }

  /** In units of the SVG. */
  #grey(x: number, y: number): number {
    return greyAt(this.#pixels, Math.round(x * ZOOM), Math.round(y * ZOOM));
  }

  #isNearLifeline(x: number): boolean {
    return Math.abs(x - this.#left) < 1.5 || Math.abs(x - this.#right) < 1.5;
  }

  /** From where to where there is ink, in parts of the way between the lifelines. */
  #extent(top: number, bottom: number): readonly [number, number] {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let x = 42; x < 638; x += 1 / ZOOM) {
      if (this.#isNearLifeline(x) || !this.#hasInk(x, top, bottom)) continue;
      from = Math.min(from, x);
      to = Math.max(to, x);
    }
    const at = (x: number) => (x - this.#left) / (this.#right - this.#left);
    return [at(from), at(to)];
  }

  #hasInk(x: number, top: number, bottom: number): boolean {
    for (let y = top; y <= bottom; y += 1 / ZOOM) if (this.#grey(x, y) < INK) return true;
    return false;
  }

  #darkest(top: number, bottom: number): number {
    let darkest = 255;
    for (let x = 42; x < 638; x += 1 / ZOOM) {
      if (this.#isNearLifeline(x)) continue;
      for (let y = top; y <= bottom; y += 1 / ZOOM) darkest = Math.min(darkest, this.#grey(x, y));
    }
    return darkest;
  }

  #arrow(y: number): SeenArrow {
    const xs: number[] = [];
    for (let x = this.#left + 2; x <= this.#right - 2; x += 1 / ZOOM) if (this.#hasInk(x, y - 3, y + 3)) xs.push(x);
    const [first = 0, last = 0] = [xs[0], xs.at(-1)];
    const near = (end: number, way: 1 | -1) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((by) => this.#column(end + way * by, y));
    const [atLast, atFirst] = [near(last, -1), near(first, 1)];
    const from = atLast.some(({ high }) => high > 7) ? 'left' : 'right';
    const gaps = xs.filter((x, at) => at > 0 && x - (xs[at - 1] ?? x) > 1.5).length;
    const shaft = this.#column(from === 'left' ? first + 2 : last - 2, y);
    const length = this.#right - this.#left;
    return {
      from,
      reach: from === 'left' ? (last - this.#left) / length : (this.#right - first) / length,
      sign: signOf(from === 'left' ? atLast : atFirst),
      dashed: gaps > 1,
      double: shaft.runs === 2,
    };
  }

  /** The ink in a column about a height: how high it is in all, and in how many pieces. */
  #column(x: number, y: number): Column {
    const ys: number[] = [];
    for (let at = y - HALF; at <= y + HALF; at += 1 / ZOOM) if (this.#grey(x, at) < INK) ys.push(at);
    const runs = ys.filter((at, i) => i === 0 || at - (ys[i - 1] ?? at) > 1 / ZOOM).length;
    const high = (ys.at(-1) ?? 0) - (ys[0] ?? 0);
    return { high, runs };
  }

  /** An hourglass has two level edges; a cross has none, and fills the same room. */
  #mark(lifeline: number, away: 1 | -1, y: number): Mark {
    const centre = lifeline + away * 15;
    const level = (at: number) => [-3, -1.5, 1.5, 3].every((by) => this.#hasInk(centre + by, at - 1, at + 1));
    if (level(y - 6.5) && level(y + 6.5)) return 'hourglass';
    return [-4, 4].every((by) => this.#column(centre + by, y).high > 6) ? 'cross' : 'none';
  }

  /** Ink from above to below in a column of pixels, longer than any stroke of a letter. */
  #longRuns(x: number): readonly Run[] {
    const runs: Run[] = [];
    let top = 0;
    for (let y = 0; y <= this.#pixels.height; y++) {
      if (y < this.#pixels.height && greyAt(this.#pixels, x, y) < INK) continue;
      if (y - top > 15 * ZOOM) runs.push({ top, bottom: y });
      top = y + 1;
    }
    return runs;
  }
}

interface Run {
  readonly top: number;
  readonly bottom: number;
}

interface Column {
  readonly high: number;
  readonly runs: number;
}

/** By the columns of a sign, from its tip backwards: a cross is high at once, an open head has paper between its strokes. */
function signOf(columns: readonly Column[]): SeenArrow['sign'] {
  if (columns.slice(0, 2).some(({ high }) => high > 6)) return 'cross';
  return columns.some(({ runs }) => runs > 2) ? 'open' : 'filled';
}
