/** Links of any length: over 2,000 characters names and values are packed in one, `z`, whose first letter says how. */
import { packText, unpackText } from '#shell/packedText.ts';
import { linkOf } from './linkOf.ts';
import type { LinkNames, ReadLink } from './linkText.ts';
import { cutAtItsEnd, nothingLeft, readPlain, writePlain } from './linkText.ts';
import type { WalkState } from './walkState.ts';

/** A link that is longer is packed. */
const LONGEST_PLAIN = 2_000;
/** How `z` is packed: deflate and base64url, behind the count of its letters. */
const PACKED = '1';

/** The text of a link to the walk as it is, without the `#`. */
export function linkText(state: WalkState): string {
  return writeLink(linkOf(state));
}

/** The text of names and values, without the `#`; empty for none. */
export function writeLink(names: LinkNames): string {
  const plain = writePlain(names);
  if (plain.length <= LONGEST_PLAIN) return plain;
  const packed = packText(plain);
  return `z=${PACKED}.${packed.length}.${packed}`;
}

/** Reads a link's text. Any text will do: it is mended as far as it can be, and the rest is said. */
export function readLink(text: string): ReadLink {
  const plain = readPlain(text);
  return plain.names.z === undefined ? plain : readPacked(plain.names.z);
}

function readPacked(packed: string): ReadLink {
  if (!packed.startsWith(PACKED)) {
    return { names: {}, damage: 'The link is packed in a way that this version does not know: a later one wrote it.' };
  }
  const [, length, letters = ''] = /^1\.(\d+)\.(.+)$/s.exec(packed) ?? [];
  const read = readPlain(unpackText(letters));
  if (Object.keys(read.names).length === 0) return { names: {}, damage: nothingLeft };
  const whole = Number(length) === letters.length;
  return { names: read.names, damage: read.damage ?? (whole ? undefined : cutAtItsEnd) };
}
