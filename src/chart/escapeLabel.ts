/**
 * Makes any text safe as a label in Mermaid text (message, note, participant, state, transition).
 *
 * Mermaid ends a statement at `;` and at a line end, starts a comment at `#`, runs `%%{init}%%`, breaks the line at `<br>`, hands `$$`
 * to KaTeX, eats a leading `wrap:` and reads `*` and `_` in a state as Markdown. So every character outside a small harmless set is
 * written as `#<code point>;`, which Mermaid turns back into that character when it draws.
 */
const ODD = /[^\p{L}\p{M}\p{N} .,=()/+!?'|~^[\]-]|^(?:no)?wrap|[ﬂ¶]/giu;

/**
 * The text as it will be read: control and format characters and lone surrogates gone, blanks collapsed, Mermaid's two private marks
 * taken apart; an empty text is a middle dot, because Mermaid has no empty label.
 */
export function plainLabel(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, ' ');
  // Between "ﬂ°" and "¶ß" Mermaid keeps an escaped character, and it may undo that twice.
  return visible.replaceAll('ﬂ°', 'fl°').replaceAll('¶ß', '¶ ß').replace(/\s+/gu, ' ').trim() || '·';
}

/** One line of label text in Mermaid's spelling; drawn, it reads as `plainLabel(text)`. */
export function escapeLabel(text: string): string {
  return plainLabel(text).replace(ODD, spell);
}

/**
 * The text as Mermaid *measures* it: while it lays out, each escaped character still stands in a longer private spelling. A label must
 * be wrapped by this width, or one odd character would push the lifelines apart.
 */
export function measuredLabel(text: string): string {
  return escapeLabel(text).replace(/#(\d+);/g, 'ﬂ°°$1¶ß');
}

function spell(characters: string): string {
  return [...characters].map((character) => `#${character.codePointAt(0)};`).join('');
}
