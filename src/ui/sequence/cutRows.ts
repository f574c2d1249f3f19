/** Which chunks a picture is made of, and what tells one from another. */
import type { Lifeline, SequenceRow } from '#chart/sequenceRow.ts';
import type { SequenceLayout } from './sequenceLayout.ts';

const CHUNK_ROWS = 10;

export interface RowsOfPicture {
  readonly lifelines: readonly Lifeline[];
  readonly rows: readonly SequenceRow[];
  /** Messages in flight, drawn below the last row. */
  readonly tail: readonly SequenceRow[];
  readonly layout: SequenceLayout;
}

export interface WantedChunk {
  readonly rows: readonly SequenceRow[];
  /** Says all that its drawing depends on. */
  readonly name: string;
}

/**
 * Ten rows a chunk; the tail goes with the last one that is not full, so that a full chunk never changes again. A chunk whose rows are the
 * same objects as before is the same object as before.
 */
export function cutRows({ lifelines, layout, rows, tail }: RowsOfPicture): readonly WantedChunk[] {
  const basis = basisOf(layout, lifelines);
  const chunks: WantedChunk[] = [];
  const full = rows.length - (rows.length % CHUNK_ROWS);
  for (let first = 0; first < full; first += CHUNK_ROWS) chunks.push(fullChunk(basis, rows, first));
  const rest = [...rows.slice(full), ...tail];
  if (rest.length > 0) chunks.push(newChunk(basis, rest));
  return chunks;
}

/** How many chunks are drawn at a time where many are missing. */
const TOGETHER = 6;

/**
 * Which chunks are drawn in one go. After a note Mermaid leaves another gap than at the top of a drawing, so that a drawing is cut only
 * after messages: then each row stands as it does in a drawing of its chunk alone.
 */
export function inDrawings(chunks: readonly WantedChunk[]): readonly (readonly WantedChunk[])[] {
  const drawings: WantedChunk[][] = [];
  for (const chunk of chunks) {
    const last = drawings.at(-1);
    if (last !== undefined && last.length < TOGETHER && last.at(-1)?.rows.at(-1)?.kind === 'message') last.push(chunk);
    else drawings.push([chunk]);
  }
  return drawings;
}

/** By its first row. */
const fullChunks = new WeakMap<SequenceRow, { readonly basis: string; readonly chunk: WantedChunk }>();

function fullChunk(basis: string, rows: readonly SequenceRow[], first: number): WantedChunk {
  const head = rows[first] as SequenceRow;
  const known = fullChunks.get(head);
  if (known?.basis === basis && known.chunk.rows.every((row, at) => row === rows[first + at])) return known.chunk;
  const chunk = newChunk(basis, rows.slice(first, first + CHUNK_ROWS));
  fullChunks.set(head, { basis, chunk });
  return chunk;
}

function newChunk(basis: string, rows: readonly SequenceRow[]): WantedChunk {
  return { rows, name: `${basis}${rows.map(nameOf).join()}` };
}

const names = new WeakMap<SequenceRow, string>();

function nameOf(row: SequenceRow): string {
  const known = names.get(row);
  if (known !== undefined) return known;
  const name = JSON.stringify(row);
  names.set(row, name);
  return name;
}

const bases = new WeakMap<readonly Lifeline[], Map<SequenceLayout['name'], string>>();

function basisOf(layout: SequenceLayout, lifelines: readonly Lifeline[]): string {
  const known = bases.get(lifelines) ?? new Map<SequenceLayout['name'], string>();
  bases.set(lifelines, known);
  const basis = known.get(layout.name) ?? JSON.stringify([layout.name, lifelines]);
  known.set(layout.name, basis);
  return basis;
}
