/** What the page shows, derived from the store. Each is made once for the trace, the step and the options it depends on. */

import type { SequenceRow } from '#chart/sequenceRow.ts';
import { markChanged, sequenceRows, tailRows } from '#chart/sequenceRows.ts';
import { basisOfStep } from '#chart/stepBasis.ts';
import type { Event } from '#model/event.ts';
import { dueTime } from '#run/clock.ts';
import type { Trace } from '#run/trace.ts';
import { flightAt, stateAt } from '#run/trace.ts';
import type { Refusal } from '#run/whyNot.ts';
import { refusals } from '#run/whyNot.ts';
import type { SessionOptions } from '#session/options.ts';
import type { Session } from '#session/session.ts';
import { sessionOf } from '#session/session.ts';
import type { TimingValues } from '#session/timing.ts';
import type { BasisDescription } from '#spec/basis.ts';
import { describeBasis } from '#spec/basis.ts';
import { clockOf, timingOf } from './clockOf.ts';
import { growing } from './growing.ts';
import { lastOf } from './lastOf.ts';
import type { KeptPatch } from './patches.ts';
import { patchOn } from './patches.ts';
import { eventOnMessage, nextEvent } from './walkMoves.ts';
import type { WalkState } from './walkState.ts';

const sessionFor = growing(
  (trace: Trace, before: Session | undefined, options: SessionOptions, timing: TimingValues): Session =>
    sessionOf(trace, clockOf({ run: { trace }, timing }).times, options, timing, before),
);

/** The run made concrete. */
export function session(state: WalkState): Session {
  return sessionFor(state.run.trace, state.options, state.timing);
}

/** The virtual time of the step in view, in milliseconds. */
export function timeOfStep(state: WalkState): number {
  return clockOf(state).times[state.run.step - 1] ?? 0;
}

const namesFor = lastOf((concrete: Session) => (message: { readonly number: number }) => {
  const found = concrete.messages[message.number - 1];
  if (found === undefined) return '';
  const words = found.decisive === '' ? found.title : `${found.title}, ${found.decisive}`;
  return concrete.parts.connections.length > 1 ? `${words} (${found.apn})` : words;
});

interface RowsOfTrace {
  readonly steps: number;
  readonly rows: readonly SequenceRow[];
}

const rowsFor = growing(
  (trace: Trace, before: RowsOfTrace | undefined, options: SessionOptions, timing: TimingValues): RowsOfTrace => {
    const nameOf = namesFor(sessionFor(trace, options, timing));
    const steps = trace.steps.length;
    // The rows of a run only ever grow at the end.
    if (before === undefined) return { steps, rows: stableRows(sequenceRows(trace, nameOf)) };
    return { steps, rows: [...before.rows, ...sequenceRows(trace, nameOf, before.steps)] };
  },
);

const marked = lastOf(
  (rows: readonly SequenceRow[], patches: readonly KeptPatch[], trace: Trace, step: number) =>
    markChanged(rows, (number) => patchOn(patches, trace, number, step) !== undefined),
  2,
);

/** All rows of the diagram, later steps included; a row that says the same is the same object as before. */
export function diagramRows(state: WalkState): readonly SequenceRow[] {
  const { run, patches, options, timing } = state;
  const { rows } = rowsFor(run.trace, options, timing);
  return patches.length === 0 ? rows : marked(rows, patches, run.trace, run.trace.steps.length);
}

const tailFor = lastOf((trace: Trace, step: number, concrete: Session) => tailRows(trace, step, namesFor(concrete)), 2);

/** The messages in flight at the step in view. */
export function diagramTail(state: WalkState): readonly SequenceRow[] {
  const { run, patches } = state;
  const rows = tailFor(run.trace, run.step, session(state));
  return patches.length === 0 ? rows : marked(rows, patches, run.trace, run.step);
}

/** The sentence that the step in view rests on; before the first step that of the procedure which the run goes through. */
export function sentenceInView(state: WalkState): BasisDescription {
  const step = state.run.trace.steps[state.run.step - 1];
  if (step !== undefined) return basisOfStep(step);
  const byPdnGw = state.run.trace.steps[0]?.rule.actor === 'pdnGw';
  return describeBasis(byPdnGw ? 'R-8.4.3.1-6' : 'R-8.4.3.1-5');
}

export interface NextEvent {
  readonly event: Event;
  /** In full words, as on its button. */
  readonly title: string;
  readonly kind: 'action' | 'timer' | 'delivery' | 'fault';
  /** Whether the text leaves open that it is this one: other choices of the same stimulus are possible. */
  readonly silent: boolean;
}

export interface NextEvents {
  /** What Step does; undefined where nothing is left. */
  readonly primary: NextEvent | undefined;
  /** All events possible, in the system's order, the primary one among them. */
  readonly all: readonly NextEvent[];
  readonly lose: Event | undefined;
  readonly duplicate: Event | undefined;
  readonly timer: NextEvent | undefined;
}

const nextFor = lastOf(
  (run: WalkState['run'], timing: TimingValues, selected: number | undefined, concrete: Session): NextEvents => {
    const { trace, step } = run;
    const { system } = trace;
    const events = system.enabled(stateAt(trace, step));
    const stimulusOf = (event: Event) => system.rule(event.rule).stimulus;
    const all = events.map((event): NextEvent => {
      const same = events.filter((other) => sameStimulus(stimulusOf(event), stimulusOf(other)) && sameAt(event, other));
      return {
        event,
        title: titleOf(trace, step, event, concrete),
        kind: stimulusOf(event).kind,
        silent: same.length > 1 && stimulusOf(event).kind !== 'fault',
      };
    });
    const next = nextEvent({ run, timing });
    return {
      primary: all.find((each) => each.event.text === next?.text),
      all,
      lose: eventOnMessage({ run, selected }, 'lose'),
      duplicate: eventOnMessage({ run, selected }, 'duplicate'),
      timer: all.find((each) => each.kind === 'timer'),
    };
  },
);

/** What may come next at the step in view. */
export function nextEvents(state: WalkState): NextEvents {
  return nextFor(state.run, state.timing, state.selected, session(state));
}

const refusalsFor = lastOf((trace: Trace, step: number): readonly Refusal[] =>
  refusals(trace.system, stateAt(trace, step)),
);

/** What is not possible at the step in view, and why. */
export function notPossible(state: WalkState): readonly Refusal[] {
  return refusalsFor(state.run.trace, state.run.step);
}

/** One sentence for a screen reader: the step, what happened, what changed. */
export function stepSentence(state: WalkState): string {
  const { trace, step } = state.run;
  const done = trace.steps[step - 1];
  if (done === undefined) return `Start. ${trace.steps.length} steps.`;
  const message = done.acted === undefined ? undefined : trace.messages[done.acted - 1];
  const last = new Map(
    done.effects.flatMap((effect) =>
      effect.type === 'changed' && effect.field.role === 'phase'
        ? [
            [
              effect.field.id,
              `${effect.field.subject} ${effect.field.says[String(effect.after)] ?? String(effect.after)}`,
            ],
          ]
        : [],
    ),
  );
  const phases = [...last.values()];
  const what = message === undefined ? done.rule.title : `${namesFor(session(state))(message)}: ${done.rule.title}`;
  return `Step ${step} of ${trace.steps.length}. ${what}.${phases.length === 0 ? '' : ` Now ${phases.join(', ')}.`}`;
}

/** What happens, in full words, as on its button. */
export function titleOf(trace: Trace, step: number, event: Event, concrete: Session): string {
  const rule = trace.system.rule(event.rule);
  const number = event.at === undefined ? undefined : flightAt(trace, step)[event.at.queue]?.[event.at.position];
  const message = number === undefined ? undefined : trace.messages[number - 1];
  if (message === undefined) return rule.title;
  const name = `(${message.number}) ${namesFor(concrete)(message)}`;
  switch (rule.stimulus.kind) {
    case 'fault':
      if (rule.choice === undefined) return `${rule.title.split(' the ')[0] ?? rule.title} ${name}`;
      return `${name}: ${rule.title.replace(/ \(towards.*/, '')}`;
    default:
      return `${actorName(rule.actor)} receives ${rule.title}`;
  }
}

/** What an actor is called on the page. */
export function actorName(actor: string): string {
  if (actor === 'ue') return 'UE';
  return actor === 'pdnGw' ? 'PDN GW' : 'Network';
}

function sameStimulus(
  a: { kind: string; name: string; instance?: string },
  b: { kind: string; name: string; instance?: string },
): boolean {
  return a.kind === b.kind && a.name === b.name && a.instance === b.instance;
}

function sameAt(a: Event, b: Event): boolean {
  return a.at?.queue === b.at?.queue && a.at?.position === b.at?.position;
}

/** The rows with those of the time before in place of equal ones, so that what did not change is not drawn again. */
const stableRows = (() => {
  let before: readonly SequenceRow[] = [];
  return (rows: readonly SequenceRow[]): readonly SequenceRow[] => {
    const stable = rows.map((row, at) => {
      const old = before[at];
      return old !== undefined && sameRow(old, row) ? old : row;
    });
    before = stable;
    return stable;
  };
})();

function sameRow(a: SequenceRow, b: SequenceRow): boolean {
  return a.key === b.key && JSON.stringify(a) === JSON.stringify(b);
}

/** The virtual time between the step in view and the next one, in milliseconds; 0 where nothing comes. */
export function waitBeforeNext(state: WalkState): number {
  const { trace, step } = state.run;
  const now = timeOfStep(state);
  const clock = clockOf(state);
  const loaded = clock.times[step];
  if (loaded !== undefined) return loaded - now;
  const next = nextEvent(state);
  return next === undefined ? 0 : Math.max(0, dueTime(clock, trace, next, timingOf(state)) - now);
}

/** Whether the step in view takes an order of BU and DELETE that the text leaves open (gap A1). */
export function orderIsSilent(state: WalkState): boolean {
  const step = state.run.trace.steps[state.run.step - 1];
  if (step === undefined || sentenceInView(state).id === 'A1') return false;
  return step.effects.some(
    (effect) => effect.type === 'changed' && effect.basis === 'A1' && effect.field.id.startsWith('ue.order'),
  );
}
