/** The words in which a person's own copy of the text is shown: what it says where ours stands, what is left over, what it changes. */
import type { ParameterName } from '#detach/variant.ts';
import type { WordPiece } from '#report/ownTextChanges.ts';
import type { Requirement } from '#spec/requirements.ts';

export type ShownChange =
  | { readonly type: 'same' }
  | { readonly type: 'new' }
  | { readonly type: 'changed'; readonly pieces: readonly WordPiece[] };

export interface ShownSentence {
  readonly text: string;
  readonly change: ShownChange;
}

export interface OwnWords {
  readonly sentences: readonly ShownSentence[];
  /** Other sentences of ours that the same words say. */
  readonly sharedWith: readonly string[];
  /** Whether they stand in another place than ours. */
  readonly moved: boolean;
  /** "5 of 6 key words": how well it was found. */
  readonly howWell: string;
}

export interface Proposal {
  readonly parameter: ParameterName;
  readonly value: string;
  readonly words: string;
  /** The sentence that settles it. */
  readonly sentence: string;
}

/** A sentence of ours, as it is listed. */
type Ours = Pick<Requirement, 'id' | 'clause' | 'title'>;

export interface OwnTextView {
  readonly name: string;
  /** The text that was opened first, where this is a revision of it. */
  readonly comparedWith: string | undefined;
  /** How many sentences of ours there are. */
  readonly of: number;
  /** Of those that were found, by the id of our sentence. */
  readonly words: ReadonlyMap<string, OwnWords>;
  readonly found: readonly Ours[];
  readonly missing: readonly Ours[];
  readonly unknown: readonly (ShownSentence & { readonly clause: string | undefined })[];
  readonly gone: readonly string[];
  /** How many sentences are new or changed. */
  readonly changed: number;
  readonly proposals: readonly Proposal[];
}

/** One sentence on what was found in it. */
export function saidOf({ name, found, of, unknown, comparedWith, changed }: OwnTextView): string {
  const ours =
    found.length === of
      ? `all of our ${of} sentences are in it`
      : `${found.length} of our ${of} sentences ${found.length === 1 ? 'is' : 'are'} in it`;
  const others = unknown.length === 0 ? 'no other' : `${unknown.length} ${unknown.length === 1 ? 'other' : 'others'}`;
  const compared =
    comparedWith === undefined
      ? ''
      : ` Compared with ${comparedWith}: ${changed === 0 ? 'no' : changed} ${changed === 1 ? 'sentence' : 'sentences'} new or changed.`;
  return `${name}: ${ours}, and it has ${others}.${compared}`;
}
