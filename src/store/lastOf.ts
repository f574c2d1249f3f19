/**
 * A function that remembers its last answer, for as long as it is asked the same.
 *
 * @param kept how many answers are remembered, the newest first: two where one is asked for what is shown and one for what comes next.
 */
export function lastOf<Args extends readonly unknown[], Answer>(
  make: (...args: Args) => Answer,
  kept = 1,
): (...args: Args) => Answer {
  let known: readonly { readonly args: Args; readonly answer: Answer }[] = [];
  return (...args) => {
    const before = known.find((each) => each.args.every((arg, at) => arg === args[at]));
    if (before !== undefined) return before.answer;
    const answer = make(...args);
    known = [{ args, answer }, ...known.slice(0, kept - 1)];
    return answer;
  };
}
