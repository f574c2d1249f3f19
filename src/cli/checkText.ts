/** What a check found, for people: the bounds aloud, then each property with its verdict and its shortest run. */
import { boundWords, stopWords } from '#check/boundWords.ts';
import type { PropertyReport } from '#check/checkReport.ts';
import type { Finding } from '#check/findings.ts';
import { findingsOf } from '#check/findings.ts';
import { describeOpenPoint } from '#check/openPoint.ts';
import { ownBasis } from '#check/propertyText.ts';
import { judgeState } from '#check/stateVerdict.ts';
import { modalityWords } from '#detach/property.ts';
import { replay } from '#run/runText.ts';
import { stateAt } from '#run/trace.ts';
import { describeBasis } from '#spec/basis.ts';
import { actorNames } from './actorNames.ts';
import type { AskedProperty } from './checkRequest.ts';
import { isBuiltIn } from './checkRequest.ts';
import type { Answer } from './checkSearch.ts';
import { readingWords } from './readingWords.ts';
import { hang } from './wrapText.ts';

export function answerText(answer: Answer): string {
  const { check, report } = answer;
  const width = Math.max(...check.properties.map(({ id }) => id.length));
  const builtIn = check.properties.filter(isBuiltIn);
  const findings = findingsOf(check.variant, report, { properties: builtIn }).groups.flatMap((group) => group.findings);
  const shown = new Map<string, string>();
  const paragraphs = check.properties.map((property) => {
    const of = report.properties.find(({ id }) => id === property.id);
    if (of === undefined) throw new Error(`the search did not watch ${property.id}`);
    const finding = findings.find((each) => each.property === property.id);
    const run = of.run?.join('\n');
    const shownAt = run === undefined ? undefined : shown.get(run);
    if (run !== undefined && shownAt === undefined) shown.set(run, property.id);
    return propertyLines(answer, property, of, { finding, shownAt, indent: ' '.repeat(width + 2) });
  });
  return `${[...heading(answer), ...paragraphs, summary(answer)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function heading({ check, report, seconds, stopped }: Answer): readonly (readonly string[])[] {
  const { states, transitions, depth, ends, stuck, broken, termination } = report;
  const measures = `${count(transitions, 'transition')}, depth ${depth}, ${count(ends, 'state')} at rest, ${seconds} s.`;
  const bound = boundWords(check.variant);
  const why = { ...stopWords, interrupted: 'it was ended' };
  const seen =
    stopped === undefined
      ? `All ${count(states, 'state')} were seen, ${bound}:`
      : `Not finished: ${why[stopped]} after ${count(states, 'state')}. What does not fail so far is not known to hold.`;
  return [
    [
      ...hang('Reading: ', readingWords(check.variant)),
      ...hang('', `${seen} ${measures}`),
      ...(termination.type === 'every run ends' ? ['Every run ends.'] : []),
      ...(termination.type === 'not finished' && stopped === undefined && broken === undefined
        ? ['Whether every run ends was not looked at to the end.']
        : []),
      ...(termination.type === 'cycle'
        ? [
            ...hang('', 'Some run never ends: it comes back to where it was.'),
            ...hang('  at first:   ', termination.lead.join(', ')),
            ...hang('  over again: ', termination.circle.join(', ')),
          ]
        : []),
      ...(stuck === undefined
        ? []
        : hang('', `A message stays in flight that nobody takes, after ${stuck.run.join(', ') || 'nothing'}.`)),
      ...(broken === undefined
        ? []
        : hang('', `A bug in the rules: ${broken.reason}, after ${broken.run.join(', ') || 'nothing'}.`)),
    ],
  ];
}

/** What else is known where a property is written. */
interface Beside {
  readonly finding: Finding | undefined;
  /** The property above that has the same run. */
  readonly shownAt: string | undefined;
  readonly indent: string;
}

function propertyLines(
  answer: Answer,
  property: AskedProperty,
  report: PropertyReport,
  { finding, shownAt, indent }: Beside,
): readonly string[] {
  const { id, title, onPurpose, modality, basis } = property;
  const first = id.padEnd(indent.length);
  const { verdict, run } = report;
  const bound = boundWords(answer.check.variant);
  if (verdict === 'not finished') {
    return [...hang(`${first}not finished  `, title), ...hang(indent, 'No state that breaks it was met so far.')];
  }
  const words = verdictWords(report, onPurpose);
  const sentence = hang(`${first}${words}  `, title);
  if (verdict === 'holds' && modality !== 'sometimes') {
    return [...sentence, ...hang(indent, `${report.cameUp ? '' : 'What it speaks of never comes up, '}${bound}.`)];
  }
  if (run === undefined) return [...sentence, ...hang(indent, `No run comes to such a state, ${bound}.`)];
  const { clause, text } = describeBasis(basis);
  const restsOn = basis === ownBasis ? '.' : `. ${finding?.asked ?? `It rests on ${clause}: ${text}`}`;
  const length = `${sayCount(property, report)} The shortest run, ${count(run.length, 'event')}`;
  return [
    ...sentence,
    ...hang(indent, `${capital(modalityWords[modality])}${restsOn}`),
    ...(finding === undefined ? [] : [...hang(indent, finding.broken), ...hang(indent, settledWords(finding))]),
    ...(shownAt === undefined
      ? [...hang(indent, `${length}:`), ...runLines(answer, run, indent)]
      : hang(indent, `${length}, is that of ${shownAt} above.`)),
    ...endLines(answer, property, run, indent),
    ...(finding?.leaks ?? []).flatMap((leak) =>
      hang(`${indent}  `, `left over: ${leak.words}, first after ${count(leak.run.length, 'event')}`),
    ),
  ];
}

function verdictWords({ verdict, cameUp }: PropertyReport, onPurpose: string | undefined): string {
  if (verdict === 'holds') return cameUp ? 'holds' : 'holds of nothing';
  return onPurpose === undefined ? 'FAILS' : 'differs';
}

function settledWords({ settled, settledWhy, question }: Finding): string {
  const point = `${question}, ${describeOpenPoint(question).title}`;
  return settledWhy === undefined ? `${capital(settled)}: ${point}.` : `${capital(settled)}: ${settledWhy}`;
}

function sayCount({ modality }: AskedProperty, { count: states }: PropertyReport): string {
  const verb = modality === 'sometimes' ? (states === 1 ? 'bears' : 'bear') : states === 1 ? 'breaks' : 'break';
  return `${count(states, 'state')} ${verb} it${modality === 'sometimes' ? ' out' : ''}.`;
}

function runLines({ check }: Answer, run: readonly string[], indent: string): readonly string[] {
  const { trace } = replay(check.system, run);
  const digits = String(run.length).length;
  const width = Math.max(0, ...run.map((event) => event.length));
  return trace.steps.flatMap(({ step, event, rule }) =>
    hang(
      `${indent}  ${String(step).padStart(digits)}  ${event.text.padEnd(width)}  `,
      `${actorNames[rule.actor] ?? rule.actor}: ${rule.title}`,
    ),
  );
}

/** What is so at the end of the run that should not be. */
function endLines(
  { check }: Answer,
  property: AskedProperty,
  run: readonly string[],
  indent: string,
): readonly string[] {
  if (property.modality === 'sometimes') return [];
  const { trace } = replay(check.system, run);
  const { false: parts } = judgeState(check.system, stateAt(trace, trace.steps.length), property);
  const now = [...new Set(parts.map((part) => part.now))].filter((words) => words !== '');
  return now.length === 0 ? [] : hang(`${indent}  `, `at the end: ${now.join('; ')}`);
}

function summary({ check, report }: Answer): readonly string[] {
  const verdicts = new Map(report.properties.map(({ id, verdict }) => [id, verdict]));
  const list = (wanted: (property: AskedProperty) => boolean) => check.properties.filter(wanted).map(({ id }) => id);
  const fails = list(({ id, onPurpose }) => verdicts.get(id) === 'fails' && onPurpose === undefined);
  const differs = list(({ id, onPurpose }) => verdicts.get(id) === 'fails' && onPurpose !== undefined);
  const open = list(({ id }) => verdicts.get(id) === 'not finished');
  const cameUp = new Map(report.properties.map((each) => [each.id, each.cameUp]));
  const holds = list(({ id }) => verdicts.get(id) === 'holds' && cameUp.get(id) === true);
  const ofNothing = list(({ id }) => verdicts.get(id) === 'holds' && cameUp.get(id) !== true);
  const said = [
    ['fail', fails],
    ['differ on purpose', differs],
    ['not finished', open],
    [`hold ${boundWords(check.variant)}`, holds],
    ['hold of nothing', ofNothing],
  ] as const;
  return said.flatMap(([words, ids]) => (ids.length === 0 ? [] : hang(`${words}: `, ids.join(', '))));
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}

function capital(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
