/**
 * Rows of a sequence diagram -> PlantUML text, complete in itself.
 *
 * PlantUML reads Creole marks, HTML-like tags, `\n`, `%functions()`, `$variables`, `!directives` and much else in a label. So every
 * character outside a small harmless set is written as `<U+code point>`, which PlantUML draws as that character and reads no further.
 */
import { plainLabel } from './escapeLabel.ts';
import type { Lifeline, MessageRow, SequenceRow } from './sequenceRow.ts';
import { messageDetails, messageTitle, timerDetails } from './sequenceText.ts';

const HARMLESS = /[^\p{L}\p{M}\p{N} .,()]/gu;

/** The PlantUML text of a diagram; a message that was not sent is a note at its sender. @throws {RangeError} unknown lifeline. */
export function plantUml(lifelines: readonly Lifeline[], rows: readonly SequenceRow[]): string {
  const ids = new Map(lifelines.map(({ id }, at) => [id, `P${at}`]));
  return [
    '@startuml',
    'hide footbox',
    ...lifelines.map(({ name }, at) => `participant "${plantUmlLabel(name)}" as P${at}`),
    ...rows.map((row) => (row.kind === 'message' ? messageLine(row, ids) : noteLine(row, lifelines, ids))),
    '@enduml',
    '',
  ].join('\n');
}

/** One line of label text in PlantUML's spelling; drawn, it reads as `plainLabel(text)`. */
function plantUmlLabel(text: string): string {
  return plainLabel(text).replace(HARMLESS, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

const points = { inFlight: '>>', delivered: '>', lost: '>x', discarded: '>x' } as const;

function messageLine(row: MessageRow, ids: ReadonlyMap<string, string>): string {
  const from = idOf(ids, row.from);
  const to = idOf(ids, row.to);
  const lines = [messageTitle(row), ...messageDetails(row), ...timerDetails(row)];
  const label = lines.map(plantUmlLabel).join('\\n');
  if (row.fate === 'notSent') return `note over ${from} : ${label}`;
  return `${from} ${row.dashed ? '--' : '-'}${points[row.fate]} ${to} : ${label}`;
}

function noteLine(
  row: Exclude<SequenceRow, MessageRow>,
  lifelines: readonly Lifeline[],
  ids: ReadonlyMap<string, string>,
): string {
  const label = plantUmlLabel(row.text);
  const at = ids.get(row.over);
  if (at === undefined) return `note over ${lifelines.map(({ id }) => idOf(ids, id)).join(', ')} : ${label}`;
  if (row.kind === 'condition') return `hnote over ${at} : ${label}`;
  return `note ${row.over === lifelines[0]?.id ? 'left' : 'right'} of ${at} : ${label}`;
}

function idOf(ids: ReadonlyMap<string, string>, lifeline: string): string {
  const id = ids.get(lifeline);
  if (id === undefined) throw new RangeError(`no lifeline "${lifeline}"`);
  return id;
}
