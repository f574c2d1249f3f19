/**
 * A drawn chunk: Mermaid's SVG cut down to what the page needs. Mermaid places lifelines, lines and texts; its heads, style sheet, markers
 * and ids go, and each row becomes one group with a band behind it. All colours come from sequence.css.
 */
import { plainLabel } from '#chart/escapeLabel.ts';
import type { Lifeline, MessageRow, SequenceRow } from '#chart/sequenceRow.ts';
import { describeRow, messageLines, noteLines } from '#chart/sequenceText.ts';
import type { MeasureText } from '#chart/wrapLabel.ts';
import { drawArrow } from './arrow.ts';
import { HEAD_HEIGHT, NOTE_MARGIN } from './mermaidDoor.ts';
import { pictureWidth, type SequenceLayout } from './sequenceLayout.ts';
import { svgElement } from './svgElement.ts';
import { SYMBOL_REACH, timerSymbol, timersInMargin } from './timerSymbol.ts';

export interface DrawnRow {
  readonly row: SequenceRow;
  readonly element: SVGGElement;
  /** From the top of the chunk, in the layout's units. */
  readonly top: number;
  readonly bottom: number;
}

/** A row as shown, from the top of the diagram in the layout's units. */
export interface ShownRow extends DrawnRow {
  readonly inTail: boolean;
}

export interface DrawnChunk {
  readonly svg: SVGSVGElement;
  readonly rows: readonly DrawnRow[];
  /** In the layout's units; its width is `pictureWidth`. */
  readonly height: number;
}

/** A row reaches this far below the line that Mermaid ends it with, so that its band holds the arrow head. */
const OVERLAP = 9;
/** Base line of a message's last line of text above its arrow. */
const TEXT_ABOVE_LINE = 11;
/** Notes stand this much lower than Mermaid puts them, clear of the arrow above. */
const NOTE_SHIFT = 7;
/** Between a lifeline and a timer or action beside it. */
const SIDE_GAP = 12;
/** The bar at the left edge of the rows of the current step. */
const BAR_WIDTH = 6;
/** Columns of brackets that the gutter has room for. */
const LANES = 2;

/** @throws {Error} if the drawing does not hold one message line and one note for each row: Mermaid changed. */
export function drawChunk(
  mermaidSvg: string,
  lifelines: readonly Lifeline[],
  rows: readonly SequenceRow[],
  layout: SequenceLayout,
  measure: MeasureText,
): DrawnChunk {
  const drawing = parse(mermaidSvg);
  const messages = [...drawing.querySelectorAll<SVGLineElement>('line[data-et="message"]')];
  const notes = [...drawing.querySelectorAll<SVGGElement>('[data-et="note"]')];
  const lines = [...drawing.querySelectorAll<SVGLineElement>('[data-et="life-line"]')];
  const messageCount = rows.filter((row) => row.kind === 'message').length;
  if (
    messages.length !== messageCount ||
    notes.length !== rows.length - messageCount ||
    lines.length !== lifelines.length
  )
    throw new Error(`drawing of ${rows.length} rows holds ${messages.length} messages, ${notes.length} notes`);

  const left = layout.span / 2 - layout.left;
  const width = pictureWidth(layout, lifelines.length);
  // The page draws the lifelines, in one piece; a test holds that Mermaid's stand at the same place in every chunk.
  const svg = svgElement('svg', { class: 'seqChunk', role: 'presentation', focusable: 'false' });
  // Mermaid draws each lifeline below the one before it, so they come last first.
  const lifelineX = lines.map((line) => Number(line.getAttribute('x1'))).sort((a, b) => a - b);
  const clear = { left: left + LANES * layout.lane + 6, right: left + width - 4 };
  const drawn: DrawnRow[] = [];
  const groups: SVGGElement[] = [];
  let end = HEAD_HEIGHT;
  for (const row of rows) {
    const start = end;
    const element = svgElement('g', { 'data-row': row.key, 'data-kind': row.kind });
    if (row.kind === 'message') {
      const line = messages.shift() as SVGLineElement;
      end = placeMessage(element, line, row, layout, measure, (shown) => describeRow(shown, lifelines));
      placeTimers(element, row, end, lifelines, lifelineX, layout, measure);
    } else {
      // Messages are buttons; all rows are read in the table beside the picture.
      element.setAttribute('aria-hidden', 'true');
      const note = notes.shift() as SVGGElement;
      const owner = lifelines.findIndex((lifeline) => lifeline.id === row.over);
      end = placeNote(element, note, row, { ...clear, owner: lifelineX[owner] }, layout, measure);
    }
    element.prepend(
      svgElement('rect', {
        class: 'seqBand',
        x: clear.left,
        y: start + OVERLAP,
        width: clear.right - clear.left,
        height: end - start,
      }),
      svgElement('rect', {
        class: 'seqBar',
        // Clear of the words of a timer, which may begin where the band does.
        x: clear.left - BAR_WIDTH,
        y: start + OVERLAP,
        width: BAR_WIDTH,
        // Without a seam between two rows.
        height: end - start + 0.5,
      }),
    );
    groups.push(element);
    drawn.push({ row, element, top: start - HEAD_HEIGHT, bottom: end - HEAD_HEIGHT });
  }
  const top = HEAD_HEIGHT + OVERLAP;
  const height = end - HEAD_HEIGHT;
  svg.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
  svg.setAttribute('data-lifelines', lifelineX.map((x) => x - left).join(' '));
  svg.append(...groups);
  return { svg, rows: drawn, height };
}

function parse(mermaidSvg: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = mermaidSvg;
  return template.content;
}

/** Moves a message's line and the texts before it into the row; gives the y at which Mermaid ends the row. */
function placeMessage(
  element: SVGGElement,
  line: SVGLineElement,
  row: MessageRow,
  layout: SequenceLayout,
  measure: MeasureText,
  describe: (row: MessageRow) => string,
): number {
  const label = describe(row);
  const { head, details } = messageLines(row, measure, layout.limits);
  const texts: SVGElement[] = [];
  let before = line.previousElementSibling;
  while (before?.classList.contains('messageText')) {
    texts.unshift(before as SVGElement);
    before = before.previousElementSibling;
  }
  if (texts.length !== head.length + details.length)
    throw new Error(
      `message ${row.number} has ${texts.length} lines of text, expected ${head.length + details.length}`,
    );
  const y = Number(line.getAttribute('y1'));
  setLines(texts, y - TEXT_ABOVE_LINE - (texts.length - 1) * lineHeight(layout.fontSize), lineHeight(layout.fontSize));
  texts.forEach((text, i) => {
    text.setAttribute('class', i < head.length ? 'seqText' : 'seqText seqDetail');
  });
  const lastOfHead = texts[head.length - 1];
  if (row.fate === 'lost' && lastOfHead !== undefined) tellLossApart(lastOfHead);
  element.setAttribute('role', 'button');
  element.setAttribute('aria-label', label);
  element.setAttribute('data-label', label);
  element.setAttribute('tabindex', '-1');
  element.setAttribute('data-fate', row.fate);
  if (row.dashed) element.setAttribute('data-dashed', '');
  if (row.copy) element.setAttribute('data-copy', '');
  if (row.group !== undefined) element.setAttribute('data-group', row.group);
  const settled = svgElement('g', { class: 'seqSettled' });
  settled.append(...drawArrow(line, row.fate, row.copy));
  element.append(...texts, settled);
  if (row.fate !== 'inFlight' && row.fate !== 'notSent') {
    const flight = svgElement('g', { class: 'seqFlight' });
    flight.append(...drawArrow(line, 'inFlight', row.copy));
    for (const part of flight.children) part.removeAttribute('data-et');
    element.append(flight);
    element.setAttribute('data-flight-label', describe({ ...row, fate: 'inFlight' }));
  }
  return y;
}

/** While the message is shown in flight, its title must not say yet that it is lost. */
function tellLossApart(title: SVGElement): void {
  const [loss] = /,? ?lost$/.exec(title.textContent) ?? [];
  if (loss === undefined) return;
  const word = svgElement('tspan', { class: 'seqLoss' });
  word.textContent = loss;
  title.replaceChildren(title.textContent.slice(0, -loss.length), word);
}

/** What is started stands at the sender and stays; what is stopped stands at the receiver, once the message has arrived. */
function placeTimers(
  element: SVGGElement,
  row: MessageRow,
  y: number,
  lifelines: readonly Lifeline[],
  lifelineX: readonly number[],
  layout: SequenceLayout,
  measure: MeasureText,
): void {
  const draw = (marks: MessageRow['started'], lifeline: string) => {
    const owner = lifelines.findIndex(({ id }) => id === lifeline);
    const at = { x: lifelineX[owner] ?? 0, y, away: awayFrom(owner) };
    return timersInMargin(marks ?? [], at, layout, measure);
  };
  element.append(...draw(row.started, row.from));
  element.querySelector('.seqSettled')?.append(...draw(row.stopped, row.to));
}

/** The margin of a lifeline: on the left of the first one, on the right of the others. */
function awayFrom(owner: number): -1 | 1 {
  return owner === 0 ? -1 : 1;
}

/** Moves a note's text into the row, a condition's in a frame of the text's own width. */
function placeNote(
  element: SVGGElement,
  note: SVGGElement,
  row: Exclude<SequenceRow, MessageRow>,
  room: { readonly owner: number | undefined; readonly left: number; readonly right: number },
  layout: SequenceLayout,
  measure: MeasureText,
): number {
  const rect = note.querySelector('rect');
  const texts = [...note.querySelectorAll<SVGElement>('text')];
  if (rect === null) throw new Error('note without a frame');
  const at = (name: string) => Number(rect.getAttribute(name));
  const lines = noteLines(row, room.owner !== undefined, measure, layout.limits);
  const side = row.kind !== 'condition';
  const fontSize = side ? layout.sideFontSize : layout.fontSize;
  const padding = side ? 0 : 14;
  const width =
    (Math.max(...lines.map((line) => measure(plainLabel(line)))) * fontSize) / layout.fontSize + 2 * padding;
  const centre = at('x') + at('width') / 2;
  let x = centre - width / 2;
  const frame = { x, y: at('y') + NOTE_SHIFT, width, height: at('height') };
  if (side && room.owner !== undefined && Math.abs(centre - room.owner) > 1) {
    const away = centre < room.owner ? -1 : 1;
    const gap = row.kind === 'timer' ? SYMBOL_REACH : SIDE_GAP;
    x = away < 0 ? room.owner - gap - width : room.owner + gap;
    if (row.kind === 'timer') element.append(timerSymbol(row.action, room.owner, frame.y + frame.height / 2, away));
  }
  x = Math.max(room.left, Math.min(x, room.right - width));
  frame.x = x;
  if (!side) element.append(conditionFrame(frame));
  element.append(...texts);
  const pitch = lineHeight(fontSize);
  setLines(texts, frame.y + (frame.height - texts.length * pitch) / 2 + 0.8 * pitch, pitch);
  for (const text of texts) {
    text.setAttribute('x', String(x + width / 2));
    text.setAttribute('class', side ? 'seqText seqSide' : 'seqText');
  }
  return at('y') + at('height') + NOTE_MARGIN / 2;
}

/** The hexagon that MSC uses for a condition. */
function conditionFrame({ x, y, width, height }: { x: number; y: number; width: number; height: number }): SVGElement {
  const slant = 9;
  const middle = y + height / 2;
  const right = x + width;
  const points = [
    [x, middle],
    [x + slant, y],
    [right - slant, y],
    [right, middle],
    [right - slant, y + height],
    [x + slant, y + height],
  ];
  return svgElement('polygon', { class: 'seqFrame', points: points.map((point) => point.join(',')).join(' ') });
}

function lineHeight(fontSize: number): number {
  return Math.round(1.15 * fontSize);
}

/** Puts the base line of each text one below the other; font and colour are the style sheet's. */
function setLines(texts: readonly SVGElement[], firstBaseLine: number, pitch: number): void {
  texts.forEach((text, i) => {
    const words = text.textContent;
    for (const name of ['style', 'dy', 'alignment-baseline', 'dominant-baseline', 'text-anchor'])
      text.removeAttribute(name);
    text.textContent = words;
    text.setAttribute('text-anchor', 'middle');
    text.setAttribute('y', String(firstBaseLine + i * pitch));
  });
}
