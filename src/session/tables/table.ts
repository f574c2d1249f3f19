/** A table of one side at one step, and what differs between two steps. */

/** The eight tables, by the captions that readers and tests know them by. */
export const captions = [
  'Binding Update List',
  'Binding Cache',
  'UE IKE SA',
  'PDN GW IKE SA',
  'UE SAD',
  'PDN GW SAD',
  'UE SPD',
  'PDN GW SPD',
] as const;
export type Caption = (typeof captions)[number];

export interface Column {
  readonly key: string;
  /** In full, as the document that defines it says. */
  readonly title: string;
  /** A shorter head, where there is one. */
  readonly abbr?: string;
  /** The document and clause that the column is from. */
  readonly source: string;
  /** It shows a running clock: its passing is no change. */
  readonly clock?: true;
}

export interface Cell {
  readonly text: string;
  /** From general knowledge: the document's text was not seen. */
  readonly unconfirmed?: boolean;
}

export interface Row {
  /** The same for as long as the row stands; unique in its table. */
  readonly key: string;
  /** By column key: a cell for each column. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Table {
  readonly caption: Caption;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** One sentence, shown where there is no row. */
  readonly empty: string;
  /** One sentence that holds for the whole table. */
  readonly note?: string;
}

export interface Changes {
  /** Keys of rows that are new. */
  readonly added: ReadonlySet<string>;
  /** Keys of rows that are gone. */
  readonly removed: ReadonlySet<string>;
  /** `cellKey` of each cell, of a row in both, that differs; running clocks never do. */
  readonly cells: ReadonlySet<string>;
}

/** What names a cell in `Changes`. */
export function cellKey(row: string, column: string): string {
  return `${row}/${column}`;
}

/** What differs between a table at two steps. @throws {RangeError} if they are two different tables. */
export function changedCells(before: Table, after: Table): Changes {
  if (before.caption !== after.caption) throw new RangeError(`${before.caption} is not ${after.caption}`);
  const old = new Map(before.rows.map((row) => [row.key, row]));
  const now = new Set(after.rows.map((row) => row.key));
  const cells = new Set<string>();
  for (const row of after.rows) {
    const was = old.get(row.key);
    if (was === undefined) continue;
    for (const column of after.columns) {
      const differs = was.cells[column.key]?.text !== row.cells[column.key]?.text;
      if (differs && column.clock !== true) cells.add(cellKey(row.key, column.key));
    }
  }
  return {
    added: new Set([...now].filter((key) => !old.has(key))),
    removed: new Set([...old.keys()].filter((key) => !now.has(key))),
    cells,
  };
}
