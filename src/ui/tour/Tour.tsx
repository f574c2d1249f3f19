/** One stop of the way round: a frame around what is spoken of, and the words beside it. The page under it goes on working. */
import { Popover } from '@base-ui/react/popover';
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { tourStops, viewOf } from '#store/tourStops.ts';
import { ActionButton } from '../ActionButton.tsx';
import '../controls/popup.css';
import './tour.css';
import { useWalk } from '../useWalk.ts';
import { tour } from './tour.ts';

const keysOn = ['ArrowRight', 'PageDown'];
const keysBack = ['ArrowLeft', 'PageUp'];

export function Tour({ at }: { readonly at: number }) {
  const stops = tourStops[useWalk(viewOf)];
  const { title, words, areas } = stops[at] ?? stops[0];
  const next = useRef<HTMLButtonElement>(null);
  const frame = useFrame(areas);
  const anchor = useMemo(() => ({ getBoundingClientRect: () => frame }), [frame]);
  const isLast = at >= stops.length - 1;
  const go = (to: number) => {
    if (to < 0) return;
    if (to < stops.length) tour.begin(to);
    else tour.end();
  };
  // The keys of the walk move along the way meanwhile, and the run stays where it is.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keysOn.includes(event.key) ? 1 : keysBack.includes(event.key) ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    go(at + step);
    next.current?.focus();
  };
  return (
    <>
      <div
        className="tourFrame"
        style={{
          insetInlineStart: frame.left,
          insetBlockStart: frame.top,
          inlineSize: frame.width,
          blockSize: frame.height,
        }}
      />
      <Popover.Root
        open
        modal="trap-focus"
        onOpenChange={(isOpen, { event }) => {
          // A press beside it is meant for the page.
          if (!isOpen && event.type === 'keydown') tour.end();
        }}
      >
        <Popover.Portal>
          <Popover.Positioner className="popupPlace" anchor={anchor} side="right" sideOffset={8} collisionPadding={12}>
            <Popover.Popup
              className="popup tour"
              initialFocus={next}
              finalFocus={() => document.querySelector<HTMLElement>('.topBarHelp, .stepForward, .nextEventsPrimary')}
              onKeyDown={onKeyDown}
            >
              <Popover.Title className="tourTitle">
                <small>
                  {at + 1} of {stops.length}
                </small>{' '}
                {title}
              </Popover.Title>
              <Popover.Description>{words}</Popover.Description>
              <div className="tourActs">
                <button type="button" className="plainButton" onClick={tour.end}>
                  Leave
                </button>
                <ActionButton className="plainButton" idle={at === 0} onClick={() => go(at - 1)}>
                  Before
                </ActionButton>
                <button type="button" className="plainButton tourNext" ref={next} onClick={() => go(at + 1)}>
                  {isLast ? 'Done' : 'Go on'}
                </button>
              </div>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}

/** The place of these bands on the screen, all together; it follows the page when that scrolls or changes its size. */
function useFrame(areas: readonly string[]): DOMRect {
  const [frame, setFrame] = useState(() => new DOMRect());
  useLayoutEffect(() => {
    const bands = areas.flatMap((area) => [...document.querySelectorAll<HTMLElement>(`[data-area="${area}"]`)]);
    const measure = () => setFrame(around(bands.map((band) => band.getBoundingClientRect())));
    bands[0]?.scrollIntoView({ block: 'nearest' });
    measure();
    const watcher = new ResizeObserver(measure);
    for (const band of bands) watcher.observe(band);
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      watcher.disconnect();
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [areas]);
  return frame;
}

/** Of no places, where a view has just been left for another, a corner of nothing. */
function around(places: readonly DOMRect[]): DOMRect {
  if (places.length === 0) return new DOMRect();
  const left = Math.min(...places.map((place) => place.left));
  const top = Math.min(...places.map((place) => place.top));
  const right = Math.max(...places.map((place) => place.right));
  const bottom = Math.max(...places.map((place) => place.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
