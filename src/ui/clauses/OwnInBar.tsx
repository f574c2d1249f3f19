/**
 * The sentence bar where a person has opened the text itself: its words for the room, ours below them for the speaker. What has no
 * room is left out line by line, and stands whole in a sheet that a button opens.
 */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ShownSentence } from '#store/ownTextShown.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { Popover } from '../controls/Popover.tsx';
import { OwnSentences } from './OwnSentences.tsx';
import { useOwnText } from './useOwnText.ts';

interface Props {
  readonly id: string;
  /** Ours. */
  readonly text: string;
  /** What stands there where nothing of the person's own copy does. */
  readonly children: ReactNode;
}

export function OwnInBar({ id, text, children }: Props) {
  const own = useOwnText((state) => state.view?.words.get(id));
  return own === undefined ? children : <Both key={id} own={own.sentences} text={text} />;
}

/** Says that the person's own copy has no such sentence. */
export function NotInCopy({ id }: { readonly id: string }) {
  const isMissing = useOwnText((state) => state.view?.missing.some((each) => each.id === id) ?? false);
  return isMissing && <span>(not in your copy)</span>;
}

function Both({ own, text }: { readonly own: readonly ShownSentence[]; readonly text: string }) {
  const place = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const [isCut, setCut] = useState(false);
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words may have no room either
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    // Lines without room go into a column beside, which is out of sight.
    const look = () => setCut(element.scrollWidth > element.clientWidth + 1);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [own, text]);
  return (
    <>
      <div ref={place} className="sentenceBarBoth">
        <p className="sentenceBarOwn">
          <span className="sentenceBarLabel">Your copy</span> <OwnSentences sentences={own} withRemoved={false} />
        </p>
        <p className="sentenceBarOurs">
          <span className="sentenceBarLabel">In our words</span> <Glossed text={text} />
        </p>
      </div>
      {isCut && (
        <button
          type="button"
          ref={toggle}
          className="plainButton sentenceBarMore"
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">… </span>More<span className="visuallyHidden"> of this sentence</span>
        </button>
      )}
      <Popover
        name="The whole sentence"
        open={open && isCut}
        toggle={toggle}
        focusAfter={() => toggle.current}
        onClose={() => setOpen(false)}
      >
        <div className="sentenceBarWhole">
          <p className="sentenceBarOwn">
            <span className="sentenceBarLabel">Your copy</span> <OwnSentences sentences={own} />
          </p>
          <p className="sentenceBarOurs">
            <span className="sentenceBarLabel">In our words</span> <Glossed text={text} />
          </p>
        </div>
      </Popover>
    </>
  );
}
