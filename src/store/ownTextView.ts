/** What is shown of a person's own copy of the text: its words beside ours, what matches nothing, what it changes, what it settles. */

import { parameterWords, sayParameter } from '#detach/parameterWords.ts';
import type { ParameterName } from '#detach/variant.ts';
import type { SentenceChange } from '#report/ownTextChanges.ts';
import { changesOf, wordChanges } from '#report/ownTextChanges.ts';
import { mostFileOctets, readPlainText, readTextFile } from '#report/ownTextFile.ts';
import { keywordsIn, plainWords } from '#report/ownTextKeywords.ts';
import { matchSentences } from '#report/ownTextMatch.ts';
import { settledBy } from '#report/ownTextReadings.ts';
import { sentencesOf } from '#report/ownTextSentences.ts';
import type { Requirement, RequirementId } from '#spec/requirements.ts';
import { requirements } from '#spec/requirements.ts';
import type { ReadOwnText } from './ownText.ts';
import type { OwnText } from './ownTextKept.ts';
import type { OwnTextView, OwnWords, Proposal, ShownChange } from './ownTextShown.ts';

/** A file as a text of one's own; what is no text of the clause is refused with one sentence. */
export async function readFile(file: File): Promise<ReadOwnText> {
  // What is too large is not even fetched from the disk.
  if (file.size > mostFileOctets) return { ok: false, error: `${file.name} is larger than 25 MB, so it was not read.` };
  let octets: Uint8Array;
  try {
    octets = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, error: `${file.name} cannot be read.` };
  }
  return named(file.name, readTextFile(octets));
}

/** What was pasted, likewise. */
export function readPasted(text: string): ReadOwnText {
  if (text.trim() === '') return { ok: false, error: 'There is no text to read yet: paste it into the field.' };
  return named('Pasted text', readPlainText(text));
}

function named(name: string, read: ReturnType<typeof readPlainText>): ReadOwnText {
  if (!read.ok) return { ok: false, error: `${name}: ${read.error}` };
  const paragraphs = read.value;
  if (matchSentences(sentencesOf(paragraphs)).found.size === 0) {
    return { ok: false, error: `${name}: no sentence of TR 24.801 8.4.3 was found in it.` };
  }
  return { ok: true, value: { name, paragraphs } };
}

/** A text as it is shown; compared with the one that it is a revision of, where there is one. */
export function viewOf(text: OwnText, first: OwnText | undefined): OwnTextView {
  const now = matchSentences(sentencesOf(text.paragraphs));
  const changes = first === undefined ? undefined : changesOf(matchSentences(sentencesOf(first.paragraphs)), now);
  const shown = now.sentences.map((sentence, at) => ({
    ...sentence,
    change: changes?.sentences[at] ?? ({ type: 'same' } as const),
  }));
  const words = new Map<string, OwnWords>();
  for (const [id, places] of now.found) {
    const own = places.flatMap((at) => shown[at] ?? []);
    words.set(id, {
      sentences: own.map(({ text: said, change }) => ({ text: said, change: shownChange(said, change) })),
      sharedWith: [...new Set(own.flatMap((each) => each.requirements))].filter((each) => each !== id),
      moved: now.moved.includes(id),
      howWell: howWellOf(id, own),
    });
  }
  return {
    name: text.name,
    comparedWith: first?.name,
    of: requirements.length,
    words,
    found: requirements.filter(({ id }) => now.found.has(id)),
    missing: requirements.filter(({ id }: Requirement) => now.missing.some((each) => each === id)),
    unknown: now.unknown.flatMap((at) => {
      const sentence = shown[at];
      if (sentence === undefined) return [];
      const { text: said, clause, change } = sentence;
      return [{ text: said, clause, change: shownChange(said, change) }];
    }),
    gone: changes?.gone ?? [],
    changed: shown.filter(({ change, clause }) => change.type !== 'same' && clause !== undefined).length,
    proposals: shown.flatMap(({ text: said, change }) =>
      changes !== undefined && change.type === 'same' ? [] : settledBy(said).map((each) => proposal(said, each)),
    ),
  };
}

function proposal(
  sentence: string,
  { parameter, value }: { readonly parameter: ParameterName; readonly value: string },
) {
  return {
    parameter,
    value,
    words: `${parameterWords[parameter]}: ${sayParameter(parameter, value)}`,
    sentence,
  } satisfies Proposal;
}

/** A sentence of ours is known by key words: so many of them are there. */
function howWellOf(id: RequirementId, own: readonly { readonly text: string }[]): string {
  const { has, of } = keywordsIn(id, plainWords(own.map(({ text }) => text).join(' ')));
  return has === of ? `all of its ${of} key words` : `${has} of its ${of} key words`;
}

function shownChange(text: string, change: SentenceChange): ShownChange {
  return change.type === 'changed' ? { type: 'changed', pieces: wordChanges(change.before, text) } : change;
}
