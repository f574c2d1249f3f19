/** What undo takes back and redo brings again: all that a person does to the walk's data, and not where they look. */
import type { Branch, Run } from '#run/branches.ts';
import type { WalkState } from './walkState.ts';

/** So many acts can be taken back. */
export const MOST_ACTS = 100;

export type Kept = Pick<
  WalkState,
  'scenario' | 'variant' | 'options' | 'timing' | 'run' | 'patches' | 'reread' | 'shown' | 'selected'
>;

export function kept(state: WalkState): Kept {
  const { scenario, variant, options, timing, run, patches, reread, shown, selected } = state;
  return { scenario, variant, options, timing, run, patches, reread, shown, selected };
}

/** Whether nothing was done to the data between two states: the cursor, the line in view and the selection are no data. */
export function sameData(one: Kept, other: Kept): boolean {
  const plain = ['scenario', 'variant', 'options', 'timing', 'patches'] as const;
  return plain.every((name) => one[name] === other[name]) && sameLines(one.run, other.run);
}

/** What was done between two states, as a person would call it, to stand behind "Undone:". */
export function actWords(before: Kept, after: Kept): string {
  if (before.scenario !== after.scenario) return `the scenario "${after.scenario.title}"`;
  if (before.variant !== after.variant) return 'the change of reading';
  if (before.options !== after.options) return 'the change of a session option';
  if (before.timing !== after.timing) return 'the change of a timing value';
  if (before.patches !== after.patches) return 'the change of octets';
  const gone = linesOf(before.run).filter(({ trace }) => linesOf(after.run).every((each) => each.trace !== trace));
  const come = linesOf(after.run).filter(({ trace }) => linesOf(before.run).every((each) => each.trace !== trace));
  if (come.length === 0 && gone.length === 0) return 'the new name of the branch';
  if (come.length === 0) return `the drop of "${gone[0]?.name}"`;
  const last = after.run.trace.steps.at(-1);
  return last === undefined ? 'the run' : `"${last.rule.title}"`;
}

function linesOf(run: Run): readonly Pick<Branch, 'name' | 'trace'>[] {
  return [run, ...run.branches];
}

function sameLines(one: Run, other: Run): boolean {
  if (one === other) return true;
  const others = linesOf(other);
  return (
    linesOf(one).length === others.length &&
    linesOf(one).every(({ name, trace }) => others.some((each) => each.name === name && each.trace === trace))
  );
}
