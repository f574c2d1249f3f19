/** What a browser keeps of a person's own copy, and how it is read back. */
import { isRecord } from '#report/jsonText.ts';

export interface OwnText {
  /** Of the file, or what stands for it. */
  readonly name: string;
  readonly paragraphs: readonly string[];
}

/** The text in use, and the one that it is a revision of. */
export interface Texts {
  readonly text: OwnText | undefined;
  readonly first: OwnText | undefined;
}

export const noTexts: Texts = { text: undefined, first: undefined };

/** Where a text is kept if the person says so. */
export interface OwnTextKeeper {
  /** What is kept, of whatever form; undefined if nothing is. */
  read(): unknown;
  /** False where the browser cannot keep it. */
  write(value: unknown): boolean;
  forget(): void;
}

/** What another version kept in another form is left alone. */
export function readKept(stored: unknown): Texts {
  const { text, first } = isRecord(stored) ? stored : {};
  if (!isOwnText(text)) return noTexts;
  return { text, first: isOwnText(first) ? first : undefined };
}

function isOwnText(value: unknown): value is OwnText {
  const { name, paragraphs } = isRecord(value) ? value : {};
  return typeof name === 'string' && Array.isArray(paragraphs) && paragraphs.every((each) => typeof each === 'string');
}
