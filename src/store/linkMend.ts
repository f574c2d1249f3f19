/** What mailers and writers do to a link, undone: line breaks, `=3D`, `&amp;`, quotes and full stops behind it. */

/** The names that a link may carry; `n` and `z` are its own. */
export const linkNames = [
  'scenario',
  'preset',
  'set',
  'session',
  'timing',
  'without',
  'start',
  'step',
  'select',
  'open',
  'set-of',
  'events',
  'patch',
] as const;

export type LinkName = (typeof linkNames)[number];

/** What stands behind a link in a sentence, plain or escaped. */
const BEHIND =
  /(?:[\s)\]}>.,;:!?'"\u00bb\u201c\u201d\u2019*|\\]|%(?:20|22|29|3e|5d|0a|0d)|%e2%80%9[9cd]|&(?:gt|lt|quot|#39|#x27);)+$/i;

/** The texts that a link may have been before it was sent, the most likely first. */
export function candidates(text: string): readonly string[] {
  const mended = mend(text);
  // We write no blank as one: any that is there came on the way.
  const joined = mended.replace(/\s|%20|%0a|%0d/gi, '');
  return mended === joined ? [mended] : [mended, joined];
}

/** A part of a link as name and value, an equals sign that a soft line break has left taken out. */
export function soundName(part: string): readonly [name: string, value: string] {
  const clean = part.replace(/^(?:amp;)+/i, '');
  const [name, value] = parted(clean);
  if (isName(name)) return [name, /^(?:patch|set-of|z)$/.test(name) ? value : value.replaceAll('=', '')];
  const [joined, rest] = parted(clean.replace('=', ''));
  return isName(joined) && rest !== '' ? [joined, rest] : [name, value];
}

function mend(text: string): string {
  const plain = text
    .replace(/^#/, '')
    .replace(/=?[\r\n\u2028\u2029]+[>|\s]*/g, '')
    .replace(/&(?:amp;|#38;|#x26;)+/gi, '&')
    .replace(/=3D/gi, '=')
    .replace(BEHIND, '');
  // A mailer that does not know what a fragment is escapes all of it.
  return !plain.includes('=') && /%3d/i.test(plain) ? plain.replace(/%3d/gi, '=').replace(/%26/g, '&') : plain;
}

function parted(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function isName(name: string): boolean {
  return name === 'n' || name === 'z' || linkNames.some((each) => each === name);
}
