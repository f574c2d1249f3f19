/** What a revised text changes in the one that was opened before it: sentence by sentence, and within a sentence word by word. */
import { alignLists } from '#check/alignLists.ts';
import { plainWords } from './ownTextKeywords.ts';
import type { MatchedText } from './ownTextMatch.ts';

export type SentenceChange =
  | { readonly type: 'same' }
  | { readonly type: 'new' }
  | { readonly type: 'changed'; readonly before: string };

export interface TextChanges {
  /** One for each sentence of the revised text. */
  readonly sentences: readonly SentenceChange[];
  /** Sentences of the text before that have nothing left of them. */
  readonly gone: readonly string[];
}

export interface WordPiece {
  readonly type: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** From this share of common words on a sentence is another form of the one before. */
const ENOUGH_ALIKE = 0.5;
/** Of longer sentences the words are not compared one by one. */
const MOST_WORDS = 300;

/** Sentences are compared without regard to case, blanks and marks: those are no change of the procedure. */
export function changesOf(before: MatchedText, now: MatchedText): TextChanges {
  const beforeWords = before.sentences.map(({ text }) => plainWords(text));
  const nowWords = now.sentences.map(({ text }) => plainWords(text));
  const known = new Set(beforeWords);
  const kept = new Set(nowWords);
  const used = new Set<number>();
  const sentences = now.sentences.map(({ requirements }, at): SentenceChange => {
    const words = nowWords[at] ?? '';
    if (known.has(words)) return { type: 'same' };
    const candidates = before.sentences.flatMap((each, place) => {
      if (kept.has(beforeWords[place] ?? '')) return [];
      const same = each.requirements.some((id) => requirements.includes(id));
      const alike = sharedWords(beforeWords[place] ?? '', words);
      return same || alike >= ENOUGH_ALIKE ? [{ place, rank: alike + (same ? 1 : 0) }] : [];
    });
    const [best] = candidates.sort((a, b) => b.rank - a.rank);
    const text = best === undefined ? undefined : before.sentences[best.place]?.text;
    if (best === undefined || text === undefined) return { type: 'new' };
    used.add(best.place);
    return { type: 'changed', before: text };
  });
  const gone = before.sentences
    .filter((_, place) => !(kept.has(beforeWords[place] ?? '') || used.has(place)))
    .map(({ text }) => text);
  return { sentences, gone };
}

/** The words of both forms of a sentence in one row. */
export function wordChanges(before: string, now: string): readonly WordPiece[] {
  const [a, b] = [before.split(' '), now.split(' ')];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [
      { type: 'removed', text: before },
      { type: 'added', text: now },
    ];
  }
  const pieces: { type: WordPiece['type']; text: string }[] = [];
  for (const pair of alignLists(a.length, b.length, (i, j) => (a[i] === b[j] ? 1 : 0))) {
    const type = pair.a === undefined ? 'added' : pair.b === undefined ? 'removed' : 'same';
    const word = (pair.b === undefined ? a[pair.a ?? 0] : b[pair.b]) ?? '';
    const last = pieces.at(-1);
    if (last?.type === type) last.text += ` ${word}`;
    else pieces.push({ type, text: word });
  }
  return pieces;
}

/** Of all words that either has, the share that both have. */
function sharedWords(a: string, b: string): number {
  const [first, second] = [new Set(a.trim().split(' ')), new Set(b.trim().split(' '))];
  const both = [...first].filter((word) => second.has(word)).length;
  return both / (first.size + second.size - both);
}
