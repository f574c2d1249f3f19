/**
 * How strongly a sentence binds, where it stands in TR 24.801 8.4.3, and how sure we are that a fact is what its document says.
 * Every sentence of this layer is our own wording; none is copied from a document.
 */

/** What kind of claim a sentence has on an actor. */
export type Force =
  | 'shall'
  | 'descriptive'
  | 'discussion only'
  | 'FFS'
  | 'text is silent'
  | 'cited RFC'
  | "editor's note";

/** The part of the contribution in which a sentence stands. */
export type Place = 'discussion' | 'general' | 'ue' | 'pdnGw' | "editor's note";

/** How a fact was learned. 'our choice' marks what no document says and this app decides by itself. */
export type Confidence =
  | 'read'
  | 'quoted'
  | 'code'
  | 'registry'
  | 'secondary'
  | 'verified'
  | 'unconfirmed'
  | 'our choice';

/** One sentence for each force, for the legend of the clause bar. */
export const forceWords: Readonly<Record<Force, string>> = {
  shall: 'The change text asks for this with the word "shall".',
  descriptive: 'The change text describes this without asking for it.',
  'discussion only': 'This stands only in the discussion part, which is not agreed text.',
  FFS: 'The text marks this as for further study.',
  'text is silent': 'The contribution does not say this: it is our reading, or comes from a document it does not cite.',
  'cited RFC':
    'This comes from an RFC that the contribution cites or builds upon, so it is part of the text by reference.',
  "editor's note": 'This is a note from the editor and asks nothing of an actor.',
};

/** One sentence for each way in which a fact was learned. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  read: 'The sentence was read in the document itself.',
  quoted: 'The sentence was read as a quotation in public code or in a public test suite.',
  code: 'This was seen in public code, a management table or a document list, so it shows practice and not the norm.',
  registry: 'The number was read in tables made from the IANA registries and compared with a second table.',
  secondary: "This comes from another party's summary and not from the document itself.",
  verified: 'This was produced and then checked with independent tools.',
  unconfirmed: 'This is general knowledge, because the text itself was not seen.',
  'our choice': 'No document is claimed for this: the app decides it and says so.',
};
