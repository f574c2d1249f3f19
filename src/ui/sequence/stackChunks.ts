/** Drawn chunks one below the other: where each row stands in the whole picture. */
import { type Bracket, groupBrackets } from '#chart/groupBrackets.ts';
import type { DrawnChunk, ShownRow } from './chunk.ts';

export interface Shown {
  readonly rows: readonly ShownRow[];
  readonly brackets: readonly Bracket[];
  readonly height: number;
}

/** A chunk in its place: from the top of the picture, with the number of rows before it. */
export interface StackedChunk {
  readonly chunk: DrawnChunk;
  readonly top: number;
  readonly before: number;
  readonly rows: readonly ShownRow[];
  /** Of its rows, how many are in the tail. */
  readonly tail: number;
}

const BRACKET_WORD = 116;

/** Chunks that stand where they stood are taken over from the picture before. `rowCount`: rows beyond it are the tail. */
export function stackChunks(
  chunks: readonly DrawnChunk[],
  rowCount: number,
  last: readonly StackedChunk[],
): readonly StackedChunk[] {
  let top = 0;
  let before = 0;
  return chunks.map((chunk, at) => {
    const tail = Math.max(0, Math.min(chunk.rows.length, before + chunk.rows.length - rowCount));
    const old = last[at];
    const stacked =
      old?.chunk === chunk && old.top === top && old.before === before && old.tail === tail
        ? old
        : { chunk, top, before, tail, rows: placed(chunk, top, chunk.rows.length - tail) };
    top += chunk.height;
    before += chunk.rows.length;
    return stacked;
  });
}

function placed(chunk: DrawnChunk, by: number, rowsBeforeTail: number): readonly ShownRow[] {
  return chunk.rows.map((row, at) => ({
    ...row,
    top: row.top + by,
    bottom: row.bottom + by,
    inTail: at >= rowsBeforeTail,
  }));
}

export function shownOf(stacked: readonly StackedChunk[]): Shown {
  const rows = stacked.flatMap((each) => each.rows);
  const last = stacked.at(-1);
  const grouped = rows.flatMap(({ row, top, bottom }) =>
    row.kind === 'message' && row.group !== undefined ? [{ group: row.group, top, bottom }] : [],
  );
  const height = last === undefined ? 0 : last.top + last.chunk.height;
  return { rows, height, brackets: groupBrackets(grouped, BRACKET_WORD) };
}
