/** Zustand's hook for a store that was made elsewhere: the door through which React reads the store. */
import { useStore } from 'zustand';
import type { WalkActions, WalkState, WalkStore } from './walkStore.ts';

/** A part of a store's state; the component renders again when that part is another one. */
export function useStoreWith<Part>(store: WalkStore, part: (state: WalkState & WalkActions) => Part): Part {
  return useStore(store, part);
}
