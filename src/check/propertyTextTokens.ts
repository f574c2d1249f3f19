/** The text form of properties, word by word: what is read, where it stands, and the one error that ends the reading. */
import { quote } from '#run/refusal.ts';

export interface Token {
  readonly type: 'word' | 'quoted' | 'sign' | 'end';
  /** As written; of a quoted text, what stands between the marks. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Ends the reading of a text; caught where the reading begins, so that a caller sees a value. */
export class Misread extends Error {
  constructor({ line, column }: Pick<Token, 'line' | 'column'>, words: string) {
    super(`line ${line}, column ${column}: ${words}`);
  }
}

const tokenForm =
  /(?<blank>[^\S\r\n]+|#[^\r\n]*)|(?<lineEnd>\r\n?|\n)|(?<word>[\p{L}\p{N}_.@-]+)|"(?<quoted>(?:[^"\\\r\n]|\\.)*)"|“(?<curly>[^”\r\n]*)”|(?<sign>!=|<=|>=|[=≠<≤>≥():,])/uy;

/** Whether a text is one word of the language. */
export function isWord(text: string): boolean {
  return /^[\p{L}\p{N}_.@-]+$/u.test(text);
}

/** All tokens of a text, an `end` last. @throws {Misread} at what is no token. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  tokenForm.lastIndex = 0;
  for (let at = 0; at < text.length; at = tokenForm.lastIndex) {
    const place = { line, column: at - lineStart + 1 };
    const groups = tokenForm.exec(text)?.groups;
    if (groups === undefined) throw new Misread(place, sayNoToken(text, at));
    const { lineEnd, word, quoted, curly, sign } = groups;
    if (lineEnd !== undefined) {
      line++;
      lineStart = tokenForm.lastIndex;
    } else if (word !== undefined) {
      tokens.push({ type: 'word', text: word, ...place });
    } else if (quoted !== undefined || curly !== undefined) {
      tokens.push({ type: 'quoted', text: curly ?? plainText(quoted ?? '', place), ...place });
    } else if (sign !== undefined) {
      tokens.push({ type: 'sign', text: sign, ...place });
    }
  }
  tokens.push({ type: 'end', text: '', line, column: text.length - lineStart + 1 });
  return tokens;
}

/** The tokens of a text from first to last. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get token(): Token {
    return this.#tokenAt(this.#at);
  }

  get next(): Token {
    return this.#tokenAt(this.#at + 1);
  }

  take(): Token {
    const { token } = this;
    this.#at++;
    return token;
  }

  /** Whether this word or sign, not in quotation marks, stands here, and then this other one. */
  isAt(text: string, then?: string): boolean {
    return isPlain(this.token, text) && (then === undefined || isPlain(this.next, then));
  }

  /** Goes past a word or sign if it stands here. */
  takeIf(text: string): boolean {
    const here = this.isAt(text);
    if (here) this.take();
    return here;
  }

  /** Whether the token before this one ends on an earlier line. */
  startsLine(): boolean {
    const before = this.#tokens[this.#at - 1];
    return before === undefined || before.line < this.token.line;
  }

  /** @throws {Misread} always: this was wanted here, and something else stands here. */
  wanted(what: string): never {
    throw new Misread(this.token, `${what} is wanted here, ${found(this.token)}`);
  }

  #tokenAt(at: number): Token {
    const token = this.#tokens[at] ?? this.#tokens.at(-1);
    if (token === undefined) throw new RangeError('a text without tokens');
    return token;
  }
}

function isPlain({ type, text }: Token, wanted: string): boolean {
  return text === wanted && (type === 'word' || type === 'sign');
}

function found({ type, text }: Token): string {
  return type === 'end' ? 'and the text ends' : `not ${quote(text)}`;
}

function sayNoToken(text: string, at: number): string {
  if (text[at] === '"') return 'the quoted text does not end on this line';
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return `${quote(character)} means nothing here; conditions are joined by and, or, not, implies`;
}

/** Between quotation marks a backslash stands before what would end the text or its line. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['\\"', '"'],
  ['\\\\', '\\'],
  ['\\n', '\n'],
  ['\\r', '\r'],
]);

/** A text in quotation marks, as it is read back. */
export function quoted(text: string): string {
  const written = new Map([...escapes].map(([pair, plain]) => [plain, pair]));
  return `"${text.replaceAll(/["\\\n\r]/g, (plain) => written.get(plain) ?? plain)}"`;
}

function plainText(written: string, place: Pick<Token, 'line' | 'column'>): string {
  return written.replaceAll(/\\./gu, (pair) => {
    const plain = escapes.get(pair);
    if (plain === undefined) throw new Misread(place, `${quote(pair)} in the quoted text stands for nothing`);
    return plain;
  });
}
