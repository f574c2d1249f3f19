/** A function that remembers its last answer, for as long as it is asked the same. */
export function lastOf<Args extends readonly unknown[], Answer>(
  make: (...args: Args) => Answer,
): (...args: Args) => Answer {
  let asked: Args | undefined;
  let answer: Answer;
  return (...args) => {
    const before = asked;
    if (before === undefined || args.some((arg, at) => arg !== before[at])) {
      answer = make(...args);
      asked = args;
    }
    return answer;
  };
}
