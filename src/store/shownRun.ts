/** A run that a check has found: into view, and back to what was in view before. */

import { systemWithout } from '#detach/switchedOff.ts';
import { forget, jump, show, switchTo } from '#run/branches.ts';
import { replay } from '#run/runText.ts';
import { variantOf } from './changedReading.ts';
import type { WalkState, WantedRun } from './walkState.ts';

/** What the store takes on where a run is asked for; what was in view is kept as a branch. */
export function shownRun(
  state: WalkState,
  { variant, events, words, claim, step = 0, without }: WantedRun,
): Partial<WalkState> {
  const { run, shown } = state;
  const { trace, stopped } = replay(systemWithout(variant, without), events);
  const again = shown?.trace === run.trace;
  const kept = run.trace.steps.length === 0 ? undefined : { name: run.name, step: run.step };
  return {
    variant,
    run: jump(show(run, trace, 'found', !again), step),
    shown: { trace, words, claim, before: again ? shown.before : kept },
    reread: undefined,
    selected: undefined,
    playing: false,
    notice: stopped?.reason,
  };
}

/** The line before is in view again; the run that was shown goes, since one press brings it back. */
export function beforeShown({ run, shown }: WalkState): Partial<WalkState> {
  if (shown?.before === undefined || shown.trace !== run.trace) return { shown: undefined };
  const { name, step } = shown.before;
  const back = forget(jump(switchTo(run, name), step), run.name);
  return { run: back, variant: variantOf(back.trace), shown: undefined, selected: undefined, notice: undefined };
}
