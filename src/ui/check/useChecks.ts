/** The checks in React: one store beside the walk, there once its code is loaded. */
import { createContext, useContext } from 'react';
import type { CheckActions, CheckState, CheckStore } from '#store/checkStore.ts';
import { useStoreWith } from '#store/react.ts';

export const ChecksContext = createContext<CheckStore | undefined>(undefined);

/** A part of the checks' state; the component renders again when that part is another one. For what stands in `WithChecks`. */
export function useChecks<Part>(part: (state: CheckState & CheckActions) => Part): Part {
  return useStoreWith(useCheckStore(), part);
}

/** The actions: they never change. */
export function useCheckActions(): CheckActions {
  return useCheckStore().getState();
}

function useCheckStore(): CheckStore {
  const store = useContext(ChecksContext);
  if (store === undefined) throw new Error('a panel stands outside of the checks');
  return store;
}
