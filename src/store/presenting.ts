/**
 * The presentation, and an objection within it: from the presented step anything may be explored, and one act brings back exactly
 * what was presented. What was explored stays as a branch.
 */
import type { Branch, Run } from '#run/branches.ts';
import type { WalkState } from './walkState.ts';

/** What comes back after an objection. */
export type Presented = Pick<
  WalkState,
  'scenario' | 'variant' | 'options' | 'run' | 'patches' | 'reread' | 'shown' | 'selected'
>;

/** The presentation begins: with the step in view, and nothing open over it. */
export function presented(): Partial<WalkState> {
  return { presenting: true, drawer: undefined, playing: false, notice: undefined };
}

export function objected(state: WalkState): Partial<WalkState> {
  const { scenario, variant, options, run, patches, reread, shown, selected } = state;
  return {
    objection: { scenario, variant, options, run, patches, reread, shown, selected },
    playing: false,
    drawer: undefined,
  };
}

export function answered({ objection, run, patches }: WalkState): Partial<WalkState> {
  if (objection === undefined) return {};
  return {
    ...objection,
    run: withExplored(objection.run, run),
    patches: [...new Set([...objection.patches, ...patches])],
    objection: undefined,
    playing: false,
    drawer: undefined,
    notice: undefined,
  };
}

/** The presented run with the lines that were explored since as branches; a line that was presented stays as it was. */
function withExplored(presentedRun: Run, explored: Run): Run {
  const before = [presentedRun, ...presentedRun.branches];
  const lines: readonly Branch[] = [explored, ...explored.branches];
  const added: Branch[] = [];
  let made = Math.max(presentedRun.made, explored.made);
  for (const { name, trace, forkStep } of lines) {
    if (before.some((each) => each.trace === trace) || isBeginOf(trace, before)) continue;
    const taken = [...before, ...added].some((each) => each.name === name);
    if (taken) made++;
    added.push({ name: taken ? `branch ${made}` : name, trace, forkStep });
  }
  return { ...presentedRun, branches: [...presentedRun.branches, ...added], made };
}

/** Whether a line is no more than the beginning of one that is there. */
function isBeginOf(trace: Run['trace'], lines: readonly Pick<Run, 'trace'>[]): boolean {
  return lines.some(
    (each) =>
      each.trace.system === trace.system &&
      trace.steps.every((step, at) => each.trace.steps[at]?.event.text === step.event.text),
  );
}
