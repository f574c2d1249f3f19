/** Findings to take away: as JSON of a stable shape, and as Markdown to be pasted into a document. */
import { parameterWords, sayParameter } from '#detach/parameterWords.ts';
import type { PresetName } from '#detach/presets.ts';
import { presetOf } from '#detach/presets.ts';
import { defaultVariant, differences } from '#detach/variant.ts';
import type { Modality } from '#model/property.ts';
import { informativeReport } from '#spec/requirements.ts';
import type { Force } from '#spec/source.ts';
import { forceWords } from '#spec/source.ts';
import type { Finding, FindingGroup, FindingStep, Findings, NoFinding } from './findings.ts';

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
  readonly stuck: readonly string[] | null;
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
  const { variant, finished, states, bound, groups, others, broken, stuck, cycle } = findings;
  const shape: FindingsJson = {
    variant,
    preset: (presetOf(variant)?.name as PresetName | undefined) ?? null,
    finished,
    states,
    bound,
    findings: groups.flatMap((group) => group.findings.map(findingJson)),
    others,
    broken: broken ?? null,
    stuck: stuck?.run ?? null,
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
  const { groups, broken, stuck, cycle, finished } = findings;
  const nothing = finished ? 'Nothing fails.' : 'Nothing fails so far.';
  return [
    `# Findings: ${plain(readingTitle(findings))}`,
    '',
    ...parameterLines(findings),
    ...[...findings.aloud, informativeReport].flatMap((each) => [plain(each), '']),
    ...(groups.length === 0 ? [nothing, ''] : groups.flatMap((group) => groupLines(group, firstWithRun(groups)))),
    ...(broken === undefined ? [] : brokenLines(broken)),
    ...(stuck === undefined ? [] : stuckLines(stuck)),
    ...(cycle === undefined ? [] : cycleLines(cycle)),
    ...otherLines(findings),
  ].join('\n');
}

function readingTitle({ variant }: Findings): string {
  const apart = differences(defaultVariant, variant).map(
    (name) => `${parameterWords[name]} (${sayParameter(name, variant[name])})`,
  );
  const base = presetOf(defaultVariant)?.title ?? '';
  return presetOf(variant)?.title ?? `${base}, except: ${apart.join('; ')}`;
}

/** What sets a reading of one's own, to be checked again. */
function parameterLines({ variant }: Findings): readonly string[] {
  if (presetOf(variant) !== undefined) return [];
  const apart = differences(defaultVariant, variant).map((name) => `\`${name}=${variant[name]}\``);
  return [`Set by ${apart.join(', ')}.`, ''];
}

/** The property of the first finding that has a run. */
type FirstWithRun = (run: readonly string[]) => string | undefined;

function firstWithRun(groups: readonly FindingGroup[]): FirstWithRun {
  const findings = groups.flatMap((group) => group.findings);
  return (run) => findings.find((each) => each.run.join('\n') === run.join('\n'))?.property;
}

function groupLines(group: FindingGroup, first: FirstWithRun): readonly string[] {
  const id = group.id === 'on purpose' ? '' : `${group.id}: `;
  return [
    `## ${id}${plain(group.title)}`,
    '',
    plain(group.text),
    '',
    ...group.findings.flatMap((each) => findingLines(each, first)),
  ];
}

function findingLines(finding: Finding, first: FirstWithRun): readonly string[] {
  const { asked, broken, basis, repair } = finding;
  return [
    `### ${plain(finding.sentence)} (${finding.property})`,
    '',
    `${failsWords[finding.modality]}: ${settledWords(finding)}`,
    '',
    plain(finding.meaning),
    '',
    plain(broken),
    '',
    `${plain(asked)} (${basis.id}) ${sayForce(basis.force)}`,
    '',
    ...runLines(finding, first(finding.run)),
    '',
    ...falseLines(finding),
    ...(repair === undefined ? [] : [`Repair: ${plain(repair.sentence)}`, '']),
  ];
}

/** Our words for a sentence say "must", so that its own word is given as its force. */
function sayForce(force: Force): string {
  return force === 'shall' ? 'Force: shall.' : forceWords[force];
}

/** `first`: the property of the first finding with the same run. */
function runLines({ property, length, steps }: Finding, first: string | undefined): readonly string[] {
  const events = `${length} ${length === 1 ? 'event' : 'events'}`;
  if (first !== undefined && first !== property) return [`The shortest run, ${events}, is that of ${first} above.`];
  return [
    `The shortest run, ${events}:`,
    '',
    ...steps.map((step, at) => `${at + 1}. ${plain(sayStep(step))}${code(step.event)}`),
  ];
}

/** "PDN GW (BU): Discarded: the ESP SA is gone"; the message is left out where the title names it. */
function sayStep({ actor, title, message }: FindingStep): string {
  const isNamed = message === undefined || title.includes(message.split(' ')[0] ?? '');
  return `${actorNames[actor] ?? actor}${isNamed ? '' : ` (${message})`}: ${title}`;
}

function code(event: string): string {
  return ` (\`${event}\`)`;
}

const actorNames: Readonly<Record<string, string>> = { ue: 'UE', pdnGw: 'PDN GW', network: 'Network' };

const failsWords: Record<Modality, string> = {
  always: 'Does not hold at every moment',
  atRest: 'Does not hold at rest',
  sometimes: 'Holds in no run',
};

function settledWords({ settled, settledWhy }: Finding): string {
  return settledWhy === undefined ? `${settled}.` : `${settled}. ${plain(settledWhy)}`;
}

/** What is left, where the property names fields; else what is so at the end instead of the claim. */
function falseLines({ leaks, false: parts }: Finding): readonly string[] {
  if (leaks.length > 0) {
    return ['Left at rest, by this run or another:', '', ...leaks.map(({ words }) => `- ${plain(words)}`), ''];
  }
  if (parts.length === 0) return [];
  const said = parts.map(({ words, now }) => `- ${plain(now === '' ? `not so: ${words}` : now)}`);
  return ['At its end:', '', ...said, ''];
}

function brokenLines({ rule, reason, run }: NonNullable<Findings['broken']>): readonly string[] {
  return ['## A bug in the rules', '', plain(`${rule}: ${reason}`), '', ...numbered(run), ''];
}

function stuckLines({ run }: NonNullable<Findings['stuck']>): readonly string[] {
  return ['## A message that nobody takes', '', ...numbered(run), ''];
}

function cycleLines({ lead, circle }: NonNullable<Findings['cycle']>): readonly string[] {
  const before = lead.length === 0 ? [] : ['After', '', ...numbered(lead), ''];
  return ['## A run without an end', '', ...before, 'these events come again and again:', '', ...numbered(circle), ''];
}

function numbered(events: readonly string[]): readonly string[] {
  return events.map((event, at) => `${at + 1}. \`${event}\``);
}

function otherLines({ bound, others }: Findings): readonly string[] {
  const lists: readonly [title: string, wanted: (one: NoFinding) => boolean][] = [
    [`Holds, ${bound}`, ({ verdict, ofNothing }) => verdict === 'holds' && !ofNothing],
    ['Holds of nothing: what it speaks of never comes about', ({ ofNothing }) => ofNothing],
    ['Not finished', ({ verdict }) => verdict === 'not finished'],
  ];
  return lists.flatMap(([title, wanted]) => {
    const items = others.filter(wanted).map(({ sentence, property }) => `- ${plain(sentence)} (${property})`);
    return items.length === 0 ? [] : [`## ${title}`, '', ...items, ''];
  });
}

/** A text in which no character means anything to Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
