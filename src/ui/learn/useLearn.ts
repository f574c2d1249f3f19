/** The learning in React: one store beside the walk. */
import { createContext, useContext } from 'react';
import type { LearnActions, LearnState, LearnStore } from '#store/learnStore.ts';
import { useStoreWith } from '#store/react.ts';

export const LearnContext = createContext<LearnStore | undefined>(undefined);

/** A part of the state; the component renders again when that part is another one. For what stands in `Learning`. */
export function useLearn<Part>(part: (state: LearnState & LearnActions) => Part): Part {
  return useStoreWith(useLearnStore(), part);
}

/** The actions: they never change. */
export function useLearnActions(): LearnActions {
  return useLearnStore().getState();
}

/** The whole state, as it is when something is pressed. */
export function useLearnStore(): LearnStore {
  const store = useContext(LearnContext);
  if (store === undefined) throw new Error('a panel stands outside of the learning');
  return store;
}
