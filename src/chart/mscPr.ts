/**
 * Rows of a sequence diagram -> a message sequence chart in the textual form of ITU-T Z.120 (MSC/PR), event by event.
 *
 * A message is an `out` at the step that sent it and an `in` at the step that ended it. One that is lost, or still in flight at the end,
 * is an `out` to `lost`; a copy that the network made is an `in` from `found`. Names of Z.120 are letters, digits and `_`, so the words
 * themselves stand in comments. Its character strings have ASCII alone: any other character is written as `U+code point`.
 */
import { plainLabel } from './escapeLabel.ts';
import type { Lifeline, MessageRow, SequenceRow, TimerMark, TimerRow } from './sequenceRow.ts';
import { messageDetails, messageTitle } from './sequenceText.ts';

/** The chart as a document of its own. @throws {RangeError} unknown lifeline. */
export function mscPr(name: string, lifelines: readonly Lifeline[], rows: readonly SequenceRow[]): string {
  const names = new Map(lifelines.map((lifeline) => [lifeline.id, mscName(lifeline.name)]));
  const chart = new Chart(names);
  const steps = [...new Set(rows.flatMap((row) => [row.step, sentStepOf(row)]))].sort((a, b) => a - b);
  const messages = rows.filter((row) => row.kind === 'message');
  for (const step of steps) {
    for (const row of rows) if (row.step === step && isSeen(row)) chart.happens(row);
    for (const row of messages) if (sentStepOf(row) === step) chart.sends(row);
    // A message that is sent and arrives within one step, such as in a diagram drawn by hand, arrives after it was sent.
    for (const row of messages) if (row.step === step && sentStepOf(row) === step) chart.arrives(row);
  }
  return [
    `mscdocument ${mscName(name)}_document;`,
    ...[...names.values()].map((each) => `inst ${each};`),
    `msc ${mscName(name)};`,
    ...[...names.values()].map((each) => `  ${each}: instance;`),
    ...chart.lines,
    ...[...names.values()].map((each) => `  ${each}: endinstance;`),
    'endmsc;',
    '',
  ].join('\n');
}

class Chart {
  readonly lines: string[] = [];
  /** For each lifeline the names of its timers that run, the last started last. */
  readonly #running = new Map<string, readonly string[]>();
  readonly #names: ReadonlyMap<string, string>;

  constructor(names: ReadonlyMap<string, string>) {
    this.#names = names;
  }

  /** All but the sending of a message. */
  happens(row: SequenceRow): void {
    switch (row.kind) {
      case 'message':
        this.arrives(row);
        break;
      case 'condition':
        this.#at(row.over, `condition ${mscName(row.text)}${comment(row.text)}`);
        break;
      case 'timer':
        this.#timer(row);
        break;
      case 'event':
        if (this.#names.has(row.over)) this.#at(row.over, `action ${mscString(row.text)}`);
        else this.lines.push(`  text ${mscString(row.text)};`);
        break;
      default:
        throw row satisfies never;
    }
  }

  sends(row: MessageRow): void {
    const title = messageTitle(row);
    if (row.fate === 'notSent') {
      this.#at(row.from, `action ${mscString([title, ...messageDetails(row)].join(', '))}`);
      return;
    }
    this.#timers('started', row.started);
    if (row.copy) return;
    const gone = row.fate === 'lost' || row.fate === 'inFlight' ? 'lost ' : '';
    const words = row.fate === 'inFlight' ? `${title}, in flight` : title;
    this.#at(row.from, `out ${idOf(row)} to ${gone}${this.#name(row.to)}${comment(words)}`);
  }

  arrives(row: MessageRow): void {
    if (row.fate !== 'delivered' && row.fate !== 'discarded') return;
    const details = messageDetails(row);
    const found = row.copy ? 'found ' : '';
    this.#at(row.to, `in ${idOf(row)} from ${found}${this.#name(row.from)}${comment(messageTitle(row))}`);
    if (details.length > 0) this.#at(row.to, `action ${mscString(details.join(', '))}`);
    this.#timers('stopped', row.stopped);
  }

  #timer({ over, action, text }: TimerRow): void {
    const running = this.#running.get(over) ?? [];
    const said = timerName(text);
    // "The notification timer runs out" has a name of its own where it was started.
    const name = action === 'started' || running.includes(said) ? said : (running.at(-1) ?? said);
    this.#at(over, `${timerVerbs[action]} ${mscName(name)}${comment(text)}`);
    this.#runs(over, name, action === 'started');
  }

  #timers(action: TimerMark['action'], marks: readonly TimerMark[] = []): void {
    for (const { over, name } of marks) {
      this.#at(over, `${timerVerbs[action]} ${mscName(name)}`);
      this.#runs(over, name, action === 'started');
    }
  }

  #runs(over: string, name: string, runs: boolean): void {
    const others = (this.#running.get(over) ?? []).filter((each) => each !== name);
    this.#running.set(over, runs ? [...others, name] : others);
  }

  #at(lifeline: string, event: string): void {
    this.lines.push(`  ${this.#name(lifeline)}: ${event};`);
  }

  #name(lifeline: string): string {
    const name = this.#names.get(lifeline);
    if (name === undefined) throw new RangeError(`no lifeline "${lifeline}"`);
    return name;
  }
}

const timerVerbs = { started: 'starttimer', stopped: 'stoptimer', fired: 'timeout' } as const;

/** A message whose sending and arrival fall into one step is seen when it was sent. */
function isSeen(row: SequenceRow): boolean {
  return row.kind !== 'message' || sentStepOf(row) !== row.step;
}

function sentStepOf(row: SequenceRow): number {
  return row.kind === 'message' ? (row.sentStep ?? row.step) : row.step;
}

/** "Binding_Update_lifetime_0, m1": its name, and the name of this one of that name. */
function idOf(row: MessageRow): string {
  return `${mscName(row.label)}, m${row.number}`;
}

/** "T-BU" of "T-BU runs out", "T-BU started", "The notification timer runs out". */
function timerName(text: string): string {
  return text.replace(/ (?:runs out|fired|started|stopped).*$/u, '');
}

/** A name of Z.120, which no keyword of the language is. */
function mscName(text: string): string {
  const name = asciiOf(text)
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Za-z]/.test(name) && !keywords.has(name.toLowerCase()) ? name : `n_${name}`;
}

function mscString(text: string): string {
  return `'${asciiOf(plainLabel(text)).replaceAll("'", "''")}'`;
}

function comment(text: string): string {
  return ` comment ${mscString(text)}`;
}

function asciiOf(text: string): string {
  return text.replace(/[^ -~]/gu, (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}

const keywords: ReadonlySet<string> = new Set(
  (
    'action after all alt as before begin bottom call comment concurrent condition connect create data decomposed def ' +
    'empty end endafter endbefore endconcurrent endexpr endinstance endmethod endmsc endsuspension env equalpar escape ' +
    'exc expr external finalized found from gate in inf inherits inline inst instance int_boundary label language loop ' +
    'lost method msc mscdocument msg nestable nonnestable offset opt origin otherwise out par parenthesis receive ' +
    'redefined reference related replyin replyout seq shared starttimer stop stoptimer suspension text time timeout ' +
    'timer to top undef using utilities variables via virtual when wildcards'
  ).split(' '),
);
