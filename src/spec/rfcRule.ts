/** One rule of an RFC, or of practice, in our words, and the claim it has on an actor. */
import type { Confidence, Force } from './source.ts';

/** What a rule was taken from; the last two are practice and no RFC. */
export type RfcDocument =
  | 'RFC 3775'
  | 'RFC 4306'
  | 'RFC 4718'
  | 'RFC 5846'
  | 'RFC 5996'
  | 'Mobile IPv6 textbook'
  | 'open-source practice';

export interface RfcRule {
  readonly id: string;
  readonly document: RfcDocument;
  /** Sections, comma separated; a section of a second document names it. Null where no section is known. */
  readonly section: string | null;
  readonly confidence: Confidence;
  readonly title: string;
  readonly text: string;
}

/**
 * The claim a rule has on an actor. RFC 3775 and RFC 4306 are cited, so they are part of the text. RFC 5846 comes in only with a
 * candidate answer to what is FFS. All else is not cited: the text is silent.
 */
export function forceOfRfcRule(document: RfcDocument): Force {
  switch (document) {
    case 'RFC 3775':
    case 'RFC 4306':
      return 'cited RFC';
    case 'RFC 5846':
      return 'FFS';
    default:
      return 'text is silent';
  }
}
