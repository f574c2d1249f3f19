/**
 * Keeps the drawn rows of a sequence diagram equal to the wanted ones.
 *
 * A wanted picture is drawn whole, then shown in one go, so that no state in between is ever seen. While one is being drawn, only the
 * newest of those that are asked for meanwhile is kept. A chunk is drawn again only if its rows changed. What is likely to be wanted next
 * is drawn in idle time, and not shown.
 */
import { sequenceText } from '#chart/sequenceText.ts';
import { Ahead } from './ahead.ts';
import { type DrawnChunk, drawChunk } from './chunk.ts';
import { cutRows, inDrawings, type RowsOfPicture, type WantedChunk } from './cutRows.ts';
import { measureAt } from './measureText.ts';
import { renderSequence } from './mermaidDoor.ts';
import { markRows } from './rowMarks.ts';
import { splitChunk } from './splitChunk.ts';
import { type Shown, type StackedChunk, shownOf, stackChunks } from './stackChunks.ts';

export interface Picture extends RowsOfPicture {
  readonly currentStep: number;
  readonly selectedKey: string | undefined;
}

/** How many drawn chunks are kept for stepping back. */
const KEPT = 60;

export class Board {
  readonly #host: HTMLElement;
  readonly #onShown: (shown: Shown, picture: Picture) => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #drawn = new Map<string, DrawnChunk>();
  /** Drawings under way, so that what is drawn ahead is not drawn again once it is wanted. */
  readonly #drawing = new Map<string, Promise<void>>();
  readonly #ahead = new Ahead();
  #hosts: readonly HTMLElement[] = [];
  #stacked: readonly StackedChunk[] = [];
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
    this.#ahead.cancel();
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

  /**
   * Draws, once there is time, what may be wanted next; asked again it forgets the one before, and what is wanted meanwhile goes first.
   * `likely` is asked when that time has come.
   */
  prepare(likely: () => RowsOfPicture | undefined): void {
    this.#ahead.plan(() => {
      if (this.#closed) return;
      if (this.#busy) {
        this.prepare(likely);
        return;
      }
      const picture = likely();
      const [first, second] = picture === undefined ? [] : this.#missing(picture);
      if (picture === undefined || first === undefined) return;
      // A drawing that fails will be asked for again, and then says so.
      void this.#draw([first], picture).catch(() => undefined);
      if (second !== undefined) this.prepare(() => picture);
    });
  }

  /** Shows nothing more. */
  close(): void {
    this.#closed = true;
    this.#next = undefined;
    this.#ahead.cancel();
    this.#host.replaceChildren();
  }

  async #work(): Promise<void> {
    while (this.#next !== undefined && !this.#closed) {
      const picture = this.#next;
      this.#next = undefined;
      try {
        for (const together of inDrawings(this.#missing(picture))) await this.#draw(together, picture);
        if (!this.#closed) this.#show(picture);
      } catch (error) {
        if (!this.#closed) this.#onFailure(error);
      }
    }
    this.#busy = false;
  }

  #missing(picture: RowsOfPicture): readonly WantedChunk[] {
    return cutRows(picture).filter(({ name }) => !this.#drawn.has(name));
  }

  async #draw(wanted: readonly WantedChunk[], picture: RowsOfPicture): Promise<void> {
    const fresh = wanted.filter(({ name }) => !this.#drawing.has(name));
    if (fresh.length > 0) {
      const drawing = drawTogether(fresh, picture)
        .then((chunks) => {
          for (const [name, chunk] of chunks) this.#drawn.set(name, chunk);
        })
        .finally(() => {
          for (const { name } of fresh) this.#drawing.delete(name);
        });
      for (const { name } of fresh) this.#drawing.set(name, drawing);
    }
    await Promise.all(wanted.map(({ name }) => this.#drawing.get(name)));
  }

  #show(picture: Picture): void {
    const taken = new Set<DrawnChunk>();
    const wanted = cutRows(picture);
    const chunks = wanted.map(({ name }) => {
      const known = this.#drawn.get(name);
      if (known === undefined) throw new Error('a chunk is shown before it is drawn');
      // Two chunks of equal rows need a picture each.
      const chunk = taken.has(known) ? copyOf(known) : known;
      taken.add(chunk);
      return chunk;
    });
    this.#hosts = chunks.map((chunk, at) => {
      const host = this.#hosts[at] ?? newHost();
      if (host.firstElementChild !== chunk.svg) {
        host.style.setProperty('--height', String(chunk.height));
        host.replaceChildren(chunk.svg);
      }
      return host;
    });
    while (this.#host.childElementCount > this.#hosts.length) this.#host.lastElementChild?.remove();
    this.#host.append(...this.#hosts.slice(this.#host.childElementCount));
    this.#stacked = stackChunks(chunks, picture.rows.length, this.#stacked);
    this.#forget(new Set(wanted.map(({ name }) => name)));
    const shown = shownOf(this.#stacked);
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

/** By name. */
async function drawTogether(
  wanted: readonly WantedChunk[],
  { lifelines, layout }: RowsOfPicture,
): Promise<ReadonlyMap<string, DrawnChunk>> {
  const measure = measureAt(layout.fontSize);
  const rows = wanted.flatMap((each) => each.rows);
  const svg = await renderSequence(sequenceText(lifelines, rows, measure, layout.limits), layout);
  const chunks = splitChunk(
    drawChunk(svg, lifelines, rows, layout, measure),
    wanted.map((each) => each.rows.length),
  );
  return new Map(chunks.map((chunk, at) => [wanted[at]?.name ?? '', chunk]));
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
