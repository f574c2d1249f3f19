/** Rows of a sequence diagram as the lines of a table, in the diagram's order: what the picture says, for the ear and for a list. */
import type { Lifeline, MessageRow, SequenceRow } from './sequenceRow.ts';
import { messageDetails, timerDetails } from './sequenceText.ts';

export interface TableLine {
  readonly key: string;
  readonly step: number;
  /** Of a message, in the order of sending. */
  readonly number?: number;
  /** Names of lifelines; a condition, timer or action has only `from`, its own. */
  readonly from: string;
  readonly to: string;
  /** A message's label, or the words of a condition, timer or action. */
  readonly message: string;
  /** What became of a message, and why; of other rows, what kind they are. */
  readonly happened: string;
  /** Belongs to the step in view. */
  readonly current: boolean;
}

/** The lines up to a step: those rows, what is in flight then, and the tail. Later rows are left out. */
export function tableLines(
  lifelines: readonly Lifeline[],
  rows: readonly SequenceRow[],
  tail: readonly SequenceRow[],
  currentStep: number,
): readonly TableLine[] {
  const shown = rows.flatMap((row): readonly SequenceRow[] => {
    if (row.step <= currentStep) return [row];
    const flies = row.kind === 'message' && (row.sentStep ?? row.step) <= currentStep;
    return flies ? [{ ...row, fate: 'inFlight' }] : [];
  });
  return [...shown, ...tail].map((row) => tableLine(lifelines, row, currentStep));
}

function tableLine(lifelines: readonly Lifeline[], row: SequenceRow, currentStep: number): TableLine {
  const name = (id: string) => lifelines.find((lifeline) => lifeline.id === id)?.name ?? 'Network';
  const base = { key: row.key, current: row.step === currentStep };
  if (row.kind !== 'message') {
    return { ...base, step: row.step, from: name(row.over), to: '', message: row.text, happened: KIND[row.kind] };
  }
  const sentNow = currentStep > 0 && row.sentStep === currentStep;
  return {
    ...base,
    current: base.current || sentNow,
    step: row.fate === 'inFlight' ? (row.sentStep ?? row.step) : row.step,
    number: row.number,
    from: name(row.from),
    to: name(row.to),
    message: `${row.label}${row.copy ? ', copy' : ''}${row.dashed ? ', dashed: for further study' : ''}`,
    happened: outcome(row),
  };
}

const KIND = { condition: 'state condition', timer: 'timer', event: 'action' } as const;

function outcome(row: MessageRow): string {
  const fate = { inFlight: 'in flight', delivered: 'delivered', lost: 'lost', discarded: '', notSent: '' }[row.fate];
  return [fate, ...messageDetails(row), ...timerDetails(row)].filter((part) => part !== '').join('; ');
}
