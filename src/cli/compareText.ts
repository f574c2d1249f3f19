/** Two readings side by side, for people. */
import type { AlignedRow, AlignedStep, Skipped } from '#check/alignRuns.ts';
import type { ComparedSide, ComparedVerdict, Comparison } from '#check/compareReadings.ts';
import { mostCompared } from '#check/compareReadings.ts';
import { actorNames } from './actorNames.ts';
import type { Compared } from './compareJson.ts';
import { readingWords } from './readingWords.ts';
import { hang, twoColumns } from './wrapText.ts';

export function compareText({ comparison, aligned }: Compared): string {
  const parts = [
    sideLines(comparison),
    parameterLines(comparison),
    propertyLines(comparison),
    spaceLines(comparison),
    ...(aligned === undefined ? [] : [runLines(aligned)]),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sideLines({ a, b }: Comparison): readonly string[] {
  const words = ({ variant, states, transitions, depth, finished, bound }: ComparedSide) =>
    `${readingWords(variant)}: ${finished ? '' : 'not finished, '}${states.toLocaleString('en')} states, ` +
    `${transitions.toLocaleString('en')} transitions, depth ${depth}, ${bound}`;
  return [...hang('A  ', words(a)), ...hang('B  ', words(b))];
}

function parameterLines({ parameters }: Comparison): readonly string[] {
  if (parameters.length === 0) return ['The readings are the same.'];
  return ['Parameters (A, B):', ...twoColumns(parameters.map(({ name, a, b }) => [name, `${a}, ${b}`]))];
}

function propertyLines({ properties }: Comparison): readonly string[] {
  const said = properties.map(({ id, sentence, differs, ...of }) => ({
    mark: differs ? '*' : ' ',
    columns: [id, verdictWords(of.a), verdictWords(of.b)],
    sentence,
  }));
  const widths = [0, 1, 2].map((at) => Math.max(1, ...said.map(({ columns }) => columns[at]?.length ?? 0)));
  const row = (columns: readonly string[]) => columns.map((each, at) => each.padEnd(widths[at] ?? 0)).join('  ');
  return [
    'Properties (* where the readings differ; in brackets the events of the shortest run):',
    `  ${row(['', 'A', 'B'])}`.trimEnd(),
    ...said.flatMap(({ mark, columns, sentence }) => hang(`${mark} ${row(columns)}  `, sentence)),
  ];
}

function verdictWords(of: ComparedVerdict | undefined): string {
  if (of === undefined) return 'has none';
  if (of.verdict === 'holds' && !of.cameUp) return 'holds of nothing';
  return of.run === undefined ? of.verdict : `${of.verdict} (${of.run.length})`;
}

function spaceLines({ a, b, spaces }: Comparison): readonly string[] {
  if (spaces === undefined) {
    const why =
      a.finished && b.finished ? `one has more than ${mostCompared.toLocaleString('en')}` : 'not all were seen';
    return [`States and events are not compared: ${why}.`];
  }
  const { states, events, phases } = spaces;
  const only = (side: 'a' | 'b') =>
    phases
      .filter((each) => each[side] > 0 && each[side === 'a' ? 'b' : 'a'] === 0)
      .flatMap((each) => hang(`  ${side.toUpperCase()} alone: `, each.phases.map(({ words }) => words).join(', ')));
  return [
    ...hang(
      'States: ',
      `${states.common} in both, ${states.lost} in A alone, ${states.gained} in B alone; ` +
        `without what is noted for claims only A has ${states.a} and B ${states.b}`,
    ),
    ...hang('Events in A alone: ', events.lost.join(', ') || 'none'),
    ...hang('Events in B alone: ', events.gained.join(', ') || 'none'),
    'Phases that one of them never comes to:',
    ...orNone([...only('a'), ...only('b')]),
  ];
}

function runLines({ scenario, runs }: NonNullable<Compared['aligned']>): readonly string[] {
  const { rows, firstDifference, skipped } = runs;
  return [
    ...hang(
      'Scenario ',
      `${scenario.name}: ${firstDifference === undefined ? 'the runs are the same' : scenario.title}`,
    ),
    ...rows.flatMap((row, at) => [...(at === firstDifference ? ['  first difference:'] : []), ...rowLines(row)]),
    ...skipped.a.flatMap((each) => skippedLines('A', each)),
    ...skipped.b.flatMap((each) => skippedLines('B', each)),
  ];
}

function rowLines(row: AlignedRow): readonly string[] {
  switch (row.type) {
    case 'equal': {
      const [a, b] = [placesOf(row.a), placesOf(row.b)];
      const places = a === b ? a : `${a} of A, ${b} of B`;
      return hang(`  both  ${places}  `, row.a.map(({ event }) => event).join(', '));
    }
    case 'differs':
      return [...stepLines('A', row.a), ...stepLines('B', row.b)];
    case 'only a':
      return stepLines('A', row.a);
    case 'only b':
      return stepLines('B', row.b);
    default:
      throw row satisfies never;
  }
}

function placesOf(steps: readonly AlignedStep[]): string {
  const [first, last] = [steps[0]?.step, steps.at(-1)?.step];
  return first === last ? `${first}` : `${first}-${last}`;
}

function stepLines(side: string, { step, event, actor, title, did }: AlignedStep): readonly string[] {
  const deeds = did.length === 0 ? '' : `; ${did.join('; ')}`;
  return hang(`  ${side}     ${step}  `, `${event} (${actorNames[actor] ?? actor}: ${title})${deeds}`);
}

/** The reason speaks of the one event that was tried; its place is the one in the scenario. */
function skippedLines(side: string, { at, reason }: Skipped): readonly string[] {
  return hang(`  ${side}     skipped: `, reason.replace(/^Event \d+,/, `Event ${at},`));
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['  none'] : lines;
}
