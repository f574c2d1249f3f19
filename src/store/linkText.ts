/**
 * A link as text: names and values after the `#`, written so that a person can read them and a mailer leaves them whole.
 *
 * `n` stands first and counts what follows, so that a link which was cut or changed on its way is known as such. Over 2,000
 * characters the names and values are packed in one, `z` (`linkPacked.ts`).
 */
import { candidates, soundName } from './linkMend.ts';

export type LinkNames = Readonly<Record<string, string>>;

export interface ReadLink {
  /** What the link names, as far as it arrived. */
  readonly names: LinkNames;
  /** One sentence where it did not arrive as it was written. */
  readonly damage: string | undefined;
}

/** The text of names and values, without the `#`; empty for none. */
export function writePlain(names: LinkNames): string {
  const written = Object.entries(names).map(([name, value]) => `${name}=${escaped(value)}`);
  return written.length === 0 ? '' : [`n=${countOf(names)}`, ...written].join('&');
}

/** Reads a link's text as far as it can be mended; what is packed stands in `z` then, and is still to be unpacked. */
export function readPlain(text: string): ReadLink {
  const readings = candidates(text).map(readOne);
  const whole = readings.find((each) => each.damage === undefined);
  return whole ?? readings[0] ?? { names: {}, damage: undefined };
}

function readOne(text: string): ReadLink {
  const names = namesIn(text);
  if (names.z !== undefined && names.z !== '') return { names, damage: undefined };
  if (/^[nz]=?$/.test(text)) return { names: {}, damage: nothingLeft };
  return counted(names);
}

/** Names and values without their count, and what the count tells of them. */
function counted({ n, ...names }: LinkNames): ReadLink {
  if (n === undefined) return { names, damage: undefined };
  const came = countOf(names);
  return { names, damage: /^\d+$/.test(n) && Number(n) === came ? undefined : damageOf(Number(n), came) };
}

export const nothingLeft = 'The link was cut on its way: nothing that can be read is left of it.';

export const cutAtItsEnd = 'The link was cut or changed at its end: what can be read of it was opened.';

function damageOf(written: number, came: number): string {
  if (came === 0) return nothingLeft;
  if (came < written) {
    return `The link was cut on its way (${came} of ${written} characters arrived): what is left of it was opened.`;
  }
  return 'The link was changed since it was made: what can be read of it was opened.';
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
