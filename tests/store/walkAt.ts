/** A store at a place of a run, for the tests of this folder. */
import { createWalkStore } from '#store/walkStore.ts';

/** Opens what the names and values ask for, as an address does. @throws {Error} if that is refused. */
export function walkAt(fragment: Readonly<Record<string, string>> = {}) {
  const store = createWalkStore();
  store.getState().load(fragment);
  const { notice } = store.getState();
  if (notice !== undefined) throw new Error(notice);
  return store;
}
