/**
 * What the page is compared with, on a page of its own. ArrowRight adds one row drawn by hand, in SVGs of a fixed size for 25 rows each:
 * the floor. "f" has Mermaid draw the whole diagram anew.
 */
import type { Lifeline, SequenceRow } from '#chart/sequenceRow.ts';
import { wholeSequenceText } from '#chart/sequenceText.ts';
import { measureAt } from '#ui/sequence/measureText.ts';
import { renderSequence } from '#ui/sequence/mermaidDoor.ts';

const ROWS_A_BLOCK = 25;
const ROW = 48;
const panel = document.getElementById('panel') as HTMLElement;
const name = 'http://www.w3.org/2000/svg';
let block: SVGSVGElement | undefined;
let current: SVGGElement | undefined;
let count = 0;
let wholeText = '';

function make<Tag extends keyof SVGElementTagNameMap>(tag: Tag, attributes: Record<string, string | number>) {
  const element = document.createElementNS(name, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function addRow(): void {
  const at = count % ROWS_A_BLOCK;
  if (at === 0 || block === undefined) {
    block = make('svg', { class: 'block', width: 640, height: ROWS_A_BLOCK * ROW });
    block.style.containIntrinsicSize = `640px ${ROWS_A_BLOCK * ROW}px`;
    panel.append(block);
  }
  count += 1;
  const y = at * ROW + 34;
  const row = make('g', { 'data-row': count, 'data-current': '' });
  const words = make('text', { x: 320, y: y - 10, 'text-anchor': 'middle', 'font-size': 20 });
  words.textContent = `(${count}) DELETE request, Message ID ${count}`;
  row.append(
    words,
    make('line', { x1: 100, x2: 530, y1: y, y2: y, stroke: '#111', 'stroke-width': 1.5 }),
    make('path', { d: `M540,${y} L527,${y - 5.5} V${y + 5.5} Z`, fill: '#111' }),
  );
  current?.removeAttribute('data-current');
  block.append(row);
  current = row;
  panel.scrollTop = Math.max(0, count * ROW - panel.clientHeight + 12);
}

async function drawWhole(): Promise<void> {
  const svg = await renderSequence(wholeText);
  panel.innerHTML = svg;
  // The number of messages that the document now holds, for the reader of the figures to check.
  const drawn = panel.querySelectorAll('[data-et="message"]').length;
  panel.querySelector('svg')?.setAttribute('data-row', `drawn ${drawn}`);
  panel.querySelector('svg')?.setAttribute('data-current', '');
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowRight') addRow();
  if (event.key === 'f') void drawWhole();
});

const handle = {
  /** This many rows drawn by hand. */
  fill(rows: number) {
    panel.replaceChildren();
    [block, current, count] = [undefined, undefined, 0];
    for (let row = 0; row < rows; row += 1) addRow();
  },
  rows: () => count,
  /** What "f" draws. */
  load(lifelines: readonly Lifeline[], rows: readonly SequenceRow[]) {
    panel.replaceChildren();
    wholeText = wholeSequenceText(lifelines, rows, measureAt(20));
  },
};
export type BenchPage = typeof handle;
Object.assign(window, { benchPage: handle });
