/** Draws a part of the handout in the moment before the page is printed, and takes it away after: on screen it costs nothing. */
import { useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { WalkState } from '#store/walkStore.ts';
import { later, useLater } from '../controls/later.ts';
import { WalkContext } from '../useWalk.ts';
import type { HandoutProps } from './Handout.tsx';

const handoutPart = later(() => import('./Handout.tsx').then((module) => module.Handout));

export function OnPaper({ part }: Pick<HandoutProps, 'part'>) {
  const store = useContext(WalkContext);
  const Handout = useLater(handoutPart);
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
  if (Handout === undefined || printed === undefined) return null;
  return <Handout state={printed} part={part} />;
}
