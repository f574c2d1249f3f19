/**
 * The changes that a person made to messages in flight, kept beside the run.
 *
 * A patch belongs to the step that made it. Branches share the steps before they part, so each finds its own; a run made anew
 * on another reading finds it by the place and the text of that step.
 */
import type { Trace, TraceStep } from '#run/trace.ts';
import type { Patch } from '#session/patch.ts';

export interface KeptPatch {
  readonly patch: Patch;
  /** The step that made it, or that was in view; undefined for the start. */
  readonly step: TraceStep | undefined;
}

/** The patches of a line, each with the step that it has there; those whose step it does not have are left out. */
export function keptOn(trace: Trace, patches: readonly Patch[]): readonly KeptPatch[] {
  return patches
    .filter((patch) => patch.step <= trace.steps.length && patch.message <= trace.messages.length)
    .map((patch) => ({ patch, step: trace.steps[patch.step - 1] }));
}

/** What was changed in a message by a step, or in the one that it is a copy of before it was made; undefined if nothing was. */
export function patchOn(patches: readonly KeptPatch[], trace: Trace, message: number, step: number): Patch | undefined {
  const own = ownPatch(patches, trace, message, step);
  const instance = trace.messages[message - 1];
  if (own !== undefined || instance?.copyOf === undefined) return own;
  return patchOn(patches, trace, instance.copyOf, Math.min(step, instance.sentAt - 1));
}

function ownPatch(patches: readonly KeptPatch[], trace: Trace, message: number, step: number): Patch | undefined {
  const candidates = patches.filter(({ patch }) => patch.message === message && patch.step <= step);
  const own = candidates.findLast((each) => each.step === trace.steps[each.patch.step - 1]);
  return (own ?? candidates.findLast((each) => alike(each.step, trace.steps[each.patch.step - 1])))?.patch;
}

/** All patches of a line, in the order of their messages: what a link or a file carries. */
export function patchesOf(patches: readonly KeptPatch[], trace: Trace): readonly Patch[] {
  return trace.messages.flatMap(({ number }) => ownPatch(patches, trace, number, trace.steps.length) ?? []);
}

function alike(a: TraceStep | undefined, b: TraceStep | undefined): boolean {
  return a !== undefined && b !== undefined && a.event.text === b.event.text && a.acted === b.acted;
}
