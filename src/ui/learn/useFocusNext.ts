/** The focus for what an act brings on the page: the act wants it, and it is given once that is there. */
import { type RefObject, useEffect, useRef } from 'react';

interface FocusNext<Place extends HTMLElement> {
  readonly place: RefObject<Place | null>;
  /** Called by the act, before or after it changes the page. */
  readonly want: () => void;
}

export function useFocusNext<Place extends HTMLElement>(): FocusNext<Place> {
  const place = useRef<Place>(null);
  const wanted = useRef(false);
  useEffect(() => {
    if (wanted.current) place.current?.focus();
    wanted.current = false;
  });
  return {
    place,
    want: () => {
      wanted.current = true;
    },
  };
}
