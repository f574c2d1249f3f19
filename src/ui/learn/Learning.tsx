/** Gives the Learn drawer its store: the same one each time the drawer is opened. */
import { type ReactNode, useContext } from 'react';
import { openLearn } from '#store/openLearn.ts';
import { WalkContext } from '../useWalk.ts';
import { LearnContext } from './useLearn.ts';

export function Learning({ children }: { readonly children: ReactNode }) {
  const walk = useContext(WalkContext);
  if (walk === undefined) throw new Error('the learning stands outside of the walk');
  return <LearnContext value={openLearn(walk)}>{children}</LearnContext>;
}
