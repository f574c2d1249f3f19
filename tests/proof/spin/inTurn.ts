/** Some work that other programs do, so many pieces at a time. */

/** The answers, in order, each there as soon as its piece is done; begun in order, at most `atOnce` under way. */
export function inTurn<T>(pieces: readonly (() => Promise<T>)[], atOnce: number): readonly Promise<T>[] {
  const lanes: Promise<unknown>[] = Array.from({ length: atOnce }, () => Promise.resolve());
  return pieces.map((piece, at) => {
    const lane = at % atOnce;
    const answer = (lanes[lane] ?? Promise.resolve()).then(piece);
    // A failure is for whoever waits for the answer; the lane goes on.
    lanes[lane] = answer.catch(() => undefined);
    return answer;
  });
}
