/** The person's own copy of the text in React. */
import { openOwnText } from '#store/openOwnText.ts';
import type { OwnTextActions, OwnTextState } from '#store/ownText.ts';
import { useStoreWith } from '#store/react.ts';

/** A part of its state; the component renders again when that part is another one. */
export function useOwnText<Part>(part: (state: OwnTextState & OwnTextActions) => Part): Part {
  return useStoreWith(openOwnText(), part);
}

/** The actions: they never change. */
export function useOwnTextActions(): OwnTextActions {
  return openOwnText().getState();
}
