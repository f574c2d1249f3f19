/** Files of text, and what is said of them where they cannot be read. */
import { quote } from '#run/refusal.ts';
import type { Read } from './arguments.ts';
import { refuse } from './arguments.ts';
import type { ReadInput } from './command.ts';

/** A file, or standard input where it is `-`, as text. Refused: what cannot be read, and what is no UTF-8. */
export async function readText(file: string, readInput: ReadInput): Promise<Read<string>> {
  try {
    const octets = await readInput(file);
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(octets) };
  } catch (error) {
    return refuse(`cannot read ${sayFile(file)}: ${sayError(error)}`);
  }
}

/** A file, or standard input where it is `-`, whatever is in it. Refused: what cannot be read. */
export async function readOctets(file: string, readInput: ReadInput): Promise<Read<Uint8Array>> {
  try {
    return { ok: true, value: await readInput(file) };
  } catch (error) {
    return refuse(`cannot read ${sayFile(file)}: ${sayError(error)}`);
  }
}

/** The file as it is called in sentences. */
export function sayFile(file: string): string {
  return file === '-' ? 'standard input' : quote(file);
}

/** What the operating system has against a file, in words. */
export function sayError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'there is a file where a folder should be';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read';
    case 'EISDIR':
      return 'it is a folder';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'it is no UTF-8 text';
    default:
      return code === '' ? String(error) : code;
  }
}
