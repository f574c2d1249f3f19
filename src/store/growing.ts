/**
 * A function of a trace that is made from its answer for a shorter one, so that an event more costs no more in a long run than in a short
 * one. The last two answers are kept: that of the line in view, and that of the line with the step that comes next.
 */
import type { Trace } from '#run/trace.ts';

const KEPT = 2;

/** `make` gets the answer for a prefix of the trace with the same further arguments, and undefined where none is known. */
export function growing<Args extends readonly unknown[], Answer>(
  make: (trace: Trace, before: Answer | undefined, ...args: Args) => Answer,
): (trace: Trace, ...args: Args) => Answer {
  let known: readonly { readonly trace: Trace; readonly args: Args; readonly answer: Answer }[] = [];
  return (trace, ...args) => {
    const alike = known.filter((each) => each.args.every((arg, at) => arg === args[at]));
    const same = alike.find((each) => each.trace === trace);
    if (same !== undefined) return same.answer;
    const answer = make(trace, alike.find((each) => isPrefix(each.trace, trace))?.answer, ...args);
    known = [{ trace, args, answer }, ...known.slice(0, KEPT - 1)];
    return answer;
  };
}

/** Whether one line goes on from the end of the other; a line shares its steps with those it was made from. */
function isPrefix(before: Trace, trace: Trace): boolean {
  const last = before.steps.length;
  return last > 0 && before.system === trace.system && before.steps[last - 1] === trace.steps[last - 1];
}
