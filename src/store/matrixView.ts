/** The whole matrix as one picture: a row for each claim, a block for each preset, a cell for each bound. */
import type { MatrixCell, MatrixRow } from '#check/matrix.ts';
import { boundsOf } from '#detach/detach.ts';
import { partsOf } from '#detach/parts.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { Variant } from '#detach/variant.ts';
import { counted, markOfFailing, ofNothingWords } from './checkWords.ts';
import { lastOf } from './lastOf.ts';

export interface MatrixColumn {
  readonly key: string;
  readonly loss: number;
  readonly duplication: number;
}

export interface MatrixBlock {
  readonly preset: string;
  readonly title: string;
  readonly columns: readonly MatrixColumn[];
}

/** `question`: fails, and is one. `settled`: fails, and is none. `differs`: on purpose. `nothing`: holds of nothing. */
export type CellKind = 'holds' | 'nothing' | 'question' | 'settled' | 'differs' | 'open';

export interface MatrixCellView {
  readonly key: string;
  readonly kind: CellKind;
  /** All about it in one sentence. */
  readonly words: string;
  readonly variant: Variant;
  /** What its shortest run shows; undefined where it does not fail. */
  readonly run: readonly string[] | undefined;
}

export interface MatrixLine {
  readonly key: string;
  readonly sentence: string;
  /** One line for one PDN connection, one for two. */
  readonly connections: number;
  /** In the order of the blocks and their columns. */
  readonly cells: readonly MatrixCellView[];
}

export interface MatrixView {
  readonly blocks: readonly MatrixBlock[];
  readonly lines: readonly MatrixLine[];
  readonly readings: number;
  readonly states: number;
}

const kindWords: Readonly<Record<CellKind, string>> = {
  holds: 'holds',
  nothing: `holds ${ofNothingWords}`,
  question: 'fails, a question to the text',
  settled: 'fails, no question to the text',
  differs: 'differs, changed on purpose',
  open: 'not finished',
};

export const matrixView = lastOf((rows: readonly MatrixRow[]): MatrixView => {
  const titles = new Map<string, string>(presets.map(({ name, title }) => [name, title]));
  const blocks = [...titles].flatMap(([preset, title]): MatrixBlock[] => {
    const columns = columnsOf(rows.filter(({ reading }) => reading.preset === preset));
    return columns.length === 0 ? [] : [{ preset, title, columns }];
  });
  const connections = [...new Set(rows.map(({ reading }) => reading.pdnConnections))].toSorted();
  const lines = sentences().flatMap(([property, sentence]) =>
    connections.map((count): MatrixLine => {
      const cells = blocks.flatMap(({ preset, title, columns }) =>
        columns.flatMap((column) => {
          const row = rows.find(
            ({ reading }) =>
              reading.preset === preset &&
              reading.pdnConnections === count &&
              reading.loss === column.loss &&
              reading.duplication === column.duplication,
          );
          const cell = row?.cells.find((each) => each.property === property);
          return row === undefined || cell === undefined ? [] : [cellView(row, cell, title, sentence)];
        }),
      );
      return { key: `${property} ${count}`, sentence, connections: count, cells };
    }),
  );
  return { blocks, lines, readings: rows.length, states: rows.reduce((sum, { states }) => sum + states, 0) };
});

function columnsOf(rows: readonly MatrixRow[]): readonly MatrixColumn[] {
  const columns = rows.map(({ reading: { loss, duplication } }) => ({
    key: `${loss} ${duplication}`,
    loss,
    duplication,
  }));
  return [...new Map(columns.map((column) => [column.key, column])).values()];
}

/** The claims by their ids, in their order. */
function sentences(): readonly (readonly [id: string, sentence: string])[] {
  const [first] = presets;
  const variant = presetVariant(first);
  return propertiesOf(partsOf(variant, boundsOf(variant))).map(({ id, title }) => [id, title] as const);
}

function cellView({ reading }: MatrixRow, cell: MatrixCell, preset: string, sentence: string): MatrixCellView {
  const kind = kindOf(cell);
  const { loss, duplication, pdnConnections } = reading;
  const bound = `at most ${counted(loss, 'loss', 'losses')} and ${counted(duplication, 'duplicate')}`.replace(
    /at most no/,
    'no',
  );
  const steps = cell.run === undefined ? '' : ` after ${cell.run.length} steps`;
  return {
    key: `${preset} ${loss} ${duplication} ${pdnConnections}`,
    kind,
    words: `${preset}, ${bound}, ${counted(pdnConnections, 'PDN connection')}: "${sentence}" ${kindWords[kind]}${steps}`,
    variant: reading.variant,
    run: cell.run,
  };
}

function kindOf({ verdict, cameUp, settled }: MatrixCell): CellKind {
  if (verdict === 'not finished') return 'open';
  if (verdict === 'fails' && markOfFailing(settled) === 'differs') return 'differs';
  if (verdict === 'fails') return settled === 'question to the text' ? 'question' : 'settled';
  return cameUp ? 'holds' : 'nothing';
}

/** What the marks of the cells mean. */
export const matrixLegend: readonly { readonly kind: CellKind; readonly words: string }[] = (
  ['question', 'settled', 'differs', 'holds', 'nothing', 'open'] as const
).map((kind) => ({ kind, words: kindWords[kind] }));
