/** The rows of a table that Wireshark keeps in a file: columns with commas between, texts in double quotes, `#` for remarks. */

export interface Cell {
  readonly text: string;
  readonly quoted: boolean;
  /** From 1. */
  readonly column: number;
}

export interface Row {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Thrown by `rowsOf` and by those that read its rows; caught where the file is known. */
export class BadRow extends Error {
  readonly line: number;
  readonly column: number;

  /** Line and column count from 1. */
  constructor(line: number, column: number, text: string) {
    super(text);
    this.line = line;
    this.column = column;
  }
}

/** Empty lines and remarks are passed over. @throws {BadRow} on a quote that is not closed and on octets after a closed one. */
export function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  for (const [index, line] of text
    .replace(/^\u{feff}/u, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (!/^\s*(?:#|$)/.test(line)) rows.push({ line: index + 1, cells: cellsOf(line, index + 1) });
  }
  return rows;
}

function cellsOf(text: string, line: number): readonly Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (;;) {
    while (text[at] === ' ' || text[at] === '\t') at += 1;
    const column = at + 1;
    if (text[at] === '"') {
      const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(at));
      if (quoted === null) throw new BadRow(line, column, 'the double quote is not closed');
      cells.push({ text: unescaped(quoted[1] as string), quoted: true, column });
      at += (quoted[0] as string).length;
      while (text[at] === ' ' || text[at] === '\t') at += 1;
      if (at < text.length && text[at] !== ',') throw new BadRow(line, at + 1, 'a comma is missing');
    } else {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length : comma;
      cells.push({ text: text.slice(at, end).trim(), quoted: false, column });
      at = end;
    }
    if (at >= text.length) return cells;
    at += 1;
  }
}

/** Wireshark writes a quote and a backslash in a text as `\x22` and `\x5c`. */
function unescaped(text: string): string {
  return text.replace(/\\(?:x([0-9a-f]{2})|(.))/gi, (_, hex: string | undefined, plain: string | undefined) =>
    hex === undefined ? (plain as string) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
