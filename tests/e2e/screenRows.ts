/** Reads the diagram from the page: where the browser has put its shapes, and in which style it draws them. */
import type { Page } from '@playwright/test';
import { placeOf, type SeenDiagram, type SeenRow } from './seenRow.ts';

/** Shapes in pixels of the page. */
interface Shapes {
  readonly lifelines: readonly number[];
  readonly rows: readonly ShapesOfRow[];
  readonly brackets: readonly { readonly left: number; readonly top: number; readonly bottom: number }[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface ShapesOfRow {
  readonly words: string;
  readonly isMessage: boolean;
  readonly box: Box;
  readonly lines: readonly (Box & { readonly dashed: boolean })[];
  readonly sign: (Box & { readonly kind: string }) | undefined;
  readonly timers: readonly (Box & { readonly action: string })[];
  readonly isGrey: boolean;
  readonly hasBar: boolean;
}

/** What is drawn is read whole: the window must be high enough for all of it. */
export async function seenOnScreen(page: Page): Promise<SeenDiagram> {
  const { lifelines, brackets, ...shapes } = await page.locator('.seqFrameOfAll').evaluate(readShapes);
  const rows = shapes.rows.toSorted((one, other) => one.box.top - other.box.top);
  const [left = 0, right = 1] = lifelines;
  const at = (x: number) => (x - left) / (right - left);
  return {
    rows: rows.map((row) => seenRow(row, at)),
    brackets: brackets
      .toSorted((a, b) => a.left - b.left || a.top - b.top)
      .map(({ top, bottom }) => {
        const beside = rows.map(({ box }) => (box.top + box.bottom) / 2 > top && (box.top + box.bottom) / 2 < bottom);
        return { first: beside.indexOf(true), last: beside.lastIndexOf(true) };
      }),
  };
}

function seenRow(row: ShapesOfRow, at: (x: number) => number): SeenRow {
  const [line] = row.lines;
  const mark = (isOn: (x: number) => boolean) => {
    const action = row.timers.find(({ left, right }) => isOn(at((left + right) / 2)))?.action;
    return action === undefined ? 'none' : action === 'stopped' ? 'cross' : 'hourglass';
  };
  return {
    words: row.words,
    arrow: row.isMessage && line !== undefined ? seenArrow(row, at) : undefined,
    place: row.isMessage ? 'across' : placeOf(at(row.box.left), at(row.box.right)),
    marks: [mark((x) => x < 0), mark((x) => x > 1)],
    later: row.isGrey,
    current: row.hasBar,
  };
}

function seenArrow({ lines, sign }: ShapesOfRow, at: (x: number) => number): SeenRow['arrow'] {
  const [line] = lines;
  if (line === undefined || sign === undefined) throw new Error('a message without line or sign');
  const from = at((sign.left + sign.right) / 2) > at((line.left + line.right) / 2) ? 'left' : 'right';
  const far = from === 'left' ? at(Math.max(line.right, sign.right)) : 1 - at(Math.min(line.left, sign.left));
  return {
    from,
    reach: far,
    sign: sign.kind === 'seqHead' ? 'filled' : sign.kind === 'seqOpenHead' ? 'open' : 'cross',
    dashed: line.dashed,
    double: lines.length === 2,
  };
}

/** Runs in the page. */
function readShapes(frame: Element): Shapes {
  const boxOf = (element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const seen = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0;
  const all = (root: Element, selector: string) => [...root.querySelectorAll(selector)].filter(seen);
  const middle = (element: Element) => (boxOf(element).left + boxOf(element).right) / 2;
  const around = (boxes: readonly Box[]) => ({
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  });
  const ink = getComputedStyle(frame.querySelector('.seqScroller') ?? frame).color;
  const rows = [...frame.querySelectorAll('[data-row]')].map((row): ShapesOfRow => {
    const texts = all(row, 'text');
    const sign = all(row, '.seqHead, .seqOpenHead, .seqCross').at(0);
    const wordOf = (text: Element) =>
      [...text.childNodes]
        .filter((node) => !(node instanceof Element) || getComputedStyle(node).display !== 'none')
        .map((node) => node.textContent)
        .join('');
    const drawn = all(row, 'text, .seqFrame, .seqLine, .seqTimer').map(boxOf);
    const [first] = texts;
    return {
      words: texts.map(wordOf).join('').replace(/\s/g, ''),
      isMessage: row.getAttribute('data-kind') === 'message',
      box: around(drawn),
      lines: all(row, '.seqLine').map((line) => ({
        ...boxOf(line),
        dashed: getComputedStyle(line).strokeDasharray !== 'none',
      })),
      sign: sign && { ...boxOf(sign), kind: sign.getAttribute('class') ?? '' },
      timers: all(row, '.seqTimer').map((timer) => ({
        ...boxOf(timer),
        action: timer.getAttribute('data-timer') ?? '',
      })),
      isGrey: first !== undefined && getComputedStyle(first).fill !== ink,
      hasBar: all(row, '.seqBar').length > 0,
    };
  });
  return {
    lifelines: all(frame, '.seqLifeline')
      .map(middle)
      .sort((a, b) => a - b),
    rows,
    brackets: all(frame, '.seqBracket').map(boxOf),
  };
}
