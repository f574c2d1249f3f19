/** Texts whose abbreviations say what they stand for: pointed at, focused or pressed. The glossary comes after the first diagram. */
import { Fragment, useMemo } from 'react';
import type { GlossedPart } from '#store/glossed.ts';
import { Abbreviation } from './Abbreviation.tsx';
import { later, useLater } from './later.ts';

const glossary = later(() => import('#store/glossed.ts').then((module) => module.glossed));

interface GlossedProps {
  readonly text: string;
  /** Of several texts that are read together, the parts of this one. */
  readonly parts?: readonly GlossedPart[] | undefined;
}

/** Texts that are read together: each abbreviation is explained in the first of them that has it. */
export function useGlossed(texts: readonly string[]): readonly (readonly GlossedPart[])[] | undefined {
  const glossed = useLater(glossary);
  return useMemo(() => glossed?.(texts), [glossed, texts]);
}

export function Glossed({ text, parts }: GlossedProps) {
  const texts = useMemo(() => [text], [text]);
  const own = useGlossed(texts)?.[0];
  const shown = parts ?? own;
  if (shown === undefined) return text;
  return shown.map(({ at, text: part, words }) =>
    words === undefined ? (
      <Fragment key={at}>{part}</Fragment>
    ) : (
      <Abbreviation key={at} words={words} inText>
        {part}
      </Abbreviation>
    ),
  );
}
