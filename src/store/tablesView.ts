/** The tables at the step in view, with what the last step changed. */
import type { Session } from '#session/session.ts';
import type { Caption, Changes, Table } from '#session/tables/table.ts';
import { cellKey, changedCells } from '#session/tables/table.ts';
import { tableAt } from '#session/tables/tables.ts';
import { lastOf } from './lastOf.ts';
import { session } from './view.ts';
import type { WalkState } from './walkState.ts';

export interface MarkedTable {
  readonly table: Table;
  readonly changes: Changes | undefined;
}

const captionsOf = {
  ueTables: ['Binding Update List', 'UE IKE SA', 'UE SAD', 'UE SPD'],
  pdnGwTables: ['Binding Cache', 'PDN GW IKE SA', 'PDN GW SAD', 'PDN GW SPD'],
  securityAssociations: ['UE IKE SA', 'PDN GW IKE SA', 'UE SAD', 'PDN GW SAD', 'UE SPD', 'PDN GW SPD'],
} as const satisfies Record<string, readonly Caption[]>;

export type TableSet = keyof typeof captionsOf;

const tablesFor = lastOf((concrete: Session, step: number, set: TableSet): readonly MarkedTable[] =>
  captionsOf[set].map((caption) => {
    const table = tableAt(concrete, caption, step);
    const changes = step === 0 ? undefined : changedCells(tableAt(concrete, caption, step - 1), table);
    return { table, changes };
  }),
);

const selectors = {
  ueTables: (state: WalkState) => tablesFor(session(state), state.run.step, 'ueTables'),
  pdnGwTables: (state: WalkState) => tablesFor(session(state), state.run.step, 'pdnGwTables'),
  securityAssociations: (state: WalkState) => tablesFor(session(state), state.run.step, 'securityAssociations'),
};

export function markedTables(set: TableSet): (state: WalkState) => readonly MarkedTable[] {
  return selectors[set];
}

/** How many rows the last step removed. */
export function rowsGone({ changes }: MarkedTable): number {
  return changes?.removed.size ?? 0;
}

/** Whether the last step changed a cell, or brought its row. */
export function cellChanged({ changes }: MarkedTable, row: string, column: string): boolean {
  return changes !== undefined && (changes.added.has(row) || changes.cells.has(cellKey(row, column)));
}
