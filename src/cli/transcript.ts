/** A run as numbered steps in words: when, who, what happened, what is so now, and the sentence that it rests on. */
import type { NameInDiagram } from '#chart/sequenceRows.ts';
import { basisOfStep } from '#chart/stepBasis.ts';
import { findPreset } from '#detach/presets.ts';
import { scenarioVariant } from '#detach/scenario.ts';
import { differences } from '#detach/variant.ts';
import type { Field } from '#model/field.ts';
import { sayValue } from '#model/field.ts';
import type { State } from '#model/state.ts';
import { read } from '#model/state.ts';
import { atRest } from '#run/rest.ts';
import type { MessageInstance, Trace, TraceStep } from '#run/trace.ts';
import { inFlightAt, stateAt } from '#run/trace.ts';
import { defaultOptions, sessionOptionNames } from '#session/options.ts';
import type { Session } from '#session/session.ts';
import { lastStep, timeAt } from '#session/session.ts';
import { actorNames } from './actorNames.ts';
import { readingWords } from './readingWords.ts';
import { changesOf } from './runJson.ts';
import type { RunRequest } from './runRequest.ts';
import { namesIn, sessionOfRun } from './runSession.ts';
import { hang, twoColumns } from './wrapText.ts';

/** A line of a step: what kind of thing it says, and that. */
type Detail = readonly [label: string, text: string];

const LABEL_WIDTH = 8;

export function transcript(request: RunRequest): string {
  const session = sessionOfRun(request);
  const nameOf = namesIn(session);
  const steps = request.fit.trace.steps.flatMap((step) => [...stepLines(session, step, nameOf), '']);
  return `${[...heading(request), ...startLines(session, nameOf), '', ...steps, ...ending(session, nameOf)].join('\n')}\n`;
}

function heading(request: RunRequest): readonly string[] {
  const { scenario } = request;
  return [
    ...(scenario === undefined ? [] : [...hang('', `${scenario.name}: ${scenario.title}`), ...hang('', scenario.look)]),
    ...hang('Reading: ', readingOf(request)),
    ...sessionLine(request),
  ];
}

/** A reading that is the scenario's own is told from the scenario's preset. */
function readingOf({ scenario, variant }: RunRequest): string {
  const unchanged = scenario !== undefined && differences(scenarioVariant(scenario), variant).length === 0;
  return readingWords(variant, unchanged ? findPreset(scenario.preset) : undefined);
}

function sessionLine({ options }: RunRequest): readonly string[] {
  const set = sessionOptionNames
    .filter((name) => options[name] !== defaultOptions[name])
    .map((name) => `${name}=${options[name]}`);
  return set.length === 0 ? [] : hang('Session: ', set.join(', '));
}

/** What is otherwise at the start than usual. */
function startLines({ trace }: Session, nameOf: NameInDiagram): readonly string[] {
  const { fields } = trace.system.definition;
  const flying = inFlightAt(trace, 0).map((message) => `(${message.number}) ${nameOf(message)} is in flight`);
  const words = [...sayDifferent(trace, fields, trace.initial, trace.system.initial), ...flying];
  return words.length === 0 ? [] : hang('Start: ', words.join('; '));
}

function stepLines(session: Session, step: TraceStep, nameOf: NameInDiagram): readonly string[] {
  const count = String(lastStep(session)).length;
  const time = seconds(timeAt(session, step.step)).padStart(seconds(timeAt(session, lastStep(session))).length);
  const actor = (actorNames[step.rule.actor] ?? step.rule.actor).padEnd(7);
  const prefix = `${String(step.step).padStart(count)}  ${time}  ${actor}  `;
  const indent = ' '.repeat(prefix.length);
  const details = [
    ...messageDetails(session.trace, step, nameOf),
    ...changeDetails(session.trace, step),
    basisDetail(step),
  ];
  return [
    ...hang(prefix, step.rule.title),
    ...details.flatMap(([label, text]) => hang(`${indent}${label.padEnd(LABEL_WIDTH)} `, text)),
  ];
}

function messageDetails(trace: Trace, step: TraceStep, nameOf: NameInDiagram): readonly Detail[] {
  const name = (message: MessageInstance) => `(${message.number}) ${nameOf(message)}`;
  const reason = ({ reason: why }: MessageInstance) => (why === undefined ? '' : `: ${why}`);
  const details: Detail[] = [];
  const acted = step.acted === undefined ? undefined : trace.messages[step.acted - 1];
  if (acted !== undefined) {
    details.push([actedLabel(step, acted), `${name(acted)}${acted.endedAt === step.step ? reason(acted) : ''}`]);
  }
  for (const message of trace.messages.filter((each) => step.sent.includes(each.number))) {
    if (message.copyOf !== undefined) details.push(['makes', `${name(message)}, the copy`]);
    else if (message.fate === 'notSent') details.push(['not sent', `${name(message)}${reason(message)}`]);
    else details.push(['sends', `${name(message)}${message.endedAt === step.step ? ', lost at once' : ''}`]);
  }
  const swept = trace.messages.filter(
    (each) => each.fate === 'lost' && each.endedAt === step.step && each.sentAt < step.step && each !== acted,
  );
  return [...details, ...swept.map((message): Detail => ['loses', name(message)])];
}

function actedLabel(step: TraceStep, message: MessageInstance): string {
  if (step.rule.stimulus.kind !== 'fault') return message.fate === 'discarded' ? 'discards' : 'receives';
  if (message.endedAt === step.step) return 'loses';
  return message.alteredAt === step.step ? 'alters' : 'copies';
}

function changeDetails(trace: Trace, step: TraceStep): readonly Detail[] {
  return changesOf(trace, step.step).map(({ field: id, before, after }, at): Detail => {
    const field = trace.system.field(id);
    const words = field === undefined ? `${id} is ${after}` : sayValue(field, after);
    return [at === 0 ? 'now' : '', typeof before === 'number' ? `${words} (was ${before})` : words];
  });
}

function basisDetail(step: TraceStep): Detail {
  const { clause, force, confidence, text } = basisOfStep(step);
  return ['rests on', `${clause} (${force}${confidence === 'unconfirmed' ? ', unconfirmed' : ''}): ${text}`];
}

/** What there is at the end: both actors, what is in flight, and what may come next. */
function ending(session: Session, nameOf: NameInDiagram): readonly string[] {
  const { trace } = session;
  const { system } = trace;
  const state = stateAt(trace, lastStep(session));
  const possible = system.enabled(state);
  const next = possible.filter((event) => system.rule(event.rule).stimulus.kind !== 'fault');
  const nothing = possible.length === 0 ? 'nothing' : 'faults of the network only';
  const flying = inFlightAt(trace, lastStep(session)).map((message) => `(${message.number}) ${nameOf(message)}`);
  const rest = atRest(system, state) ? ', at rest: nothing more happens by itself' : '';
  return [
    `End, ${seconds(timeAt(session, lastStep(session)))}${rest}`,
    ...twoColumns([
      ...Object.entries(actorNames).flatMap(([owner, name]): readonly Detail[] => {
        const words = stateWords(trace, owner);
        return words === '' ? [] : [[name, words]];
      }),
      ['In flight', flying.length === 0 ? 'nothing' : flying.join('; ')],
      ['Next', next.length === 0 ? nothing : next.map((event) => event.text).join(', ')],
    ]),
  ];
}

/** The phases of an owner, and all else that differs from the start of the run. */
function stateWords(trace: Trace, owner: string): string {
  const fields = trace.system.definition.fields.filter((field) => field.owner === owner);
  const state = stateAt(trace, trace.steps.length);
  return sayDifferent(trace, fields, state, trace.initial, 'phases too').join('; ');
}

/** The values of those fields that differ between two states, in words. */
function sayDifferent(
  trace: Trace,
  fields: readonly Field[],
  state: State,
  before: State,
  always?: 'phases too',
): readonly string[] {
  const { places } = trace.system;
  return fields
    .filter(
      (field) =>
        read(places, state, field) !== read(places, before, field) || (always !== undefined && field.role === 'phase'),
    )
    .map((field) => sayValue(field, read(places, state, field)));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}
