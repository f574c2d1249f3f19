/** A short form that says what it stands for when it is pointed at, focused or pressed; the words are written out elsewhere too. */
import { Hint } from './Hint.tsx';
import './hint.css';

interface Props {
  /** What it stands for. */
  readonly words: string;
  readonly children: string;
}

export function Abbreviation({ words, children }: Props) {
  return (
    <Hint words={words} onPress>
      {(trigger) => (
        <button type="button" className="abbreviation" {...trigger}>
          {children}
        </button>
      )}
    </Hint>
  );
}
