/**
 * Draws a part of the handout in the moment before the page is printed, and takes it away after: on screen it costs nothing. Its code
 * is there with the page, since nothing can be waited for in that moment.
 */
import { useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { WalkState } from '#store/walkState.ts';
import { WalkContext } from '../useWalk.ts';
import type { HandoutProps } from './Handout.tsx';
import { Handout } from './Handout.tsx';

export function OnPaper({ part }: Pick<HandoutProps, 'part'>) {
  const store = useContext(WalkContext);
  const [printed, setPrinted] = useState<WalkState>();
  useEffect(() => {
    const begin = () => flushSync(() => setPrinted(store?.getState()));
    const end = () => setPrinted(undefined);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [store]);
  return printed === undefined ? null : <Handout state={printed} part={part} />;
}
