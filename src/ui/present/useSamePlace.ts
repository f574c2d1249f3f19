/** The diagram comes back to where it was scrolled to when an objection began. */
import { useLayoutEffect } from 'react';

/** Frames in which the diagram is drawn anew after an objection. */
const FRAMES = 20;

export function useSamePlace(objecting: boolean): void {
  // Before the frame in which the panel of the objection takes its room.
  useLayoutEffect(() => {
    const scroller = document.querySelector('.seqScroller');
    if (scroller === null || !objecting) return;
    const before = scroller.scrollTop;
    return () => {
      let left = FRAMES;
      const again = () => {
        scroller.scrollTop = before;
        left -= 1;
        if (left > 0 && Math.abs(scroller.scrollTop - before) > 1) requestAnimationFrame(again);
      };
      requestAnimationFrame(again);
    };
  }, [objecting]);
}
