/** Sentences of a person's own copy, word by word, with what a revision has changed in them. */
import type { ShownSentence } from '#store/ownTextShown.ts';
import './ownText.css';
import { Glossed } from '../controls/Glossed.tsx';

interface Props {
  readonly sentences: readonly ShownSentence[];
  /** In the closed form there is room for what stands there now, not for what was taken out. */
  readonly withRemoved?: boolean;
}

export function OwnSentences({ sentences, withRemoved = true }: Props) {
  return sentences.map((sentence) => (
    // The direction of the words is their own, whatever stands around them.
    <bdi key={sentence.text} className="ownSentence">
      <Sentence sentence={sentence} withRemoved={withRemoved} />{' '}
    </bdi>
  ));
}

interface SentenceProps {
  readonly sentence: ShownSentence;
  readonly withRemoved: boolean;
}

function Sentence({ sentence: { text, change }, withRemoved }: SentenceProps) {
  switch (change.type) {
    case 'same':
      return <Glossed text={text} />;
    case 'new':
      return (
        <>
          <span className="ownMark">New</span>{' '}
          <ins>
            <Glossed text={text} />
          </ins>
        </>
      );
    case 'changed':
      return (
        <>
          <span className="ownMark">Changed</span>{' '}
          {change.pieces.map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their places
            <span key={at}>
              {piece.type === 'same' && piece.text}
              {piece.type === 'added' && <ins>{piece.text}</ins>}
              {piece.type === 'removed' && withRemoved && <del>{piece.text}</del>}{' '}
            </span>
          ))}
        </>
      );
    default:
      throw change satisfies never;
  }
}
