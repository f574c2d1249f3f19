/** A run as JSON, for scripts: its reading, its steps and what there is at the end. */

import { basisOfStep } from '#chart/stepBasis.ts';
import type { DetachSystem } from '#detach/detach.ts';
import type { Field, Value } from '#model/field.ts';
import { read, readArg } from '#model/state.ts';
import { timesOf } from '#run/clock.ts';
import type { Trace, TraceStep } from '#run/trace.ts';
import { stateAt } from '#run/trace.ts';
import { clockTiming } from '#session/timing.ts';
import type { RunRequest } from './runRequest.ts';

interface StepJson {
  /** What `--events` reads. */
  readonly event: string;
  /** Milliseconds from the start. */
  readonly time: number;
  readonly actor: string;
  readonly message: string | null;
  readonly clause: string;
  readonly changed: readonly { readonly field: string; readonly before: Value; readonly after: Value }[];
}

export function runJson({ scenario, variant, timing, fit: { trace } }: RunRequest): string {
  const times = timesOf(trace, clockTiming(timing));
  const steps = trace.steps.map(
    (step, at): StepJson => ({
      event: step.event.text,
      time: times[at] ?? 0,
      actor: step.rule.actor,
      message: messageOfStep(trace, step),
      clause: basisOfStep(step).clause,
      changed: changesOf(trace, step.step),
    }),
  );
  const final = { ue: finalOf(trace, 'ue'), pdnGw: finalOf(trace, 'pdnGw'), network: finalNetwork(trace) };
  return `${JSON.stringify({ scenario: scenario?.name ?? null, variant, steps, final }, null, 2)}\n`;
}

/** The type of the message that a step acted on, or else of the first one that it sent. */
function messageOfStep(trace: Trace, step: TraceStep): string | null {
  const number = step.acted ?? step.sent[0];
  const message = number === undefined ? undefined : trace.messages[number - 1];
  if (message === undefined) return null;
  const system = trace.system as DetachSystem;
  return readArg(system.places, message.message, system.parts.args.type);
}

/** The fields that differ between the states before and after a step; those for properties only are left out. */
export function changesOf(trace: Trace, step: number): StepJson['changed'] {
  const { places } = trace.system;
  return fieldsShown(trace).flatMap((field) => {
    const before = read(places, stateAt(trace, step - 1), field);
    const after = read(places, stateAt(trace, step), field);
    return before === after ? [] : [{ field: field.id, before, after }];
  });
}

function finalOf(trace: Trace, owner: string): Readonly<Record<string, Value>> {
  const state = stateAt(trace, trace.steps.length);
  return Object.fromEntries(
    fieldsShown(trace)
      .filter((field) => field.owner === owner)
      .map((field) => [field.id.slice(owner.length + 1), read(trace.system.places, state, field)]),
  );
}

/** The network's own fields, and for each direction the names of what is in flight, the oldest first. */
function finalNetwork(trace: Trace): Readonly<Record<string, Value | readonly string[]>> {
  const { definition, places } = trace.system;
  const state = stateAt(trace, trace.steps.length);
  const queues = definition.queues.map(({ id }, at) => [
    id,
    (state.queues[at] ?? []).map((message) => definition.nameMessage(message, places)),
  ]);
  return { ...finalOf(trace, 'network'), ...Object.fromEntries(queues) };
}

function fieldsShown(trace: Trace): readonly Field[] {
  return trace.system.definition.fields.filter((field) => field.role !== 'observer');
}
