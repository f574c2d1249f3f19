/**
 * Texts whose abbreviations say what they stand for: pointed at, focused or pressed. The glossary comes after the first diagram.
 *
 * The rule: whatever is read as text is glossed, headings, cells and labels too. What is pressed itself (a button, a tab, an option, an
 * option's label, a summary, a message of the diagram) is not, since a control has no other within: its short forms are explained in
 * the panel around it.
 */
import { Fragment, useMemo } from 'react';
import type { GlossedPart, ShortForm } from '#store/glossed.ts';
import { Abbreviation } from './Abbreviation.tsx';
import { later, useLater } from './later.ts';

const glossary = later(() => import('#store/glossed.ts'));

interface GlossedProps {
  readonly text: string;
  /** Of several texts that are read together, the parts of this one. */
  readonly parts?: readonly GlossedPart[] | undefined;
}

/** Texts that are read together: each abbreviation is explained in the first of them that has it. */
export function useGlossed(texts: readonly string[]): readonly (readonly GlossedPart[])[] | undefined {
  const loaded = useLater(glossary);
  return useMemo(() => loaded?.glossed(texts), [loaded, texts]);
}

/** What is short in these texts, once that is known. */
export function useShortForms(texts: readonly string[]): readonly ShortForm[] {
  return useLater(glossary)?.shortForms(texts) ?? [];
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
