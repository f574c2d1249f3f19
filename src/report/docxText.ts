/**
 * The paragraphs of a Word document (.docx), as they read with all tracked changes accepted.
 *
 * A .docx is a ZIP archive; its text is in one XML file. Only that file is unpacked, in small pieces and up to a bound, so that an
 * archive that claims little and holds much is stopped.
 */
import { strFromU8, Unzip, UnzipInflate } from 'fflate';
import { readDocumentXml } from './docxTextXml.ts';

export type ReadParagraphs =
  | { readonly ok: true; readonly value: readonly string[] }
  /** One sentence. */
  | { readonly ok: false; readonly error: string };

/** The text of a large report is a tenth of this. */
const MOST_OCTETS = 32 * 1024 * 1024;
/** Octets unpacked at once: a piece grows at most a thousandfold. */
const PIECE_OCTETS = 16 * 1024;
/** Some programs number the file. */
const documentPath = /^word\/document\d*\.xml$/;

/** Reads an archive; any octets will do. */
export function readDocx(octets: Uint8Array): ReadParagraphs {
  const unpacked = unpackDocument(octets);
  if (!unpacked.ok) return unpacked;
  const paragraphs = readDocumentXml(strFromU8(unpacked.value));
  if (paragraphs === undefined) {
    return { ok: false, error: 'This .docx cannot be read: its text is not what Word writes.' };
  }
  return { ok: true, value: paragraphs };
}

type Unpacked = { readonly ok: true; readonly value: Uint8Array } | { readonly ok: false; readonly error: string };

function unpackDocument(octets: Uint8Array): Unpacked {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let state: 'absent' | 'begun' | 'done' | 'tooLarge' | 'broken' = 'absent';
  const archive = new Unzip((file) => {
    if (state !== 'absent' || !documentPath.test(file.name)) return;
    state = 'begun';
    file.ondata = (error, data, final) => {
      if (state !== 'begun') return;
      if (error !== null) {
        state = 'broken';
        return;
      }
      pieces.push(data);
      size += data.length;
      if (size > MOST_OCTETS) state = 'tooLarge';
      else if (final) state = 'done';
    };
    file.start();
  });
  archive.register(UnzipInflate);
  const underWay = () => state === 'absent' || state === 'begun';
  try {
    for (let at = 0; at < octets.length && underWay(); at += PIECE_OCTETS) {
      archive.push(octets.slice(at, at + PIECE_OCTETS), at + PIECE_OCTETS >= octets.length);
    }
  } catch {
    // What the archive's end lacks does not matter once the text is there; else it was cut.
    if (state === 'absent') state = 'broken';
  }
  return outcome(state, pieces, size);
}

function outcome(state: string, pieces: readonly Uint8Array[], size: number): Unpacked {
  switch (state) {
    case 'done':
      return { ok: true, value: joined(pieces, size) };
    case 'tooLarge':
      return { ok: false, error: 'The text of this .docx is larger than 32 MB, so it was not read.' };
    case 'absent':
      return { ok: false, error: 'This archive holds no Word document: it has no word/document.xml.' };
    default:
      return { ok: false, error: 'This .docx is cut short, damaged or protected by a password.' };
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
