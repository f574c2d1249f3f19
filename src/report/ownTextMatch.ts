/**
 * Finds the sentences of the contribution in a person's own copy: by their place (clause and order) first, then by their words
 * alone, where the text has them elsewhere or has no clause headings.
 */
import { type RequirementId, requirements } from '#spec/requirements.ts';
import { likenessTo, plainWords, shareOf } from './ownTextKeywords.ts';
import type { OwnSentence } from './ownTextSentences.ts';

export interface KnownSentence extends OwnSentence {
  /** What it says, as sentences of ours; empty where it is not known. */
  readonly requirements: readonly RequirementId[];
}

export interface MatchedText {
  readonly sentences: readonly KnownSentence[];
  /** Places in `sentences` of each sentence that was found, in the order of the text. */
  readonly found: ReadonlyMap<RequirementId, readonly number[]>;
  /** Those that do not stand in their clause, or not in their order. */
  readonly moved: readonly RequirementId[];
  readonly missing: readonly RequirementId[];
  /** Places of the sentences, within the clauses that we know, that say nothing we know. */
  readonly unknown: readonly number[];
}

/** From here on a sentence is taken for the one that we know: in its place, and elsewhere. */
const ENOUGH_IN_PLACE = 0.6;
const ENOUGH_ELSEWHERE = 0.75;
/** What a sentence shares at least with the one before, where it goes on with it. */
const ENOUGH_TO_GO_ON = 0.3;

const clauses = [...new Set<string>(requirements.map(({ clause }) => clause))];
const notes: ReadonlySet<string> = new Set(['FFS', "editor's note"]);

/** Any sentences will do; without one that is known, `found` is empty. */
export function matchSentences(sentences: readonly OwnSentence[]): MatchedText {
  const words = sentences.map(({ text }) => plainWords(text));
  const likeness: Likeness = (id, at) => {
    const isNote = notes.has(forceOf(id));
    return sentences[at]?.note === isNote ? likenessTo(id, words[at] ?? '') : 0;
  };
  const found = new Map<RequirementId, number[]>();
  const moved: RequirementId[] = [];
  for (const clause of clauses) {
    const places = placesOf(sentences, (each) => each.clause === clause);
    for (const [id, at] of aligned(idsOf(clause), places, likeness, ENOUGH_IN_PLACE)) found.set(id, [at]);
  }
  if (found.size === 0) {
    const all = placesOf(sentences, () => true);
    const ids = requirements.map(({ id }) => id);
    for (const [id, at] of aligned(ids, all, likeness, ENOUGH_ELSEWHERE)) found.set(id, [at]);
  }
  const owned = new Set([...found.values()].flat());
  const left = placesOf(sentences, () => true).filter((at) => !owned.has(at));
  for (const { id } of requirements) {
    if (found.has(id)) continue;
    const best = bestOf(id, left, likeness);
    if (best === undefined) continue;
    found.set(id, [best]);
    moved.push(id);
  }
  goOn(found, sentences, words);
  return summed(sentences, found, moved);
}

type Likeness = (id: RequirementId, at: number) => number;

/**
 * Places for sentences that keep their order, so that the likenesses add up to the most. Two of ours may be one of the text's;
 * either may be left out.
 */
function aligned(
  ids: readonly RequirementId[],
  places: readonly number[],
  likeness: Likeness,
  enough: number,
): readonly (readonly [RequirementId, number])[] {
  const like = ids.map((id) =>
    places.map((at) => {
      const value = likeness(id, at);
      return value >= enough ? value : 0;
    }),
  );
  const best = Array.from({ length: ids.length + 1 }, () => new Array<number>(places.length + 1).fill(0));
  const sum = (i: number, j: number) => best[i]?.[j] ?? 0;
  // `j` may be taken again by the one that follows: that is one sentence of the text for two of ours.
  const taken = (i: number, j: number) => {
    const value = like[i]?.[j] ?? 0;
    return value === 0 ? 0 : value + sum(i + 1, j);
  };
  for (let i = ids.length - 1; i >= 0; i--) {
    const row = best[i] ?? [];
    for (let j = places.length - 1; j >= 0; j--) row[j] = Math.max(sum(i + 1, j), sum(i, j + 1), taken(i, j));
  }
  const pairs: (readonly [RequirementId, number])[] = [];
  let [i, j] = [0, 0];
  while (i < ids.length && j < places.length) {
    const [id, at] = [ids[i], places[j]];
    if (id !== undefined && at !== undefined && taken(i, j) > 0 && taken(i, j) === sum(i, j)) {
      pairs.push([id, at]);
      i += 1;
    } else if (sum(i, j + 1) === sum(i, j)) j += 1;
    else i += 1;
  }
  return pairs;
}

function bestOf(id: RequirementId, places: readonly number[], likeness: Likeness): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const at of places) {
    const like = likeness(id, at);
    if (like < ENOUGH_ELSEWHERE || like <= most) continue;
    best = at;
    most = like;
  }
  return best;
}

/** A sentence that is not known and goes on, in the same paragraph, with what the one before it says belongs to that one. */
function goOn(found: Map<RequirementId, number[]>, sentences: readonly OwnSentence[], words: readonly string[]): void {
  const owned = new Set([...found.values()].flat());
  for (const [id, places] of found) {
    let at = (places.at(-1) ?? 0) + 1;
    const { paragraph } = sentences[at - 1] ?? {};
    while (
      sentences[at]?.paragraph === paragraph &&
      paragraph !== undefined &&
      !owned.has(at) &&
      shareOf(id, words[at] ?? '') >= ENOUGH_TO_GO_ON &&
      forceOf(id) === 'discussion only'
    ) {
      places.push(at);
      owned.add(at);
      at += 1;
    }
  }
}

function summed(
  sentences: readonly OwnSentence[],
  found: ReadonlyMap<RequirementId, readonly number[]>,
  moved: readonly RequirementId[],
): MatchedText {
  const ids = requirements.map(({ id }) => id);
  const known = sentences.map((sentence, at) => ({
    ...sentence,
    requirements: ids.filter((id) => found.get(id)?.includes(at)),
  }));
  // Without a heading that we know every sentence may belong to the clause.
  const placed = sentences.some(({ clause }) => clause !== undefined && clauses.includes(clause));
  const isOurs = (clause: string | undefined) =>
    !placed || (clause !== undefined && (clauses.includes(clause) || clause.startsWith('8.4.3.')));
  return {
    sentences: known,
    found,
    moved,
    missing: ids.filter((id) => !found.has(id)),
    unknown: placesOf(known, (each) => each.requirements.length === 0 && isOurs(each.clause)),
  };
}

function placesOf<Sentence>(
  sentences: readonly Sentence[],
  wanted: (sentence: Sentence) => boolean,
): readonly number[] {
  return sentences.flatMap((sentence, at) => (wanted(sentence) ? [at] : []));
}

function idsOf(clause: string): readonly RequirementId[] {
  return requirements.filter((each) => each.clause === clause).map(({ id }) => id);
}

function forceOf(id: RequirementId): string {
  return requirements.find((each) => each.id === id)?.force ?? '';
}
