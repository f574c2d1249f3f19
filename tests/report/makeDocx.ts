/** A .docx as small as one can be, for the tests of this folder and of the browser. */
import { strToU8, zipSync } from 'fflate';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A document of paragraphs of plain text. */
export function makeDocx(paragraphs: readonly string[]): Uint8Array {
  return makeDocxOf(paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`));
}

/** A document whose body is given as XML. */
export function makeDocxOf(body: readonly string[]): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${namespace}"><w:body>${body.join('')}</w:body></w:document>`;
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
