/** What is said at a beat: the run's own values stand out, and abbreviations explain themselves. */
import { useMemo } from 'react';
import type { NarrationPart } from '#learn/narration.ts';
import { Glossed, useGlossed } from '../controls/Glossed.tsx';

export function Narrated({ parts }: { readonly parts: readonly NarrationPart[] }) {
  const texts = useMemo(() => parts.map(({ text }) => text), [parts]);
  const glossed = useGlossed(texts);
  return (
    <p className="learnSaid" aria-live="polite">
      {parts.map(({ text, reference }, at) => {
        const Element = reference === undefined ? 'span' : 'strong';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a beat never move
          <Element key={at}>
            <Glossed text={text} parts={glossed?.[at]} />
          </Element>
        );
      })}
    </p>
  );
}
