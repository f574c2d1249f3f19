/**
 * Zoom of a picture in a panel that scrolls: two fingers, control and wheel (which is also how a trackpad's pinch arrives), buttons, and the
 * keys + - 0. The page sizes the picture by the factor; here the panel is scrolled so that what was under the fingers stays there.
 */
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export const LEAST_ZOOM = 0.5;
export const MOST_ZOOM = 4;
const STEP = 1.25;

export interface PinchZoom {
  /** 0.5 to 4; at 1 the picture has the size that the panel gives it. */
  readonly zoom: number;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Back to 1. */
  readonly fit: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What was chosen for each picture, for as long as the page is open. */
const remembered = new Map<string, number>();

/**
 * @param panel what scrolls.
 * @param name of the picture, under which its zoom is remembered.
 * @param inFocus selects what a button or key zooms in on; without it, or if it is out of view, that is the middle of the panel.
 */
export function usePinchZoom(panel: RefObject<HTMLElement | null>, name: string, inFocus: string): PinchZoom {
  const [zoom, setZoom] = useState(remembered.get(name) ?? 1);
  const now = useRef(zoom);
  const pending = useRef<{ readonly before: number; readonly at: Point }>(undefined);

  const zoomTo = useCallback(
    (wanted: number, at: Point | undefined) => {
      const host = panel.current;
      const next = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, wanted));
      if (host === null || next === now.current) return;
      pending.current ??= { before: now.current, at: at ?? middleOf(host, inFocus) };
      now.current = next;
      remembered.set(name, next);
      setZoom(next);
    },
    [panel, name, inFocus],
  );

  useLayoutEffect(() => {
    const host = panel.current;
    if (host === null || pending.current === undefined) return;
    const { before, at } = pending.current;
    pending.current = undefined;
    host.scrollLeft = (host.scrollLeft + at.x) * (zoom / before) - at.x;
    host.scrollTop = (host.scrollTop + at.y) * (zoom / before) - at.y;
  }, [panel, zoom]);

  useEffect(() => {
    const host = panel.current;
    if (host === null) return;
    return listen(host, (factor, at) => zoomTo(now.current * factor, at));
  }, [panel, zoomTo]);

  const zoomIn = () => zoomTo(nearOne(now.current * STEP), undefined);
  const zoomOut = () => zoomTo(nearOne(now.current / STEP), undefined);
  const fit = () => zoomTo(1, undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = { '+': zoomIn, '=': zoomIn, '-': zoomOut, '0': fit }[event.key];
    if (act === undefined) return;
    act();
    event.preventDefault();
  };
  return { zoom, zoomIn, zoomOut, fit, onKeyDown };
}

/** Calls `by` with the factor since the last call and the place in the panel. Both listeners must be able to keep the page itself as it is. */
function listen(host: HTMLElement, by: (factor: number, at: Point) => void): () => void {
  let apart = 0;
  const onTouch = (event: TouchEvent) => {
    const [one, two] = event.touches;
    if (one === undefined || two === undefined) {
      apart = 0;
      return;
    }
    event.preventDefault();
    const distance = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
    if (apart > 0) {
      by(distance / apart, placeIn(host, (one.clientX + two.clientX) / 2, (one.clientY + two.clientY) / 2));
    }
    apart = distance;
  };
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const pixels = Math.max(-60, Math.min(60, event.deltaY * (event.deltaMode === 1 ? 16 : 1)));
    by(Math.exp(-pixels / 200), placeIn(host, event.clientX, event.clientY));
  };
  const active = { passive: false };
  for (const kind of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    host.addEventListener(kind, onTouch, active);
  }
  host.addEventListener('wheel', onWheel, active);
  return () => {
    for (const kind of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
      host.removeEventListener(kind, onTouch);
    }
    host.removeEventListener('wheel', onWheel);
  };
}

function placeIn(host: HTMLElement, clientX: number, clientY: number): Point {
  const box = host.getBoundingClientRect();
  return { x: clientX - box.left, y: clientY - box.top };
}

function middleOf(host: HTMLElement, inFocus: string): Point {
  const box = host.getBoundingClientRect();
  const wanted = host.querySelector(inFocus)?.getBoundingClientRect();
  const middle = { x: host.clientWidth / 2, y: host.clientHeight / 2 };
  if (wanted === undefined || wanted.bottom < box.top || wanted.top > box.bottom) return middle;
  const x = Math.max(0, Math.min(host.clientWidth, (wanted.left + wanted.right) / 2 - box.left));
  return { x, y: Math.max(0, Math.min(host.clientHeight, (wanted.top + wanted.bottom) / 2 - box.top)) };
}

/** A step that passes 1 stops there, so that in and out lead back to the size that fits. */
function nearOne(zoom: number): number {
  return Math.abs(zoom - 1) < 0.06 ? 1 : zoom;
}
