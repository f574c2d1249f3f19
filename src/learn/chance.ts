/** Chance by a seed, for questions: the same seed chooses the same, and another step or kind chooses anew. */
import { seeded } from '#run/play.ts';

export type Chance = () => number;

/** A source of its own for each mixture of numbers and words. */
export function chanceOf(...parts: readonly (number | string)[]): Chance {
  return seeded(hashOf(parts.join('/')));
}

/** A number of 32 bits for a text of any length (FNV-1a): chance, and short names for runs; never a secret. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The same things in another order (Fisher and Yates). */
export function shuffled<Thing>(things: readonly Thing[], chance: Chance): readonly Thing[] {
  const all = [...things];
  for (let last = all.length - 1; last > 0; last--) {
    const at = Math.floor(chance() * (last + 1));
    [all[last], all[at]] = [all[at] as Thing, all[last] as Thing];
  }
  return all;
}

/** At most so many of the things, each with words of its own. */
export function drawn<Thing>(
  things: readonly Thing[],
  most: number,
  chance: Chance,
  words: (thing: Thing) => string,
): readonly Thing[] {
  const met = new Set<string>();
  return shuffled(things, chance)
    .filter((each) => !met.has(words(each)) && met.add(words(each)))
    .slice(0, most);
}
