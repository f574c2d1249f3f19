/**
 * Rows of a sequence diagram -> Mermaid text: of one chunk of a long diagram, or of the whole for a person to paste elsewhere.
 *
 * Lifelines are always declared by ids of our own (P0, P1 ...) with the name as alias, all of them in every text, so that stacked chunks
 * have their lifelines at the same place.
 */
import { escapeLabel } from './escapeLabel.ts';
import type { Lifeline, MessageRow, SequenceRow } from './sequenceRow.ts';
import { timerWords } from './timerMarks.ts';
import { type MeasureText, wrapLabel } from './wrapLabel.ts';

/** Widest line in px, by kind of label, and on which side of its lifeline a timer or action stands. */
export interface LabelLimits {
  readonly message: number;
  readonly condition: number;
  readonly side: number;
  /** Narrower than `side`, for the symbol between the words and the lifeline. */
  readonly timer: number;
  readonly sidePlacement: 'outside' | 'inside';
  /** Where the words of a timer stand that starts or stops with a message: in the margin at its symbol, or below the message's label. */
  readonly timerWords: 'margin' | 'label';
}

/** For labels of 20 px on lifelines 416 px apart. */
export const WIDE_LIMITS: LabelLimits = {
  message: 390,
  condition: 250,
  side: 160,
  timer: 130,
  sidePlacement: 'outside',
  timerWords: 'margin',
};

/** The Mermaid text of one chunk. Each message row is one message, in order, whatever its fate. @throws {RangeError} unknown lifeline. */
export function sequenceText(
  lifelines: readonly Lifeline[],
  rows: readonly SequenceRow[],
  measure: MeasureText,
  limits: LabelLimits = WIDE_LIMITS,
): string {
  const place = placement(lifelines);
  const line = (row: SequenceRow) =>
    row.kind === 'message' ? messageLine(row, place, measure, limits) : noteLine(row, place, measure, limits);
  return [...heading(lifelines), ...rows.map(line)].join('\n').concat('\n');
}

/**
 * The Mermaid text of a whole diagram, complete without this app's page: a message that was not sent is a note at its sender (there is no
 * arrow to draw), a lost one says so. @throws {RangeError} unknown lifeline.
 */
export function wholeSequenceText(
  lifelines: readonly Lifeline[],
  rows: readonly SequenceRow[],
  measure: MeasureText,
  labelLimits: LabelLimits = WIDE_LIMITS,
): string {
  const place = placement(lifelines);
  const limits: LabelLimits = { ...labelLimits, timerWords: 'label' };
  const line = (row: SequenceRow): string => {
    if (row.kind !== 'message') return noteLine(row, place, measure, limits);
    if (row.fate !== 'notSent') return messageLine(row, place, measure, limits);
    const { head, details } = messageLines(row, measure, { ...limits, message: limits.condition });
    return `  Note over ${place.id(row.from)}: ${join([...head, ...details])}`;
  };
  return [...heading(lifelines), ...rows.map(line)].join('\n').concat('\n');
}

/** A message's label as lines: the message itself, then what there is to say about its way. Plain text, not escaped. */
export function messageLines(
  row: MessageRow,
  measure: MeasureText,
  limits: LabelLimits = WIDE_LIMITS,
): { readonly head: readonly string[]; readonly details: readonly string[] } {
  const wrap = (text: string) => wrapLabel(text, limits.message, measure);
  const timers = limits.timerWords === 'label' ? timerDetails(row) : [];
  return { head: wrap(messageTitle(row)), details: [...messageDetails(row), ...timers].flatMap(wrap) };
}

/** "(3) Binding Ack, status 0". */
export function messageTitle(row: MessageRow): string {
  return `(${row.number}) ${row.label}${row.copy ? ', copy' : ''}${row.fate === 'lost' ? ', lost' : ''}`;
}

/** A row in one sentence, for a screen reader or a list. */
export function describeRow(row: SequenceRow, lifelines: readonly Lifeline[]): string {
  const name = (id: string) => lifelines.find((lifeline) => lifeline.id === id)?.name;
  if (row.kind !== 'message') {
    const owner = name(row.over);
    return owner === undefined ? row.text : `${owner}: ${row.text}`;
  }
  const fate = { inFlight: 'in flight', delivered: 'delivered', lost: '', discarded: '', notSent: '' }[row.fate];
  const way = `${name(row.from)} to ${name(row.to)}`;
  const parts = [messageTitle(row), way, ...messageDetails(row), fate, ...timerDetails(row)];
  return parts.filter((part) => part !== '').join(', ');
}

/** The timers that start and stop with a message, a line each: "T-BU started". */
export function timerDetails(row: MessageRow): readonly string[] {
  return [...(row.started ?? []), ...(row.fate === 'inFlight' ? [] : (row.stopped ?? []))].map(timerWords);
}

/** What there is to say about a message's way, a line each; empty if it simply arrives. */
export function messageDetails(row: MessageRow): readonly string[] {
  const details: string[] = [];
  if (row.altered !== undefined) details.push(`altered: ${row.altered}`);
  if (row.crosses !== undefined && row.crosses.length > 0)
    details.push(`crosses ${row.crosses.map((n) => `(${n})`).join(', ')}`);
  if (row.fate === 'discarded') details.push(row.reason === undefined ? 'discarded' : `discarded: ${row.reason}`);
  if (row.fate === 'notSent') details.push(row.reason === undefined ? 'not sent' : `not sent: ${row.reason}`);
  return details;
}

interface Placement {
  readonly id: (lifeline: string) => string;
  readonly stands: (over: string) => boolean;
  /** Where a row without a message stands; a word that is no lifeline spans them all. */
  readonly note: (over: string, side: LabelLimits['sidePlacement'] | 'over') => string;
}

function placement(lifelines: readonly Lifeline[]): Placement {
  const index = new Map(lifelines.map((lifeline, i) => [lifeline.id, i]));
  const last = lifelines.length - 1;
  return {
    id(lifeline) {
      const i = index.get(lifeline);
      if (i === undefined) throw new RangeError(`no lifeline "${lifeline}"`);
      return `P${i}`;
    },
    stands: (over) => index.has(over),
    note(over, side) {
      const i = index.get(over);
      if (i === undefined) return last > 0 ? `over P0,P${last}` : 'over P0';
      if (side === 'over' || (i !== 0 && i !== last)) return `over P${i}`;
      return (i === 0) === (side === 'outside') ? `left of P${i}` : `right of P${i}`;
    },
  };
}

function heading(lifelines: readonly Lifeline[]): readonly string[] {
  return ['sequenceDiagram', ...lifelines.map((lifeline, i) => `  participant P${i} as ${escapeLabel(lifeline.name)}`)];
}

function messageLine(row: MessageRow, place: Placement, measure: MeasureText, limits: LabelLimits): string {
  const { head, details } = messageLines(row, measure, limits);
  const point = { inFlight: ')', delivered: '>>', lost: 'x', discarded: 'x', notSent: 'x' }[row.fate];
  return `  ${place.id(row.from)}${row.dashed ? '--' : '-'}${point}${place.id(row.to)}: ${join([...head, ...details])}`;
}

function noteLine(
  row: Exclude<SequenceRow, MessageRow>,
  place: Placement,
  measure: MeasureText,
  limits: LabelLimits,
): string {
  const where = place.note(row.over, row.kind === 'condition' ? 'over' : limits.sidePlacement);
  return `  Note ${where}: ${join(noteLines(row, place.stands(row.over), measure, limits))}`;
}

/** A condition, timer or action as lines; `stands`: at a lifeline, not across them all. Plain text, not escaped. */
export function noteLines(
  row: Exclude<SequenceRow, MessageRow>,
  stands: boolean,
  measure: MeasureText,
  limits: LabelLimits = WIDE_LIMITS,
): readonly string[] {
  const beside = row.kind === 'timer' ? limits.timer : limits.side;
  const width = row.kind === 'condition' ? limits.condition : stands ? beside : limits.message;
  return wrapLabel(row.text, width, measure);
}

function join(lines: readonly string[]): string {
  return lines.map(escapeLabel).join('<br/>');
}
