/** Whole messages with known content, one a file in `vectors/`: comment lines start with `#`, the rest is hex digits. */
import { readdirSync, readFileSync } from 'node:fs';
import { fromHex } from '#wire/octets.ts';

const FOLDER = new URL('./vectors/', import.meta.url);

/** "V1", "V1b", ... in the order of their numbers. */
export const vectorNames: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.hex'))
  .map((file) => file.slice(0, -'.hex'.length))
  .sort((a, b) => Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10) || a.localeCompare(b));

/** A fresh copy of the octets of one message. @throws if there is no such vector. */
export function vector(name: string): Uint8Array {
  const lines = readFileSync(new URL(`${name}.hex`, FOLDER), 'utf8').split('\n');
  return fromHex(lines.filter((line) => !line.startsWith('#')).join(''));
}
