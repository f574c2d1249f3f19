/**
 * A short form that says what it stands for when it is pointed at, focused or pressed. The first in a panel is marked and has the
 * keyboard's stop; where it comes again it is text that answers the pointer and the finger alone.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import { watchFirst } from './firstInPanel.ts';
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
  const [isFirst, setFirst] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => watchFirst({ words, element: () => place.current, tell: setFirst }), [words]);
  return (
    <span ref={place}>
      <Hint words={words} onPress inText={inText}>
        {(trigger) =>
          isFirst ? (
            <button type="button" className="abbreviation" data-in-text={inText} {...trigger}>
              {children}
            </button>
          ) : (
            <span className="abbreviation" data-in-text={inText} {...trigger}>
              {children}
            </span>
          )
        }
      </Hint>
    </span>
  );
}
