/** Aligns two lists: a heaviest common subsequence, and in their places what one of them has alone. */

/** A place in both lists, or in one of them. */
export type Aligned =
  | { readonly a: number; readonly b: number }
  | { readonly a: number; readonly b: undefined }
  | { readonly a: undefined; readonly b: number };

/**
 * Pairs places of two lists so that the likenesses of the pairs add up to the most; 0 is no pair. Order is kept, every place
 * stands once; between pairs the first list's places come first.
 */
export function alignLists(
  lengthOfA: number,
  lengthOfB: number,
  likeness: (a: number, b: number) => number,
): readonly Aligned[] {
  const best = bestSums(lengthOfA, lengthOfB, likeness);
  const at = (a: number, b: number) => best[a]?.[b] ?? 0;
  const places: Aligned[] = [];
  let [a, b] = [0, 0];
  while (a < lengthOfA || b < lengthOfB) {
    const like = a < lengthOfA && b < lengthOfB ? likeness(a, b) : 0;
    if (like > 0 && at(a, b) === at(a + 1, b + 1) + like) places.push({ a: a++, b: b++ });
    else if (b === lengthOfB || (a < lengthOfA && at(a, b) === at(a + 1, b))) places.push({ a: a++, b: undefined });
    else places.push({ a: undefined, b: b++ });
  }
  return places;
}

/** For each pair of places the most that the likenesses of all pairs from there on can add up to. */
function bestSums(
  lengthOfA: number,
  lengthOfB: number,
  likeness: (a: number, b: number) => number,
): readonly (readonly number[])[] {
  const best = Array.from({ length: lengthOfA + 1 }, () => new Array<number>(lengthOfB + 1).fill(0));
  const at = (a: number, b: number) => best[a]?.[b] ?? 0;
  for (let a = lengthOfA - 1; a >= 0; a--) {
    const row = best[a] ?? [];
    for (let b = lengthOfB - 1; b >= 0; b--) {
      const like = likeness(a, b);
      row[b] = Math.max(at(a + 1, b), at(a, b + 1), like === 0 ? 0 : like + at(a + 1, b + 1));
    }
  }
  return best;
}
