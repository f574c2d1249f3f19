/** Where in the page a popup is put: within the band or the drawer that its control is in, so that it belongs to a landmark. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** The band or drawer around the control; null before the control is on the page, and the popup waits for it. */
export function usePopupPlace(control: RefObject<HTMLElement | null>): HTMLElement | null {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    setPlace(control.current?.closest<HTMLElement>('.drawer, [data-area]') ?? document.body);
  }, [control]);
  return place;
}
