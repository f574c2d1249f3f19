/** How the rows of a run stand at one of its steps: what just happened, what is under way, what is still to come. */
import type { MessageRow, SequenceRow } from './sequenceRow.ts';

export interface RowStanding {
  /** It came with the step: happened in it, or was sent in it. */
  readonly current: boolean;
  /** A message that was sent and has not ended yet. */
  readonly flies: boolean;
  readonly later: boolean;
}

export function rowStanding(row: SequenceRow, step: number): RowStanding {
  const sentStep = row.kind === 'message' ? row.sentStep : undefined;
  const flies = row.kind === 'message' && row.step > step && (sentStep ?? row.step) <= step;
  return {
    current: row.step === step || (sentStep === step && step > 0),
    flies,
    later: row.step > step && !flies,
  };
}

/** A message as it is known while it is under way: nothing of how it ends. */
export function underWay(row: MessageRow): MessageRow {
  const { altered, crosses, reason, stopped, ...known } = row;
  return { ...known, fate: 'inFlight' };
}
