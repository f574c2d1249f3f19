/** Another reading under the run in view: the same events on it, as far as they fit. */
import type { DetachSystem } from '#detach/detach.ts';
import { detach } from '#detach/detach.ts';
import type { Variant } from '#detach/variant.ts';
import { differences } from '#detach/variant.ts';
import { sameState } from '#model/state.ts';
import { forget, jump, reread, switchTo } from '#run/branches.ts';
import { replayLike } from '#run/replayLike.ts';
import type { Stop } from '#run/runText.ts';
import type { Trace, TraceStep } from '#run/trace.ts';
import { startOf } from './scenarioRun.ts';
import type { WalkState } from './walkState.ts';

/** The same events on another reading, as far as they fit; the line before stays as it is where they do not. */
export function changedReading(state: WalkState, variant: Variant): Partial<WalkState> {
  if (differences(state.variant, variant).length === 0) return { notice: undefined };
  const { run } = state;
  // Through several changes in a row the line that a person made stays the one that is replayed.
  const from = state.reread?.to === run.trace ? state.reread.from : run.trace;
  if (differences(variantOf(from), variant).length === 0) {
    const branch = run.branches.find((each) => each.trace === from);
    const back = branch === undefined ? reread(run, from, false) : switchTo(run, branch.name);
    return {
      variant,
      run: forget(jump(back, run.step), branch === undefined ? '' : run.name),
      reread: undefined,
      notice: undefined,
    };
  }
  const system = detach(variant);
  const usual = sameState(from.initial, (from.system as DetachSystem).initial);
  const start = usual ? system.initial : startOf(system, state.scenario);
  const { trace, stopped, renamed } = replayLike(system, from.steps, start);
  const notice =
    stopped !== undefined
      ? partedAt(from.steps[trace.steps.length], trace.steps.length, stopped)
      : renamed !== undefined
        ? otherWay(renamed.step, from.steps[renamed.step - 1], trace.steps[renamed.step - 1])
        : undefined;
  const selected = trace.messages.length < (state.selected ?? 0) ? undefined : state.selected;
  return { variant, run: reread(run, trace, from === run.trace), reread: { from, to: trace }, selected, notice };
}

/** The reading that a line is on. */
export function variantOf(trace: Trace): Variant {
  return (trace.system as DetachSystem).parts.variant;
}

/** What a person is told where the same stimulus is met in another way. */
function otherWay(step: number, before: TraceStep | undefined, after: TraceStep | undefined): string {
  const [was, is] = [before?.rule.title, after?.rule.title];
  const words = `From step ${step} on, this reading goes another way`;
  return was === is ? `${words}.` : `${words}: "${is}" in place of "${was}".`;
}

/** What a person is told where a run goes on no longer: the step by its title, and the condition that fails. */
function partedAt(next: TraceStep | undefined, kept: number, stopped: Stop): string {
  const title = next?.rule.title ?? stopped.text;
  const failing = stopped.failing?.[0];
  const why = failing === undefined ? 'this reading has no such step' : `it needs that ${failing.words}`;
  return `On this reading the run goes as far as step ${kept}. Then came "${title}": ${why}.`;
}
