/** A text that a person opens, whatever the file is: .docx or plain text; anything else is refused with one sentence. */
import { strFromU8 } from 'fflate';
import { type ReadParagraphs, readDocx } from './docxText.ts';

/** A contribution with pictures stays below this. */
export const mostFileOctets = 25 * 1024 * 1024;
/** Characters of a plain text; a whole report has two million. */
const MOST_CHARACTERS = 4_000_000;

/** The paragraphs of a file. Any octets will do. */
export function readTextFile(octets: Uint8Array): ReadParagraphs {
  if (octets.length === 0) return refused('This file is empty.');
  if (octets.length > mostFileOctets) return refused('This file is larger than 25 MB, so it was not read.');
  if (begins(octets, [0x50, 0x4b, 0x03, 0x04])) return withText(readDocx(octets));
  if (begins(octets, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refused('This is an old .doc or a document with a password: save it as .docx without one.');
  }
  if (begins(octets, [0x25, 0x50, 0x44, 0x46])) return refused('This is a PDF: open the .docx, or paste the text.');
  return readPlainText(decoded(octets));
}

/** The paragraphs of a text that was pasted, or was in a file. */
export function readPlainText(text: string): ReadParagraphs {
  if (text.length > MOST_CHARACTERS) return refused('This text is longer than four million characters.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what tells that it is no text
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) return refused('This is no text: open a .docx or a .txt.');
  return withText({ ok: true, value: text.split(/\r\n|[\n\r\u2028\u2029]/) });
}

function withText(read: ReadParagraphs): ReadParagraphs {
  if (!read.ok || read.value.some((paragraph) => paragraph.trim() !== '')) return read;
  return refused('There is no text in it.');
}

function refused(error: string): ReadParagraphs {
  return { ok: false, error };
}

function begins(octets: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((each, at) => octets[at] === each);
}

/** UTF-8, or UTF-16 where its mark stands at the beginning, or, where it is no UTF-8, one octet a character. */
function decoded(octets: Uint8Array): string {
  if (begins(octets, [0xff, 0xfe])) return utf16(octets, 0, 1);
  if (begins(octets, [0xfe, 0xff])) return utf16(octets, 1, 0);
  const text = strFromU8(octets);
  return (text.includes('\u{fffd}') ? strFromU8(octets, true) : text).replace(/^\u{feff}/u, '');
}

function utf16(octets: Uint8Array, low: number, high: number): string {
  const characters: string[] = [];
  for (let at = 2; at + 1 < octets.length; at += 2) {
    characters.push(String.fromCharCode((octets[at + low] ?? 0) + 0x100 * (octets[at + high] ?? 0)));
  }
  return characters.join('');
}
