/** Texts with their abbreviations found, so that each can say what it stands for where it is read first. */
import { glossary } from '#spec/glossary.ts';

export interface GlossedPart {
  /** Where it begins in its text. */
  readonly at: number;
  readonly text: string;
  /** What it stands for; undefined for plain text. */
  readonly words: string | undefined;
}

// The longer first: "IKE SA" is no "SA". One of several may stand in the plural, and "T-BU" is the name of a timer.
const names = glossary.map((entry) => entry.abbreviation).toSorted((a, b) => b.length - a.length);
const abbreviation = new RegExp(`(?<![\\w-])(${names.join('|')})(s?)(?![\\w-])`, 'g');
const wordsOf = new Map<string, string>(
  glossary.map((entry) => [entry.abbreviation, `${entry.expansion}. ${entry.meaning}`]),
);

const expansionOf = new Map<string, string>(glossary.map((entry) => [entry.abbreviation, entry.expansion]));

export interface ShortForm {
  readonly name: string;
  readonly expansion: string;
}

/** What is short in these texts, by the alphabet: for paper, where nothing can be pointed at. */
export function shortForms(texts: readonly string[]): readonly ShortForm[] {
  const found = new Set(texts.flatMap((text) => [...text.matchAll(abbreviation)].map(([, name = '']) => name)));
  return [...found].toSorted().map((name) => ({ name, expansion: expansionOf.get(name) ?? '' }));
}

/** The parts of each text; an abbreviation is explained in the first of them that has it, and there once. */
export function glossed(texts: readonly string[]): readonly (readonly GlossedPart[])[] {
  const explained = new Set<string>();
  return texts.map((text) => {
    const parts: GlossedPart[] = [];
    let done = 0;
    for (const { index, 0: found, 1: name = '' } of text.matchAll(abbreviation)) {
      if (explained.has(name)) continue;
      explained.add(name);
      if (index > done) parts.push({ at: done, text: text.slice(done, index), words: undefined });
      parts.push({ at: index, text: found, words: wordsOf.get(name) });
      done = index + found.length;
    }
    if (done < text.length) parts.push({ at: done, text: text.slice(done), words: undefined });
    return parts;
  });
}
