/** Walks backwards until a state comes a second time: the circle between, in the order of its events, the first state met first. */
export function circleFrom(start: number, before: (number: number) => number): readonly number[] {
  const walked: number[] = [];
  const met = new Set<number>();
  let at = start;
  while (!met.has(at)) {
    met.add(at);
    walked.push(at);
    at = before(at);
  }
  const circle = walked.slice(walked.indexOf(at)).reverse();
  const first = circle.indexOf(Math.min(...circle));
  return [...circle.slice(first), ...circle.slice(0, first)];
}
