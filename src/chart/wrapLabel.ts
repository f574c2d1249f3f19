import { measuredLabel, plainLabel } from './escapeLabel.ts';

/** Width of a text in px, as the drawing side will draw it. */
export type MeasureText = (text: string) => number;

/**
 * Breaks a label into lines no wider than `maxWidth` px, at blanks where it can, inside a word where it must; a single character that is
 * wider stays whole. Of all ways with the fewest lines it takes one with lines of like width, so that no word is left alone at the end.
 * Never empty: at least one line. The lines are plain text, not yet escaped. `asMeasured` is the spelling whose width counts.
 */
export function wrapLabel(
  text: string,
  maxWidth: number,
  measure: MeasureText,
  asMeasured: (line: string) => string = measuredLabel,
): readonly string[] {
  const widthOf = (line: string) => measure(asMeasured(line));
  const words = plainLabel(text).split(' ').map(widthOf);
  // Evening out must not break a word that fits.
  const widestWord = Math.max(0, ...words.filter((width) => width <= maxWidth));
  let lines = fill(text, (line) => widthOf(line) <= maxWidth);
  while (lines.length > 1) {
    const widest = Math.max(...lines.map(widthOf));
    if (widest <= widestWord) break;
    const narrower = fill(text, (line) => widthOf(line) < widest);
    if (narrower.length > lines.length || narrower.some((line) => widthOf(line) >= widest)) break;
    lines = narrower;
  }
  return lines;
}

function fill(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of plainLabel(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  lines.push(line);
  return lines;
}

function breakWord(word: string, fits: (line: string) => boolean): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  pieces.push(piece);
  return pieces;
}
