/**
 * One drawing cut into several chunks. Mermaid takes about ten milliseconds for a drawing however small, so a long run that is opened is
 * drawn many rows at a time; where a row stands in its drawing makes no difference to the row.
 */
import type { DrawnChunk } from './chunk.ts';

/**
 * @param counts rows of each chunk, top to bottom.
 * @throws {RangeError} if they are not the rows of the drawing.
 */
export function splitChunk(drawn: DrawnChunk, counts: readonly number[]): readonly DrawnChunk[] {
  if (counts.reduce((sum, count) => sum + count, 0) !== drawn.rows.length) {
    throw new RangeError(`a drawing of ${drawn.rows.length} rows cannot be cut into chunks of ${counts}`);
  }
  if (counts.length === 1) return [drawn];
  const [left, top, width] = (drawn.svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  let first = 0;
  return counts.map((count) => {
    const own = drawn.rows.slice(first, first + count);
    first += count;
    const start = own[0]?.top ?? 0;
    const height = (own.at(-1)?.bottom ?? start) - start;
    const svg = drawn.svg.cloneNode(false) as SVGSVGElement;
    svg.setAttribute('viewBox', `${left} ${(top ?? 0) + start} ${width} ${height}`);
    svg.append(...own.map(({ element }) => element));
    const rows = own.map((row) => ({ ...row, top: row.top - start, bottom: row.bottom - start }));
    return { svg, rows, height };
  });
}
