/** A short form that says what it stands for when it is pointed at, focused or pressed; the words are written out elsewhere too. */
import { Hint } from './Hint.tsx';
import './hint.css';

interface Props {
  /** What it stands for. */
  readonly words: string;
  /** Within a line of text, which keeps its height. */
  readonly inText?: boolean;
  readonly children: string;
}

export function Abbreviation({ words, inText = false, children }: Props) {
  return (
    <Hint words={words} onPress inText={inText}>
      {(trigger) => (
        <button type="button" className="abbreviation" data-in-text={inText} {...trigger}>
          {children}
        </button>
      )}
    </Hint>
  );
}
