/**
 * Keeps the drawn rows of a sequence diagram equal to the wanted ones.
 *
 * A wanted picture is drawn whole, then shown in one go, so that no state in between is ever seen. While one is being drawn, only the
 * newest of those that are asked for meanwhile is kept. A chunk is drawn again only if its rows changed.
 */
import type { Lifeline, SequenceRow } from '#chart/sequenceRow.ts';
import { sequenceText } from '#chart/sequenceText.ts';
import { type DrawnChunk, drawChunk, type ShownRow } from './chunk.ts';
import { type Bracket, groupBrackets } from './groupBrackets.ts';
import { measureAt } from './measureText.ts';
import { renderSequence } from './mermaidDoor.ts';
import { markRows } from './rowMarks.ts';
import type { SequenceLayout } from './sequenceLayout.ts';

const CHUNK_ROWS = 10;

export interface Picture {
  readonly lifelines: readonly Lifeline[];
  readonly rows: readonly SequenceRow[];
  /** Messages in flight, drawn below the last row. */
  readonly tail: readonly SequenceRow[];
  readonly currentStep: number;
  readonly selectedKey: string | undefined;
  readonly layout: SequenceLayout;
}

export interface Shown {
  readonly rows: readonly ShownRow[];
  readonly brackets: readonly Bracket[];
  readonly height: number;
}

interface Slot {
  readonly host: HTMLElement;
  readonly chunk: DrawnChunk;
}

interface Wanted {
  readonly rows: readonly SequenceRow[];
  readonly name: string;
}

/** How many drawn chunks are kept for stepping back. */
const KEPT = 60;
const BRACKET_WORD = 116;

export class Board {
  readonly #host: HTMLElement;
  readonly #onShown: (shown: Shown, picture: Picture) => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #drawn = new Map<string, DrawnChunk>();
  #slots: readonly Slot[] = [];
  #next: Picture | undefined;
  #busy = false;
  #closed = false;

  constructor(
    host: HTMLElement,
    onShown: (shown: Shown, picture: Picture) => void,
    onFailure: (error: unknown) => void,
  ) {
    this.#host = host;
    this.#onShown = onShown;
    this.#onFailure = onFailure;
  }

  /** Asks for this picture; it is on the page at once if nothing has to be drawn, else as soon as it is drawn, unless a newer one came. */
  want(picture: Picture): void {
    this.#next = picture;
    this.#host.setAttribute('aria-busy', 'true');
    if (this.#busy) return;
    if (this.#missing(picture).length === 0) {
      this.#next = undefined;
      this.#show(picture);
      return;
    }
    this.#busy = true;
    void this.#work();
  }

  /** Shows nothing more. */
  close(): void {
    this.#closed = true;
    this.#next = undefined;
    this.#host.replaceChildren();
  }

  async #work(): Promise<void> {
    while (this.#next !== undefined && !this.#closed) {
      const picture = this.#next;
      this.#next = undefined;
      try {
        for (const wanted of this.#missing(picture)) {
          const chunk = await drawWanted(wanted, picture);
          this.#drawn.set(wanted.name, chunk);
        }
        if (!this.#closed) this.#show(picture);
      } catch (error) {
        if (!this.#closed) this.#onFailure(error);
      }
    }
    this.#busy = false;
  }

  #missing(picture: Picture): readonly Wanted[] {
    return cut(picture).filter((wanted) => !this.#drawn.has(wanted.name));
  }

  #show(picture: Picture): void {
    const taken = new Set<DrawnChunk>();
    const wanted = cut(picture);
    const slots = wanted.map(({ name }, i): Slot => {
      const known = this.#drawn.get(name);
      if (known === undefined) throw new Error('a chunk is shown before it is drawn');
      // Two chunks of equal rows need a picture each.
      const chunk = taken.has(known) ? copyOf(known) : known;
      taken.add(chunk);
      const host = this.#slots[i]?.host ?? newHost();
      if (host.firstElementChild !== chunk.svg) {
        host.style.setProperty('--height', String(chunk.height));
        host.replaceChildren(chunk.svg);
      }
      return { host, chunk };
    });
    const hosts = slots.map((slot) => slot.host);
    if (hosts.length !== this.#host.childElementCount || hosts.some((host, i) => host !== this.#host.children[i])) {
      this.#host.replaceChildren(...hosts);
    }
    this.#slots = slots;
    this.#forget(new Set(wanted.map(({ name }) => name)));
    const shown = stack(slots, picture.rows.length);
    markRows(shown.rows, picture.currentStep, picture.selectedKey);
    this.#host.setAttribute('aria-busy', 'false');
    this.#onShown(shown, picture);
  }

  /** Drops the oldest chunks that are not on the page. */
  #forget(onPage: ReadonlySet<string>): void {
    for (const name of this.#drawn.keys()) {
      if (this.#drawn.size <= KEPT + onPage.size) return;
      if (!onPage.has(name)) this.#drawn.delete(name);
    }
  }
}

/**
 * Ten rows a chunk; the tail goes with the last one that is not full, so that a full chunk never changes again. The name says all that the
 * picture depends on.
 */
function cut(picture: Picture): readonly Wanted[] {
  const chunks: Wanted[] = [];
  const basis = JSON.stringify([picture.layout.name, picture.lifelines]);
  const { rows, tail } = picture;
  const add = (part: readonly SequenceRow[]) => chunks.push({ rows: part, name: `${basis}${nameOf(part)}` });
  const full = rows.length - (rows.length % CHUNK_ROWS);
  for (let first = 0; first < full; first += CHUNK_ROWS) add(rows.slice(first, first + CHUNK_ROWS));
  const rest = [...rows.slice(full), ...tail];
  if (rest.length > 0) add(rest);
  return chunks;
}

const names = new WeakMap<SequenceRow, string>();

function nameOf(rows: readonly SequenceRow[]): string {
  return rows
    .map((row) => {
      let name = names.get(row);
      if (name === undefined) {
        name = JSON.stringify(row);
        names.set(row, name);
      }
      return name;
    })
    .join();
}

async function drawWanted(wanted: Wanted, { lifelines, layout }: Picture): Promise<DrawnChunk> {
  const measure = measureAt(layout.fontSize);
  const svg = await renderSequence(sequenceText(lifelines, wanted.rows, measure, layout.limits), layout);
  return drawChunk(svg, lifelines, wanted.rows, layout, measure);
}

function newHost(): HTMLElement {
  const host = document.createElement('div');
  host.className = 'seqChunkHost';
  return host;
}

function copyOf(chunk: DrawnChunk): DrawnChunk {
  const svg = chunk.svg.cloneNode(true) as SVGSVGElement;
  const elements = [...svg.querySelectorAll<SVGGElement>('[data-row]')];
  const rows = chunk.rows.map((row, i) => ({ ...row, element: elements[i] ?? row.element }));
  return { ...chunk, svg, rows };
}

function stack(slots: readonly Slot[], rowCount: number): Shown {
  const rows: ShownRow[] = [];
  let height = 0;
  for (const { chunk } of slots) {
    for (const row of chunk.rows) {
      rows.push({ ...row, top: row.top + height, bottom: row.bottom + height, inTail: rows.length >= rowCount });
    }
    height += chunk.height;
  }
  const grouped = rows.map(({ row, top, bottom }) => ({
    group: row.kind === 'message' ? row.group : undefined,
    top,
    bottom,
  }));
  return { rows, height, brackets: groupBrackets(grouped, BRACKET_WORD) };
}
