/** What a review pack consists of, before it is written as Markdown or as a document. All text is plain: whoever writes it escapes it. */

export interface TextPart {
  readonly text: string;
  /** A proposed change of the clause; undefined for what stands. */
  readonly change?: 'inserted' | 'deleted';
}

export interface Heading {
  readonly type: 'heading';
  /** 1 for the title of the pack. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly parts: readonly TextPart[];
}

export interface Figure {
  readonly type: 'figure';
  readonly svg: string;
  /** "Figure 8.4.3.2-1: UE-initiated detach", below it. */
  readonly caption: string;
}

/** Steps in 3GPP form: what may come in either order has one number and a letter each. */
export interface Steps {
  readonly type: 'steps';
  readonly items: readonly { readonly number: string; readonly text: string }[];
}

export interface PackTable {
  readonly type: 'table';
  /** "Table 8.4.3.2-1: Fields of Binding Update", above it. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type PackBlock = Heading | Paragraph | Figure | Steps | PackTable;

export function heading(level: Heading['level'], text: string): Heading {
  return { type: 'heading', level, text };
}

export function paragraph(...texts: readonly (string | TextPart)[]): Paragraph {
  return { type: 'paragraph', parts: texts.map((each) => (typeof each === 'string' ? { text: each } : each)) };
}

/** A figure in as many parts as it has pictures: "Figure 8.4.3.2-1 (1 of 2): ..." */
export function figures(number: string, title: string, pictures: readonly string[]): readonly Figure[] {
  return pictures.map((svg, at) => {
    const part = pictures.length === 1 ? '' : ` (${at + 1} of ${pictures.length})`;
    return { type: 'figure', svg, caption: `Figure ${number}${part}: ${title}` };
  });
}
