/** The store in React: one store a page, handed down by context so that tests can bring their own. */
import { createContext, useContext } from 'react';
import { useStoreWith } from '#store/react.ts';
import type { WalkActions, WalkState } from '#store/walkState.ts';
import type { WalkStore } from '#store/walkStore.ts';

export const WalkContext = createContext<WalkStore | undefined>(undefined);

/** A part of the store's state; the component renders again when that part is another one. */
export function useWalk<Part>(part: (state: WalkState & WalkActions) => Part): Part {
  return useStoreWith(useWalkStore(), part);
}

/** The store's actions: they never change. */
export function useActions(): WalkActions {
  return useWalkStore().getState();
}

/** Whether an act on the walk can be taken back, and whether one can be done again. */
export function useHistory(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { temporal } = useWalkStore();
  const canUndo = useStoreWith(temporal, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStoreWith(temporal, ({ futureStates }) => futureStates.length > 0);
  return { canUndo, canRedo };
}

function useWalkStore(): WalkStore {
  const store = useContext(WalkContext);
  if (store === undefined) throw new Error('a panel stands outside of the walk');
  return store;
}
