/**
 * Findings: what fails in a reading, each with its shortest run, the open point of the text that it asks about, and who
 * settles it. Made from a report, so that no search is made twice.
 */
import type { DetachSystem } from '#detach/detach.ts';
import { messageTypes } from '#detach/message.ts';
import { messageNames } from '#detach/messageNames.ts';
import { presets, presetVariant } from '#detach/presets.ts';
import { propertiesOf } from '#detach/properties.ts';
import type { DetachProperty, Question } from '#detach/property.ts';
import type { Variant } from '#detach/variant.ts';
import { differences } from '#detach/variant.ts';
import type { Field } from '#model/field.ts';
import { sayValue } from '#model/field.ts';
import type { Modality } from '#model/property.ts';
import { read } from '#model/state.ts';
import { replay } from '#run/runText.ts';
import type { Trace, TraceStep } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import type { BasisDescription, BasisId } from '#spec/basis.ts';
import { describeBasis } from '#spec/basis.ts';
import { boundWords, stopWords } from './boundWords.ts';
import { checkedSystem } from './checkReading.ts';
import type { CheckReport, PropertyReport } from './checkReport.ts';
import { fieldPropertyId } from './checkReport.ts';
import type { Bearing } from './findingWords.ts';
import { goesAgainst, sayAsked, sayBroken } from './findingWords.ts';
import type { OpenPoint } from './openPoint.ts';
import { describeOpenPoint, failingRun, questionOf } from './openPoint.ts';
import type { Repair } from './repair.ts';
import { basesDone } from './runBases.ts';
import type { FalsePart } from './stateVerdict.ts';
import { judgeState } from './stateVerdict.ts';

/** Who settles a failing property: a failing one is a question to the text unless something else does. */
export type Settled =
  | 'question to the text'
  | 'left to the cited RFC'
  | 'changed on purpose'
  /** The reading leaves out what the cited RFCs add. */
  | 'for teaching';

export interface Leak {
  readonly field: string;
  /** "the PDN GW's binding is there". */
  readonly words: string;
  readonly run: readonly string[];
}

export interface Finding {
  readonly property: string;
  /** The claim that fails, as a sentence without a full stop. */
  readonly sentence: string;
  readonly meaning: string;
  readonly modality: Modality;
  readonly basis: BasisDescription;
  /** How the run stands to the sentence that the claim rests on. */
  readonly bearing: Bearing;
  /** What the claim asks for, beside its sentence. */
  readonly asked: string;
  /** Which sentence the run breaks, or that it breaks none. */
  readonly broken: string;
  /** Set where it rests on the discussion part alone, which is not agreed text. */
  readonly discussionOnly: boolean;
  readonly question: Question;
  readonly settled: Settled;
  /** Why nothing has to be asked, as a sentence; undefined for a question to the text. */
  readonly settledWhy?: string;
  /** The event texts of a shortest run, and the titles of its rules. */
  readonly run: readonly string[];
  readonly steps: readonly FindingStep[];
  readonly length: number;
  /** How many states break it. */
  readonly count: number;
  /** What is false at the end of the run. */
  readonly false: readonly FalsePart[];
  /** What is left at rest, field by field, where the property names fields. */
  readonly leaks: readonly Leak[];
  /** The smallest change that repairs it, where that was looked for. */
  readonly repair?: Repair;
}

export interface FindingStep {
  readonly event: string;
  readonly actor: string;
  readonly title: string;
  /** The message in question by the name that people have for it: "BU", "BA 133"; undefined where there is none. */
  readonly message?: string;
}

export interface FindingGroup extends Omit<OpenPoint, 'id' | 'kind'> {
  /** The open point, or `on purpose` for what the reading departs from on purpose: that asks about none. */
  readonly id: Question | 'on purpose';
  readonly kind: OpenPoint['kind'] | 'change of reading';
  /** Shortest run first. */
  readonly findings: readonly Finding[];
}

/** A property that does not fail. */
export interface NoFinding {
  readonly property: string;
  readonly sentence: string;
  readonly verdict: 'holds' | 'not finished';
  /** Nothing that it speaks of ever comes about: it holds of nothing. */
  readonly ofNothing: boolean;
}

export interface Findings {
  readonly variant: Variant;
  /** "with at most 1 loss and no duplication". */
  readonly bound: string;
  /** All states were seen. Where they were not, what is not listed is not known to hold. */
  readonly finished: boolean;
  readonly states: number;
  /** What has to be said with every verdict, as sentences. */
  readonly aloud: readonly string[];
  /** By open point, that with the shortest run first. */
  readonly groups: readonly FindingGroup[];
  readonly others: readonly NoFinding[];
  /** A bug in the rules, with the run that shows it. */
  readonly broken: CheckReport['broken'];
  /** A deadlock: a run to a message in flight that nobody takes. */
  readonly stuck: CheckReport['stuck'];
  /** A run without an end, where there is one. */
  readonly cycle?: { readonly lead: readonly string[]; readonly circle: readonly string[] };
}

export interface FindingsOptions {
  readonly properties?: readonly DetachProperty[];
  readonly without?: BasisId;
  readonly repairs?: readonly Repair[];
}

/** What a report of a reading says fails. The options must be those of the check. */
export function findingsOf(variant: Variant, report: CheckReport, options: FindingsOptions = {}): Findings {
  const system = checkedSystem(variant, options.without);
  const properties = options.properties ?? propertiesOf(system.parts);
  const reports = new Map(report.properties.map((each) => [each.id, each]));
  const found: Finding[] = [];
  const others: NoFinding[] = [];
  for (const property of properties) {
    const of = reports.get(property.id);
    if (of === undefined) continue;
    if (of.verdict === 'fails') {
      found.push(
        addRepair(
          findingOf(system, property, of, { reports, isOneOff: options.without !== undefined }),
          options.repairs,
        ),
      );
    } else {
      const ofNothing = of.verdict === 'holds' && !of.cameUp;
      others.push({ property: property.id, sentence: property.title, verdict: of.verdict, ofNothing });
    }
  }
  const { termination } = report;
  return {
    variant,
    bound: boundWords(variant),
    finished: report.stopped === undefined && report.broken === undefined,
    states: report.states,
    aloud: sayBounds(variant, report),
    groups: grouped(found),
    others,
    broken: report.broken,
    stuck: report.stuck,
    ...(termination.type === 'cycle' ? { cycle: { lead: termination.lead, circle: termination.circle } } : {}),
  };
}

/** The findings with what was found to repair them. */
export function withRepairs(findings: Findings, repairs: readonly Repair[]): Findings {
  const groups = findings.groups.map((group) => ({
    ...group,
    findings: group.findings.map((finding) => addRepair(finding, repairs)),
  }));
  return { ...findings, groups };
}

/** Whether a reading leaves out what the preset for teaching leaves out, whatever faults it allows. */
export function isForTeaching(variant: Variant): boolean {
  const preset = presets.find((each) => each.name === 'words-alone');
  if (preset === undefined) return false;
  const apart = differences(presetVariant(preset), variant);
  return Object.keys(preset.differs).every((name) => !(apart as readonly string[]).includes(name));
}

/** Who settles a failing property of a reading that asks about an open point, and why, where nothing has to be asked. */
export function settle(
  variant: Variant,
  property: Pick<DetachProperty, 'onPurpose'>,
  point: OpenPoint,
): { readonly settled: Settled; readonly settledWhy?: string } {
  if (isForTeaching(variant)) {
    return { settled: 'for teaching', settledWhy: 'This reading leaves out what the cited RFCs add.' };
  }
  if (property.onPurpose !== undefined) return { settled: 'changed on purpose', settledWhy: property.onPurpose };
  if (point.settledBy !== undefined) return { settled: 'left to the cited RFC', settledWhy: point.settledBy };
  return { settled: 'question to the text' };
}

function addRepair(finding: Finding, repairs: readonly Repair[] = []): Finding {
  const repair = repairs.find((each) => each.property === finding.property);
  return repair === undefined ? finding : { ...finding, repair };
}

function findingOf(
  system: DetachSystem,
  property: DetachProperty,
  report: PropertyReport,
  { reports, isOneOff }: { readonly reports: ReadonlyMap<string, PropertyReport>; readonly isOneOff: boolean },
): Finding {
  const run = report.run ?? [];
  const { trace, verdict } = endOf(system, property, run);
  const point = describeOpenPoint(questionOf(property, failingRun(system, trace, verdict)));
  const basis = describeBasis(property.basis);
  const bearing = bearingOf(system, trace, property);
  const settled = settle(system.parts.variant, property, point);
  return {
    property: property.id,
    sentence: property.title,
    meaning: property.meaning,
    modality: property.modality,
    basis,
    bearing,
    asked: sayAsked(basis, bearing),
    broken: sayBroken({ basis, bearing, settled: settled.settled, point, isOneOff }),
    discussionOnly: basis.force === 'discussion only',
    question: point.id,
    ...settled,
    run,
    steps: trace.steps.map(stepOf),
    length: run.length,
    count: report.count,
    false: verdict.false,
    leaks: (property.perField ?? []).flatMap(({ field }) =>
      leakOf(system, field, reports.get(fieldPropertyId(property.id, field.id))),
    ),
  };
}

function stepOf({ event: { text }, rule: { actor, title } }: TraceStep): FindingStep {
  const [name, status] = text.split(' ')[1]?.split(':') ?? [];
  const type = messageTypes.find((each) => each === name);
  if (type === undefined) return { event: text, actor, title };
  const { short } = messageNames[type];
  return { event: text, actor, title, message: status === undefined ? short : `${short} ${status}` };
}

/** A sentence is reached where a step of the run, or another event that was possible on the way, does what it asks for. */
function bearingOf(system: DetachSystem, trace: Trace, { basis, questions }: DetachProperty): Bearing {
  if (goesAgainst(basis, questions)) return 'against';
  const states = Array.from({ length: trace.steps.length + 1 }, (_, step) => stateAt(trace, step));
  const isReached = states.some((state) =>
    system.enabled(state).some((event) => {
      const act = { rule: system.rule(event.rule), effects: system.perform(state, event).effects };
      return basesDone(act).includes(basis);
    }),
  );
  return isReached ? 'reached' : 'not reached';
}

/** @throws {Error} if the run of a report does not fit the reading: the caller mixed up two readings, or a bug. */
function endOf(system: DetachSystem, property: DetachProperty, run: readonly string[]) {
  const { trace, stopped } = replay(system, run);
  if (stopped !== undefined) throw new Error(`the run of ${property.id} does not fit its reading: ${stopped.reason}`);
  return { trace, verdict: judgeState(system, lastState(trace), property) };
}

function leakOf(system: DetachSystem, field: Field, report: PropertyReport | undefined): readonly Leak[] {
  if (report?.verdict !== 'fails' || report.run === undefined) return [];
  const state = lastState(replay(system, report.run).trace);
  return [{ field: field.id, words: sayValue(field, read(system.places, state, field)), run: report.run }];
}

function lastState(trace: Trace) {
  return stateAt(trace, trace.steps.length);
}

const onPurpose: Omit<FindingGroup, 'findings'> = {
  id: 'on purpose',
  kind: 'change of reading',
  title: 'Changed on purpose',
  text: 'The reading departs from the contribution here: each is a difference, not a question.',
};

function grouped(found: readonly Finding[]): readonly FindingGroup[] {
  const byLength = [...found].sort((a, b) => a.length - b.length);
  const ids = [...new Set(byLength.map(groupOf))];
  return ids.map((id) => ({
    ...(id === 'on purpose' ? onPurpose : describeOpenPoint(id)),
    findings: byLength.filter((each) => groupOf(each) === id),
  }));
}

function groupOf({ settled, question }: Finding): FindingGroup['id'] {
  return settled === 'changed on purpose' ? 'on purpose' : question;
}

function sayBounds(variant: Variant, report: CheckReport): readonly string[] {
  const states = report.states.toLocaleString('en');
  const said: string[] = [];
  if (report.broken !== undefined) {
    said.push(`Not finished: the rule ${report.broken.rule} asks for what cannot be (${report.broken.reason}).`);
  } else if (report.stopped !== undefined) {
    said.push(
      `Not finished: ${stopWords[report.stopped]} after ${states} states. What does not fail so far is not known to hold.`,
    );
  } else {
    said.push(`All ${states} states were seen, ${boundWords(variant)}.`);
  }
  if (report.stuck !== undefined) said.push('In some run a message stays in flight that nobody takes.');
  if (report.termination.type === 'cycle') said.push('Some run never ends: it comes back to where it was.');
  return said;
}
