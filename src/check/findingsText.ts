/** Findings to take away: as JSON of a stable shape, and as Markdown to be pasted into a document. */
import type { PresetName } from '#detach/presets.ts';
import { presetOf } from '#detach/presets.ts';
import { modalityWords } from '#detach/properties.ts';
import { defaultVariant, differences } from '#detach/variant.ts';
import { forceWords } from '#spec/source.ts';
import type { Finding, FindingGroup, Findings, NoFinding } from './findings.ts';

/** What stands in the JSON, in this order; ids, texts of events and names of parameters are those of scripts. */
export interface FindingsJson {
  readonly variant: Findings['variant'];
  readonly preset: PresetName | null;
  readonly finished: boolean;
  readonly states: number;
  readonly bound: string;
  readonly findings: readonly FindingJson[];
  readonly others: readonly NoFinding[];
  readonly broken: Findings['broken'] | null;
  readonly cycle: NonNullable<Findings['cycle']> | null;
}

export interface FindingJson {
  readonly id: string;
  readonly sentence: string;
  readonly question: string;
  readonly settled: Finding['settled'];
  readonly why: string | null;
  readonly basis: { readonly id: string; readonly clause: string; readonly force: string; readonly text: string };
  readonly discussionOnly: boolean;
  readonly length: number;
  readonly events: readonly string[];
  readonly leaks: readonly { readonly field: string; readonly words: string; readonly events: readonly string[] }[];
  readonly repair: {
    readonly changes: readonly {
      readonly parameter: string;
      readonly from: string | number;
      readonly to: string | number;
    }[];
    readonly ofNothing: boolean;
    readonly breaks: readonly string[];
    readonly sentence: string;
  } | null;
}

/** The findings as JSON text, indented, with a line feed at the end. */
export function findingsJson(findings: Findings): string {
  const { variant, finished, states, bound, groups, others, broken, cycle } = findings;
  const shape: FindingsJson = {
    variant,
    preset: (presetOf(variant)?.name as PresetName | undefined) ?? null,
    finished,
    states,
    bound,
    findings: groups.flatMap((group) => group.findings.map(findingJson)),
    others,
    broken: broken ?? null,
    cycle: cycle ?? null,
  };
  return `${JSON.stringify(shape, null, 2)}\n`;
}

function findingJson(finding: Finding): FindingJson {
  const { basis, repair } = finding;
  return {
    id: finding.property,
    sentence: finding.sentence,
    question: finding.question,
    settled: finding.settled,
    why: finding.settledWhy ?? null,
    basis: { id: basis.id, clause: basis.clause, force: basis.force, text: basis.text },
    discussionOnly: finding.discussionOnly,
    length: finding.length,
    events: finding.run,
    leaks: finding.leaks.map(({ field, words, run }) => ({ field, words, events: run })),
    repair:
      repair === undefined
        ? null
        : {
            changes: repair.changes,
            ofNothing: repair.ofNothing,
            breaks: repair.breaks,
            sentence: repair.sentence,
          },
  };
}

/** The findings as Markdown: a heading for each open point, then each finding with its sentence, run and repair. */
export function findingsMarkdown(findings: Findings): string {
  const { groups, others, broken, cycle } = findings;
  const nothing = groups.length === 0 ? ['Nothing fails.', ''] : [];
  return [
    `# Findings: ${plain(readingTitle(findings))}`,
    '',
    ...findings.aloud.flatMap((each) => [plain(each), '']),
    ...nothing,
    ...groups.flatMap(groupLines),
    ...(broken === undefined ? [] : brokenLines(broken)),
    ...(cycle === undefined ? [] : cycleLines(cycle)),
    ...otherLines(findings, others),
  ].join('\n');
}

function readingTitle({ variant }: Findings): string {
  const preset = presetOf(variant);
  if (preset !== undefined) return preset.title;
  const apart = differences(defaultVariant, variant).map((name) => `${name}=${variant[name]}`);
  return apart.length === 0 ? 'all defaults' : apart.join(', ');
}

function groupLines(group: FindingGroup): readonly string[] {
  const id = group.id === 'on purpose' ? '' : `${group.id}: `;
  return [`## ${id}${plain(group.title)}`, '', plain(group.text), '', ...group.findings.flatMap(findingLines)];
}

function findingLines(finding: Finding): readonly string[] {
  const { basis } = finding;
  const leaks = finding.leaks.map(({ words }) => `- left at rest: ${plain(words)}`);
  return [
    `### ${finding.property}: ${plain(finding.sentence)}`,
    '',
    `Fails ${modalityWords[finding.modality]}: ${settledWords(finding)}`,
    '',
    `${plain(finding.meaning)}`,
    '',
    `Rests on ${basis.id} (${plain(basis.clause)}): ${plain(basis.text)} ${forceWords[basis.force]}`,
    '',
    `The shortest run, ${finding.length} ${finding.length === 1 ? 'event' : 'events'}:`,
    '',
    ...finding.steps.map(({ event, title }, at) => `${at + 1}. ${plain(title)} (\`${event}\`)`),
    '',
    ...(finding.false.length === 0
      ? []
      : [
          'Then this is false:',
          '',
          ...finding.false.map((part) => `- ${plain(part.words)}; instead ${plain(part.now)}`),
          '',
        ]),
    ...(leaks.length === 0 ? [] : [...leaks, '']),
    ...(finding.repair === undefined ? [] : [`Repair: ${plain(finding.repair.sentence)}`, '']),
  ];
}

function settledWords({ settled, settledWhy }: Finding): string {
  return settledWhy === undefined ? `${settled}.` : `${settled}. ${plain(settledWhy)}`;
}

function brokenLines({ rule, reason, run }: NonNullable<Findings['broken']>): readonly string[] {
  return ['## A bug in the rules', '', plain(`${rule}: ${reason}`), '', ...numbered(run), ''];
}

function cycleLines({ lead, circle }: NonNullable<Findings['cycle']>): readonly string[] {
  const before = lead.length === 0 ? [] : ['After', '', ...numbered(lead), ''];
  return ['## A run without an end', '', ...before, 'these events come again and again:', '', ...numbered(circle), ''];
}

function numbered(events: readonly string[]): readonly string[] {
  return events.map((event, at) => `${at + 1}. \`${event}\``);
}

function otherLines(findings: Findings, others: readonly NoFinding[]): readonly string[] {
  const lines = (title: string, wanted: readonly NoFinding[], tail: string) =>
    wanted.length === 0
      ? []
      : [`## ${title}`, '', ...wanted.map((each) => `- ${each.property}: ${plain(each.sentence)}${tail}`), ''];
  return [
    ...lines(
      `Holds, ${findings.bound}`,
      others.filter(({ verdict, ofNothing }) => verdict === 'holds' && !ofNothing),
      '',
    ),
    ...lines(
      'Holds of nothing: what it speaks of never comes about',
      others.filter(({ ofNothing }) => ofNothing),
      '',
    ),
    ...lines(
      'Not finished',
      others.filter(({ verdict }) => verdict === 'not finished'),
      '',
    ),
  ];
}

/** A text in which no character means anything to Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
