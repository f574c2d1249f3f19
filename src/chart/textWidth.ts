/**
 * How wide a text is drawn in Liberation Sans, which has the widths of Arial and Helvetica: for pictures that are laid out
 * where nothing is there to measure with. Bold is a little wider.
 */

/** Advance widths in units of 2048 to the em, and the characters that have them. */
const advances: readonly (readonly [units: number, characters: string])[] = [
  [391, "'"],
  [455, 'ijl'],
  [532, '|'],
  [569, ' !,./:;I[\\]ft'],
  [682, '()-`r'],
  [684, '{}'],
  [727, '"'],
  [797, '*'],
  [961, '^'],
  [1024, 'Jcksvxyz'],
  [1139, '#$0123456789?L_abdeghnopqu'],
  [1196, '+<=>~'],
  [1251, 'FTZ'],
  [1366, '&ABEKPSVXY'],
  [1479, 'CDHNRUw'],
  [1593, 'GOQ'],
  [1706, 'Mm'],
  [1821, '%'],
  [1933, 'W'],
  [2079, '@'],
];
const UNITS = 2048;
/** Of a character that is not in the table: other alphabets are about as wide as a capital, others a whole em. */
const OTHER_LETTER = 1479;
const OTHER = 2048;
const BOLD = 1.08;

const widths: ReadonlyMap<string, number> = new Map(
  advances.flatMap(([units, characters]) => [...characters].map((character) => [character, units] as const)),
);

/** The width in px at a size in px. */
export function textWidth(text: string, size: number, bold = false): number {
  let units = 0;
  for (const character of text) units += widths.get(character) ?? widthOfOther(character);
  return (units / UNITS) * size * (bold ? BOLD : 1);
}

function widthOfOther(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u.test(character)
    ? OTHER_LETTER
    : OTHER;
}
