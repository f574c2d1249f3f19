/**
 * A link as text: names and values after the `#`, written so that a person can read them and a mailer leaves them whole.
 *
 * `n` stands first and counts what follows, so that a link which was cut or changed on its way is known as such. Over 2,000
 * characters the names and values are packed in one, `z`, whose first letter says how.
 */
import { packText, unpackText } from '#shell/packedText.ts';
import { candidates, soundName } from './linkMend.ts';

export type LinkNames = Readonly<Record<string, string>>;

export interface ReadLink {
  /** What the link names, as far as it arrived. */
  readonly names: LinkNames;
  /** One sentence where it did not arrive as it was written. */
  readonly damage: string | undefined;
}

/** A link that is longer is packed. */
const LONGEST_PLAIN = 2_000;
/** How `z` is packed: deflate and base64url, behind the count of its letters. */
const PACKED = '1';

/** The text of names and values, without the `#`; empty for none. */
export function writeLink(names: LinkNames): string {
  const written = Object.entries(names).map(([name, value]) => `${name}=${escaped(value)}`);
  if (written.length === 0) return '';
  const plain = [`n=${countOf(names)}`, ...written].join('&');
  if (plain.length <= LONGEST_PLAIN) return plain;
  const packed = packText(plain);
  return `z=${PACKED}.${packed.length}.${packed}`;
}

/** Reads a link's text. Any text will do: it is mended as far as it can be, and the rest is said. */
export function readLink(text: string): ReadLink {
  const readings = candidates(text).map(readPlain);
  const whole = readings.find((each) => each.damage === undefined);
  return whole ?? readings[0] ?? { names: {}, damage: undefined };
}

function readPlain(text: string): ReadLink {
  const names = namesIn(text);
  if (names.z !== undefined) return readPacked(names.z);
  if (/^[nz]$/.test(text)) return { names: {}, damage: nothingLeft };
  const { n, ...others } = names;
  if (n === undefined) return { names: others, damage: undefined };
  const came = countOf(others);
  const damage = /^\d+$/.test(n) && Number(n) === came ? undefined : damageOf(Number(n), came);
  return { names: others, damage };
}

function readPacked(packed: string): ReadLink {
  if (packed === '') return { names: {}, damage: nothingLeft };
  if (!packed.startsWith(PACKED)) {
    return { names: {}, damage: 'The link is packed in a way that this version does not know: a later one wrote it.' };
  }
  const [, length, letters] = /^1\.(\d+)\.(.+)$/s.exec(packed) ?? [];
  const { n, ...names } = namesIn(unpackText(letters ?? ''));
  if (n === undefined) return { names, damage: nothingLeft };
  const whole = Number(n) === countOf(names) && Number(length) === letters?.length;
  return { names, damage: whole ? undefined : damageOf(Number(n), countOf(names)) };
}

const nothingLeft = 'The link was cut on its way: nothing that can be read is left of it.';

const cutAtItsEnd = 'The link was cut or changed at its end: what can be read of it was opened.';

function damageOf(written: number, came: number): string {
  if (came === 0) return nothingLeft;
  if (came < written) {
    return `The link was cut on its way (${came} of ${written} characters arrived): what is left of it was opened.`;
  }
  return came === written ? cutAtItsEnd : 'The link was changed on its way: what can be read of it was opened.';
}

/** The names and values of a text; of a name that comes twice the last. */
function namesIn(text: string): LinkNames {
  const pairs = text.split('&').flatMap((part): readonly (readonly [string, string])[] => {
    if (part === '') return [];
    const [name, value] = soundName(part);
    return [[unescaped(name), unescaped(value).trim()]];
  });
  return Object.fromEntries(pairs);
}

/** The characters of names and values, one each between them; the same however they were escaped on the way. */
function countOf(names: LinkNames): number {
  return Object.entries(names).reduce((sum, [name, value]) => sum + name.length + value.length + 2, 0);
}

/** Colon, comma and @ stay, which every address carries; a blank is a plus. */
function escaped(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%40', '@');
}

/** Percent signs decoded as far as they can be. */
function unescaped(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (octets) => {
    try {
      return decodeURIComponent(octets);
    } catch {
      return octets;
    }
  });
}
