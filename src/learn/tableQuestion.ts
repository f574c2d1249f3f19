/** A question about a cell that the next step changes: what the table holds afterwards. */
import type { Session } from '#session/session.ts';
import type { Caption, Column, Table } from '#session/tables/table.ts';
import { captions } from '#session/tables/table.ts';
import { tableAt } from '#session/tables/tables.ts';
import type { Chance } from './chance.ts';
import { drawn, shuffled } from './chance.ts';
import { stirWords } from './eventWords.ts';
import type { Option, Question } from './question.ts';
import { sayReasons, stepReasons } from './stepReasons.ts';

const MOST_WRONG = 3;
const gone = 'The row is not there';
const tellingFirst: readonly (readonly Caption[])[] = [
  ['Binding Cache', 'Binding Update List'],
  ['UE IKE SA', 'PDN GW IKE SA'],
  ['UE SAD', 'PDN GW SAD', 'UE SPD', 'PDN GW SPD'],
];

interface ChangedCell {
  readonly caption: Caption;
  readonly row: string;
  readonly column: Column;
  readonly before: string;
  readonly after: string;
}

/** Undefined where the run ends, or where no cell changes whose new value the question would not name. */
export function tableQuestion(session: Session, step: number, chance: Chance): Question | undefined {
  const next = session.trace.steps[step];
  if (next === undefined) return undefined;
  const stir = stirWords(session, next);
  const changes = shuffled(changesAt(session, step), chance);
  // What the step is about is asked first: an entry for the binding, then an IKE SA, then the ESP SAs and their counters.
  const asked = tellingFirst
    .flatMap((told) => changes.filter(({ caption }) => told.includes(caption)))
    .map((cell) => ({ cell, text: questionText(stir, cell) }))
    .find(({ cell, text }) => !text.toLowerCase().includes(cell.after.toLowerCase()));
  if (asked === undefined) return undefined;
  const { cell, text } = asked;
  const wrong = drawn(otherValues(session, cell), MOST_WRONG, chance, (each) => each);
  const options: readonly Option[] = [
    { key: cell.after, text: cell.after, right: true, why: `It was ${quoted(cell.before)} before.` },
    ...wrong.map((value) => ({ key: value, text: value, right: false, why: whyNot(cell, value) })),
  ];
  return {
    kind: 'table',
    step,
    text,
    several: false,
    options: shuffled(options, chance),
    about: `What the step does, by clause. ${sayReasons(stepReasons(session, next))}`,
  };
}

/** Why a cell does not hold a value after the step: what it holds, and what that value is instead. */
function whyNot({ before, after }: ChangedCell, value: string): string {
  if (value === before) return `That is what it holds before the step; the step changes it to ${quoted(after)}.`;
  if (value === gone) return `The row stays, and holds ${quoted(after)}.`;
  if (after === gone) return 'The step takes the whole row away.';
  return `The step changes ${quoted(before)} to ${quoted(after)}, and to nothing else.`;
}

function quoted(value: string): string {
  return value === gone ? 'no row' : `"${value}"`;
}

function questionText(stir: string, { caption, row, column }: ChangedCell): string {
  return `What comes next is this. ${stir}. What does the table "${caption}" then have under "${column.title}", row ${row}?`;
}

/** The cells that differ after the next step; of a row that goes its first column alone. Running clocks are left out. */
function changesAt(session: Session, step: number): readonly ChangedCell[] {
  return captions.flatMap((caption) => {
    const before = tableAt(session, caption, step);
    const after = tableAt(session, caption, step + 1);
    return before.rows.flatMap((row) =>
      columnsAsked(before, after, row.key)
        .map((column) => ({
          caption,
          row: row.key,
          column,
          before: cellText(before, row.key, column.key),
          after: cellText(after, row.key, column.key),
        }))
        .filter((cell) => cell.before !== cell.after && cell.before !== '' && cell.after !== ''),
    );
  });
}

function columnsAsked(before: Table, after: Table, row: string): readonly Column[] {
  const stays = after.rows.some(({ key }) => key === row);
  return stays ? before.columns.filter((column) => column.clock !== true) : before.columns.slice(0, 1);
}

/** What the cell holds before, at other steps and in other rows; the next number; and that the row is gone. */
function otherValues(session: Session, cell: ChangedCell): readonly string[] {
  const steps = Array.from({ length: session.trace.steps.length + 1 }, (_, at) => at);
  const met = steps.flatMap((step) => {
    const table = tableAt(session, cell.caption, step);
    return table.rows.map((row) => cellText(table, row.key, cell.column.key));
  });
  const all = new Set([cell.before, gone, ...met, ...nextNumber(cell.before), ...nextNumber(cell.after)]);
  return [...all].filter((value) => value !== '' && value !== cell.after);
}

function nextNumber(text: string): readonly string[] {
  if (/^\d{1,9}$/.test(text)) return [String(Number(text) + 1)];
  if (!/^0x[0-9a-f]{2}$/.test(text)) return [];
  return [`0x${(Number(text) + 1).toString(16).padStart(2, '0')}`];
}

function cellText(table: Table, row: string, column: string): string {
  const found = table.rows.find((each) => each.key === row);
  return found === undefined ? gone : (found.cells[column]?.text ?? '');
}
