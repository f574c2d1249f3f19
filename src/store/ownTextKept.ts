/** What a browser keeps of a person's own copy, and how it is read back. */

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
  if (typeof stored !== 'object' || stored === null) return noTexts;
  const { text, first } = stored as { readonly text?: unknown; readonly first?: unknown };
  if (!isOwnText(text)) return noTexts;
  return { text, first: isOwnText(first) ? first : undefined };
}

function isOwnText(value: unknown): value is OwnText {
  if (typeof value !== 'object' || value === null) return false;
  const { name, paragraphs } = value as { readonly name?: unknown; readonly paragraphs?: unknown };
  return typeof name === 'string' && Array.isArray(paragraphs) && paragraphs.every((each) => typeof each === 'string');
}
