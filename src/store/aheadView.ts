/** What the diagram will show once Step is pressed, so that it can be drawn while nobody waits for it. */
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { diagramRows, diagramTail } from './view.ts';
import { runAfterStep } from './walkMoves.ts';
import type { WalkState } from './walkState.ts';

export interface RowsAhead {
  readonly rows: readonly SequenceRow[];
  readonly tail: readonly SequenceRow[];
}

/** Undefined where Step has nothing to do. The step itself then finds all of this made: the line, its session, its rows. */
export function rowsAhead(state: WalkState): RowsAhead | undefined {
  const run = runAfterStep(state.run, state.timing);
  if (run === undefined) return undefined;
  const next = { ...state, run };
  return { rows: diagramRows(next), tail: diagramTail(next) };
}
