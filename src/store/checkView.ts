/** The sign of the check on the first screen: how many questions the reading in use has, and within which bound that was found. */
import type { Finding } from '#check/findings.ts';
import type { Variant } from '#detach/variant.ts';
import { sameState } from '#model/state.ts';
import type { ReadingAnswer } from '#shell/checkMessages.ts';
import type { CheckState, Task } from './checkStore.ts';
import { readingTask } from './checkStore.ts';
import { counted, shortBound } from './checkWords.ts';
import { lastOf } from './lastOf.ts';
import type { WalkState } from './walkState.ts';

export interface CheckSign {
  readonly kind: 'none' | 'clear' | 'questions' | 'unfinished' | 'failed';
  /** What was found, in a few words. */
  readonly found: string;
  /** The bound, or how far it got. */
  readonly within: string;
}

const signFor = lastOf((task: Task<ReadingAnswer> | undefined, variant: Variant): CheckSign => {
  if (task?.answer !== undefined) return signOf(task.answer, variant);
  if (task?.failure !== undefined) return { kind: 'failed', found: 'not checked', within: task.failure };
  return { kind: 'none', found: '', within: '' };
});

/** What stands beside the button. It is still while a search goes on: its numbers run in the drawer alone. */
export function checkSign(state: CheckState, variant: Variant): CheckSign {
  return signFor(readingTask(state, variant), variant);
}

/** The sign while a sentence is switched off in the run in view: what was found is of the reading with that sentence. */
export function signBesideOff(sign: CheckSign): CheckSign {
  return { ...sign, found: 'a sentence is off', within: sign.found === '' ? '' : `with it: ${sign.found}` };
}

function signOf(answer: ReadingAnswer, variant: Variant): CheckSign {
  const failing = findingsIn(answer);
  const questions = failing.filter(({ settled }) => settled === 'question to the text').length;
  const teaching = failing.filter(({ settled }) => settled === 'for teaching').length;
  const own = answer.own.filter(({ verdict }) => verdict === 'fails').length;
  const ofText =
    teaching > 0
      ? `${counted(teaching, 'claim')} ${teaching === 1 ? 'fails' : 'fail'}`
      : counted(questions, 'question');
  const found = own === 0 ? ofText : `${ofText}, ${own} of your own`;
  if (answer.unfinished !== undefined) {
    return { kind: 'unfinished', found: `${found} so far`, within: `not finished: ${counted(answer.states, 'state')}` };
  }
  const kind = questions + teaching + own > 0 ? 'questions' : 'clear';
  return { kind, found, within: teaching > 0 ? 'for teaching' : shortBound(variant) };
}

/** Whether the run in view begins elsewhere than a check does, which begins where nothing has happened yet. */
export function startsElsewhere({ run }: Pick<WalkState, 'run'>): boolean {
  return !sameState(run.trace.initial, run.trace.system.initial);
}

/** All that fails in a reading, in the order of the report. */
export function findingsIn({ findings }: ReadingAnswer): readonly Finding[] {
  return findings.groups.flatMap((group) => group.findings);
}
