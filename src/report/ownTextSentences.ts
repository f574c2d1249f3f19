/** The sentences of a text of 3GPP, each with the clause under whose heading it stands. */

export interface OwnSentence {
  /** Word by word, blanks evened out. */
  readonly text: string;
  /** '8.4.3.2', 'Discussion', or undefined where neither is above it. */
  readonly clause: string | undefined;
  /** The paragraph it stands in, counted from 0. */
  readonly paragraph: number;
  /** Whether it stands in an editor's note. */
  readonly note: boolean;
}

const numbered = /^(\d+(?:\.\d+){1,5})(?:\s+(\S.*))?$/;
const otherPart =
  /^(?:\d+\.?\s+)?(?:introduction|reasons?|proposals?|conclusions?|references?|background|summary)\b.{0,30}$/i;
const discussion = /^(?:\d+\.?\s+)?discussion\b.{0,30}$/i;
/** "**** Start 1st change ****", a line of dashes. */
const marker = /^(?:\*{2,}.*|[\s*=_-]{3,})$/;
const bullet = /^(?:[-\u2013\u2014\u2022\u00b7\uf0b7*o]|\d+\)|[a-z]\))\s+/;
const loneBullet = /^(?:[-\u2013\u2014\u2022\u00b7\uf0b7*]|\d+\)|[a-z]\))$/;
const editorsNote = /^editor.{0,2}s note\b/i;
/** A heading is no longer than this. */
const HEADING_CHARACTERS = 90;

/** Headings and bullets are read for the place of a sentence; they are none themselves. */
export function sentencesOf(paragraphs: readonly string[]): readonly OwnSentence[] {
  const sentences: OwnSentence[] = [];
  let clause: string | undefined;
  let titleMayFollow = false;
  for (const [paragraph, written] of paragraphs.entries()) {
    const text = written.replace(/[\s\u00a0]+/g, ' ').trim();
    if (text === '' || loneBullet.test(text)) continue;
    const heading = headingOf(text);
    if (heading !== undefined) {
      clause = heading.clause;
      titleMayFollow = heading.alone;
      continue;
    }
    const isTitle = titleMayFollow && isHeadingLike(text) && text.split(' ').length <= 8;
    titleMayFollow = false;
    if (isTitle) continue;
    const note = editorsNote.test(text);
    for (const each of split(text.replace(bullet, ''))) sentences.push({ text: each, clause, paragraph, note });
  }
  return sentences;
}

/** The clause that a heading opens (none for a part that is neither clause nor discussion), and whether its title is yet to come. */
function headingOf(text: string): { readonly clause: string | undefined; readonly alone: boolean } | undefined {
  if (marker.test(text)) return { clause: undefined, alone: false };
  if (!isHeadingLike(text)) return undefined;
  const [, number, title] = numbered.exec(text) ?? [];
  if (number !== undefined) return { clause: number, alone: title === undefined };
  if (discussion.test(text)) return { clause: 'Discussion', alone: false };
  return otherPart.test(text) ? { clause: undefined, alone: false } : undefined;
}

function isHeadingLike(text: string): boolean {
  return text.length <= HEADING_CHARACTERS && !/[.;:!?]$/.test(text);
}

/** At a full stop before a capital; not behind what is an abbreviation. */
function split(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?]["\u201d)]?)(?<!\b(?:e\.g|i\.e|cf|vs|No|Fig|Rel|resp)\.)\s+(?=["\u201c(]?\p{Lu})/u)
    .map((each) => each.trim())
    .filter((each) => /[\p{L}\p{N}]/u.test(each));
}
