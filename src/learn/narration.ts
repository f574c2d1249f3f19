/**
 * What is said at a beat, with the run's own values in it. A reference stands in braces, with `@N` for another step than the beat's:
 *
 * - `{ue.phase}`: what a field holds, as a clause ("the UE is attached");
 * - `{table:Binding Cache/sequenceNumber}`: a cell of a table's first row, by the key of its column;
 * - `{rows:Binding Cache}`: how many rows a table has ("no row", "1 row");
 * - `{message:1}`: a message by its number ("Binding Update, lifetime 0").
 */
import { sayValue } from '#model/field.ts';
import { read } from '#model/state.ts';
import { stateAt } from '#run/trace.ts';
import type { Session } from '#session/session.ts';
import type { Caption } from '#session/tables/table.ts';
import { captions } from '#session/tables/table.ts';
import { tableAt } from '#session/tables/tables.ts';

export interface NarrationPart {
  readonly text: string;
  /** What it refers to, where it is a value of the run. */
  readonly reference?: string;
}

const references = /\{([^{}]+)\}/;

/**
 * The words with the values that the run has.
 * @throws {RangeError} if a reference names what the run does not have at that step.
 */
export function narrate(say: string, session: Session, step: number): readonly NarrationPart[] {
  let before = '';
  const parts = say.split(references).map((text, at): NarrationPart => {
    if (at % 2 === 0) {
      before = text;
      return { text };
    }
    const value = valueReferred(text, session, step);
    return { text: /(^|[.?] )$/.test(before) ? capital(value) : value, reference: text };
  });
  return parts.filter((part) => part.text !== '');
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** The words without the references: what is said whatever the run holds. */
export function freeWords(say: string): string {
  return say.replace(new RegExp(references, 'g'), ' ');
}

function valueReferred(reference: string, session: Session, step: number): string {
  // An `@` with a word behind it belongs to a field of the second PDN connection.
  const [, what = reference, other] = /^(.*)@(\d+)$/.exec(reference) ?? [];
  const at = other === undefined ? step : Number(other);
  if (!Number.isInteger(at) || at < 0 || at > session.trace.steps.length) {
    throw new RangeError(`{${reference}}: the run has no such step`);
  }
  const [kind = '', name] = what.split(':');
  if (name === undefined) return fieldWords(reference, what, session, at);
  if (kind === 'message') return messageWords(reference, Number(name), session, at);
  const [caption = '', column] = name.split('/');
  const table = tableAt(session, captionOf(reference, caption), at);
  if (kind === 'rows')
    return table.rows.length === 0 ? 'no row' : table.rows.length === 1 ? '1 row' : `${table.rows.length} rows`;
  const cell = kind === 'table' ? table.rows[0]?.cells[column ?? ''] : undefined;
  if (cell === undefined) throw new RangeError(`{${reference}}: the table has no such cell at step ${at}`);
  return cell.text;
}

function fieldWords(reference: string, id: string, session: Session, at: number): string {
  const { system } = session.trace;
  const field = system.field(id);
  if (field === undefined) throw new RangeError(`{${reference}}: the reading has no such field`);
  return sayValue(field, read(system.places, stateAt(session.trace, at), field));
}

/** A message is known from the step on that sends it. */
function messageWords(reference: string, number: number, session: Session, at: number): string {
  const message = session.messages[number - 1];
  if (message === undefined || message.instance.sentAt > at) {
    throw new RangeError(`{${reference}}: no such message was sent by step ${at}`);
  }
  return message.decisive === '' ? message.title : `${message.title}, ${message.decisive}`;
}

function captionOf(reference: string, name: string): Caption {
  const caption = captions.find((each) => each === name);
  if (caption === undefined) throw new RangeError(`{${reference}}: there is no such table`);
  return caption;
}
