/** Zustand's hook for a store that was made elsewhere: the door through which React reads the stores. */
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';

/** A part of a store's state; the component renders again when that part is another one. */
export function useStoreWith<State, Part>(store: StoreApi<State>, part: (state: State) => Part): Part {
  return useStore(store, part);
}
