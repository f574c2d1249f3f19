/**
 * The paragraphs of WordprocessingML (ECMA-376 part 1, clause 17), as they read with all tracked changes accepted.
 *
 * Read tag by tag and never handed to a parser of the page: nothing in it can name another file, and a document type, which no Word
 * document has, is refused, since entities could be defined there.
 */

/** The paragraphs in order, blank ones too; undefined where the text is not well-formed enough to be read. */
export function readDocumentXml(xml: string): readonly string[] | undefined {
  const prefix = /xmlns:([\w.-]+)="[^"]*\/wordprocessingml\/(?:2006\/)?main"/.exec(xml.slice(0, 20_000))?.[1];
  if (prefix === undefined) return undefined;
  const reader = new ParagraphReader(`${prefix}:`);
  const tokens =
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!]+)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'"<>])*>|([^<]+)/y;
  const start = xml.startsWith('\u{feff}') ? 1 : 0;
  tokens.lastIndex = start;
  while (tokens.lastIndex < xml.length) {
    const token = tokens.exec(xml);
    if (token === null) return undefined;
    const [whole, literal, slash, name, text] = token;
    if (name === undefined) reader.text(literal ?? unescaped(text ?? ''));
    else if (slash === '/') {
      if (!reader.end(name)) return undefined;
    } else {
      reader.begin(name);
      if (whole.endsWith('/>')) reader.end(name);
    }
  }
  return reader.paragraphs();
}

/** What is gone once the changes are accepted; a fallback says again what the choice before it says. */
const goneElements = ['del', 'moveFrom', 'delText', 'delInstrText', 'instrText'];

class ParagraphReader {
  readonly #prefix: string;
  readonly #done: string[] = [];
  readonly #names: string[] = [];
  /** The paragraphs that are open, the innermost last: a text box stands within a paragraph. */
  readonly #open: { text: string; goesOn: boolean }[] = [];
  /** What a paragraph hands on to the next one, where the mark between them is deleted. */
  #carried = '';
  /** For each table row that is open where its paragraphs begin, and whether the row is deleted. */
  readonly #rows: { readonly from: number; deleted: boolean }[] = [];
  #gone = 0;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  begin(name: string): void {
    const parent = this.#local(this.#names.at(-1));
    const local = this.#local(name);
    this.#names.push(name);
    if (this.#isGone(name)) {
      this.#gone += 1;
      if (local === 'del') this.#markDeleted(parent);
    }
    if (this.#gone > 0) return;
    if (local === 'p') {
      this.#open.push({ text: this.#carried, goesOn: false });
      this.#carried = '';
    } else if (local === 'tr') this.#rows.push({ from: this.#done.length, deleted: false });
    else if (parent === 'r') this.#add(standIns[local] ?? '');
  }

  /** False where another element is open. */
  end(name: string): boolean {
    if (this.#names.pop() !== name) return false;
    const wasGone = this.#gone > 0;
    if (this.#isGone(name)) this.#gone -= 1;
    if (wasGone) return true;
    const local = this.#local(name);
    if (local === 'p') this.#endParagraph();
    else if (local === 'tr') {
      const row = this.#rows.pop();
      if (row?.deleted) this.#done.length = row.from;
    }
    return true;
  }

  text(text: string): void {
    if (this.#gone === 0 && this.#local(this.#names.at(-1)) === 't') this.#add(text);
  }

  /** Undefined where an element is still open: the text was cut. */
  paragraphs(): readonly string[] | undefined {
    if (this.#names.length > 0) return undefined;
    return this.#carried === '' ? this.#done : [...this.#done, this.#carried];
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (paragraph === undefined) return;
    if (paragraph.goesOn) this.#carried = paragraph.text;
    else this.#done.push(paragraph.text);
  }

  /** `del` within properties deletes no text but the mark of the paragraph, or the row of a table. */
  #markDeleted(parent: string): void {
    const paragraph = this.#open.at(-1);
    const row = this.#rows.at(-1);
    const ofParagraph = this.#local(this.#names.at(-3)) === 'pPr';
    if (parent === 'rPr' && ofParagraph && paragraph !== undefined) paragraph.goesOn = true;
    if (parent === 'trPr' && row !== undefined) row.deleted = true;
  }

  #isGone(name: string): boolean {
    return name === 'mc:Fallback' || goneElements.includes(this.#local(name));
  }

  /** The name within Word's own namespace, empty for any other. */
  #local(name: string | undefined): string {
    return name?.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : '';
  }
}

/** Elements of a run that stand for a character. */
const standIns: Readonly<Record<string, string>> = { tab: '\t', br: ' ', cr: ' ', noBreakHyphen: '-' };

const namedCharacters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return namedCharacters[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\u{fffd}';
  });
}
