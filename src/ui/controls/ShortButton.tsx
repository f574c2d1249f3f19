/** A button that is named by a short form: it can hold no other control, so that what it stands for is its hint. */
import type { ComponentProps } from 'react';
import { useMemo } from 'react';
import { useGlossed } from './Glossed.tsx';
import { Hint } from './Hint.tsx';

interface Props extends Omit<ComponentProps<'button'>, 'ref' | 'children' | 'type'> {
  readonly children: string;
}

export function ShortButton({ children, ...rest }: Props) {
  const texts = useMemo(() => [children], [children]);
  const words = useGlossed(texts)?.[0]?.flatMap((part) => part.words ?? []) ?? [];
  if (words.length === 0) {
    return (
      <button {...rest} type="button">
        {children}
      </button>
    );
  }
  return (
    <Hint words={words.join(' ')}>
      {(trigger) => (
        <button {...rest} type="button" {...trigger}>
          {children}
        </button>
      )}
    </Hint>
  );
}
